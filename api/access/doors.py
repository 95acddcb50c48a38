"""The doors: every route names the right it takes, and nobody comes in who does not have it there.

`may("scenario.read")` is a dependency. It finds who is asking (401 for nobody), the unit that the path belongs to
(`{unit}` itself, or that of the `{scenario}`, `{roster}` or `{job}`), and whether a role there gives the right (the
table is in `rights`): an unknown thing and one in a unit where the principal has no role are both 404. A case of
several units takes the right in each. Where the body names the unit, the route's service calls `check` itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from api.access.authenticate import principal_of
from api.access.principal import Passage, Principal
from api.access.rights import RIGHTS, has_right
from api.deps import Kept
from api.errors import Forbidden, NotFound, Unauthenticated
from api.store.tables import CaseUnit, Job, Roster, Scenario, Unit

OWNED: dict[str, Any] = {"scenario": Scenario, "roster": Roster, "job": Job}
"""path parameters and the tables whose rows know their unit"""


def may(right: str) -> Callable[..., Principal]:
    """A dependency that lets in whoever has the right where the path leads, and gives who it is."""
    row = RIGHTS[right]

    def door(
        request: Request, store: Kept, principal: Annotated[Principal, Depends(principal_of)]
    ) -> Principal:
        passage = request.state.passage = Passage(right, subject=_subject(request))
        principal = request.state.principal = replace(principal, passage=passage)
        if row.of_no_unit:
            if not has_right(principal, right):
                raise Forbidden
            return principal
        with store.reading() as session:
            units = _units_of_path(request, session)
        for unit in units:  # none where the body names it, and the service checks
            check(principal, right, unit)
        return principal

    door.right = right  # type: ignore[attr-defined]  # read by the test of every route
    return door


def check(principal: Principal, right: str, unit: UUID) -> None:
    """Raise NotFound where the principal has no role in the unit, Forbidden where none of its roles has the right.

    The unit must be there: a role that is held everywhere is held in one that is not, too.
    """
    if principal.passage:
        principal.passage.right, principal.passage.unit = right, unit
    if not principal.roles_in(unit):
        raise NotFound
    if not has_right(principal, right, unit):
        raise Forbidden


def still_may(request: Request, right: str, units: Sequence[UUID]) -> bool:
    """Whether whoever sent the request would be let in now: a key or a role may be gone while a stream goes on."""
    state, given = request.app.state, request.headers.get("authorization", "").partition(" ")[2]
    shown = HTTPAuthorizationCredentials(scheme="Bearer", credentials=given) if given else None
    try:
        principal = principal_of(request, state.settings, state.store, shown, None)
    except Unauthenticated:
        return False
    return all(has_right(principal, right, unit) for unit in units)


def units_of(principal: Principal) -> Select[Unit]:
    """A select of the units that the principal may know of."""
    known = select(Unit)
    return known if principal.in_every_unit else known.where(Unit.id.in_(list(principal.roles)))


def units_of_job(session: Session, job: UUID, own: UUID) -> tuple[UUID, ...]:
    """The units whose right a job takes: those of its case where it is a review, its own last."""
    others = select(CaseUnit.unit_id).where(CaseUnit.job_id == job, CaseUnit.unit_id != own)
    return (*session.scalars(others), own)


def _units_of_path(request: Request, session: Session) -> tuple[UUID, ...]:
    """The units that the path leads to; none where it names none."""
    path = request.path_params
    if "unit" in path:
        return (_known(session.get(Unit, _id(path["unit"])), "id"),)
    for name, table in OWNED.items():
        if name in path:
            found = _id(path[name])
            own = _known(session.get(table, found), "unit_id")
            return units_of_job(session, found, own) if table is Job else (own,)
    return ()


def _known(row: Any, column: str) -> UUID:
    if row is None or getattr(row, "deleted_at", None) is not None:
        raise NotFound
    unit: UUID = getattr(row, column)
    return unit


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def _subject(request: Request) -> str | None:
    """What the path names besides the unit."""
    return "/".join(str(value) for name, value in request.path_params.items() if name != "unit") or None
