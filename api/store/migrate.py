"""Bringing a store to this version's tables. Alembic's files lie in `migrations`; no ini file is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config

from api.store.engine import Store
from api.store.tables import Base

FOLDER = Path(__file__).with_name("migrations")


def migrate(store: Store) -> None:
    """Make or change the tables; safe to run again, and by several at once."""
    command.upgrade(config(store), "head")


def is_ours(name: str | None, kind: str, parents: Any) -> bool:
    """Whether a table that is found in the store is one of ours; Alembic would drop what it does not know."""
    return kind != "table" or name in Base.metadata.tables


def config(store: Store) -> Config:
    """Alembic's settings for this store."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.attributes["store"] = store
    return settings
