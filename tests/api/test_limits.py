"""Every limit is a setting and has its own clear answer."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import uuid4

import anyio
import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

import solver
from api.errors import TooMany
from api.jobs.engine import migrate_engine
from api.main import create_app
from api.room import Room
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate
from api.streams import Streams
from tests.api.jobs.unit import scenario
from tests.api.processes import KEY

LINES = [
    {"employee": f"E{number:02d}", "position": 50, "days": ["D", "D", "D", "D", "", "", ""] * 2}
    for number in (1, 2, 3)
]
ROSTER = {"schema": "heltid.roster/1", "lines": LINES}


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service with little room."""
    settings = Settings(
        folder=tmp_path_factory.mktemp("narrow"), key=SecretStr(KEY), max_people=3, max_weeks=2,
        max_demand_rows=2, heavy_at_once=1, heavy_wait_seconds=0.1, most_streams_of_person=1,
    )  # fmt: skip
    store = Store(settings.database)
    migrate(store)
    migrate_engine(store)
    with TestClient(create_app(settings, store), raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {KEY}"
        yield client
    store.close()


@pytest.fixture(scope="module")
def unit(narrow: TestClient) -> str:
    return str(narrow.post("/v1/units", json={"name": "Liten"}).json()["id"])


def too_large() -> dict[str, Any]:
    return scenario(people=4, weeks=3, demand=[*scenario()["demand"], scenario()["demand"][0]])


def test_a_scenario_is_no_larger_than_is_set_however_it_comes(narrow: TestClient, unit: str) -> None:
    kept = narrow.post(f"/v1/units/{unit}/scenarios", json=scenario(3, 2)).json()["id"]
    for method, path, body, before in (
        ("POST", f"/v1/units/{unit}/scenarios", too_large(), ""),
        ("PUT", f"/v1/scenarios/{kept}", too_large(), ""),
        ("POST", "/v1/plans", {"unit": unit, "scenario": too_large()}, "scenario."),
        ("POST", f"/v1/units/{unit}/rosters", {"scenario": too_large(), "roster": ROSTER}, "scenario."),
        ("POST", "/v1/audits", {"scenario": too_large(), "roster": ROSTER}, "scenario."),
    ):
        told = narrow.request(method, path, json=body, headers={"If-Match": '"1"'})
        assert told.status_code == 422
        found = {(one["path"], one["code"]) for one in told.json()["faults"]}
        wanted = {(before + field, "too_many_here") for field in ("employees", "cycle.weeks", "demand")}
        assert found == wanted


def test_what_is_heavy_waits_its_turn_and_nothing_else_does(narrow: TestClient, unit: str) -> None:
    room = narrow.app.state.room  # type: ignore[attr-defined]
    audit = {"scenario": scenario(3, 2), "roster": ROSTER}
    large = json.dumps(scenario(3, 2)) + " " * 60_000
    room.taken = 1
    try:
        for told in (
            narrow.post("/v1/audits", json=audit),
            narrow.post(f"/v1/units/{unit}/scenarios", content=large),
        ):
            assert (told.status_code, told.json()["code"], told.headers["retry-after"]) == (429, "busy", "5")
        assert narrow.get("/readyz").status_code == 200
        assert narrow.post(f"/v1/units/{unit}/scenarios", json=scenario(3, 2)).status_code == 201
    finally:
        room.taken = 0
    assert narrow.post("/v1/audits", json=audit).status_code == 200
    assert narrow.post(f"/v1/units/{unit}/scenarios", content=large).status_code == 201
    assert room.taken == 0


def test_nobody_makes_the_service_read_what_is_large(
    narrow: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver, "fields", lambda body: pytest.fail("it was read"))
    large = json.dumps({"scenario": {"x": ["y"] * 20_000}})
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer heltid_nobody"}):
        for path in ("/v1/plans", "/v1/audits"):
            assert narrow.post(path, content=large, headers=headers).status_code == 401


def test_nobody_is_told_what_is_wrong_with_a_body(narrow: TestClient) -> None:
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer heltid_nobody"}):
        assert narrow.post("/v1/plans", content="{", headers=headers).status_code == 401
    assert narrow.post("/v1/plans", content="{").status_code == 422


def test_a_place_is_free_again_when_what_had_it_fails() -> None:
    room = Room(1, 0.01)

    async def use() -> None:
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                async with room.place():
                    raise ZeroDivisionError
        async with room.place():
            with pytest.raises(TooMany):
                async with room.place():
                    pass

    anyio.run(use)


def test_a_person_follows_so_many_jobs_and_others_still_can() -> None:
    streams, one, other = Streams(3, 2), uuid4(), uuid4()

    async def ticks() -> AsyncIterator[int]:
        while True:
            yield 1

    async def follow() -> None:
        held = [streams.counted(ticks(), one) for _ in range(2)]
        for stream in held:
            await anext(stream)
        with pytest.raises(TooMany, match="Du følger"):
            streams.counted(ticks(), one)
        third = streams.counted(ticks(), other)
        await anext(third)
        with pytest.raises(TooMany, match="følger med"):
            streams.counted(ticks(), other)
        for stream in (*held, third):
            await stream.aclose()  # type: ignore[attr-defined]  # an async generator
        assert (streams.open, dict(streams.people)) == (0, {})

    anyio.run(follow)
