"""`/v1/units/{unit}/scenarios` and `/v1/scenarios/{scenario}`."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.access.doors import may
from api.access.principal import Principal
from api.deps import Configured, Kept
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
from api.store.names import without_names
from api.store.tables import Scenario
from api.v1.cursors import Page, Paged
from api.v1.library import RawBody, takes
from api.v1.once import Made, Make, Onced
from api.v1.scenarios import service
from api.v1.scenarios.schemas import ScenarioInfo, ScenarioOut
from api.v1.versions import UNCHANGED, IfMatch, IfNoneMatch, answered, check_match, etag

router = APIRouter(route_class=StrictRoute, tags=["scenarios"])
Writer = Annotated[Principal, Depends(may("scenario.write"))]
KNOWN = (Unauthenticated, Forbidden, NotFound)


@router.get(
    "/units/{unit}/scenarios",
    summary="Enhetens scenarier",
    responses=problems(*KNOWN, Invalid),
    dependencies=[Depends(may("scenario.read"))],
)
def list_scenarios(unit: UUID, store: Kept, cursor: Paged) -> Page[ScenarioInfo]:
    with store.reading() as session:
        rows, following = cursor.page(session, service.of_unit(unit), Scenario.id)
        return Page(items=service.infos(session, rows), next=following)


@router.post(
    "/units/{unit}/scenarios",
    status_code=201,
    summary="Lag et scenario",
    response_model=ScenarioOut,
    responses=problems(*KNOWN, Conflict, Invalid),
    openapi_extra=takes("scenario"),
)
def make_scenario(
    unit: UUID, *, raw: RawBody, once: Onced, principal: Writer, settings: Configured
) -> Response:
    def prepare() -> Make:
        given = service.sent(raw, settings)

        def make(session: Session) -> Made:
            made = service.make(session, unit, given, principal)
            headers = {"Location": f"/v1/scenarios/{made.id}", "ETag": etag(made.version)}
            kept = made.model_copy(update={"scenario": without_names(made.scenario)})
            return Made(made, 201, headers, kept)

        return make

    return once.answer_prepared(principal, prepare)


@router.get(
    "/scenarios/{scenario}",
    response_model=ScenarioOut,
    summary="Les et scenario",
    responses=problems(*KNOWN) | UNCHANGED,
)
def read_scenario(
    scenario: UUID,
    *,
    store: Kept,
    principal: Annotated[Principal, Depends(may("scenario.read"))],
    if_none_match: IfNoneMatch = None,
) -> Response:
    with store.reading() as session:
        found = service.read(session, scenario, principal)
    return answered(found, found.version, if_none_match)


@router.put(
    "/scenarios/{scenario}",
    summary="Lag en ny versjon av et scenario",
    responses=problems(*KNOWN, PreconditionFailed, Invalid, PreconditionRequired),
    openapi_extra=takes("scenario"),
)
def change_scenario(
    scenario: UUID,
    *,
    raw: RawBody,
    response: Response,
    store: Kept,
    principal: Writer,
    settings: Configured,
    if_match: IfMatch = None,
) -> ScenarioOut:
    with store.reading() as session:
        check_match(if_match, service.newest(session, scenario)[0].version)
    given = service.sent(raw, settings)
    with store.writing() as session:
        made = service.change(session, scenario, given, if_match=if_match, principal=principal)
    response.headers["ETag"] = etag(made.version)
    return made


@router.delete(
    "/scenarios/{scenario}",
    status_code=204,
    summary="Fjern et scenario",
    responses=problems(*KNOWN),
    dependencies=[Depends(may("scenario.write"))],
)
def delete_scenario(scenario: UUID, store: Kept) -> None:
    with store.writing() as session:
        service.delete(session, scenario)
