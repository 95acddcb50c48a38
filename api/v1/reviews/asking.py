"""A case as a body gives it: whole, with what is stored put in the place of its ids. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

import solver
from api.privacy.free_text import refuse_names
from api.privacy.refuse import refuse_identity_numbers
from api.settings import Settings
from api.store.cases import people_in, without_case_names
from api.store.tables import CaseUnit
from api.v1.given import scenario_of, stored_roster, under
from api.v1.reviews.schemas import ReviewIn
from api.v1.size import check_size, refuse_too_many
from solver.domain.case import Case
from solver.domain.fault import Fault, FaultError, fault

Body = dict[str, Any]
CASE = "case"
TOO_MANY = (
    "{count} er mer enn de {most} som tas imot her.",
    "Del saken, eller be driften om en høyere grense.",
)


@dataclass(frozen=True)
class Sources:
    """Which unit here a unit of the case is, and what of it was given by id."""

    unit: UUID
    place: str
    scenario_id: UUID | None = None
    scenario_version: int | None = None
    roster_id: UUID | None = None
    roster_version: int | None = None

    def row(self, job: UUID) -> CaseUnit:
        named = {name: value for name, value in vars(self).items() if name != "unit"}
        return CaseUnit(job_id=job, unit_id=self.unit, **named)


@dataclass(frozen=True)
class GivenCase:
    """A case with its scenarios and rosters in it: `told` as it was sent, `body` with aliases only."""

    told: Body = field(repr=False)
    body: Body
    sources: tuple[Sources, ...] = field(default=())

    @property
    def units(self) -> dict[str, UUID]:
        return {one.place: one.unit for one in self.sources}


def case_of(session: Session, given: ReviewIn, settings: Settings) -> GivenCase:
    """The case that a body gives; raises FaultError with every fault, each with its path in the body."""
    raw = given.case if isinstance(given.case, Mapping) else {}
    refuse_identity_numbers({CASE: raw})
    if "decision" in raw:
        message, instead = "Saken er ikke avgjort når den sendes inn.", "Fjern feltet."
        raise FaultError([fault(f"{CASE}.decision", "decided", message, instead)])
    places = _places(given, raw)
    read = list(_units(session, raw, places, settings))
    case = under(
        CASE, lambda: solver.load_case({**raw, "units": [body for body, _ in read]} if read else raw)
    )
    under(CASE, lambda: _check(case, settings))
    told = solver.data(case)
    made = GivenCase(told, without_case_names(told), tuple(sources for _, sources in read if sources))
    _refuse_names(session, case, made)
    return made


def _places(given: ReviewIn, raw: Mapping[str, Any]) -> dict[str, UUID]:
    """Which unit here each unit of the case is; each is another one, and none is left out."""
    vacancy = raw.get("vacancy")
    own = vacancy.get("unit") if isinstance(vacancy, Mapping) else None
    units = raw.get("units")
    names = (
        [one.get("id") for one in units if isinstance(one, Mapping)]
        if isinstance(units, list | tuple)
        else []
    )
    known = {name for name in names if isinstance(name, str)}
    found = given.others | ({own: given.unit} if isinstance(own, str) else {})
    faults = [_other(name, "missing", "Si hvilken enhet «{name}» er.", "Legg til id-en her.")
              for name in sorted(known - found.keys())]  # fmt: skip
    faults += [_other(name, "unknown", "Saken har ingen annen enhet «{name}».", "Fjern den.")
               for name in given.others if name not in known or name == own]  # fmt: skip
    twice = [name for name, unit in given.others.items() if [*found.values()].count(unit) > 1]
    faults += [_other(name, "double", "«{name}» er en enhet som alt er med.", "Skriv en annen enhet.")
               for name in twice]  # fmt: skip
    if faults:
        raise FaultError(faults)
    return found


def _other(name: str, code: str, message: str, instead: str) -> Fault:
    return fault(f"others.{name}", code, message, instead, name=name)


def _units(
    session: Session, raw: Mapping[str, Any], places: Mapping[str, UUID], settings: Settings
) -> Iterator[tuple[Any, Sources | None]]:
    """Each unit of the case with what it names by id written out; what is no unit the library tells."""
    units = raw.get("units")
    for index, one in enumerate(units if isinstance(units, list | tuple) else ()):
        name = one.get("id") if isinstance(one, Mapping) else None
        if not isinstance(name, str):
            yield one, None
            continue
        unit, path = places[name], f"{CASE}.units[{index}]"
        body, sources = dict(one), Sources(unit, name)
        if isinstance(one.get("scenario"), str):
            stored = scenario_of(session, one["scenario"], unit, settings, path=f"{path}.scenario")
            body["scenario"] = stored.body
            sources = Sources(unit, name, stored.id, stored.version)
        if isinstance(one.get("roster"), str):
            roster = stored_roster(session, one["roster"], unit, f"{path}.roster")
            body["roster"] = roster.body
            sources = Sources(
                unit, name, sources.scenario_id, sources.scenario_version, roster.roster_id, roster.number
            )
        yield body, sources


def _check(case: Case, settings: Settings) -> None:
    """Raise FaultError where there is more of something than is taken in here, or the tariff is not there."""
    for index, unit in enumerate(case.units):
        scenario = unit.scenario
        under(f"units[{index}].scenario", lambda scenario=scenario: check_size(scenario, settings))
    limits = (
        ("wants_more", len(case.wants_more), settings.max_candidates),
        ("arrangements", len(case.arrangements), settings.max_arrangements),
    )
    refuse_too_many(limits, TOO_MANY)
    solver.check_case(case)


def _refuse_names(session: Session, case: Case, made: GivenCase) -> None:
    """Raise FaultError where a title holds the name of somebody the case brings, or of the units."""
    told = {f"{CASE}.id": case.id, f"{CASE}.name": case.name}
    told |= {f"{CASE}.units[{index}].name": unit.name for index, unit in enumerate(case.units)}
    new = [person.get("name") for place in made.units for _, person in people_in(made.told, place)]
    refuse_names(session, made.units.values(), told, new=[name for name in new if name])
