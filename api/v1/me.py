"""`/v1/me`: who the service takes you for, what you may, and where you are logged in."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict

from api.access import sessions
from api.access.cookies import SESSION
from api.access.doors import may
from api.access.keys import givable
from api.access.principal import Principal, Role
from api.access.rights import TABLE, has_right
from api.access.tables import SignIn
from api.access.tokens import csrf_token
from api.deps import Configured, Kept
from api.errors import Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.requests import StrictRoute
from api.store.tables import now
from api.v1.cursors import Page, Paged

router = APIRouter(route_class=StrictRoute, prefix="/me", tags=["me"])
Own = Annotated[Principal, Depends(may("sessions.own"))]


class Me(BaseModel):
    """Who you are and what you may."""

    id: UUID
    alias: str
    """what the journal and the administrator call you"""
    kind: Literal["user", "key"]
    is_admin: bool
    roles: dict[UUID, list[Role]]
    in_every_unit: list[Role]
    scopes: list[str]
    """of a key: the rights it is narrowed to; empty where nothing is narrowed"""
    rights: list[str]
    """those that are not a unit's"""
    key_rights: list[str]
    """those you can give a key of yours"""
    csrf: str | None
    """of a session: to be sent as `X-CSRF-Token` with every change"""


class SessionOut(BaseModel):
    """A log-in of yours that holds."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    via: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime
    is_this: bool = False


@router.get("", summary="Hvem du er, og hva du har adgang til", responses=problems(Unauthenticated))
def read_me(
    request: Request, settings: Configured, principal: Annotated[Principal, Depends(may("me.read"))]
) -> Me:
    secret = SESSION.read(request, settings) if principal.kind == "user" else None
    is_maker = has_right(principal, "keys.write")
    return Me(
        id=principal.id,
        alias=principal.name_alias,
        kind=principal.kind,
        is_admin=principal.is_admin,
        roles={unit: sorted(roles) for unit, roles in principal.roles.items()},
        in_every_unit=sorted(principal.in_every_unit),
        scopes=sorted(principal.scopes or ()),
        rights=[right.name for right in TABLE if right.of_no_unit and has_right(principal, right.name)],
        key_rights=givable(principal) if is_maker else [],
        csrf=csrf_token(secret) if secret else None,
    )


@router.get(
    "/sessions", summary="Innloggingene dine", responses=problems(Unauthenticated, Forbidden, Invalid)
)
def list_sessions(store: Kept, cursor: Paged, principal: Own) -> Page[SessionOut]:
    with store.reading() as session:
        rows, following = cursor.page(session, sessions.valid(principal.id, now()), SignIn.id)
    items = [SessionOut.model_validate(row) for row in rows]
    told = [item.model_copy(update={"is_this": item.id == principal.sign_in}) for item in items]
    return Page(items=told, next=following)


@router.delete(
    "/sessions", status_code=204, summary="Logg ut overalt", responses=problems(Unauthenticated, Forbidden)
)
def end_sessions(store: Kept, principal: Own) -> None:
    with store.writing() as session:
        sessions.end_all(session, principal.id, now())


@router.delete(
    "/sessions/{session}",
    status_code=204,
    summary="Avslutt en innlogging",
    responses=problems(Unauthenticated, Forbidden, NotFound, Invalid),
)
def end_session(session: UUID, store: Kept, principal: Own) -> None:
    with store.writing() as writing:
        if not sessions.end_one(writing, principal.id, session, now()):
            raise NotFound
