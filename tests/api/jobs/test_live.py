"""Jobs as a client sees them, on a service that works, on both stores."""

from __future__ import annotations

import pytest

import solver
from api.client import Heltid, Job, RefusedError
from tests.api.jobs.unit import scenario
from tests.api.processes import Service, until

LONG = 600


def submitted(heltid: Heltid, unit: str, kind: str = "plans", **asked: object) -> Job:
    body = {"unit": unit, "scenario": scenario()} | asked
    return Job(heltid, f"/v1/{kind}", heltid.post(f"/v1/{kind}", body))


def has_roster(job: Job) -> bool:
    try:
        return bool(job.roster().lines)
    except RefusedError as wrong:
        return bool(wrong.code != "no_roster")


def test_a_stopped_plan_keeps_its_best_roster_with_all_it_came_from(heltid: Heltid, unit: str) -> None:
    job = submitted(heltid, unit, seconds=LONG, seed=7)
    until(lambda: has_roster(job.read()))
    assert job.stop().wait().state == "stopped"
    kept = heltid.get(f"/v1/rosters/{job.told['roster']}")
    assert solver.load(kept["asked"]) == solver.load(scenario())
    assert (kept["seed"], kept["plan"], kept["versions"].keys()) == (
        7,
        job.told["id"],
        {"heltid", "ortools", "python"},
    )
    assert [one["id"] for one in heltid.rosters(unit)] == [kept["id"]]
    checked = solver.audit(*heltid.roster(kept["id"]))
    assert not checked.breaches


def test_events_tell_of_stages_and_go_on_where_a_reader_was(heltid: Heltid, unit: str) -> None:
    job = submitted(heltid, unit, seconds=LONG)
    until(lambda: has_roster(job.read()))
    job.stop()
    told = list(job.events())
    assert [one["data"]["state"] for one in told if one["event"] == "state"] == [
        "queued",
        "running",
        "stopped",
    ]
    stages = [one["data"] for one in told if one["event"] == "progress"]
    assert stages
    assert {"goal", "value", "bound"} <= stages[0].keys()
    numbers = [int(one["id"]) for one in told]
    assert numbers == list(range(1, len(told) + 1))
    assert [int(one["id"]) for one in job.events(after=2)] == numbers[2:]


def test_an_impossible_plan_is_done_and_says_why(heltid: Heltid, unit: str) -> None:
    pins = [{"days": ["mon"], "weeks": [1], "shift": "A"}, {"days": ["tue"], "weeks": [1], "shift": "D"}]
    asked = scenario(rules={"forbidden_sequences": [["A", "D"]]})
    asked["employees"][0]["pinned"] = pins
    job = submitted(heltid, unit, scenario=asked, seconds=60).wait()
    assert (job.state, job.told["roster"]) == ("done", None)
    assert job.roster().status == "infeasible"
    assert job.roster().reasons


def test_an_explanation_and_a_frontier_are_jobs_too(heltid: Heltid, unit: str) -> None:
    two = scenario(people=2)
    why = submitted(heltid, unit, "explanations", scenario=two, seconds=60)
    what = submitted(
        heltid, unit, "frontiers", scenario=scenario(people=4, weeks=2), vary=["weekends=1,2"], seconds=4
    )
    assert why.wait().told["result"]["outcome"] == "impossible"
    assert len(what.wait().told["result"]["arrangements"]) == 2


def test_a_deleted_plan_is_stopped_and_gone(heltid: Heltid, unit: str, live: Service) -> None:
    job = submitted(heltid, unit, seconds=LONG)
    until(lambda: job.read().state == "running")
    assert heltid.http.delete(job.where).status_code == 204
    with pytest.raises(RefusedError) as told:
        job.read()
    assert told.value.status == 404
    until(lambda: not live.api.solvers)
