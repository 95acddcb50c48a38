"""What a body may give either by its id or as it is: a scenario, a roster. Faults have the path in the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

import solver
from api.errors import Invalid
from api.settings import Settings
from api.store.names import split_names, without_names
from api.store.tables import Roster, RosterVersion, Scenario, ScenarioVersion
from api.v1.size import check_size
from solver.domain.fault import FaultError, fault
from solver.domain.scenario import Scenario as Asked

Body = dict[str, Any]
SCENARIO = "scenario"


@dataclass(frozen=True)
class GivenScenario:
    """A scenario as it was given: with aliases only, and where it is stored (None: it is not).

    `told` is as it was sent, names and all; None where it is stored, and its names are kept.
    """

    asked: Asked
    body: Body
    id: UUID | None = None
    version: int | None = None
    told: Body | None = field(default=None, repr=False)

    def keep_names(self, session: Session, unit: UUID) -> None:
        """Keep the names it came with among the unit's."""
        if self.told is not None:
            split_names(session, unit, self.told)


def scenario_of(
    session: Session, given: Any, unit: UUID | None, settings: Settings, *, path: str = SCENARIO
) -> GivenScenario:
    """The scenario that a body gives; one that is stored must be the unit's. Nothing is written."""
    if isinstance(given, Mapping):
        asked = under(path, lambda: check_size(solver.load(given), settings))
        told = solver.data(asked)
        body = without_names(told)
        return GivenScenario(solver.load(body), body, told=told)
    wanted = _id(given, path)
    rows = (
        select(Scenario, ScenarioVersion)
        .join(ScenarioVersion, ScenarioVersion.scenario_id == Scenario.id)
        .where(Scenario.id == wanted, ScenarioVersion.number == Scenario.version)
        .where(Scenario.deleted_at.is_(None), Scenario.unit_id == unit)
    )
    found = session.execute(rows).first()
    if found is None:
        raise _unknown(path, "Enheten har ikke dette scenariet.", "Bruk id-en til et av enhetens scenarier.")
    version = found[1]
    return GivenScenario(solver.load(version.body), version.body, wanted, version.number)


def roster_of(session: Session, given: Any, *, scenario: Asked, unit: UUID | None, path: str) -> Body:
    """The roster that a body gives, held against the scenario; one that is stored must be the unit's."""
    body = given if isinstance(given, Mapping) else stored_roster(session, given, unit, path).body
    return solver.data(under(path, lambda: solver.load_roster(body, scenario)))


def stored_roster(session: Session, given: Any, unit: UUID | None, path: str) -> RosterVersion:
    """The newest version of the unit's roster that a body names by its id."""
    rows = (
        select(RosterVersion)
        .join(Roster, Roster.id == RosterVersion.roster_id)
        .where(Roster.id == _id(given, path), RosterVersion.number == Roster.version, Roster.unit_id == unit)
    )
    found: RosterVersion | None = session.scalar(rows)
    if found is None:
        raise _unknown(path, "Enheten har ikke denne turnusen.", "Bruk id-en til en av enhetens turnuser.")
    return found


def under(path: str, read: Any) -> Any:
    """What is read, its faults with the path of the body's field before their own."""
    try:
        return read()
    except FaultError as wrong:
        told = [
            replace(one, path=f"{path}.{one.path}" if one.path and one.path[0] != "[" else path + one.path)
            for one in wrong.faults
        ]
        raise FaultError(told) from None


def _id(given: Any, path: str) -> UUID:
    try:
        return UUID(given)
    except (ValueError, TypeError, AttributeError):
        message, instead = "Må være en id eller felt.", "Skriv id-en slik tjenesten ga den, eller feltene."
        raise FaultError([fault(path, "not_an_id", message, instead)]) from None


def _unknown(path: str, message: str, instead: str) -> Invalid:
    return Invalid(faults=[fault(path, "unknown", message, instead)])
