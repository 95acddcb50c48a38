"""The first tables: units, scenarios, jobs, rosters, kept answers.

Access adds its own from 0002, names theirs from 0003; until the first release this one may still change.
"""

from __future__ import annotations

from alembic import op

from api.store.migrations.columns import data, moment, number, of, text, uuid, whole, yes_or_no

revision = "0001"
down_revision = None
TABLES = (
    "kept_answers", "roster_versions", "rosters", "job_events", "jobs", "workers", "scenario_versions",
    "scenarios", "units",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "units", uuid("id", primary_key=True), text("name"), whole("version"), moment("created_at")
    )
    _scenarios()
    _jobs()
    _rosters()
    op.create_table(
        "kept_answers",
        uuid("principal_id", primary_key=True),
        text("key", primary_key=True),
        text("fingerprint"),
        whole("status", nullable=True),
        data("headers", nullable=True),
        text("body", nullable=True),
        moment("created_at"),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _scenarios() -> None:
    op.create_table(
        "scenarios",
        uuid("id", primary_key=True),
        uuid("unit_id", of("units"), index=True),
        whole("version"),
        moment("created_at"),
        moment("deleted_at", nullable=True),
    )
    op.create_table(
        "scenario_versions",
        uuid("scenario_id", of("scenarios"), primary_key=True),
        whole("number", primary_key=True),
        text("name"),
        text("title", nullable=True),
        data("body"),
        text("sha256"),
        moment("created_at"),
        uuid("created_by"),
    )


def _jobs() -> None:
    op.create_table(
        "jobs",
        uuid("id", primary_key=True),
        text("kind", index=True),
        uuid("unit_id", of("units"), index=True),
        text("state", index=True),
        *(whole(name) for name in ("attempt", "crashes", "priority")),
        number("used_seconds"),
        yes_or_no("stop_asked"),
        text("worker", nullable=True),
        data("asked"),
        uuid("scenario_id", of("scenarios"), nullable=True),
        whole("scenario_version", nullable=True),
        data("scenario"),
        data("current", nullable=True),
        data("stages"),
        *(data(name, nullable=True) for name in ("incumbent", "result", "failure")),
        moment("created_at"),
        uuid("created_by"),
        *(moment(name, nullable=True) for name in ("started_at", "finished_at", "deleted_at")),
    )
    op.create_table(
        "job_events",
        uuid("job_id", of("jobs", ondelete="CASCADE"), primary_key=True),
        whole("number", primary_key=True),
        text("event"),
        data("data"),
        moment("at"),
    )
    op.create_table("workers", text("id", primary_key=True), moment("beat_at"))


def _rosters() -> None:
    op.create_table(
        "rosters",
        uuid("id", primary_key=True),
        uuid("unit_id", of("units"), index=True),
        uuid("job_id", of("jobs"), nullable=True, unique=True),
        text("name"),
        whole("version"),
        moment("created_at"),
    )
    op.create_table(
        "roster_versions",
        uuid("roster_id", of("rosters"), primary_key=True),
        whole("number", primary_key=True),
        data("body"),
        uuid("scenario_id", of("scenarios"), nullable=True, index=True),
        whole("scenario_version", nullable=True),
        data("scenario"),
        data("versions"),
        whole("seed", nullable=True),
        moment("created_at"),
        uuid("created_by"),
    )
