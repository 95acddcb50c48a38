"""What is written of a job while it is worked on. Every write carries its attempt's number and changes nothing when the
job has been given to another attempt: the writer is told by `FencedError` and gives up.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Session

from api.jobs.kinds import UNFINISHED
from api.store.engine import Store
from api.store.tables import Job, JobEvent, now

log = logging.getLogger("heltid.jobs")
T = TypeVar("T")
Plain = dict[str, Any]
RETRY_SECONDS, MOST_RETRY_SECONDS = 0.2, 5.0


class FencedError(Exception):
    """The job is another attempt's now, or is over."""


@dataclass(frozen=True)
class Claim:
    """A job that this worker is to work on."""

    job: Job
    attempt: int


@dataclass(frozen=True)
class Ledger:
    """The writes of one worker."""

    store: Store
    worker: str

    def claim(self, job_id: UUID) -> Claim | None:
        """Take a job for a new attempt; None where there is nothing left to do."""

        def take(session: Session) -> Claim | None:
            job = session.get(Job, job_id, with_for_update=True)
            if job is None or job.state not in UNFINISHED:
                return None
            job.attempt += 1
            job.worker = self.worker
            job.started_at = job.started_at or now()
            if job.state == "queued":
                job.state = "running"
            _tell(session, job_id, "state", {"state": "running", "attempt": job.attempt})
            return Claim(job, job.attempt)

        return self._steadily(take)

    def keep(self, claim: Claim, events: list[tuple[str, Plain]], **values: Any) -> bool:
        """Write how far a job has come; whether its row asks it to stop."""

        def write(session: Session) -> bool:
            _fenced_update(session, claim, values | {"worker": self.worker})
            for event, data in events:
                _tell(session, claim.job.id, event, data)
            return bool(session.scalar(select(Job.stop_asked).where(Job.id == claim.job.id)))

        return self._steadily(write)

    def finish(self, claim: Claim, state: str, more: Callable[[Session], None], **values: Any) -> None:
        """Write what a job came to; `more` writes in the same transaction."""

        def write(session: Session) -> None:
            _fenced_update(session, claim, values | {"state": state, "finished_at": now()})
            more(session)
            _tell(session, claim.job.id, "state", {"state": state})

        self._steadily(write)

    def _steadily(self, write: Callable[[Session], T]) -> T:
        """Do a write, again and again while the store is out of reach."""
        pause = RETRY_SECONDS
        while True:
            try:
                with self.store.writing() as session:
                    return write(session)
            except (OperationalError, InterfaceError) as wrong:
                log.warning("the store is out of reach (%s), again in %.1f s", type(wrong).__name__, pause)
                time.sleep(pause)
                pause = min(2 * pause, MOST_RETRY_SECONDS)


def tell_state(session: Session, job: Job) -> None:
    """Tell those who look on of a state that was set by a request."""
    _tell(session, job.id, "state", {"state": job.state})


def _fenced_update(session: Session, claim: Claim, values: Plain) -> None:
    """Change the job's row, locked first so that its events get their numbers one after another."""
    mine = (Job.id == claim.job.id, Job.attempt == claim.attempt, Job.state == "running")
    changed = session.execute(update(Job).where(*mine).values(**values).returning(Job.id)).all()
    if not changed:
        raise FencedError


def _tell(session: Session, job: UUID, event: str, data: Plain) -> None:
    last = session.scalar(select(func.max(JobEvent.number)).where(JobEvent.job_id == job)) or 0
    session.add(JobEvent(job_id=job, number=last + 1, event=event, data=data))
    session.flush()
