"""Everything that is held about one person, for whoever asks for it (the right of access, GDPR article 15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.names import LISTS, Body, Kind
from api.store.tables import Person, Roster, RosterVersion, Scenario, ScenarioVersion


def held(session: Session, unit: UUID, kind: Kind, alias: str) -> Body:
    """The name, and the person's part of every scenario version and roster version of the unit.

    Empty lists and no name where nothing is held.
    """
    kept = session.get(Person, (unit, kind, alias))
    return {
        "unit": str(unit),
        "kind": kind,
        "alias": alias,
        "name": kept.name if kept else None,
        "kept_since": kept.created_at.isoformat() if kept else None,
        "scenarios": list(_in_scenarios(session, unit, kind, alias)),
        "rosters": list(_in_rosters(session, unit, kind, alias)),
    }


def _in_scenarios(session: Session, unit: UUID, kind: Kind, alias: str) -> Iterator[Body]:
    versions = (
        select(ScenarioVersion)
        .join(Scenario, Scenario.id == ScenarioVersion.scenario_id)
        .where(Scenario.unit_id == unit)
        .order_by(ScenarioVersion.scenario_id, ScenarioVersion.number)
    )
    for version in session.scalars(versions):
        mine = [one for one in version.body.get(LISTS[kind], ()) if one["id"] == alias]
        around = list(_as_contact(version.body.get("residents", ()), alias)) if kind == "employee" else []
        if mine or around:
            yield {
                "scenario": str(version.scenario_id),
                "version": version.number,
                "made_at": version.created_at.isoformat(),
                "entries": mine,
                "fixed_contact_of": around,
            }


def _as_contact(residents: Any, alias: str) -> Iterator[str]:
    for resident in residents:
        fixed = resident.get("fixed") or {}
        if alias in (fixed.get("primary"), fixed.get("secondary"), *fixed.get("team", ())):
            yield resident["id"]


def _in_rosters(session: Session, unit: UUID, kind: Kind, alias: str) -> Iterator[Body]:
    versions = (
        select(RosterVersion)
        .join(Roster, Roster.id == RosterVersion.roster_id)
        .where(Roster.unit_id == unit)
        .order_by(RosterVersion.roster_id, RosterVersion.number)
    )
    for version in session.scalars(versions):
        body = version.body
        found = {
            "lines": [
                one for one in body.get("lines", ()) if kind == "employee" and one["employee"] == alias
            ],
            "contacts": [one for one in body.get("contacts", ()) if _is_in(one, kind, alias)],
            "findings": [
                one for one in body.get("findings", ()) if kind == "employee" and one.get("employee") == alias
            ],
        }
        if any(found.values()):
            yield {
                "roster": str(version.roster_id),
                "version": version.number,
                "made_at": version.created_at.isoformat(),
            } | found


def _is_in(contacts: Body, kind: Kind, alias: str) -> bool:
    if kind == "resident":
        return bool(contacts["resident"] == alias)
    return alias in (contacts.get("primary"), contacts.get("secondary"), *contacts.get("team", ()))
