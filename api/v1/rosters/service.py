"""What is done with rosters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

import solver
from api.access.principal import Principal
from api.errors import Invalid, NotFound
from api.ids import new_id
from api.jobs.results import versions
from api.privacy.refuse import refuse_identity_numbers
from api.privacy.seen import kinds_seen
from api.settings import Settings
from api.store.names import with_names
from api.store.tables import Roster, RosterVersion
from api.v1.given import GivenScenario, roster_of, scenario_of
from api.v1.rosters.files import Format
from api.v1.rosters.schemas import RosterInfo, RosterOut
from api.v1.versions import check_match
from api.words import Lang
from solver.domain.fault import fault
from solver.domain.roster import Roster as Made
from solver.domain.scenario import Scenario as Asked


@dataclass(frozen=True)
class Brought:
    """A roster that somebody brings: in the library's fields, or as a file of a form."""

    scenario: Any
    roster: Any
    form: Format | None = None
    name: str | None = None


@dataclass(frozen=True)
class Checked:
    """A roster read and audited: what is left is to keep it."""

    body: dict[str, Any]
    scenario: GivenScenario
    name: str


def checked(session: Session, unit: UUID, brought: Brought, settings: Settings) -> Checked:
    """A roster that was made elsewhere, audited; raises FaultError with every fault. Nothing is written."""
    scenario = scenario_of(session, brought.scenario, unit, settings)
    if brought.form:
        made = solver.load_roster(brought.roster, scenario.asked, brought.form)
    else:
        body = roster_of(session, brought.roster, scenario=scenario.asked, unit=unit, path="roster")
        made = solver.load_roster(body, scenario.asked)
    name = brought.name or scenario.asked.name or scenario.asked.id
    refuse_identity_numbers({"name": name, "roster": solver.data(made)})
    return Checked(_audited(made, scenario.asked), scenario, name)


def bring(session: Session, unit: UUID, given: Checked, principal: Principal) -> RosterOut:
    """Keep a roster as the unit's."""
    given.scenario.keep_names(session, unit)
    row = Roster(id=new_id(), unit_id=unit, name=given.name, version=1)
    session.add(row)
    session.flush()
    version = _version(row, given.body, given.scenario, principal)
    session.add(version)
    session.flush()
    return _out(session, row, version, principal)


def changed(session: Session, roster: UUID, raw: bytes, if_match: str | None) -> Checked:
    """Other lines for a roster that is as its writer knows it, audited against the same scenario."""
    row = session.get(Roster, roster)
    if row is None:
        raise NotFound
    check_match(if_match, row.version)
    before = _newest(session, row)
    asked = solver.load(before.scenario)
    body = _audited(solver.load_roster(solver.fields(raw), asked), asked)
    refuse_identity_numbers(body)
    came_from = GivenScenario(asked, before.scenario, before.scenario_id, before.scenario_version)
    return Checked(body, came_from, row.name)


def change(
    session: Session, roster: UUID, given: Checked, *, if_match: str | None, principal: Principal
) -> RosterOut:
    """A new version of a roster."""
    row = session.get(Roster, roster, with_for_update=True)
    if row is None:
        raise NotFound
    check_match(if_match, row.version)
    row.version += 1
    version = _version(row, given.body, given.scenario, principal)
    session.add(version)
    session.flush()
    return _out(session, row, version, principal)


def read(session: Session, roster: UUID, principal: Principal) -> RosterOut:
    row = session.get(Roster, roster)
    if row is None:
        raise NotFound
    return _out(session, row, _newest(session, row), principal)


def export(
    session: Session, roster: UUID, form: Format, *, principal: Principal, lang: Lang
) -> tuple[bytes, str]:
    """A roster as a file of a form, and what the file is called."""
    row = session.get(Roster, roster)
    if row is None:
        raise NotFound
    version = _newest(session, row)
    kinds = kinds_seen(principal, row.unit_id)
    asked = solver.load(with_names(session, row.unit_id, version.scenario, kinds))
    content = solver.written(solver.load_roster(version.body, asked), form, asked, lang=lang)
    return content, f"{row.id}.{form}"


def of_unit(unit: UUID) -> Select[Any]:
    """A select of the unit's rosters."""
    return select(Roster).where(Roster.unit_id == unit)


def infos(session: Session, rows: Sequence[Roster]) -> list[RosterInfo]:
    """The rows as lists show them."""
    found = select(RosterVersion).where(RosterVersion.roster_id.in_([row.id for row in rows]))
    known = {(one.roster_id, one.number): one for one in session.scalars(found)}
    return [RosterInfo(**_info(row, known[row.id, row.version])) for row in rows]


def _audited(made: Made, asked: Asked) -> dict[str, Any]:
    """A roster as the audit completes it, with all that the audit found and counted; nothing more is proven of it."""
    if not made.lines:
        message, instead = "Turnusen har ingen linjer.", "Send en turnus med linjer."
        raise Invalid(faults=[fault("roster.lines", "no_lines", message, instead)])
    checked = solver.audit(asked, made)
    update = {
        "status": None if checked.breaches else "feasible",
        "findings": checked.findings,
        "goals": checked.goals,
        "holes": checked.holes,
        "measures": checked.measures,
        "continuity": checked.continuity,
        "exchangeable": (),
    }
    return solver.data(checked.roster.model_copy(update=update))


def _newest(session: Session, row: Roster) -> RosterVersion:
    version = session.get(RosterVersion, (row.id, row.version))
    assert version is not None
    return version


def _version(
    row: Roster, body: dict[str, Any], scenario: GivenScenario, principal: Principal
) -> RosterVersion:
    return RosterVersion(
        roster_id=row.id,
        number=row.version,
        body=body,
        scenario_id=scenario.id,
        scenario_version=scenario.version,
        scenario=scenario.body,
        versions=versions(),
        seed=None,
        created_by=principal.id,
    )


def _info(row: Roster, version: RosterVersion) -> dict[str, Any]:
    return {
        "id": row.id,
        "unit": row.unit_id,
        "version": version.number,
        "name": row.name,
        "plan": row.job_id,
        "scenario": version.scenario_id,
        "scenario_version": version.scenario_version,
        "status": version.body.get("status"),
        "created_at": row.created_at,
        "changed_at": version.created_at,
    }


def _out(session: Session, row: Roster, version: RosterVersion, principal: Principal) -> RosterOut:
    return RosterOut(
        **_info(row, version),
        roster=version.body,
        asked=with_names(session, row.unit_id, version.scenario, kinds_seen(principal, row.unit_id)),
        versions=version.versions,
        seed=version.seed,
    )
