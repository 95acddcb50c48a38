"""The table of rights says what the roles were promised, whatever the routes do with it."""

from uuid import uuid4

import pytest

from api.access.principal import Principal, Role
from api.access.rights import KEY_RIGHTS, RIGHTS, TABLE, has_right, open_units

OWN, OTHER = uuid4(), uuid4()
IN_UNITS = sorted(right.name for right in TABLE if not right.of_no_unit)


def person(role: Role, **more: object) -> Principal:
    return Principal(uuid4(), "B-TEST", roles={OWN: frozenset({role})}, **more)  # type: ignore[arg-type]


def test_each_right_stands_once_and_tells_what_it_opens() -> None:
    assert len(TABLE) == len(RIGHTS)
    assert all(right.opens and right.opens[0].islower() and right.opens[-1] != "." for right in TABLE)


def test_a_unit_manager_may_everything_in_the_own_unit() -> None:
    assert [right for right in IN_UNITS if not has_right(person(Role.MANAGER), right, OWN)] == []


@pytest.mark.parametrize("role", Role)
def test_no_role_opens_anything_in_another_unit(role: Role) -> None:
    assert [right for right in IN_UNITS if has_right(person(role), right, OTHER)] == []
    assert [right for right in IN_UNITS if has_right(person(role), right)] == []


@pytest.mark.parametrize("role", [Role.UNION, Role.SAFETY])
def test_the_delegates_read_and_change_nothing(role: Role) -> None:
    held = {right for right in IN_UNITS if has_right(person(role), right, OWN)}
    assert held == {
        "unit.read", "roster.read", "case.read", "paper.read", "name.read",
    }  # fmt: skip


def test_the_forum_sees_positions_and_cases_but_no_roster_and_no_resident() -> None:
    held = {right for right in IN_UNITS if has_right(person(Role.FORUM), right, OWN)}
    assert held >= {"position.read", "case.read", "case.write", "paper.read"}
    assert held.isdisjoint({"roster.read", "scenario.read", "resident.read", "job.read"})


def test_an_administrator_sees_no_roster_by_that_role_alone() -> None:
    admin = person(Role.ADMINISTRATOR, is_admin=True)
    assert {right for right in IN_UNITS if has_right(admin, right, OWN)} == {
        "unit.read", "unit.write", "members.read", "members.write",
    }  # fmt: skip
    assert has_right(admin, "unit.create")


def test_only_an_administrator_makes_units_and_maps_groups() -> None:
    for role in set(Role) - {Role.ADMINISTRATOR}:
        assert not has_right(person(role), "unit.create")
        assert not has_right(person(role), "groups.write")


def test_a_key_has_what_its_scope_and_the_makers_roles_share() -> None:
    key = person(Role.PLANNER, kind="key", scopes=frozenset({"job.read", "members.read"}))
    assert has_right(key, "job.read", OWN)
    assert not has_right(key, "job.write", OWN)
    assert not has_right(key, "members.read", OWN)
    assert has_right(key, "me.read")


def test_no_key_makes_keys_or_gives_roles_whatever_its_scope() -> None:
    needs_session = frozenset(RIGHTS) - KEY_RIGHTS
    key = person(Role.MANAGER, kind="key", scopes=needs_session)
    assert needs_session >= {"keys.write", "members.write", "groups.write"}
    assert [right for right in needs_session if has_right(key, right, OWN)] == []


def test_lists_over_units_hold_those_that_are_open() -> None:
    roles = {OWN: frozenset({Role.PLANNER}), OTHER: frozenset({Role.UNION})}
    both = Principal(uuid4(), "B-TEST", roles=roles)
    assert open_units(both, "scenario.read") == (OWN,)
    assert set(open_units(both, "roster.read")) == {OWN, OTHER}
