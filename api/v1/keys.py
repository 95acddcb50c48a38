"""`/v1/keys`: keys for programs. The key itself is in the answer that makes it, and nowhere else."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.access import keys
from api.access.doors import may
from api.access.principal import Principal
from api.access.rights import has_right
from api.access.tables import ApiKey
from api.deps import Configured, Kept
from api.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated, problems
from api.requests import StrictRoute
from api.store.tables import now
from api.v1.cursors import Page, Paged
from api.v1.once import Made, Onced
from solver.domain.fault import fault

router = APIRouter(route_class=StrictRoute, prefix="/keys", tags=["nøkler"])
Label = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
Right = Annotated[str, StringConstraints(min_length=1, max_length=40)]
EXAMPLE: dict[str, Any] = {"label": "lønnssystemet", "rights": ["unit.list", "roster.read"], "days": 90}
TOO_LONG = ("En nøkkel kan vare i {most} dager.", "Skriv {most} eller mindre.")


class KeyIn(BaseModel):
    """A key as it is asked for. Without units it holds in every unit you have; without days as long as is usual."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE})

    label: Label
    rights: list[Right] = Field(min_length=1, max_length=50)
    units: list[UUID] | None = Field(None, min_length=1, max_length=100)
    days: int | None = Field(None, ge=1, le=3660)


class KeyOut(BaseModel):
    """A key as it is known afterwards: by its prefix."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    prefix: str
    label: str
    rights: list[str]
    units: list[UUID] | None
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None


class KeyMade(KeyOut):
    """A key just made."""

    key: str | None
    """the key itself, told this once: a request that is sent again with its Idempotency-Key gets null"""


@router.get("", summary="Nøklene dine", responses=problems(Unauthenticated, Forbidden, Invalid))
def list_keys(
    store: Kept,
    cursor: Paged,
    principal: Annotated[Principal, Depends(may("keys.read"))],
    everyones: Annotated[bool, Query(alias="all", description="Alles, for den som styrer Heltid.")] = False,
) -> Page[KeyOut]:
    if everyones and not has_right(principal, "keys.all"):
        raise Forbidden
    rows = select(ApiKey) if everyones else select(ApiKey).where(ApiKey.user_id == principal.id)
    with store.reading() as session:
        found, following = cursor.page(session, rows, ApiKey.id)
    return Page(items=[KeyOut.model_validate(row) for row in found], next=following)


@router.post(
    "",
    status_code=201,
    response_model=KeyMade,
    summary="Lag en nøkkel",
    responses=problems(Unauthenticated, Forbidden, Conflict, Invalid),
)
def make_key(
    given: KeyIn,
    *,
    once: Onced,
    settings: Configured,
    principal: Annotated[Principal, Depends(may("keys.write"))],
) -> Response:
    wanted = keys.WantedKey(given.label, given.rights, given.units, given.days or settings.key_days)
    faults = keys.key_faults(principal, wanted)
    if wanted.days > settings.max_key_days:
        faults.append(fault("days", "too_long", *TOO_LONG, most=settings.max_key_days))
    if faults:
        raise Invalid(faults=faults)

    def make(session: Session) -> Made:
        kept, text = keys.make_key(session, principal, wanted, now=now(), most=settings.max_keys)
        told = KeyOut.model_validate(kept).model_dump()
        headers = {"Location": f"/v1/keys/{kept.id}", "Cache-Control": "no-store"}
        return Made(KeyMade(**told, key=text), headers=headers, kept=KeyMade(**told, key=None))

    return once.answer(principal, make)


@router.delete(
    "/{key}",
    status_code=204,
    summary="Trekk tilbake en nøkkel",
    responses=problems(Unauthenticated, Forbidden, NotFound, Invalid),
)
def revoke_key(key: UUID, store: Kept, principal: Annotated[Principal, Depends(may("keys.write"))]) -> None:
    with store.writing() as session:
        kept = session.get(ApiKey, key)
        if kept is None or not (kept.user_id == principal.id or has_right(principal, "keys.all")):
            raise NotFound
        kept.revoked_at = kept.revoked_at or now()
