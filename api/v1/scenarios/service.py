"""What is done with scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

import solver
from api.access.principal import Principal
from api.errors import NotFound
from api.ids import new_id
from api.privacy.seen import kinds_seen
from api.settings import Settings
from api.store.names import split_names, with_names
from api.store.tables import Scenario, ScenarioVersion, now
from api.v1.scenarios.schemas import ScenarioInfo, ScenarioOut
from api.v1.size import check_size
from api.v1.versions import check_match
from solver.domain.scenario import Scenario as Asked


@dataclass(frozen=True)
class Sent:
    """A scenario as it was sent, read and checked: what is left is to keep it."""

    asked: Asked
    body: dict[str, Any]
    sha256: str

    @classmethod
    def of(cls, asked: Asked) -> Sent:
        return cls(asked, solver.data(asked), solver.sha256(asked))


def sent(raw: bytes, settings: Settings) -> Sent:
    """A body read; raises FaultError with every fault of it."""
    return Sent.of(check_size(solver.load(raw), settings))


def make(session: Session, unit: UUID, given: Sent, principal: Principal) -> ScenarioOut:
    """A new scenario with its first version."""
    scenario = Scenario(id=new_id(), unit_id=unit)
    session.add(scenario)
    session.flush()
    return _out(session, scenario, _add_version(session, scenario, given, principal), principal)


def change(
    session: Session, scenario: UUID, given: Sent, *, if_match: str | None, principal: Principal
) -> ScenarioOut:
    """A new version of a scenario that is as its writer knows it."""
    found = session.get(Scenario, scenario, with_for_update=True)
    if found is None or found.deleted_at is not None:
        raise NotFound
    check_match(if_match, found.version)
    found.version += 1
    return _out(session, found, _add_version(session, found, given, principal), principal)


def read(session: Session, scenario: UUID, principal: Principal) -> ScenarioOut:
    found, version = newest(session, scenario)
    return _out(session, found, version, principal)


def delete(session: Session, scenario: UUID) -> None:
    """Take a scenario out of every list; its versions stay with the rosters that came of them."""
    found = session.get(Scenario, scenario, with_for_update=True)
    if found is None or found.deleted_at is not None:
        raise NotFound
    found.deleted_at = now()


def of_unit(unit: UUID) -> Select[Any]:
    """A select of the unit's scenarios."""
    return select(Scenario).where(Scenario.unit_id == unit, Scenario.deleted_at.is_(None))


def infos(session: Session, rows: Sequence[Scenario]) -> list[ScenarioInfo]:
    """The rows as lists show them."""
    versions = select(ScenarioVersion).where(ScenarioVersion.scenario_id.in_([row.id for row in rows]))
    found = {(one.scenario_id, one.number): one for one in session.scalars(versions)}
    return [ScenarioInfo(**_info(row, found[row.id, row.version])) for row in rows]


def newest(session: Session, scenario: UUID) -> tuple[Scenario, ScenarioVersion]:
    """A scenario and its newest version; NotFound where there is none."""
    found = session.get(Scenario, scenario)
    if found is None or found.deleted_at is not None:
        raise NotFound
    version = session.get(ScenarioVersion, (scenario, found.version))
    assert version is not None
    return found, version


def _add_version(session: Session, scenario: Scenario, given: Sent, principal: Principal) -> ScenarioVersion:
    version = ScenarioVersion(
        scenario_id=scenario.id,
        number=scenario.version,
        name=given.asked.id,
        title=given.asked.name,
        body=split_names(session, scenario.unit_id, given.body),
        sha256=given.sha256,
        created_by=principal.id,
    )
    session.add(version)
    session.flush()
    return version


def _info(scenario: Scenario, version: ScenarioVersion) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "unit": scenario.unit_id,
        "version": version.number,
        "name": version.name,
        "title": version.title,
        "sha256": version.sha256,
        "created_at": scenario.created_at,
        "changed_at": version.created_at,
    }


def _out(session: Session, scenario: Scenario, version: ScenarioVersion, principal: Principal) -> ScenarioOut:
    body = with_names(session, scenario.unit_id, version.body, kinds_seen(principal, scenario.unit_id))
    return ScenarioOut(**_info(scenario, version), scenario=body)
