"""The forum's cases: the units of a review, and what was decided."""

from __future__ import annotations

from alembic import op

from api.store.migrations.columns import data, day, moment, of, text, uuid, whole

revision = "0004"
down_revision = "0003"
TABLES = ("case_decisions", "case_units")


def upgrade() -> None:
    op.create_table(
        "case_units",
        uuid("job_id", of("jobs", ondelete="CASCADE"), primary_key=True),
        uuid("unit_id", of("units"), primary_key=True, index=True),
        text("place"),
        uuid("scenario_id", nullable=True),
        whole("scenario_version", nullable=True),
        uuid("roster_id", nullable=True),
        whole("roster_version", nullable=True),
    )
    op.create_table(
        "case_decisions",
        uuid("job_id", of("jobs", ondelete="CASCADE"), primary_key=True),
        text("option"),
        day("decided_on"),
        text("reasons"),
        data("present"),
        data("made"),
        data("before"),
        data("after"),
        moment("created_at"),
        text("decided_by"),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
