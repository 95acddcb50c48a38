"""The forum's cases over HTTP: who may see what, what is refused, and that names are kept apart as everywhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from api.access import roles
from api.access.principal import Role
from api.privacy.retention import purge
from api.settings import Settings
from api.store.tables import Base, Job, Unit, now
from tests.api.access.world import World, municipality
from tests.api.reviews.cases import DISMISSED, EMPLOYEE, RESIDENT, solved, two_homes

MARK = "Zwxqmerket"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A manager and a safety representative belong to both units, a planner and a union representative to one."""
    with municipality(Settings(folder=tmp_path_factory.mktemp("cases"), max_keys=1000)) as made:
        with made.store.writing() as session:
            for role in (Role.MANAGER, Role.SAFETY):
                roles.give(session, made.people[role].id, role, made.other)
        yield made


def asked(world: World, **changes: Any) -> dict[str, Any]:
    return {"unit": str(world.own), "others": {"borte": str(world.other)}, "case": two_homes(**changes)}


def submitted(world: World, role: str = Role.MANAGER, **changes: Any) -> str:
    made = world.of(role).post("/v1/reviews", json=asked(world, **changes))
    assert made.status_code == 202, made.text
    return str(made.headers["location"])


def reviewed(world: World, **changes: Any) -> str:
    """A review that is done, as its worker leaves it."""
    where = submitted(world, **changes)
    with world.store.writing() as session:
        job = session.get_one(Job, UUID(where.rpartition("/")[2]))
        job.state, job.result = "done", solved()
    return where


def decide(client: TestClient, where: str, **more: Any) -> Any:
    etag = client.get(where).headers["etag"]
    body = {"option": "extend_one_hjem-A", "reasons": "Enige.", "present": ["forum"]} | more
    return client.post(f"{where}/decision", json=body, headers={"If-Match": etag})


def tables_with(world: World, word: str) -> set[str]:
    with world.store.engine.connect() as connection:
        return {
            table.name
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
            if word in json.dumps(list(row), default=str, ensure_ascii=False)
        }


# -- who may -----------------------------------------------------------------------------------------------------


def test_a_case_takes_the_right_in_each_of_its_units(world: World) -> None:
    where = reviewed(world)
    told = {role: world.of(role).get(where).status_code for role in world.people}
    assert told == {
        "manager": 200, "safety": 200, "forum": 200, "planner": 404, "union": 404, "administrator": 403,
        "stranger": 404,
    }  # fmt: skip
    for path in ("/events", "/papers", "/papers/saksframlegg", "/decision"):
        assert world.of("planner").get(where + path).status_code == 404
    assert world.of("planner").post("/v1/reviews", json=asked(world)).status_code == 404
    assert decide(world.of("forum"), where).status_code == 201


def test_a_list_shows_no_case_with_a_unit_one_may_not_read(world: World) -> None:
    where = reviewed(world)
    assert decide(world.of("manager"), where).status_code == 201

    def seen(role: str, path: str, **params: str) -> set[str]:
        items = world.of(role).get(path, params=params).json()["items"]
        return {one.get("review") or one["id"] for one in items}

    number = where.rpartition("/")[2]
    for unit in (world.own, world.other):
        assert number in seen("manager", "/v1/reviews", unit=str(unit))
        assert number in seen("forum", f"/v1/units/{unit}/indicators")
    assert seen("planner", "/v1/reviews", unit=str(world.own)) == set()
    assert seen("union", f"/v1/units/{world.own}/indicators") == set()


def test_nobody_is_shown_scenarios_and_the_forum_no_residents_name(world: World) -> None:
    where = reviewed(world)
    for role in ("manager", "forum", "safety"):
        told = world.of(role).get(where)
        assert [sorted(one) for one in told.json()["case"]["units"]] == [["id"], ["id"]]
        assert DISMISSED in told.text
        papers = [
            world.of(role).get(f"{where}/papers/{name['name']}", params={"format": "md"}).text
            for name in world.of(role).get(f"{where}/papers").json()
        ]
        assert any(f"{EMPLOYEE} A" in paper for paper in papers)
        if role != "manager":
            assert not any(RESIDENT in paper for paper in papers)


# -- names -------------------------------------------------------------------------------------------------------


def test_names_are_in_one_table_and_a_forgotten_one_is_in_no_paper(world: World) -> None:
    where, manager = reviewed(world), world.of("manager")
    assert tables_with(world, MARK) == {"people"}
    assert decide(manager, where).status_code == 201
    assert tables_with(world, MARK) == {"people"}
    names = f"/v1/units/{world.own}/names/employee"
    held = manager.get(f"{names}/A/held").json()["cases"]
    assert held[-1]["wishes"][0]["wanted"] == 80
    assert held[-1]["options"][0]["changes"][0]["after"]["size"] == 80
    assert manager.get(f"{names}/P9/held").json()["cases"][-1]["claims"][0]["qualified"]
    paper = f"{where}/papers/uonsket-deltid"
    for form in ("md", "html", "pdf"):
        assert manager.get(paper, params={"format": form}).status_code == 200
    assert manager.delete(f"{names}/A").status_code == 204
    told = manager.get(paper, params={"format": "md"}).text
    assert f"{EMPLOYEE} A" not in told
    assert manager.delete(f"{names}/P9").status_code == 204
    assert DISMISSED not in manager.get(where).text


def test_the_forum_changes_no_name_by_a_case(world: World) -> None:
    submitted(world)
    case = json.loads(json.dumps(two_homes()).replace(f"{EMPLOYEE} P", "Ansatt Annet"))
    assert world.of("forum").post("/v1/reviews", json=asked(world) | {"case": case}).status_code == 202
    assert tables_with(world, "Ansatt Annet") == set()


def test_a_name_in_a_title_or_in_the_reasons_is_refused(world: World) -> None:
    told = world.of("manager").post("/v1/reviews", json=asked(world, name=f"Mer til {EMPLOYEE} A"))
    assert [(one["path"], one["code"]) for one in told.json()["faults"]] == [("case.name", "name")]
    told = decide(world.of("manager"), reviewed(world), reasons=f"{EMPLOYEE} P vil ikke.")
    assert [(one["path"], one["code"]) for one in told.json()["faults"]] == [("reasons", "name")]


def test_a_case_goes_when_the_first_of_its_units_no_longer_keeps_it(world: World) -> None:
    where = reviewed(world)
    file = world.settings.forgotten_file
    with world.store.writing() as session:
        session.get_one(Unit, world.other).retention_months = 1
        purge(session, file, now())
    assert world.of("forum").get(where).status_code == 200
    assert tables_with(world, f"{EMPLOYEE} P") == {"people"}
    with world.store.writing() as session:
        purge(session, file, now() + timedelta(days=40))
        session.get_one(Unit, world.other).retention_months = None
    assert world.of("forum").get(where).status_code == 404


# -- what is refused ---------------------------------------------------------------------------------------------


def faults(world: World, **more: Any) -> set[tuple[str, str]]:
    answer = world.of("manager").post("/v1/reviews", json=asked(world) | more)
    assert answer.status_code == 422, answer.text
    return {(one["path"], one["code"]) for one in answer.json()["faults"]}


def test_faults_have_the_path_in_the_body(world: World) -> None:
    case, own = two_homes(), str(world.own)
    assert faults(world, others={}) == {("others.borte", "missing")}
    assert faults(world, others={"borte": own}) == {("others.borte", "double")}
    assert ("others.hjem", "unknown") in faults(world, others={"borte": str(world.other), "hjem": own})
    wrong = {**case["units"][0], "scenario": own}
    assert faults(world, case=case | {"units": [wrong, case["units"][1]]}) == {
        ("case.units[0].scenario", "unknown")
    }
    decision = {"option": "advertise", "date": "2026-11-25", "reasons": "-", "by": ["a"]}
    assert faults(world, case=case | {"decision": decision}) == {("case.decision", "decided")}
    assert faults(world, case=case | {"tariff": "ukjent"}) == {("case.tariff", "unknown_tariff")}
    assert faults(world, case=case | {"arrangements": [{"weekends": 2}] * 6}) == {
        ("case.arrangements", "too_many_here")
    }
    assert faults(world, case=case | {"id": "010190 12345"}) == {("case.id", "identity_number")}
    assert faults(world, seconds=4000) == {("seconds", "too_long")}


def test_a_decision_is_of_a_review_that_is_done_as_it_was_read(world: World) -> None:
    manager, waiting = world.of("manager"), submitted(world)
    body = {"option": "extend_one_hjem-A", "reasons": "Enige.", "present": ["forum"]}
    assert decide(manager, waiting).json()["code"] == "no_review"
    assert manager.get(f"{waiting}/papers/utlysning").json()["code"] == "no_review"
    where = reviewed(world)
    assert manager.post(f"{where}/decision", json=body).status_code == 428
    assert manager.post(f"{where}/decision", json=body, headers={"If-Match": '"9"'}).status_code == 412
    assert decide(manager, where, option="extend_one_hjem-B").json()["faults"][0]["code"] == "unknown_option"
    once = {"If-Match": manager.get(where).headers["etag"], "Idempotency-Key": f"a{where[-12:]}"}
    first, again = (manager.post(f"{where}/decision", json=body, headers=once) for _ in range(2))
    assert (first.status_code, again.json()) == (201, first.json())
    assert decide(manager, where).json()["code"] == "decided"
    assert manager.delete(where).json()["code"] == "decided"
    assert first.json()["by"] == world.people["manager"].alias
    (made,) = first.json()["made"]
    assert manager.get(f"/v1/rosters/{made['roster']}").json()["scenario"] == made["scenario"]


def test_what_was_changed_since_is_not_decided_on(world: World) -> None:
    manager, case = world.of("manager"), two_homes()
    scenario = manager.post(f"/v1/units/{world.own}/scenarios", json=case["units"][0]["scenario"])
    named = {**case["units"][0], "scenario": scenario.json()["id"]}
    where = reviewed(world, units=[named, case["units"][1]])
    changed = scenario.json()["scenario"] | {"goals": ["cover"]}
    etag = {"If-Match": scenario.headers["etag"]}
    assert manager.put(scenario.headers["location"], json=changed, headers=etag).status_code == 200
    assert decide(manager, where).status_code == 412
