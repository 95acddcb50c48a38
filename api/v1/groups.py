"""`/v1/groups`: which groups of the municipality's log-in give which roles. For the administrator."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, StringConstraints
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from api.access.doors import may
from api.access.principal import EVERYWHERE, Principal, Role
from api.access.tables import GroupRole
from api.deps import Kept
from api.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.ids import new_id
from api.requests import StrictRoute
from api.store.tables import Unit
from api.v1.cursors import Page, Paged
from api.v1.once import Made, Onced
from solver.domain.fault import Fault, fault

router = APIRouter(route_class=StrictRoute, prefix="/groups", tags=["grupper"])
GroupName = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
EXAMPLE: dict[str, Any] = {
    "group": "turnus-ledere-solsiden",
    "role": "manager",
    "unit": "0193f7a0-c0de-7000-a000-000000000000",
}
NEEDS_UNIT = ("Rollen «{role}» gis i én enhet.", "Skriv enheten.")
HAS_NO_UNIT = ("Rollen «{role}» gjelder i alle enheter.", "Fjern enheten.")
NO_SUCH_UNIT = ("Enheten finnes ikke.", "Skriv en enhet fra GET /v1/units.")


class GroupIn(BaseModel):
    """What a group gives: a role in a unit, or one that holds in every unit."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE})

    group: GroupName
    role: Role
    unit: UUID | None = None


class GroupOut(GroupIn):
    """What a group gives, as it is kept."""

    id: UUID


@router.get(
    "",
    summary="Hvilke grupper som gir hvilke roller",
    responses=problems(Unauthenticated, Forbidden, Invalid),
    dependencies=[Depends(may("groups.read"))],
)
def list_groups(store: Kept, cursor: Paged) -> Page[GroupOut]:
    with store.reading() as session:
        found, following = cursor.page(session, select(GroupRole), GroupRole.id)
    return Page(items=[_out(row) for row in found], next=following)


@router.post(
    "",
    status_code=201,
    response_model=GroupOut,
    summary="La en gruppe gi en rolle",
    responses=problems(Unauthenticated, Forbidden, Conflict, Invalid),
)
def make_group(
    given: GroupIn, *, once: Onced, principal: Annotated[Principal, Depends(may("groups.write"))]
) -> Response:
    def make(session: Session) -> Made:
        faults = _faults(session, given)
        if faults:
            raise Invalid(faults=faults)
        kept = session.scalar(_same(given))
        if kept is None:
            kept = GroupRole(id=new_id(), group_name=given.group, role=given.role, unit_id=given.unit)
            session.add(kept)
        return Made(_out(kept), headers={"Location": f"/v1/groups/{kept.id}"})

    return once.answer(principal, make)


@router.delete(
    "/{mapping}",
    status_code=204,
    summary="La en gruppe ikke gi en rolle lenger",
    responses=problems(Unauthenticated, Forbidden, NotFound, Invalid),
    dependencies=[Depends(may("groups.write"))],
)
def remove_group(mapping: UUID, store: Kept) -> None:
    with store.writing() as session:
        kept = session.get(GroupRole, mapping)
        if kept is None:
            raise NotFound
        session.delete(kept)


def _faults(session: Session, given: GroupIn) -> list[Fault]:
    if given.role in EVERYWHERE:
        return [fault("unit", "has_no_unit", *HAS_NO_UNIT, role=given.role)] if given.unit else []
    if given.unit is None:
        return [fault("unit", "needs_unit", *NEEDS_UNIT, role=given.role)]
    return [] if session.get(Unit, given.unit) else [fault("unit", "no_such_unit", *NO_SUCH_UNIT)]


def _same(given: GroupIn) -> Select[GroupRole]:
    where = (GroupRole.group_name == given.group, GroupRole.role == given.role)
    return select(GroupRole).where(*where, GroupRole.unit_id.is_not_distinct_from(given.unit))


def _out(row: GroupRole) -> GroupOut:
    return GroupOut(id=row.id, group=row.group_name, role=Role(row.role), unit=row.unit_id)
