"""Twenty kills, seeded: whatever is killed and however, every accepted plan is done once, and nothing found is lost."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from api.store.engine import Store
from api.store.tables import Job, JobEvent, Roster, RosterVersion
from tests.api.jobs.unit import scenario
from tests.api.processes import Service, until

KILLS, PLANS, SEED = 20, 6, 20261125
SECONDS = 2
SIGNALS = (signal.SIGKILL, signal.SIGTERM)


@pytest.fixture
def service(database_url: str, tmp_path: Path) -> Iterator[Service]:
    made = Service(database_url, tmp_path, most_crashes=KILLS, dead_seconds=5)
    yield made
    made.close()


def test_twenty_kills_lose_nothing(service: Service, database_url: str) -> None:
    service.api.start()
    until(service.ready)
    worker = service.add_worker()
    unit = service.post("/v1/units", "unit", {"name": "Liten"})["id"]
    rng = random.Random(SEED)
    accepted: list[str] = []
    for kill in range(KILLS):
        if len(accepted) < PLANS:
            body = {"unit": unit, "scenario": scenario(people=5, weeks=2), "seconds": SECONDS}
            accepted.append(service.post("/v1/plans", f"plan-{len(accepted)}", body)["id"])
        number = SIGNALS[kill % 2]
        target = rng.choice(["api", "worker", "solver", "solver"])
        if target == "solver":
            for pid in until(lambda: worker.solvers)[:1]:
                os.kill(pid, number)
            continue
        process = service.api if target == "api" else worker
        process.end(number)
        process.start()
    store = Store(database_url)
    until(lambda: _all_are_over(store))
    _check(store, accepted)
    store.close()


def _all_are_over(store: Store) -> bool:
    with store.reading() as session:
        unfinished = select(func.count()).select_from(Job).where(Job.state.in_(("queued", "running")))
        return session.scalar(unfinished) == 0


def _check(store: Store, accepted: list[str]) -> None:
    with store.reading() as session:
        jobs = {job.id: job for job in session.scalars(select(Job))}
        assert sorted(map(str, jobs)) == sorted(accepted)
        assert {job.state for job in jobs.values()} == {"done"}
        rows = select(Roster.job_id, RosterVersion.body).join(
            RosterVersion, RosterVersion.roster_id == Roster.id
        )
        made = [(job, body) for job, body in session.execute(rows)]
        told = session.execute(select(JobEvent.job_id, JobEvent.data).where(JobEvent.event == "roster")).all()
    values = {job: _values(body) for job, body in made}
    assert len(values) == len(made), "a plan has two rosters"
    assert all(job.result for number, job in jobs.items() if number not in values), "a plan came to nothing"
    for job, data in told:
        assert values[job] <= _values(data), "a roster worse than one that was stored"
    assert sum(job.attempt for job in jobs.values()) > len(jobs), "nothing was ever tried again"


def _values(data: dict[str, Any]) -> list[float]:
    return [goal["value"] for goal in data["goals"]]
