"""`/v1/units/{unit}/members`: who has a role in a unit, by alias.

Being a tillitsvalgt is union membership: only those who give the roles see them.
"""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access import roles, users
from api.access.doors import may
from api.access.principal import Role
from api.access.tables import RoleGrant, User
from api.deps import Kept
from api.errors import Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.requests import StrictRoute
from api.v1.cursors import Page, Paged

router = APIRouter(route_class=StrictRoute, prefix="/units/{unit}/members", tags=["medlemmer"])
UnitRole = Literal[Role.MANAGER, Role.PLANNER, Role.UNION, Role.SAFETY]


class MemberIn(BaseModel):
    """The roles of a person in a unit, all of them."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"roles": ["planner"]}})

    roles: list[UnitRole] = Field(min_length=1, max_length=4)


class MemberOut(BaseModel):
    """A person with a role in the unit that was given here."""

    alias: str
    roles: list[Role]


@router.get(
    "",
    summary="Hvem som har en rolle i enheten",
    responses=problems(Unauthenticated, Forbidden, NotFound, Invalid),
    dependencies=[Depends(may("members.read"))],
)
def list_members(unit: UUID, store: Kept, cursor: Paged) -> Page[MemberOut]:
    here = select(RoleGrant.user_id).where(RoleGrant.unit_id == unit)
    with store.reading() as session:
        found, following = cursor.page(session, select(User).where(User.id.in_(here)), User.id)
        held = roles.given_in(session, unit)
    return Page(
        items=[MemberOut(alias=one.alias, roles=sorted(held[one.id])) for one in found], next=following
    )


@router.put(
    "/{alias}",
    summary="Gi en person roller i enheten",
    responses=problems(Unauthenticated, Forbidden, NotFound, Invalid),
    dependencies=[Depends(may("members.write"))],
)
def set_member(unit: UUID, alias: str, given: MemberIn, store: Kept) -> MemberOut:
    with store.writing() as session:
        user = person(session, alias)
        roles.set_in(session, user.id, unit, frozenset(given.roles))
    return MemberOut(alias=user.alias, roles=sorted(set(given.roles)))


@router.delete(
    "/{alias}",
    status_code=204,
    summary="Ta tilbake en persons roller i enheten",
    responses=problems(Unauthenticated, Forbidden, NotFound, Invalid),
    dependencies=[Depends(may("members.write"))],
)
def remove_member(unit: UUID, alias: str, store: Kept) -> None:
    with store.writing() as session:
        if not roles.set_in(session, person(session, alias).id, unit, frozenset()):
            raise NotFound


def person(session: Session, alias: str) -> User:
    """The person of an alias, shut out or not."""
    user = users.by_alias(session, alias) if len(alias) <= users.LONGEST_ALIAS else None
    if user is None:
        raise NotFound("Ingen heter «{alias}».", code="no_such_person", alias=alias[: users.LONGEST_ALIAS])
    return user
