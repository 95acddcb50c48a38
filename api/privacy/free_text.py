"""Free text that is kept as it is (a case's title, reasons for a decision): no name of a person has a place there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.tables import Person
from solver.domain.fault import FaultError, fault

MESSAGE = "Her står navnet på en som er med i turnusen. Navn lagres bare for seg."
INSTEAD = "Skriv aliaset i stedet, for eksempel E01."


def refuse_names(
    session: Session, units: Iterable[UUID], told: Mapping[str, str | None], *, new: Iterable[str] = ()
) -> None:
    """Raise FaultError where a text, by its path, holds the whole name of somebody in the units, or a new one.

    A name of one word may be any word, and is not looked for.
    """
    known = session.scalars(select(Person.name).where(Person.unit_id.in_(list(units))))
    names = [name.casefold() for name in (*known, *new) if " " in name]
    found = [path for path, text in told.items() if text and any(name in text.casefold() for name in names)]
    if found:
        raise FaultError([fault(path, "name", MESSAGE, INSTEAD) for path in found])
