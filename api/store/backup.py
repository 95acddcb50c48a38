"""Backups: every row of every table, as they were at one moment, in one SQLite file, whichever store they came from.

A backup of one kind of store can be restored into the other. The job engine's own tables are not in it: what was
under way is queued again. Names that were deleted after a backup was made are deleted again when it is restored, by
the store's own list and by the file of forgotten aliases that lies beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, delete, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError

from api.store.engine import Store
from api.store.names import forget_again
from api.store.tables import Base, Forgotten, Job
from solver.domain.fault import FaultError, fault

Row = dict[str, Any]
ROWS = 500
UNFINISHED = ("queued", "running")
JOURNAL = "journal"


def back_up(store: Store, path: Path) -> int:
    """Write a backup, while the service runs; how many rows. FaultError where it is there, or its folder is not."""
    if path.exists():
        raise _fault(path, "exists", "Filen finnes fra før.", "Velg et annet navn.")
    if not path.parent.is_dir():
        raise _fault(
            path,
            "no_folder",
            "Mappen filen skal ligge i, finnes ikke.",
            "Lag mappen først, eller velg en annen.",
        )
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    copy = create_engine(f"sqlite:///{part}")
    try:
        with _moment(store) as source, copy.begin() as target:
            Base.metadata.create_all(target)
            rows = sum(_copy(source, target, table) for table in Base.metadata.sorted_tables)
    finally:
        copy.dispose()
    part.replace(path)
    return rows


def restore(store: Store, path: Path, forgotten: Iterable[Row] = ()) -> int:
    """Put a backup in the place of what the store holds; how many names were forgotten again.

    `forgotten`: rows of that table from elsewhere (`api.privacy.forgetting.noted`), for a store that was
    lost. The store must be at this version's tables, and the service stopped. FaultError where the file is no backup.
    """
    if not path.is_file():
        raise _fault(
            path, "missing", "Filen finnes ikke.", "Skriv navnet på en sikkerhetskopi fra heltid backup."
        )
    copy = create_engine(f"sqlite:///file:{path.resolve()}?mode=ro&uri=true")
    try:
        with copy.connect() as source, store.engine.begin() as target:
            _check(source, path)
            gone = [*_rows(target, Base.metadata.tables[Forgotten.__tablename__]), *forgotten]
            tables = [one for one in Base.metadata.sorted_tables if not _is_kept(target, one)]
            for table in reversed(tables):
                target.execute(delete(table))
            for table in tables:
                _copy(source, target, table)
            _remember(target, gone)
            target.execute(
                update(Job)
                .where(Job.state.in_(UNFINISHED))
                .values(state="queued", worker=None, attempt=Job.attempt + 1)
            )
    finally:
        copy.dispose()
    with store.writing() as session:
        return forget_again(session)


def _is_kept(target: Connection, table: Table) -> bool:
    """The journal is only added to: a store that has one keeps it, and an empty store takes over the backup's."""
    return table.name == JOURNAL and target.execute(select(table).limit(1)).first() is not None


def _moment(store: Store) -> Connection:
    """A connection that sees the store as it is now, whatever is written meanwhile."""
    if store.is_sqlite:
        return store.engine.execution_options(heltid_reads=True).connect()
    return store.engine.execution_options(isolation_level="REPEATABLE READ").connect()


def _copy(source: Connection, target: Connection, table: Table) -> int:
    count = 0
    for rows in _parts(source, table):
        target.execute(insert(table), rows)
        count += len(rows)
    return count


def _parts(source: Connection, table: Table) -> Iterator[list[Row]]:
    found = source.execution_options(yield_per=ROWS).execute(select(table))
    for part in found.partitions():
        yield [dict(row._mapping) for row in part]


def _rows(source: Connection, table: Table) -> list[Row]:
    return [dict(row._mapping) for row in source.execute(select(table))]


def _check(source: Connection, path: Path) -> None:
    message, instead = "Filen er ikke en sikkerhetskopi fra Heltid.", "Skriv navnet på en fra heltid backup."
    try:
        names = set(inspect(source).get_table_names())
    except DatabaseError:
        raise _fault(path, "not_a_backup", message, instead) from None
    if not names:
        raise _fault(path, "not_a_backup", message, instead)
    if missing := set(Base.metadata.tables) - names:
        raise FaultError(
            [
                fault(
                    path.name, "other_version", "Kopien mangler {tables}.", "Bruk utgaven av Heltid som laget den.",
                    tables=", ".join(sorted(missing)),
                )
            ]
        )  # fmt: skip


def _fault(path: Path, code: str, message: str, instead: str) -> FaultError:
    return FaultError([fault(path.name, code, message, instead)])


def _remember(target: Connection, gone: list[Row]) -> None:
    """What was forgotten before the restore is still forgotten."""
    table = Base.metadata.tables[Forgotten.__tablename__]
    known = {tuple(row.values()) for row in _rows(target, table)}
    new = {tuple(row.values()): row for row in gone if tuple(row.values()) not in known}
    if new:
        target.execute(insert(table), list(new.values()))
