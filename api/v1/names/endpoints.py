"""`/v1/units/{unit}/names`."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from sqlalchemy import select

from api.access.doors import may
from api.access.principal import Principal
from api.deps import Configured, Kept
from api.errors import BadRequest, Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.privacy.forgetting import forget_for_good
from api.privacy.held import held
from api.privacy.refuse import refuse_identity_numbers
from api.privacy.seen import kinds_seen
from api.requests import StrictRoute
from api.store.names import keep
from api.store.tables import Person
from api.v1.names.schemas import HeldOut, Kind, NameIn, NameOut, NamesOut

router = APIRouter(route_class=StrictRoute, prefix="/units/{unit}/names", tags=["names"])
KNOWN = (Unauthenticated, Forbidden, NotFound, Invalid)
Alias = Annotated[str, Path(max_length=64)]


@router.get("", summary="Navnene i enheten", responses=problems(*KNOWN))
def list_names(
    unit: UUID, store: Kept, principal: Annotated[Principal, Depends(may("name.read"))]
) -> NamesOut:
    kinds = kinds_seen(principal, unit)
    with store.reading() as session:
        found = session.scalars(
            select(Person)
            .where(Person.unit_id == unit, Person.kind.in_(kinds))
            .order_by(Person.kind, Person.alias)
        )
        return NamesOut(items=[NameOut.model_validate(one, from_attributes=True) for one in found])


@router.put(
    "/{kind}/{person}",
    summary="Rett et navn",
    responses=problems(BadRequest, *KNOWN),
    dependencies=[Depends(may("name.write"))],
)
def correct_name(unit: UUID, kind: Kind, person: Alias, *, given: NameIn, store: Kept) -> NameOut:
    refuse_identity_numbers(given.model_dump())
    with store.writing() as session:
        keep(session, unit, kind, person, name=given.name)
    return NameOut(kind=kind, alias=person, name=given.name)


@router.delete(
    "/{kind}/{person}",
    status_code=204,
    summary="Slett et navn for godt",
    responses=problems(*KNOWN),
    dependencies=[Depends(may("name.write"))],
)
def delete_name(unit: UUID, kind: Kind, person: Alias, *, store: Kept, settings: Configured) -> None:
    with store.writing() as session:
        if not forget_for_good(session, settings.forgotten_file, unit, kind, alias=person):
            raise NotFound


@router.get(
    "/{kind}/{person}/held",
    summary="Alt som er lagret om én person",
    responses=problems(*KNOWN),
    dependencies=[Depends(may("name.write"))],
)
def read_held(unit: UUID, kind: Kind, person: Alias, store: Kept) -> HeldOut:
    with store.reading() as session:
        found = HeldOut.model_validate(held(session, unit, kind, person))
    if not (found.name or found.scenarios or found.rosters or found.cases):
        raise NotFound
    return found
