"""`/v1/me`: who the service takes you for."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from api.access.doors import may
from api.access.principal import Principal
from api.errors import Unauthenticated, problems
from api.requests import StrictRoute

router = APIRouter(route_class=StrictRoute, prefix="/me", tags=["me"])


class Me(BaseModel):
    """Who you are, and your roles by unit."""

    id: UUID
    kind: Literal["user", "key"]
    is_admin: bool
    roles: dict[UUID, list[str]]
    scopes: list[str]


@router.get("", summary="Hvem du er", responses=problems(Unauthenticated))
def read_me(principal: Annotated[Principal, Depends(may("me.read"))]) -> Me:
    return Me(
        id=principal.id,
        kind=principal.kind,
        is_admin=principal.is_admin,
        roles={unit: sorted(roles) for unit, roles in principal.roles.items()},
        scopes=sorted(principal.scopes),
    )
