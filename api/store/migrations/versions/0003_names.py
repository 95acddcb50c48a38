"""Names of people in one table, and what was forgotten."""

from __future__ import annotations

from alembic import op

from api.store.migrations.columns import moment, of, text, uuid

revision = "0003"
down_revision = "0001"
TABLES = ("forgotten", "people")


def upgrade() -> None:
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
        moment("at"),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
