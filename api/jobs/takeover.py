"""Machines that never come back: each worker beats by the store's clock, and whoever sees another's beat stop hands its
jobs on, one at a time under a lock.

A child ends by itself `Settings.silence_seconds` after its parent fell silent, long before the parent counts as dead.
"""

from __future__ import annotations

import fcntl
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from api.jobs.engine import DbosJobs
from api.jobs.kinds import UNFINISHED
from api.jobs.ledger import tell_state
from api.store.engine import Store
from api.store.tables import Job, Worker, now

log = logging.getLogger("heltid.jobs")
LOCK = 7_437_402
"""any number of our own: one worker at a time hands jobs on"""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
HISTORY = timedelta(days=1)
"""How long the engine remembers a job that is over."""
PURGE_SECONDS = 300
SETTLING_SECONDS = 30
"""How long a job may be in our tables and not in the engine before it counts as lost."""


@dataclass
class Takeover:
    """A worker's own beat, and its look at the others'."""

    store: Store
    jobs: DbosJobs
    worker: str
    folder: Path
    beat_seconds: float
    dead_seconds: float
    most_crashes: int
    next_purge: float = 0.0
    ended: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        """Beat once, so that nobody hands on what this worker is about to take up, and go on in a thread."""
        with self._alone(wait=True):
            self.beat()
        threading.Thread(target=self._go_on, daemon=True, name="heltid-beat").start()

    def end(self) -> None:
        """Say that this worker is gone, so that others need not wait."""
        self.ended.set()
        with self.store.writing() as session:
            session.merge(Worker(id=self.worker, beat_at=LONG_AGO))

    def beat(self) -> None:
        with self.store.writing() as session:
            session.merge(Worker(id=self.worker, beat_at=clock(self.store, session)))

    def look(self) -> int:
        """Hand on the jobs of dead workers, and queue again what the engine lost; how many. What is long over is
        forgotten.
        """
        with self._alone(wait=False) as alone:
            if not alone:
                return 0
            if time.monotonic() > self.next_purge:
                self.next_purge = time.monotonic() + PURGE_SECONDS
                self.jobs.purge(datetime.now(UTC) - HISTORY)
            return sum(self._hand_on()) + self._queue_again()

    def _go_on(self) -> None:
        while not self.ended.wait(self.beat_seconds):
            try:
                self.beat()
                self.look()
            except SQLAlchemyError as wrong:
                log.warning("no beat: %s", type(wrong).__name__)

    def _hand_on(self) -> Iterator[int]:
        with self.store.reading() as session:
            limit = clock(self.store, session) - timedelta(seconds=self.dead_seconds)
            dead = session.scalars(select(Worker.id).where(Worker.beat_at < limit)).all()
            forgotten = limit - HISTORY
        for worker in dead:
            count = self.jobs.recover(worker)
            if count:
                log.warning("worker %s is gone: %d jobs are handed on", worker, count)
            yield count
        if dead:
            with self.store.writing() as session:
                session.execute(delete(Worker).where(Worker.beat_at < forgotten))

    def _queue_again(self) -> int:
        """Jobs that are to be done and that the engine does not know of: they are not forgotten, whatever went wrong.
        One that it happens to again and again is failed.
        """
        with self.store.reading() as session:
            since = clock(self.store, session) - timedelta(seconds=SETTLING_SECONDS)
            unfinished = select(Job.id).where(Job.state.in_(UNFINISHED), Job.created_at < since)
            lost = [job for job in session.scalars(unfinished) if not self.jobs.status(job)]
        for job_id in lost:
            with self.store.writing() as session:
                job = session.get(Job, job_id, with_for_update=True)
                if job is None or job.state not in UNFINISHED:
                    continue
                job.crashes += 1
                if job.crashes > self.most_crashes:
                    job.state, job.finished_at, job.failure = "failed", now(), {"code": "error"}
                    tell_state(session, job)
                else:
                    self.jobs.submit_again(session, job.id, job.crashes, job.priority)
                log.error("job %s was lost by the engine; it is now %s", job_id, job.state)
        return len(lost)

    @contextmanager
    def _alone(self, *, wait: bool) -> Iterator[bool]:
        """Whether this worker is the only one to hand on jobs just now."""
        if self.store.is_sqlite:
            with (self.folder / "takeover.lock").open("a") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
                except BlockingIOError:
                    yield False
                    return
                yield True
            return
        with self.store.engine.connect() as connection, connection.begin():
            kind = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
            got = connection.execute(text(f"SELECT {kind}({LOCK})")).scalar()
            yield wait or bool(got)


def clock(store: Store, session: Session) -> datetime:
    """The store's own clock; a file's is this machine's."""
    if store.is_sqlite:
        return datetime.now(UTC)
    moment: datetime = session.execute(text("SELECT clock_timestamp()")).scalar_one()
    return moment
