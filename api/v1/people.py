"""`/v1/people`: who can log in, by alias, and the roles that hold in every unit. For the administrator."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from api.access import roles, users
from api.access.doors import may
from api.access.principal import Principal, Role
from api.access.tables import User
from api.deps import Kept
from api.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.requests import StrictRoute
from api.store.tables import now
from api.v1.cursors import Page, Paged
from api.v1.members import person

router = APIRouter(route_class=StrictRoute, prefix="/people", tags=["personer"])
Administrator = Annotated[Principal, Depends(may("people.write"))]
EXAMPLE: dict[str, Any] = {"in_every_unit": ["forum"], "shut_out": False}
OWN = "Du kan ikke endre din egen adgang. Be en annen som styrer Heltid."


class PersonIn(BaseModel):
    """What holds for a person in every unit, all of it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE})

    in_every_unit: list[Literal[Role.FORUM, Role.ADMINISTRATOR]] = Field(max_length=2)
    shut_out: bool = False
    """true: every log-in, session and key of the person ends, and no new one begins"""


class PersonOut(BaseModel):
    """A person who can log in, or could."""

    alias: str
    in_every_unit: list[Role]
    shut_out: bool
    created_at: datetime


@router.get(
    "",
    summary="Hvem som kan logge inn",
    responses=problems(Unauthenticated, Forbidden, Invalid),
    dependencies=[Depends(may("people.read"))],
)
def list_people(store: Kept, cursor: Paged) -> Page[PersonOut]:
    with store.reading() as session:
        found, following = cursor.page(session, select(User), User.id)
        held = roles.given_in(session, None)
    return Page(items=[_out(one, held.get(one.id, frozenset())) for one in found], next=following)


@router.put(
    "/{alias}",
    summary="Gi roller i alle enheter, eller steng ute",
    responses=problems(Unauthenticated, Forbidden, NotFound, Conflict, Invalid),
)
def set_person(alias: str, given: PersonIn, store: Kept, principal: Administrator) -> PersonOut:
    with store.writing() as session:
        user = _other(person(session, alias), principal)
        held = frozenset(given.in_every_unit)
        roles.set_in(session, user.id, None, held)
        if given.shut_out and user.disabled_at is None:
            users.shut_out(session, user, now())
        elif not given.shut_out:
            user.disabled_at = None
        return _out(user, held)


@router.delete(
    "/{alias}",
    status_code=204,
    summary="Fjern en person; bare aliaset blir igjen",
    responses=problems(Unauthenticated, Forbidden, NotFound, Conflict),
)
def remove_person(alias: str, store: Kept, principal: Administrator) -> None:
    with store.writing() as session:
        users.remove(session, _other(person(session, alias), principal), now())


def _other(user: User, principal: Principal) -> User:
    """Somebody else: whoever took the right from themselves could leave nobody who has it."""
    if user.id == principal.id:
        raise Conflict(OWN, code="own_access")
    return user


def _out(user: User, held: frozenset[Role]) -> PersonOut:
    return PersonOut(
        alias=user.alias,
        in_every_unit=sorted(held),
        shut_out=user.disabled_at is not None,
        created_at=user.created_at,
    )
