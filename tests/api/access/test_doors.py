"""Every route x role x own or other unit: the status is the one in the table, and no route is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from starlette.testclient import TestClient

from api.access.principal import EVERYWHERE
from api.settings import Settings
from tests.api.access.door_table import ASKED, COLUMNS, DOORS, NO_KEY, OPEN, rows
from tests.api.access.world import STRANGER, World, make_thing, municipality

TABLE = rows()
NAMED = re.compile(r"{(\w+)}")
OF_NO_UNIT = [route for route, told in TABLE.items() if told[STRANGER] != 404]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with municipality(Settings(folder=tmp_path_factory.mktemp("doors"))) as made:
        yield made


def ask(world: World, client: TestClient, route: str, role: str, *, is_own: bool = True) -> int:
    """Send the route an empty request, of things that were just made for it."""
    method, path = route.split(" ")
    unit = world.own if is_own else world.other
    for name in NAMED.findall(path):
        kind = path.split("/")[2].removesuffix("s") if name == "job" else name
        path = path.replace(f"{{{name}}}", make_thing(world, kind, unit, world.people[role]))
    asked = {"unit": str(unit)} | ASKED[route] if route in ASKED else {}
    if method in ("POST", "PUT"):
        return client.request(method, path, json=asked).status_code
    return client.request(method, path, params=asked).status_code


def routes(world: World) -> dict[str, RouteContext]:
    """Every route of the application by method and path, whatever router it stands in."""
    found = iter_route_contexts(world.app.routes)
    return {f"{method} {one.path}": one for one in found for method in (one.methods or set()) - {"HEAD"}}


def test_every_route_has_an_entry_and_every_entry_a_route(world: World) -> None:
    assert set(routes(world)) == {*TABLE, *OPEN}
    assert len(TABLE) == len(DOORS.strip().splitlines())


def test_every_route_that_is_not_open_has_a_door_with_a_right(world: World) -> None:
    for name, route in routes(world).items():
        if name not in OPEN:
            assert isinstance(route.original_route, APIRoute)
            calls = [dependency.call for dependency in route.original_route.dependant.dependencies]
            assert len([call for call in calls if hasattr(call, "right")]) == 1, name


@pytest.mark.parametrize("route", TABLE)
def test_each_role_gets_in_where_the_table_says(world: World, route: str) -> None:
    told = {role: ask(world, world.of(role), route, role) for role in COLUMNS}
    assert told == TABLE[route]


@pytest.mark.parametrize("route", [route for route in TABLE if route not in OF_NO_UNIT])
def test_another_unit_is_not_there(world: World, route: str) -> None:
    """But for the roles that are held everywhere, which get in there as well."""
    told = {role: ask(world, world.of(role), route, role, is_own=False) for role in COLUMNS}
    assert told == {role: status if role in EVERYWHERE else 404 for role, status in TABLE[route].items()}


@pytest.mark.parametrize("route", TABLE)
def test_nobody_gets_in_without_credentials(world: World, route: str) -> None:
    assert ask(world, world.nobody(), route, STRANGER) == 401


@pytest.mark.parametrize("route", TABLE)
def test_a_key_opens_what_its_maker_may_but_for_what_needs_a_person(world: World, route: str) -> None:
    for role in ("manager", "administrator"):
        expected = 403 if route in NO_KEY else TABLE[route][role]
        assert ask(world, world.program(role), route, role) == expected


@pytest.mark.parametrize("route", TABLE)
def test_a_key_without_the_right_opens_nothing_more(world: World, route: str) -> None:
    """Narrowed to seeing who one is, a manager's key meets a closed door everywhere else."""
    narrow = world.program("manager", frozenset({"me.read"}))
    assert ask(world, narrow, route, "manager") == (200 if route == "GET /v1/me" else 403)


def test_ids_that_are_guessed_or_of_another_tell_nothing(world: World) -> None:
    """Something unknown, something in another unit and something of another person give the same answer."""
    manager, planner = world.people["manager"], world.people["planner"]
    client = world.of("manager")
    foreign = make_thing(world, "scenario", world.other, planner)
    pairs = [
        ("GET", f"/v1/scenarios/{foreign}", "/v1/scenarios/0193f7a0-c0de-7000-a000-000000000000"),
        ("GET", f"/v1/units/{world.other}", "/v1/units/0193f7a0-c0de-7000-a000-000000000000"),
        ("GET", f"/v1/units/{world.other}", "/v1/units/1"),
        ("DELETE", f"/v1/keys/{make_thing(world, 'key', world.own, planner)}",
         "/v1/keys/0193f7a0-c0de-7000-a000-000000000000"),
        ("DELETE", f"/v1/me/sessions/{make_thing(world, 'session', world.own, planner)}",
         "/v1/me/sessions/0193f7a0-c0de-7000-a000-000000000000"),
    ]  # fmt: skip
    assert manager.id != planner.id
    for method, known, unknown in pairs:
        first, second = client.request(method, known), client.request(method, unknown)
        assert (first.status_code, second.status_code) == (404, 404)
        assert first.json() | {"request_id": ""} == second.json() | {"request_id": ""}


def test_a_list_holds_only_the_units_one_has_a_role_in(world: World) -> None:
    def seen(role: str) -> set[str]:
        return {one["id"] for one in world.of(role).get("/v1/units").json()["items"]}

    assert seen("planner") == {str(world.own)}
    assert seen(STRANGER) == set()
    assert seen("forum") == seen("administrator") == {str(world.own), str(world.other)}
