"""Roles are those given here and those of the groups; the forum's and the administrator's hold everywhere."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from api.access.principal import Principal, Role
from api.access.roles import give, given_in, person_of, take
from api.access.tables import GroupRole, User
from api.ids import new_id
from api.store.engine import Store
from tests.api.access.conftest import NOW


def principal(store: Store, user: User, at: datetime = NOW) -> Principal:
    with store.reading() as session:
        return person_of(session, session.get_one(User, user.id), at, group_days=30)


def test_a_role_is_held_in_its_unit_once_however_often_given(
    shared: Store, person: Callable[[], User], unit: Callable[[], UUID]
) -> None:
    user, own, other = person(), unit(), unit()
    with shared.writing() as session:
        for _ in range(2):
            give(session, user.id, Role.PLANNER, own)
        give(session, user.id, Role.UNION, own)
    assert principal(shared, user).roles_in(own) == {Role.PLANNER, Role.UNION}
    assert principal(shared, user).roles_in(other) == frozenset()
    with shared.writing() as session:
        assert given_in(session, own) == {user.id: {Role.PLANNER, Role.UNION}}
        assert take(session, user.id, Role.PLANNER, own)
        assert not take(session, user.id, Role.PLANNER, own)
    assert principal(shared, user).roles_in(own) == {Role.UNION}


def test_the_forum_and_the_administrator_are_everywhere_and_no_other_role_can_be(
    shared: Store, person: Callable[[], User], unit: Callable[[], UUID]
) -> None:
    user, somewhere = person(), unit()
    with shared.writing() as session:
        give(session, user.id, Role.FORUM, None)
        give(session, user.id, Role.ADMINISTRATOR, None)
        give(session, user.id, Role.MANAGER, None)
        give(session, user.id, Role.ADMINISTRATOR, somewhere)
    held = principal(shared, user)
    assert held.is_admin
    assert held.in_every_unit == {Role.FORUM, Role.ADMINISTRATOR}
    assert held.roles == {}
    one_unit_only = person()
    with shared.writing() as session:
        give(session, one_unit_only.id, Role.ADMINISTRATOR, somewhere)
    assert not principal(shared, one_unit_only).is_admin


def test_groups_give_roles_for_some_time_after_the_last_log_in(
    shared: Store, person: Callable[[], User], unit: Callable[[], UUID]
) -> None:
    user, own = person(), unit()
    group = f"turnus-{user.alias}"
    with shared.writing() as session:
        kept = session.get_one(User, user.id)
        kept.groups, kept.groups_at = [group, "another"], NOW
        session.add(GroupRole(id=new_id(), group_name=group, role=Role.MANAGER, unit_id=own))
    assert principal(shared, user).roles_in(own) == {Role.MANAGER}
    assert principal(shared, user, NOW + timedelta(days=30)).roles_in(own) == {Role.MANAGER}
    assert principal(shared, user, NOW + timedelta(days=31)).roles_in(own) == frozenset()
