"""Names of people in one table, what was forgotten, and how long each unit keeps things."""

from __future__ import annotations

from alembic import op

from api.store.migrations.columns import moment, of, text, uuid, whole

revision = "0003"
down_revision = "0002"
TABLES = ("forgotten", "people")


def upgrade() -> None:
    op.add_column("units", whole("retention_months", nullable=True))
    op.create_table(
        "people",
        uuid("unit_id", of("units"), primary_key=True),
        text("kind", primary_key=True),
        text("alias", primary_key=True),
        text("name"),
        moment("created_at"),
    )
    op.create_table(
        "forgotten",
        uuid("unit_id", primary_key=True),
        text("kind", primary_key=True),
        text("alias", primary_key=True),
        moment("at", primary_key=True),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    with op.batch_alter_table("units") as units:
        units.drop_column("retention_months")
