"""What the journal says of requests: everything that was let in or turned away, and each look once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient

from api.access import journal
from api.access.recording import REMEMBERED, Looked
from api.access.tables import JournalEntry, User
from api.settings import Settings
from tests.api.access.world import World, make_thing, municipality

NOW = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with municipality(Settings(folder=tmp_path_factory.mktemp("journal"))) as made:
        yield made


@pytest.fixture
def planner(world: World) -> TestClient:
    return world.of("planner")


def said_of(world: World, user: User) -> list[tuple[str, str, str | None, str | None, str]]:
    with world.store.reading() as session:
        rows = session.scalars(select(JournalEntry).where(JournalEntry.principal == user.alias))
        return [(row.via, row.right, row.unit, row.subject, row.outcome) for row in rows]


def test_a_look_is_written_once_and_a_change_each_time(world: World, planner: TestClient) -> None:
    user = world.people["planner"]
    scenario = make_thing(world, "scenario", world.own, user)
    for _ in range(3):
        planner.get(f"/v1/scenarios/{scenario}")
    for _ in range(2):
        planner.delete(f"/v1/scenarios/{scenario}")
    unit = str(world.own)
    assert [entry for entry in said_of(world, user) if entry[3] == scenario] == [
        ("session", "scenario.read", unit, scenario, "200"),
        ("session", "scenario.write", unit, scenario, "204"),
        ("session", "scenario.write", None, scenario, "404"),
    ]


def test_whoever_is_turned_away_is_written_down_with_the_unit_it_was_about(world: World) -> None:
    user = world.people["union"]
    foreign = make_thing(world, "scenario", world.other, user)
    world.of("union").get(f"/v1/scenarios/{foreign}")
    world.of("union").post("/v1/plans", json={"unit": str(world.own), "scenario": {}})
    assert said_of(world, user) == [
        ("session", "scenario.read", str(world.other), foreign, "404"),
        ("session", "job.write", str(world.own), None, "403"),
    ]


def test_what_was_made_is_named_and_a_key_is_told_from_its_maker(world: World) -> None:
    user = world.people["administrator"]
    made = world.program("administrator").post("/v1/units", json={"name": "Merket navn"}).json()["id"]
    entries = said_of(world, user)
    assert entries == [("key", "unit.create", None, made, "201")]
    assert "Merket" not in repr(entries)


def test_nothing_is_answered_that_could_not_be_written_down(world: World) -> None:
    client = world.of("manager")
    scenario = make_thing(world, "scenario", world.own, world.people["manager"])
    gone = OperationalError("INSERT", {}, Exception("disk full"))
    with patch.object(journal, "write", side_effect=gone), pytest.raises(OperationalError):
        client.get(f"/v1/scenarios/{scenario}")
    assert client.get(f"/v1/scenarios/{scenario}").status_code == 200


def test_a_look_counts_anew_after_a_while_and_by_everything_that_tells_it_apart() -> None:
    looked = Looked(minutes=15)
    look = ("B-ABC234", "roster.read", "unit", "roster")
    assert looked.is_new(look, NOW)
    assert not looked.is_new(look, NOW + timedelta(minutes=14))
    assert looked.is_new(look, NOW + timedelta(minutes=15))
    for place in range(4):
        other = tuple("other" if place == number else part for number, part in enumerate(look))
        assert looked.is_new(other, NOW)  # type: ignore[arg-type]


def test_the_memory_of_looks_does_not_grow_without_end() -> None:
    looked = Looked(minutes=15)
    for number in range(REMEMBERED + 1):
        looked.is_new(("B-ABC234", "roster.read", None, str(number)), NOW)
    assert len(looked._last) == REMEMBERED
    assert looked.is_new(("B-ABC234", "roster.read", None, "0"), NOW)
