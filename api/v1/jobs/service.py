"""What is done with jobs."""

from __future__ import annotations

from dataclasses import dataclass
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
from api.store.tables import CaseDecision, Job, Roster, RosterVersion, now
from api.v1.given import GivenScenario, roster_of, scenario_of
from api.v1.jobs.schemas import ENOUGH, FailureOut, FrontierIn, JobIn, JobOut, PlanIn, StageOut, Timed
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
INNER = ("answers", "case_sha256")
"""of a review's result: every roster found, from which its papers and the decision are made"""


@dataclass(frozen=True)
class Wanted:
    """What somebody wants worked out, read and checked: everything its solver needs to know, as it is now."""

    kind: Kind
    unit: UUID
    asked: dict[str, Any]
    """seconds, seed and whatever else the kind takes"""
    scenario: GivenScenario | None = None
    current: dict[str, Any] | None = None


def wanted(session: Session, kind: Kind, given: JobIn, settings: Settings) -> Wanted:
    """What a body asks for; raises FaultError. Nothing is written."""
    check_seconds(session, given, settings)
    scenario = scenario_of(session, given.scenario, given.unit, settings)
    enough, current, more = ENOUGH.get(kind, 0.0), None, dict[str, Any]()
    if isinstance(given, PlanIn) and given.current is not None:
        current = roster_of(session, given.current, scenario=scenario.asked, unit=given.unit, path="current")
    if isinstance(given, FrontierIn):
        enough = solver.check_vary(scenario.asked, given.vary)
        more["vary"] = given.vary
    return Wanted(kind, given.unit, timed(given, enough, settings) | more, scenario, current)


def submit(session: Session, wanted: Wanted, *, principal: Principal, jobs: Jobs, settings: Settings) -> Job:
    """A new job, queued together with its row; raises TooMany where there are enough already."""
    _check_room(session, wanted.unit, principal, settings)
    scenario = wanted.scenario
    if scenario:
        scenario.keep_names(session, wanted.unit)
    job = Job(
        id=new_id(),
        kind=wanted.kind,
        unit_id=wanted.unit,
        priority=priority_of(session, wanted.unit, wanted.asked["seconds"]),
        asked=wanted.asked,
        scenario_id=scenario.id if scenario else None,
        scenario_version=scenario.version if scenario else None,
        scenario=scenario.body if scenario else {},
        current=wanted.current,
        stages=[],
        created_by=principal.id,
    )
    session.add(job)
    session.flush()
    tell_state(session, job)
    jobs.submit_in_tx(session, job.id, job.priority)
    return job


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
    """Take a job out of every list, stopped if need be; its roster stays. Whether it was still waiting.

    A case that is decided stays: Conflict.
    """
    if session.get(CaseDecision, job):
        raise Conflict("Saken er avgjort og blir stående.", code="decided")
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
    """A job on one scenario as it is answered."""
    return JobOut(**told(session, job, lang))


def told(session: Session, job: Job, lang: str) -> dict[str, Any]:
    """The fields of a job of any kind, as they are answered (`AnyJobOut`)."""
    made = session.scalar(select(Roster.id).where(Roster.job_id == job.id)) if job.kind == "plan" else None
    failure = None
    if job.failure:
        code = job.failure["code"]
        failure = FailureOut(code=code, message=say(FAILURES.get(code, FAILURES["error"]), lang))
    return {
        "id": job.id,
        "kind": job.kind,
        "unit": job.unit_id,
        "state": job.state,
        "scenario": job.scenario_id,
        "scenario_version": job.scenario_version,
        "seconds": job.asked["seconds"],
        "attempts": job.attempt,
        "stages": [StageOut(**one) for one in job.stages],
        "roster": made,
        "result": _shown(job),
        "failure": failure,
        "created_at": job.created_at,
        "started_at": job.started_at,
        "finished_at": job.finished_at,
    }


def timed(given: Timed, enough: float, settings: Settings) -> dict[str, Any]:
    """The seconds and the seed of a job, for which so many seconds are enough where none are asked for."""
    return {"seconds": given.seconds or min(enough, settings.most_solve_seconds), "seed": given.seed}


def _shown(job: Job) -> dict[str, Any] | None:
    """The result as it is answered: a plan's is its roster, and what a review needs to be judged again is left out."""
    if job.kind == "plan" or job.result is None:
        return None
    return {name: value for name, value in job.result.items() if name not in INNER}


def check_seconds(session: Session, given: Timed, settings: Settings) -> None:
    """Raise NotFound where the unit is not there, Invalid where more time is asked for than the service gives."""
    units.read(session, given.unit)
    asked, most = given.seconds, settings.most_solve_seconds
    if asked is not None and asked > most:
        message, instead = "{value} sekunder er mer enn tjenesten gir en jobb.", "Skriv {limit} eller mindre."
        value, limit = round(asked), round(most)
        raise Invalid(faults=[fault("seconds", "too_long", message, instead, value=value, limit=limit)])


def _check_room(session: Session, unit: UUID, principal: Principal, settings: Settings) -> None:
    """Raise TooMany where the unit, or whoever asks, has as many unfinished jobs as it may have."""
    unfinished = select(func.count()).select_from(Job).where(Job.state.in_(UNFINISHED))
    of_unit = session.scalar(unfinished.where(Job.unit_id == unit)) or 0
    of_person = session.scalar(unfinished.where(Job.created_by == principal.id)) or 0
    for count, most, whose in (
        (of_unit, settings.most_jobs_of_unit, "Enheten har alt {count} jobber som ikke er ferdige."),
        (of_person, settings.most_jobs_of_person, "Du har alt {count} jobber som ikke er ferdige."),
    ):
        if count >= most:
            later = {"Retry-After": str(BUSY_SECONDS)}
            raise TooMany(whose, code="too_many_jobs", headers=later, count=count)
