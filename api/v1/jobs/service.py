"""What is done with jobs."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

import solver
from api.access.principal import Principal
from api.errors import Conflict, Invalid, NotFound, TooMany
from api.ids import new_id
from api.jobs.kinds import UNFINISHED, Kind
from api.jobs.ledger import tell_state
from api.jobs.port import Jobs
from api.jobs.queue import priority_of
from api.settings import Settings
from api.store.tables import Job, Roster, RosterVersion, now
from api.v1.given import roster_of, scenario_of
from api.v1.jobs.schemas import FailureOut, FrontierIn, JobIn, JobOut, PlanIn, StageOut
from api.v1.units import service as units
from api.words import say
from solver.domain.fault import fault

FAILURES = {
    "memory": "Løseren brukte mer minne enn den får.",
    "time_limit": "Løseren ble ikke ferdig i tide, og fant ingen turnus.",
    "crashed": "Løseren stoppet av seg selv flere ganger.",
    "error": "Løseren gjorde en feil. Den er logget.",
}
BUSY_SECONDS = 30


def submit(
    session: Session, kind: Kind, given: JobIn, *, principal: Principal, jobs: Jobs, settings: Settings
) -> Job:
    """A new job, queued together with its row; raises FaultError, or TooMany where there are enough already."""
    units.read(session, given.unit)
    _check_seconds(given.seconds, settings.most_solve_seconds)
    _check_room(session, given, principal, settings)
    job = _job(session, kind, given, principal=principal, settings=settings)
    session.add(job)
    session.flush()
    tell_state(session, job)
    jobs.submit_in_tx(session, job.id, job.priority)
    return job


def _job(session: Session, kind: Kind, given: JobIn, *, principal: Principal, settings: Settings) -> Job:
    """The row of a new job: everything its solver needs to know, as it is now."""
    scenario = scenario_of(session, given.scenario, given.unit, settings)
    asked: dict[str, Any] = {"seconds": given.seconds, "seed": given.seed}
    current = None
    if isinstance(given, PlanIn) and given.current is not None:
        current = roster_of(session, given.current, scenario=scenario.asked, unit=given.unit, path="current")
    if isinstance(given, FrontierIn):
        solver.check_vary(scenario.asked, given.vary)
        asked["vary"] = given.vary
    return Job(
        id=new_id(),
        kind=kind,
        unit_id=given.unit,
        priority=priority_of(session, given.unit, given.seconds),
        asked=asked,
        scenario_id=scenario.id,
        scenario_version=scenario.version,
        scenario=scenario.body,
        current=current,
        stages=[],
        created_by=principal.id,
    )


def read(session: Session, kind: Kind, job: UUID) -> Job:
    found = session.get(Job, job)
    if found is None or found.kind != kind or found.deleted_at is not None:
        raise NotFound
    return found


def of_unit(kind: Kind, unit: UUID) -> Select[Any]:
    """A select of the unit's jobs of this kind."""
    return select(Job).where(Job.unit_id == unit, Job.kind == kind, Job.deleted_at.is_(None))


def stop(session: Session, kind: Kind, job: UUID) -> tuple[Job, bool]:
    """Ask a job to stop and keep its best; whether it was still waiting. One that is over is left as it is."""
    found = session.get(Job, job, with_for_update=True)
    if found is None or found.kind != kind or found.deleted_at is not None:
        raise NotFound
    waited = found.state == "queued"
    if found.state in UNFINISHED:
        found.stop_asked = True
    if waited:
        found.state, found.finished_at = "stopped", now()
        session.flush()
        tell_state(session, found)
    return found, waited


def delete(session: Session, kind: Kind, job: UUID) -> bool:
    """Take a job out of every list, stopped if need be; its roster stays. Whether it was still waiting."""
    found, waited = stop(session, kind, job)
    found.deleted_at = now()
    return waited


def roster(session: Session, job: Job) -> dict[str, Any]:
    """What a plan came to; the best so far while it is under way. Conflict where there is none."""
    made = (
        select(RosterVersion.body)
        .join(Roster, Roster.id == RosterVersion.roster_id)
        .where(Roster.job_id == job.id, RosterVersion.number == 1)
    )
    body: dict[str, Any] | None = session.scalar(made) or job.result or job.incumbent
    if body is None:
        later = {"Retry-After": "1"} if job.state in UNFINISHED else {}
        raise Conflict("Planen har ingen turnus ennå.", code="no_roster", headers=later)
    return body


def out(session: Session, job: Job, lang: str) -> JobOut:
    """A job as it is answered."""
    made = session.scalar(select(Roster.id).where(Roster.job_id == job.id)) if job.kind == "plan" else None
    failure = None
    if job.failure:
        code = job.failure["code"]
        failure = FailureOut(code=code, message=say(FAILURES.get(code, FAILURES["error"]), lang))
    return JobOut(
        id=job.id,
        kind=job.kind,  # type: ignore[arg-type]  # a column of text
        unit=job.unit_id,
        state=job.state,  # type: ignore[arg-type]
        scenario=job.scenario_id,
        scenario_version=job.scenario_version,
        seconds=job.asked["seconds"],
        attempts=job.attempt,
        stages=[StageOut(**one) for one in job.stages],
        roster=made,
        result=None if job.kind == "plan" else job.result,
        failure=failure,
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )


def _check_seconds(asked: float, most: float) -> None:
    if asked > most:
        message, instead = "{value} sekunder er mer enn tjenesten gir en jobb.", "Skriv {limit} eller mindre."
        value, limit = round(asked), round(most)
        raise Invalid(faults=[fault("seconds", "too_long", message, instead, value=value, limit=limit)])


def _check_room(session: Session, given: JobIn, principal: Principal, settings: Settings) -> None:
    """Raise TooMany where the unit, or whoever asks, has as many unfinished jobs as it may have."""
    unfinished = select(func.count()).select_from(Job).where(Job.state.in_(UNFINISHED))
    of_unit = session.scalar(unfinished.where(Job.unit_id == given.unit)) or 0
    of_person = session.scalar(unfinished.where(Job.created_by == principal.id)) or 0
    for count, most, whose in (
        (of_unit, settings.most_jobs_of_unit, "Enheten har alt {count} jobber som ikke er ferdige."),
        (of_person, settings.most_jobs_of_person, "Du har alt {count} jobber som ikke er ferdige."),
    ):
        if count >= most:
            later = {"Retry-After": str(BUSY_SECONDS)}
            raise TooMany(whose, code="too_many_jobs", headers=later, count=count)
