"""`/v1/units/{unit}/rosters` and `/v1/rosters/{roster}`."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Response
from pydantic import TypeAdapter
from sqlalchemy.orm import Session

import solver
from api.access.doors import may
from api.access.principal import Principal
from api.body_faults import checked_body
from api.deps import Configured, Kept, Language
from api.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    TooMany,
    Unauthenticated,
    UnsupportedMedia,
    problems,
)
from api.requests import StrictRoute
from api.room import heavy
from api.store.names import without_names
from api.store.tables import Roster
from api.v1.cursors import Page, Paged
from api.v1.library import RawBody, takes
from api.v1.once import Made, Make, Onced
from api.v1.rosters import service
from api.v1.rosters.files import MEDIA, READ, Format
from api.v1.rosters.schemas import RosterIn, RosterInfo, RosterName, RosterOut
from api.v1.versions import UNCHANGED, IfMatch, IfNoneMatch, answered, etag

router = APIRouter(route_class=StrictRoute, tags=["rosters"])
KNOWN = (Unauthenticated, Forbidden, NotFound)
Reader = Annotated[Principal, Depends(may("roster.read"))]
Writer = Annotated[Principal, Depends(may("roster.write"))]
BODIES: dict[str, Any] = {
    "application/json": {"schema": {"$ref": "#/components/schemas/RosterIn"}},
    **{kind: {"schema": {"type": "string", "format": "binary"}} for kind in READ},
}


@router.get(
    "/units/{unit}/rosters",
    summary="Enhetens turnuser",
    responses=problems(*KNOWN, Invalid),
    dependencies=[Depends(may("roster.read"))],
)
def list_rosters(unit: UUID, store: Kept, cursor: Paged) -> Page[RosterInfo]:
    with store.reading() as session:
        rows, following = cursor.page(session, service.of_unit(unit), Roster.id)
        return Page(items=service.infos(session, rows), next=following)


@router.post(
    "/units/{unit}/rosters",
    status_code=201,
    response_model=RosterOut,
    summary="Ta inn en turnus som er laget et annet sted",
    responses=problems(*KNOWN, Conflict, UnsupportedMedia, Invalid),
    openapi_extra={"requestBody": {"required": True, "content": BODIES}},
)
def bring_roster(
    unit: UUID, *, raw: RawBody, once: Onced, principal: Writer, settings: Configured,
    content_type: Annotated[str, Header(include_in_schema=False)] = "application/json",
    scenario: Annotated[str | None, Query(description="Når kroppen er en fil: scenariets id.")] = None,
    name: Annotated[RosterName | None, Query(description="Når kroppen er en fil: turnusens navn.")] = None,
) -> Response:  # fmt: skip
    brought = _brought(raw, content_type.partition(";")[0].strip().lower(), scenario, name)

    def prepare() -> Make:
        with once.store.reading() as session:
            given = service.checked(session, unit, brought, settings)

        def make(session: Session) -> Made:
            made = service.bring(session, unit, given, principal)
            headers = {"Location": f"/v1/rosters/{made.id}", "ETag": etag(made.version)}
            return Made(made, 201, headers, made.model_copy(update={"asked": without_names(made.asked)}))

        return make

    return once.answer_prepared(principal, prepare)


def _brought(raw: bytes, kind: str, scenario: str | None, name: str | None) -> service.Brought:
    """What a body of this kind of content brings."""
    if kind in READ:
        return service.Brought(scenario, raw, READ[kind], name)
    if kind not in ("application/json", "application/x-www-form-urlencoded", ""):
        raise UnsupportedMedia("Send JSON, CSV eller XLSX.")
    given = checked_body(TypeAdapter(RosterIn), solver.fields(raw))
    return service.Brought(given.scenario, given.roster, None, given.name)


@router.get(
    "/rosters/{roster}",
    response_model=RosterOut,
    summary="Les en turnus, og nøyaktig hva den kom av",
    responses=problems(*KNOWN) | UNCHANGED,
)
def read_roster(
    roster: UUID, *, store: Kept, principal: Reader, if_none_match: IfNoneMatch = None
) -> Response:
    with store.reading() as session:
        found = service.read(session, roster, principal)
    return answered(found, found.version, if_none_match)


@router.put(
    "/rosters/{roster}",
    summary="Lag en ny versjon av en turnus",
    responses=problems(*KNOWN, PreconditionFailed, Invalid, PreconditionRequired),
    openapi_extra=takes("roster"),
)
def change_roster(
    roster: UUID,
    *,
    raw: RawBody,
    response: Response,
    store: Kept,
    principal: Writer,
    if_match: IfMatch = None,
) -> RosterOut:
    with store.reading() as session:
        given = service.changed(session, roster, raw, if_match)
    with store.writing() as session:
        made = service.change(session, roster, given, if_match=if_match, principal=principal)
    response.headers["ETag"] = etag(made.version)
    return made


@router.get(
    "/rosters/{roster}/export",
    summary="Turnusen som fil",
    responses=problems(*KNOWN, Invalid, TooMany)
    | {200: {"content": {kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in MEDIA.values()}}},
    response_class=Response,
)
@heavy
def export_roster(
    roster: UUID, *, store: Kept, principal: Reader, lang: Language,
    form: Annotated[Format, Query(alias="format")] = "xlsx",
) -> Response:  # fmt: skip
    with store.reading() as session:
        content, name = service.export(session, roster, form, principal=principal, lang=lang)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=MEDIA[form], headers=headers)
