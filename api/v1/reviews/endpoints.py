"""`/v1/reviews`: the forum's cases. Whoever starts, reads or decides one needs the right in each of its units."""

from __future__ import annotations

from typing import Annotated, get_args
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy.orm import Session

from api.access.doors import check, may
from api.access.principal import Principal
from api.deps import Configured, Kept, Language, Queue
from api.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    TooMany,
    Unauthenticated,
    problems,
)
from api.jobs.kinds import UNFINISHED
from api.requests import StrictRoute
from api.room import heavy
from api.store.tables import CaseDecision, Job
from api.v1.cursors import Page, Paged
from api.v1.jobs import service as jobs_service
from api.v1.jobs.following import RETRY_SECONDS, add_changing, add_events
from api.v1.once import Made, Make, Onced
from api.v1.reviews import deciding, judging, service
from api.v1.reviews.schemas import (
    MEDIA,
    DecisionIn,
    DecisionOut,
    Form,
    IndicatorsOut,
    Paper,
    PaperOut,
    ReviewIn,
    ReviewOut,
)
from api.v1.versions import UNCHANGED, IfMatch, IfNoneMatch, answered, etag

router = APIRouter(route_class=StrictRoute, tags=["reviews"])
KNOWN = (Unauthenticated, Forbidden, NotFound)
Reader = Annotated[Principal, Depends(may("case.read"))]
Writer = Annotated[Principal, Depends(may("case.write"))]
PaperReader = Annotated[Principal, Depends(may("paper.read"))]


@router.post("/reviews", status_code=202, response_model=ReviewOut, summary="Regn en sak for forumet",
             responses=problems(*KNOWN, Conflict, Invalid, TooMany))  # fmt: skip
@heavy
def submit_review(
    given: ReviewIn, *, once: Onced, principal: Writer, jobs: Queue, settings: Configured, lang: Language
) -> Response:
    for unit in (*given.others.values(), given.unit):
        check(principal, "case.write", unit)

    def prepare() -> Make:
        with once.store.reading() as session:
            case, asked = service.wanted(session, given, settings)

        def make(session: Session) -> Made:
            job = service.submit(session, case, asked, principal=principal, jobs=jobs, settings=settings)
            headers = {"Location": f"/v1/reviews/{job.id}", "Retry-After": "1"}
            told = service.out(session, job, principal, lang)
            return Made(told, 202, headers, told.model_copy(update={"case": service.bare(case.body)}))

        return make

    return once.answer_prepared(principal, prepare)


@router.get("/reviews", summary="Sakene som gjelder enheten", responses=problems(*KNOWN, Invalid))
def list_reviews(
    unit: Annotated[UUID, Query()], *, store: Kept, cursor: Paged, principal: Reader, lang: Language
) -> Page[ReviewOut]:
    check(principal, "case.read", unit)
    with store.reading() as session:
        rows, following = cursor.page(session, service.of_unit(unit, principal), Job.id)
        return Page(items=[service.out(session, row, principal, lang) for row in rows], next=following)


@router.get("/reviews/{job}", response_model=ReviewOut, summary="Saken, og alternativene side om side",
            responses=problems(*KNOWN) | UNCHANGED)  # fmt: skip
def read_review(
    job: UUID, *, store: Kept, principal: Reader, lang: Language, if_none_match: IfNoneMatch = None
) -> Response:
    with store.reading() as session:
        found = service.out(session, jobs_service.read(session, "review", job), principal, lang)
    version = deciding.DECIDED if found.decision else deciding.UNDECIDED
    response = answered(found, version, if_none_match)
    if found.state in UNFINISHED:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


add_events(router, "review")
add_changing(router, "review")


@router.get("/reviews/{job}/papers", summary="Sakens papirer",
            responses=problems(*KNOWN, Conflict), dependencies=[Depends(may("paper.read"))])  # fmt: skip
def list_papers(job: UUID, store: Kept) -> list[PaperOut]:
    with store.reading() as session:
        judging.check_done(jobs_service.read(session, "review", job))
    return [PaperOut(name=name, forms=list(MEDIA)) for name in get_args(Paper)]


@router.get(
    "/reviews/{job}/papers/{paper}",
    summary="Et av sakens papirer som fil",
    responses=problems(*KNOWN, Conflict, Invalid, TooMany)
    | {200: {"content": {kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in MEDIA.values()}}},
    response_class=Response,
)
@heavy
def read_paper(
    job: UUID, paper: Paper, *, store: Kept, principal: PaperReader, lang: Language,
    form: Annotated[Form, Query(alias="format")] = "pdf",
) -> Response:  # fmt: skip
    content = judging.paper(store, job, paper, form, principal=principal, lang=lang)
    headers = {"Content-Disposition": f'attachment; filename="{paper}.{form}"'}
    return Response(content, media_type=MEDIA[form], headers=headers)


@router.post(
    "/reviews/{job}/decision",
    status_code=201,
    response_model=DecisionOut,
    summary="Avgjør saken: den lukkes, og de nye scenariene og turnusene lages",
    responses=problems(*KNOWN, Conflict, PreconditionFailed, Invalid, PreconditionRequired, TooMany),
)
@heavy
def decide(
    job: UUID, given: DecisionIn, *, once: Onced, principal: Writer, if_match: IfMatch = None
) -> Response:
    def prepare() -> Make:
        keep = deciding.prepare(once.store, job, given, if_match=if_match, principal=principal)

        def make(session: Session) -> Made:
            told = service.decision_out(keep(session))
            where = f"/v1/reviews/{job}/decision"
            return Made(told, 201, {"Location": where, "ETag": etag(deciding.DECIDED)})

        return make

    return once.answer_prepared(principal, prepare)


@router.get("/reviews/{job}/decision", summary="Vedtaket i saken", responses=problems(*KNOWN),
            dependencies=[Depends(may("case.read"))])  # fmt: skip
def read_decision(job: UUID, store: Kept) -> DecisionOut:
    with store.reading() as session:
        jobs_service.read(session, "review", job)
        row = session.get(CaseDecision, job)
        if row is None:
            raise NotFound
        return service.decision_out(row)


@router.get("/units/{unit}/indicators", summary="Nøkkeltallene over tid: før og etter hver sak som er avgjort",
            responses=problems(*KNOWN, Invalid))  # fmt: skip
def list_indicators(unit: UUID, *, store: Kept, cursor: Paged, principal: Reader) -> Page[IndicatorsOut]:
    with store.reading() as session:
        rows, following = cursor.page(session, service.decided(unit, principal), Job.id)
        return Page(items=[service.indicators_out(session, row) for row in rows], next=following)
