"""Workers that freeze, die and come back: another takes over, and who was given up cannot write."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from api.store.engine import Store
from api.store.tables import Job, Roster
from tests.api.jobs.unit import scenario
from tests.api.processes import Process, Service, until

LONG = 600


@pytest.fixture
def service(database_url: str, tmp_path: Path) -> Iterator[Service]:
    made = Service(database_url, tmp_path, dead_seconds=5, most_crashes=0)
    made.api.start()
    until(made.ready)
    yield made
    made.close()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = Store(database_url)
    yield made
    made.close()


def submit(service: Service, **more: Any) -> UUID:
    unit = service.post("/v1/units", "unit", {"name": "Liten"})["id"]
    body = {"unit": unit, "scenario": scenario(), "seconds": LONG} | more
    return UUID(service.post("/v1/plans", "plan", body)["id"])


def read(store: Store, job: UUID) -> Job:
    with store.reading() as session:
        return session.get_one(Job, job)


def at_work(service: Service) -> Process:
    """The worker that has a solver going."""
    return until(lambda: [one for one in service.workers if one.solvers])[0]


def freeze(process: Process, store: Store) -> None:
    """Freeze a process, but not in the middle of a write: the lock of an SQLite file would be frozen with it."""

    def is_frozen() -> bool:
        process.send(signal.SIGSTOP)
        if not store.is_sqlite:
            return True  # the server ends a transaction that nobody goes on with
        try:
            with closing(sqlite3.connect(store.engine.url.database or "", timeout=1)) as connection:
                connection.execute("BEGIN IMMEDIATE")
            return True
        except sqlite3.OperationalError:
            process.send(signal.SIGCONT)
            return False

    until(is_frozen)


def is_over(pid: int) -> bool:
    """Whether a process has ended; a frozen parent has not yet taken note of it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def later_attempt(store: Store, before: Job) -> Job:
    """The job, once it has been given to another attempt."""
    until(lambda: read(store, before.id).attempt > before.attempt)
    return read(store, before.id)


def test_a_frozen_workers_job_is_taken_over_and_its_late_writes_change_nothing(
    service: Service, store: Store
) -> None:
    number = submit(service)
    service.add_worker()
    service.add_worker()
    until(lambda: read(store, number).incumbent)
    first = read(store, number)
    frozen = at_work(service)
    solver = frozen.solvers[0]
    freeze(frozen, store)
    second = later_attempt(store, first)
    assert second.worker != first.worker
    assert is_over(solver), "two solvers of one job"
    frozen.send(signal.SIGCONT)
    until(lambda: not frozen.solvers)
    service.client.post(f"/v1/plans/{number}/stop")
    until(lambda: read(store, number).state == "stopped")
    done = read(store, number)
    assert (done.attempt, done.worker) == (second.attempt, second.worker)
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Roster)) == 1


def test_a_worker_told_to_leave_hands_its_job_on_at_once(service: Service, store: Store) -> None:
    number = submit(service)
    leaving = service.add_worker()
    until(lambda: read(store, number).incumbent)
    before = read(store, number)
    leaving.end(signal.SIGTERM)
    service.add_worker()
    after = later_attempt(store, before)
    assert (after.state, after.stop_asked) == ("running", False)
    assert after.incumbent


def test_a_solver_that_crashes_again_and_again_fails_its_job(service: Service, store: Store) -> None:
    number = submit(service)
    worker = service.add_worker()
    os.kill(until(lambda: worker.solvers)[0], signal.SIGKILL)
    until(lambda: read(store, number).state == "failed")
    assert read(store, number).failure == {"code": "crashed"}
