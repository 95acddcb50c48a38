"""The store's engine and its sessions: SQLite in a file, or PostgreSQL, with the same promises.

SQLite: the journal is written ahead, a commit is on the disk when it returns, a writer takes the lock when it begins
(a reader that becomes a writer half-way would fail at once when another writes), and waits for others.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

READS = "heltid_reads"
"""Execution option of a connection that only reads."""
BUSY_MILLISECONDS = 30_000
IDLE_MILLISECONDS = 10_000
"""After so long PostgreSQL ends a transaction that nobody goes on with: a frozen process would keep its locks."""


class Store:
    """The database: `reading()` and `writing()` give sessions, each one transaction."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = make_engine(url)
        self._readers = self.engine.execution_options(**{READS: True})

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads; nothing is kept of what is changed in it."""
        with Session(self._readers, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept together when the block ends, or none of them."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self.engine.dispose()


def make_engine(url: str) -> Engine:
    """An engine for the address; an SQLite file's folder is made."""
    if make_url(url).get_backend_name() != "sqlite":
        options = f"-c idle_in_transaction_session_timeout={IDLE_MILLISECONDS}"
        return create_engine(
            url,
            pool_pre_ping=True,
            pool_size=10,
            max_overflow=20,
            connect_args={"options": options},
            hide_parameters=True,
        )
    database = make_url(url).database
    if database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the driver guesses
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def _begin(connection: Connection) -> None:
    is_reader = connection.get_execution_options().get(READS)
    connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")
