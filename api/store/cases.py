"""Names of people in the forum's cases: taken out of what is stored, and put back for those who may see them.

Whoever has priority (aml § 14-2) is an employee of the unit with the vacancy, by alias, also where no scenario has her.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from api.store.names import LISTS, Kind, split_names, with_names, without_names
from api.store.tables import Person

Body = dict[str, Any]


def without_case_names(body: Body) -> Body:
    """A case's body with aliases only."""
    bare = [
        {key: value for key, value in person.items() if key != "name"} for person in body.get("priority", ())
    ]
    told = _with_scenarios(body, lambda unit: without_names(unit["scenario"]))
    return told | ({"priority": bare} if bare else {})


def with_case_names(
    session: Session, body: Body, units: Mapping[str, UUID], kinds: Callable[[UUID], Collection[Kind]]
) -> Body:
    """A case's body with the names put back of the kinds of people that may be seen in each unit."""
    own = units[body["vacancy"]["unit"]]
    told = _with_scenarios(
        body,
        lambda unit: with_names(session, units[unit["id"]], unit["scenario"], kinds(units[unit["id"]])),
    )
    named = with_names(session, own, {LISTS["employee"]: body.get("priority", ())}, kinds(own))
    return told | ({"priority": named[LISTS["employee"]]} if "priority" in body else {})


def split_case_names(
    session: Session, body: Body, units: Mapping[str, UUID], may_change: Callable[[UUID], bool]
) -> None:
    """Keep the names that a case came with: those of its scenarios where that is allowed, and of who is new."""
    for unit in body["units"]:
        if may_change(units[unit["id"]]):
            split_names(session, units[unit["id"]], unit["scenario"])
    own = units[body["vacancy"]["unit"]]
    for person in body.get("priority", ()):
        if person.get("name") and session.get(Person, (own, "employee", person["id"])) is None:
            session.add(Person(unit_id=own, kind="employee", alias=person["id"], name=person["name"]))
    session.flush()


def people_in(body: Body, place: str) -> Iterator[tuple[Kind, Body]]:
    """The people that a case holds of one of its units (by its id in the case), each with its kind."""
    unit = next(one for one in body["units"] if one["id"] == place)
    for kind, field in LISTS.items():
        for person in unit["scenario"].get(field, ()):
            yield kind, person
    if body["vacancy"]["unit"] == place:
        for person in body.get("priority", ()):
            yield "employee", person


def _with_scenarios(body: Body, changed: Callable[[Body], Body]) -> Body:
    return body | {"units": [unit | {"scenario": changed(unit)} for unit in body["units"]]}
