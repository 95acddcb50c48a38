"""The journal: who saw and did what, by alias. It grows at its end and the store refuses anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from api.access.chain import START, Break, Entry, entry_hash, first_break
from api.access.redaction import safe
from api.access.tables import JournalEntry

LOCK = 7_437_402
"""any number of our own: one writer at a time at the end of a PostgreSQL journal"""
FIELDS = ("at", "principal", "via", "right", "unit", "subject", "outcome", "request")
LONGEST = 200
AT_ONCE = 1000


@dataclass(frozen=True)
class Said:
    """What an entry says; aliases and ids only."""

    principal: str | None
    via: str
    right: str
    outcome: str
    unit: str | None = None
    subject: str | None = None
    request: str | None = None


class Head(NamedTuple):
    """The end of the journal: how many entries, and the hash of the last. Kept elsewhere it shows a cut."""

    entries: int
    digest: str


def write(session: Session, said: Said, now: datetime) -> None:
    """Add an entry at the end, in the caller's transaction."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
    last = session.scalar(select(JournalEntry).order_by(JournalEntry.number.desc()).limit(1))
    number, before = (last.number + 1, last.own) if last else (1, START)
    says = {field: _plain(getattr(said, field, None)) for field in FIELDS} | {"at": now.isoformat()}
    session.add(JournalEntry(number=number, before=before, own=entry_hash(number, says, before), **says))
    session.flush()


def _plain(value: str | None) -> str | None:
    return None if value is None else safe(value[:LONGEST])


def entries(session: Session, after: int = 0) -> Iterator[Entry]:
    """All of the journal in order, read a thousand at a time."""
    while rows := list(session.scalars(_following(after))):
        for row in rows:
            yield Entry(row.number, {field: getattr(row, field) for field in FIELDS}, row.before, row.own)
        after = rows[-1].number
        session.expunge_all()


def _following(after: int) -> Select[JournalEntry]:
    return (
        select(JournalEntry).where(JournalEntry.number > after).order_by(JournalEntry.number).limit(AT_ONCE)
    )


def verify(session: Session, expected: Head | None = None) -> tuple[Head, Break | None]:
    """The journal's end, and the first place where it does not hold: also against an end that was kept."""
    told = _Ends(entries(session), expected.entries if expected else 0)
    broken = first_break(told)
    head = Head(told.count, told.digest)
    if broken is None and expected and told.at_expected != expected.digest:
        broken = Break(expected.entries, "er ikke den som ble skrevet ned")
    return head, broken


class _Ends:
    """Passes entries on and remembers the last, and the one at a number."""

    def __init__(self, source: Iterable[Entry], number: int) -> None:
        self.source, self.number = source, number
        self.count, self.digest = 0, START.hex()
        self.at_expected = START.hex() if number == 0 else ""

    def __iter__(self) -> Iterator[Entry]:
        for entry in self.source:
            self.count, self.digest = entry.number, entry.own.hex()
            if entry.number == self.number:
                self.at_expected = self.digest
            yield entry
