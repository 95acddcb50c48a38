"""`/v1/units`."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.access.doors import may, units_of
from api.access.principal import Principal
from api.deps import Kept
from api.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    Unauthenticated,
    problems,
)
from api.requests import StrictRoute
from api.store.tables import Unit
from api.v1.cursors import Page, Paged
from api.v1.once import Made, Onced
from api.v1.units import service
from api.v1.units.schemas import UnitIn, UnitOut
from api.v1.versions import UNCHANGED, IfMatch, IfNoneMatch, answered, etag

router = APIRouter(route_class=StrictRoute, prefix="/units", tags=["units"])


@router.get("", summary="Enhetene du har en rolle i", responses=problems(Unauthenticated, Invalid))
def list_units(
    store: Kept, cursor: Paged, principal: Annotated[Principal, Depends(may("unit.list"))]
) -> Page[UnitOut]:
    with store.reading() as session:
        rows, following = cursor.page(session, units_of(principal), Unit.id)
        return Page(items=[UnitOut.model_validate(row) for row in rows], next=following)


@router.post(
    "",
    status_code=201,
    response_model=UnitOut,
    summary="Lag en enhet",
    responses=problems(Unauthenticated, Forbidden, Conflict, Invalid),
)
def make_unit(
    given: UnitIn, *, once: Onced, principal: Annotated[Principal, Depends(may("unit.create"))]
) -> Response:
    def make(session: Session) -> Made:
        unit = service.make(session, given)
        headers = {"Location": f"/v1/units/{unit.id}", "ETag": etag(unit.version)}
        return Made(UnitOut.model_validate(unit), 201, headers)

    return once.answer(principal, make)


@router.get(
    "/{unit}",
    response_model=UnitOut,
    summary="Les en enhet",
    responses=problems(Unauthenticated, Forbidden, NotFound) | UNCHANGED,
    dependencies=[Depends(may("unit.read"))],
)
def read_unit(unit: UUID, store: Kept, if_none_match: IfNoneMatch = None) -> Response:
    with store.reading() as session:
        found = service.read(session, unit)
    return answered(UnitOut.model_validate(found), found.version, if_none_match)


@router.put(
    "/{unit}",
    summary="Endre en enhet",
    responses=problems(
        Unauthenticated, Forbidden, NotFound, PreconditionFailed, Invalid, PreconditionRequired
    ),
    dependencies=[Depends(may("unit.write"))],
)
def change_unit(
    unit: UUID, *, given: UnitIn, response: Response, store: Kept, if_match: IfMatch = None
) -> UnitOut:
    with store.writing() as session:
        found = service.change(session, unit, given, if_match)
    response.headers["ETag"] = etag(found.version)
    return UnitOut.model_validate(found)
