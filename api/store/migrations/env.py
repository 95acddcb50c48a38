"""Alembic's way to the store: `api.store.migrate` gives it, and the job engine's own tables are left alone."""

from __future__ import annotations

from alembic import context
from sqlalchemy import text

import api.access.tables  # noqa: F401  # its tables are among those compared
from api.store.engine import Store
from api.store.migrate import is_ours
from api.store.tables import Base

LOCK = 7_437_401
"""any number of our own: one process at a time changes a PostgreSQL store"""


def run() -> None:
    store: Store = context.config.attributes["store"]
    with store.engine.connect() as connection, connection.begin():
        if not store.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_name=is_ours,
            render_as_batch=store.is_sqlite,
            compare_type=True,
        )
        context.run_migrations()


run()
