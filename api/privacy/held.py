"""Everything that is held about one person, for whoever asks for it (the right of access, GDPR article 15)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store.cases import people_in
from api.store.names import LISTS, Body, Kind
from api.store.tables import CaseUnit, Job, Person, Roster, RosterVersion, Scenario, ScenarioVersion


def held(session: Session, unit: UUID, kind: Kind, alias: str) -> Body:
    """The name, and the person's part of every scenario version, roster version and forum's case of the unit.

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
        "cases": list(_in_cases(session, unit, kind, alias)),
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


def _in_cases(session: Session, unit: UUID, kind: Kind, alias: str) -> Iterator[Body]:
    """What was asked of her in a case, and what each option and the claims say of her."""
    rows = select(Job, CaseUnit.place).join(CaseUnit, CaseUnit.job_id == Job.id)
    for job, place in session.execute(rows.where(CaseUnit.unit_id == unit).order_by(Job.id)):
        case, result = job.asked["case"], job.result or {}
        entries = [one for whose, one in people_in(case, place) if whose == kind and one["id"] == alias]
        told = {
            "wishes": _of(case.get("wants_more", ()), place, alias) if kind == "employee" else [],
            "claims": _claims(result.get("claims", {}), place, alias, is_own=case["vacancy"]["unit"] == place)
            if kind == "employee" else [],
            "options": [
                {"option": option["id"]} | told
                for option in result.get("options", ())
                if (told := _in_option(option, place, kind, alias))
            ],
        }  # fmt: skip
        if entries or any(told.values()):
            yield {"review": str(job.id), "made_at": job.created_at.isoformat(), "entries": entries} | told


def _in_option(option: Body, place: str, kind: Kind, alias: str) -> Body:
    if kind == "employee":
        told = {name: _of(option[name], place, alias) for name in ("changes", "positions")}
    else:
        told = {
            "contacts": [
                one for one in option["contacts"] if one["unit"] == place and one["resident"] == alias
            ]
        }
    return {name: found for name, found in told.items() if found}


def _claims(claims: Body, place: str, alias: str, *, is_own: bool) -> list[Body]:
    """What the law's grounds say of her; who was dismissed is told by the unit with the vacancy."""
    dismissed = [one for one in claims.get("dismissed", ()) if is_own and one["id"] == alias]
    return [
        *dismissed,
        *(one for name in ("larger", "extra") for one in _of(claims.get(name, ()), place, alias)),
    ]


def _of(rows: Any, place: str, alias: str) -> list[Body]:
    """Of these rows, the person's own."""
    return [one for one in rows if one.get("unit") == place and one.get("employee") == alias]


def _is_in(contacts: Body, kind: Kind, alias: str) -> bool:
    if kind == "resident":
        return bool(contacts["resident"] == alias)
    return alias in (contacts.get("primary"), contacts.get("secondary"), *contacts.get("team", ()))
