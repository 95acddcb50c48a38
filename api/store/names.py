"""Names of people: taken out of what is stored at the door, and put back for those who may see them.

Scenario versions, rosters, journal and logs hold aliases (the ids) only. One function for each way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from api.privacy.refuse import refuse_identity_numbers
from api.store.tables import Forgotten, Person

Body = dict[str, Any]
Kind = Literal["employee", "resident"]
KINDS: tuple[Kind, ...] = ("employee", "resident")
LISTS: dict[Kind, str] = {"employee": "employees", "resident": "residents"}
"""the scenario's field that holds people of the kind"""


def split_names(session: Session, unit: UUID, body: Body) -> Body:
    """A scenario's body without the names of employees and residents, which are kept apart.

    A name that is sent is the newest one. A person sent without a name keeps the one that is kept.
    """
    refuse_identity_numbers(body)
    known = {(one.kind, one.alias): one for one in _of_unit(session, unit)}
    for kind, person in _people(body):
        name = person.get("name")
        if not name:
            continue
        kept = known.get((kind, person["id"]))
        if kept is None:
            session.add(Person(unit_id=unit, kind=kind, alias=person["id"], name=name))
        else:
            kept.name = name
    session.flush()
    return without_names(body)


def without_names(body: Body) -> Body:
    """A scenario's body with aliases only."""
    return body | {
        field: [{key: value for key, value in person.items() if key != "name"} for person in body[field]]
        for field in LISTS.values()
        if field in body
    }


def with_names(session: Session, unit: UUID, body: Body, kinds: Collection[Kind]) -> Body:
    """A scenario's body with the names of these kinds of people put back."""
    names = {(one.kind, one.alias): one.name for one in _of_unit(session, unit) if one.kind in kinds}
    return body | {
        field: [_named(person, names.get((kind, person["id"]))) for person in body[field]]
        for kind, field in LISTS.items()
        if field in body
    }


def keep(session: Session, unit: UUID, kind: Kind, alias: str, *, name: str) -> None:
    """Keep a name, in the place of an earlier one."""
    kept = session.get(Person, (unit, kind, alias))
    if kept is None:
        session.add(Person(unit_id=unit, kind=kind, alias=alias, name=name))
    else:
        kept.name = name
    session.flush()


def forget(session: Session, gone: Forgotten) -> bool:
    """Delete a name for good; whether there was one. Figures stay with the alias."""
    done = session.execute(delete(Person).where(*_is(gone.unit_id, gone.kind, gone.alias))).rowcount  # type: ignore[attr-defined]
    if done:
        session.add(gone)
        session.flush()
    return bool(done)


def forget_again(session: Session) -> int:
    """Delete every name that was forgotten after it was kept, as after a restore; how many there were."""
    found = 0
    for one in session.scalars(select(Forgotten)):
        older = delete(Person).where(*_is(one.unit_id, one.kind, one.alias), Person.created_at <= one.at)
        found += session.execute(older).rowcount  # type: ignore[attr-defined]
    return found


def _is(unit: UUID, kind: str, alias: str) -> tuple[Any, ...]:
    return Person.unit_id == unit, Person.kind == kind, Person.alias == alias


def _of_unit(session: Session, unit: UUID) -> Iterator[Person]:
    yield from session.scalars(select(Person).where(Person.unit_id == unit))


def _people(body: Body) -> Iterator[tuple[Kind, Body]]:
    for kind, field in LISTS.items():
        for person in body.get(field, ()):
            yield kind, person


def _named(person: Body, name: str | None) -> Body:
    """The person with the name second, after the id, as people write it."""
    return person if name is None else {"id": person["id"], "name": name} | person
