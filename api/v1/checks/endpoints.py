"""`/v1/audits` and `/v1/comparisons`: answered at once, nothing is kept."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends

import solver
from api.access.doors import check, may
from api.access.principal import Principal
from api.deps import Configured, Kept
from api.errors import Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.requests import StrictRoute
from api.room import heavy
from api.v1.checks.schemas import AuditIn, CheckIn, ComparisonIn
from api.v1.given import roster_of, scenario_of
from api.v1.units import service as units

router = APIRouter(route_class=StrictRoute, tags=["checks"])
Auditor = Annotated[Principal, Depends(may("audit.run"))]
ANSWERS = problems(Unauthenticated, Forbidden, NotFound, Invalid)


@router.post("/audits", summary="Kontroller en turnus mot alle regler", responses=ANSWERS)
@heavy
def audit(given: AuditIn, store: Kept, settings: Configured, principal: Auditor) -> dict[str, Any]:
    with store.reading() as session:
        _check(session, given, principal)
        asked = scenario_of(session, given.scenario, given.unit, settings).asked
        roster, current = (
            solver.load_roster(roster_of(session, one, scenario=asked, unit=given.unit, path=path), asked)
            if one is not None
            else None
            for path, one in (("roster", given.roster), ("current", given.current))
        )
    assert roster is not None
    return solver.data(solver.audit(asked, roster, current=current), asked)


@router.post("/comparisons", summary="Legg turnuser side om side", responses=ANSWERS)
@heavy
def compare(given: ComparisonIn, store: Kept, settings: Configured, principal: Auditor) -> dict[str, Any]:
    with store.reading() as session:
        _check(session, given, principal)
        asked = scenario_of(session, given.scenario, given.unit, settings).asked
        bodies = {
            name: roster_of(session, one, scenario=asked, unit=given.unit, path=f"rosters.{name}")
            for name, one in given.rosters.items()
        }
    rosters = {name: solver.load_roster(body, asked) for name, body in bodies.items()}
    return solver.data(solver.compare(asked, rosters))


def _check(session: Any, given: CheckIn, principal: Principal) -> None:
    """Where a unit is named, what is stored there may be meant."""
    if given.unit is not None:
        check(principal, "roster.read", given.unit)
        units.read(session, given.unit)
