"""What is alike for every kind of job: list, read, follow, stop, delete."""

from __future__ import annotations

from enum import Enum
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from sse_starlette import EventSourceResponse

from api.access.doors import check, may, still_may, units_of_job
from api.access.principal import Principal
from api.deps import Kept, Language, Queue
from api.errors import Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthenticated, problems
from api.jobs.kinds import PATHS, UNFINISHED, Kind, right_of
from api.store.tables import Job
from api.v1.cursors import Page, Paged
from api.v1.jobs import service
from api.v1.jobs.events import events
from api.v1.jobs.schemas import AnyJobOut, CaseJobOut, JobOut

KNOWN = (Unauthenticated, Forbidden, NotFound)
RETRY_SECONDS = 1
MOST_EVENTS = 2**31 - 1
"""the largest number that both stores can look for"""
Reader = Annotated[Principal, Depends(may("job.read"))]
LastEvent = Annotated[
    int,
    Header(
        alias="Last-Event-ID", ge=0, le=MOST_EVENTS, description="Nummeret på den siste hendelsen du fikk."
    ),
]


def _tags(kind: Kind) -> list[str | Enum]:
    return [PATHS[kind]]


def add_list(router: APIRouter, kind: Kind) -> None:
    """Add the route that lists jobs of the kind."""

    @router.get(
        f"/{PATHS[kind]}",
        name=f"list_{PATHS[kind]}",
        tags=_tags(kind),
        summary="Enhetens jobber",
        responses=problems(*KNOWN, Invalid),
    )
    def list_jobs(
        unit: Annotated[UUID, Query()], *, store: Kept, cursor: Paged, principal: Reader, lang: Language
    ) -> Page[JobOut]:
        check(principal, "job.read", unit)
        with store.reading() as session:
            rows, following = cursor.page(session, service.of_unit(kind, unit), Job.id)
            return Page(items=[service.out(session, row, lang) for row in rows], next=following)


def add_reading(router: APIRouter, kind: Kind) -> None:
    """Add the route that reads a job of the kind."""
    path, tags = f"/{PATHS[kind]}", _tags(kind)

    @router.get(
        path + "/{job}", name=f"read_{kind}", tags=tags, summary="Hvor langt jobben er kommet",
        responses=problems(*KNOWN), dependencies=[Depends(may("job.read"))],
    )  # fmt: skip
    def read_job(job: UUID, response: Response, store: Kept, lang: Language) -> JobOut:
        with store.reading() as session:
            found = service.out(session, service.read(session, kind, job), lang)
        if found.state in UNFINISHED:
            response.headers["Retry-After"] = str(RETRY_SECONDS)
        return found


def add_events(router: APIRouter, kind: Kind) -> None:
    """Add the route that follows a job of the kind."""
    path, tags, right = f"/{PATHS[kind]}", _tags(kind), right_of(kind, "read")

    @router.get(
        path + "/{job}/events", name=f"follow_{kind}", tags=tags, summary="Hendelsene, etter hvert som de kommer",
        responses=problems(*KNOWN, Invalid, TooMany)
        | {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
        response_class=EventSourceResponse, dependencies=[Depends(may(right))],
    )  # fmt: skip
    def follow_job(job: UUID, *, request: Request, store: Kept, last: LastEvent = 0) -> EventSourceResponse:
        with store.reading() as session:
            units = units_of_job(session, job, service.read(session, kind, job).unit_id)
        stream = events(store, job, last, lambda: still_may(request, right, units))
        return EventSourceResponse(request.app.state.streams.counted(stream, request.state.principal.id))


def add_changing(router: APIRouter, kind: Kind) -> None:
    """Add the routes that stop and delete a job of the kind."""
    path, tags = f"/{PATHS[kind]}", _tags(kind)
    doors = [Depends(may(right_of(kind, "write")))]
    gone, shape = ((*KNOWN, Conflict), CaseJobOut) if kind == "review" else (KNOWN, JobOut)

    @router.post(
        path + "/{job}/stop", status_code=202, name=f"stop_{kind}", tags=tags,
        summary="Stopp; det beste til nå beholdes", responses=problems(*KNOWN), dependencies=doors,
        response_model=shape,
    )  # fmt: skip
    def stop_job(job: UUID, *, store: Kept, jobs: Queue, lang: Language) -> AnyJobOut:
        with store.writing() as session:
            found, waited = service.stop(session, kind, job)
            told = shape(**service.told(session, found, lang))
        if waited:
            jobs.cancel(job)
        return told

    @router.delete(
        path + "/{job}", status_code=204, name=f"delete_{kind}", tags=tags,
        summary="Fjern jobben; en turnus den ga, blir stående", responses=problems(*gone), dependencies=doors,
    )  # fmt: skip
    def delete_job(job: UUID, *, store: Kept, jobs: Queue) -> None:
        with store.writing() as session:
            waited = service.delete(session, kind, job)
        if waited:
            jobs.cancel(job)
