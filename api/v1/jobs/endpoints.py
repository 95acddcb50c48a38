"""`/v1/plans`, `/v1/explanations`, `/v1/frontiers`: each kind is submitted in its own shape; the rest is alike."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from sqlalchemy.orm import Session

from api.access.doors import check, may
from api.access.principal import Principal
from api.deps import Configured, Kept, Language, Queue
from api.errors import Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthenticated, problems
from api.jobs.kinds import PATHS, Kind
from api.jobs.port import Jobs
from api.requests import StrictRoute
from api.settings import Settings
from api.v1.jobs import service
from api.v1.jobs.following import add_changing, add_events, add_list, add_reading
from api.v1.jobs.schemas import ExplanationIn, FrontierIn, JobIn, JobOut, PlanIn
from api.v1.once import Made, Make, Once, Onced

router = APIRouter(route_class=StrictRoute)
Worker = Annotated[Principal, Depends(may("job.write"))]
KINDS: tuple[Kind, ...] = ("plan", "explanation", "frontier")
"""reviews have a place of their own (`api.v1.reviews`)"""
SUBMITTED = problems(Unauthenticated, Forbidden, NotFound, Conflict, Invalid, TooMany)


@router.post("/plans", status_code=202, response_model=JobOut, tags=["plans"],
             summary="Lag en turnus", responses=SUBMITTED)  # fmt: skip
def submit_plan(
    given: PlanIn, *, once: Onced, principal: Worker, jobs: Queue, settings: Configured, lang: Language
) -> Response:
    return _submit("plan", given, once=once, principal=principal, jobs=jobs, settings=settings, lang=lang)


@router.post("/explanations", status_code=202, response_model=JobOut, tags=["explanations"],
             summary="Finn ut hvorfor noe ikke kan bemannes", responses=SUBMITTED)  # fmt: skip
def submit_explanation(
    given: ExplanationIn, *, once: Onced, principal: Worker, jobs: Queue, settings: Configured, lang: Language
) -> Response:
    return _submit(
        "explanation", given, once=once, principal=principal, jobs=jobs, settings=settings, lang=lang
    )


@router.post("/frontiers", status_code=202, response_model=JobOut, tags=["frontiers"],
             summary="Legg ordninger side om side", responses=SUBMITTED)  # fmt: skip
def submit_frontier(
    given: FrontierIn, *, once: Onced, principal: Worker, jobs: Queue, settings: Configured, lang: Language
) -> Response:
    return _submit("frontier", given, once=once, principal=principal, jobs=jobs, settings=settings, lang=lang)


def _submit(
    kind: Kind, given: JobIn, *, once: Once, principal: Principal, jobs: Jobs, settings: Settings, lang: str
) -> Response:
    check(principal, "job.write", given.unit)

    def prepare() -> Make:
        with once.store.reading() as session:
            asked = service.wanted(session, kind, given, settings)

        def make(session: Session) -> Made:
            job = service.submit(session, asked, principal=principal, jobs=jobs, settings=settings)
            where = f"/v1/{PATHS[kind]}/{job.id}"
            return Made(service.out(session, job, lang), 202, {"Location": where, "Retry-After": "1"})

        return make

    return once.answer_prepared(principal, prepare)


for _kind in KINDS:
    add_list(router, _kind)
    add_reading(router, _kind)
    add_events(router, _kind)
    add_changing(router, _kind)


@router.get(
    "/plans/{job}/roster",
    tags=["plans"],
    summary="Turnusen planen kom til; den beste til nå mens den arbeider",
    responses=problems(Unauthenticated, Forbidden, NotFound, Conflict)
    | {200: {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Roster"}}}}},
    dependencies=[Depends(may("job.read"))],
    response_model=None,
)
def read_plan_roster(job: UUID, store: Kept) -> dict[str, object]:
    with store.reading() as session:
        return service.roster(session, service.read(session, "plan", job))
