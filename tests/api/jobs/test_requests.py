"""Jobs that wait: submitted once, in a fair order, not too many, stopped and deleted before their turn."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from starlette.testclient import TestClient

from api.jobs.engine import DbosJobs
from api.jobs.takeover import Takeover
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.tables import Job
from tests.api.jobs.unit import scenario
from tests.api.v1.test_units import make


def submit(client: TestClient, unit: str, seconds: int = 60, **more: Any) -> Any:
    headers = more.pop("headers", None)
    body = {"unit": unit, "scenario": scenario(), "seconds": seconds} | more
    return client.post("/v1/plans", json=body, headers=headers)


def test_a_job_waits_with_its_row_and_has_no_roster_yet(client: TestClient, store: Store) -> None:
    made = submit(client, make(client))
    assert (made.status_code, made.headers["retry-after"]) == (202, "1")
    where = made.headers["location"]
    found = client.get(where)
    assert (found.json()["state"], found.headers["retry-after"]) == ("queued", "1")
    none = client.get(f"{where}/roster")
    assert (none.status_code, none.json()["code"]) == (409, "no_roster")
    assert client.app.state.jobs.status(UUID(found.json()["id"]))  # type: ignore[attr-defined]


def test_the_same_key_makes_one_job_and_another_body_is_refused(client: TestClient) -> None:
    unit = make(client)
    key = {"Idempotency-Key": "k1"}
    first, again = (submit(client, unit, headers=key) for _ in range(2))
    assert (first.json(), first.headers["location"]) == (again.json(), again.headers["location"])
    assert again.headers["idempotent-replayed"] == "true"
    other = submit(client, unit, seconds=5, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")
    assert len(client.get("/v1/plans", params={"unit": unit}).json()["items"]) == 1


def test_one_units_many_plans_do_not_hold_up_anothers_one(client: TestClient, store: Store) -> None:
    many, one = make(client), make(client)
    many_made = [submit(client, many).json()["id"] for _ in range(5)]
    last, short = submit(client, one).json()["id"], submit(client, one, seconds=10).json()["id"]
    with store.reading() as session:
        turn = {job: session.get_one(Job, UUID(job)).priority for job in [*many_made, last, short]}
    assert turn[many_made[0]] < turn[last] <= turn[many_made[1]] < turn[many_made[4]]
    assert turn[short] < turn[many_made[2]]


def test_a_waiting_plan_is_stopped_at_once(client: TestClient) -> None:
    where = submit(client, make(client)).headers["location"]
    assert client.post(f"{where}/stop").json()["state"] == "stopped"
    assert not client.app.state.jobs.status(UUID(where.rpartition("/")[2]))  # type: ignore[attr-defined]
    assert client.delete(where).status_code == 204
    assert client.get(where).status_code == 404


def test_more_plans_than_a_unit_may_have_are_refused_until_later(settings: Settings, store: Store) -> None:
    app = create_app(settings.model_copy(update={"most_jobs_of_unit": 2}), store)
    with TestClient(app, headers={"Authorization": "Bearer first-key-of-the-tests"}) as client:
        unit = make(client)
        assert [submit(client, unit).status_code for _ in range(3)] == [202, 202, 429]
        told = submit(client, unit)
        assert (told.json()["code"], told.headers["retry-after"]) == ("too_many_jobs", "30")


def test_faults_in_a_plan_have_the_path_in_the_body(client: TestClient) -> None:
    unit = make(client)
    wrong = scenario(cycle={"weeks": 0})
    told = submit(client, unit, scenario=wrong, current={"schema": "heltid.roster/1"}).json()
    assert [one["path"] for one in told["faults"]] == ["scenario.cycle.weeks"]
    assert submit(client, unit, scenario="nei").json()["faults"][0]["code"] == "not_an_id"
    assert submit(client, unit, scenario=unit).json()["faults"][0]["code"] == "unknown"
    assert submit(client, "0193f7a0-c0de-7000-a000-000000000000").status_code == 404
    twice = client.post(
        "/v1/plans", content=b'{"unit": 1, "unit": 2}', headers={"Content-Type": "application/json"}
    )
    assert twice.json()["faults"][0]["code"] == "duplicate_key"


def test_what_cannot_be_varied_is_told_before_it_is_queued(client: TestClient) -> None:
    body = {"unit": make(client), "scenario": scenario(), "vary": ["weekend=3"]}
    assert client.post("/v1/frontiers", json=body).json()["faults"][0]["code"] == "unknown"


def test_a_job_longer_than_the_service_gives_is_refused(client: TestClient) -> None:
    told = submit(client, make(client), seconds=4000, headers={"Accept-Language": "en"}).json()["faults"]
    assert [(one["path"], one["instead"]) for one in told] == [("seconds", "Write 3600 or less.")]


def test_a_job_that_the_engine_lost_is_queued_again_and_at_last_failed(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    number = UUID(submit(client, make(client)).json()["id"])
    jobs = DbosJobs(store)
    look = Takeover(store, jobs, "w", tmp_path, beat_seconds=1, dead_seconds=5, most_crashes=1)
    for state in ("queued", "failed"):
        jobs.cancel(number)
        with store.writing() as session:
            session.get_one(Job, number).created_at = datetime(2026, 1, 1, tzinfo=UTC)
        look.look()
        with store.reading() as session:
            assert session.get_one(Job, number).state == state
        assert jobs.status(number) is (state == "queued")
    jobs.close()
