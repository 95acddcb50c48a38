"""A session ends when it should, and none is taken over from what a browser brings along."""

from collections.abc import Callable
from datetime import datetime, timedelta

from api.access import sessions, users
from api.access.settings import AccessSettings
from api.access.tables import SignIn, User
from api.store.engine import Store
from tests.api.access.conftest import NOW


def opened(
    store: Store, user: User, rules: AccessSettings, *, brought: str | None = None, at: datetime = NOW
) -> tuple[SignIn, str]:
    with store.writing() as session:
        return sessions.open_session(session, user.id, "local", brought=brought, now=at, settings=rules)


def holds(store: Store, secret: str, rules: AccessSettings, at: datetime) -> bool:
    with store.reading() as session:
        return sessions.find_session(session, secret, at, rules) is not None


def test_a_session_ends_when_idle_and_when_old(
    shared: Store, person: Callable[[], User], rules: AccessSettings
) -> None:
    kept, secret = opened(shared, person(), rules)
    idle, whole = timedelta(minutes=rules.session_idle_minutes), timedelta(hours=rules.session_hours)
    assert holds(shared, secret, rules, NOW + idle - timedelta(seconds=1))
    assert not holds(shared, secret, rules, NOW + idle)
    with shared.writing() as session:
        sessions.touch(session, kept.id, NOW + whole - timedelta(minutes=1))
    assert holds(shared, secret, rules, NOW + whole - timedelta(seconds=1))
    assert not holds(shared, secret, rules, NOW + whole)


def test_a_log_in_gives_a_new_secret_and_ends_the_one_that_was_brought(
    shared: Store, person: Callable[[], User], rules: AccessSettings
) -> None:
    """Session fixation: whoever planted a secret in the browser has nothing by it after the log-in."""
    victim = person()
    _, planted = opened(shared, person(), rules)
    _, secret = opened(shared, victim, rules, brought=planted)
    _, after_unknown = opened(shared, victim, rules, brought="planted-by-someone")
    assert len({planted, secret, after_unknown, "planted-by-someone"}) == 4
    assert not holds(shared, planted, rules, NOW)
    assert not holds(shared, "planted-by-someone", rules, NOW)
    assert holds(shared, secret, rules, NOW)


def test_one_session_or_all_of_ones_own_are_ended_and_nobody_elses(
    shared: Store, person: Callable[[], User], rules: AccessSettings
) -> None:
    me, other = person(), person()
    mine = [opened(shared, me, rules) for _ in range(3)]
    theirs, their_secret = opened(shared, other, rules)
    with shared.writing() as session:
        assert sessions.end_one(session, me.id, mine[0][0].id, NOW)
        assert not sessions.end_one(session, me.id, mine[0][0].id, NOW)
        assert not sessions.end_one(session, me.id, theirs.id, NOW)
    assert [holds(shared, secret, rules, NOW) for _, secret in mine] == [False, True, True]
    with shared.writing() as session:
        assert len(session.scalars(sessions.valid(me.id, NOW)).all()) == 2
        assert sessions.end_all(session, me.id, NOW) == 2
    assert not any(holds(shared, secret, rules, NOW) for _, secret in mine)
    assert holds(shared, their_secret, rules, NOW)


def test_whoever_is_removed_is_out_at_once_and_only_the_alias_is_left(
    shared: Store, person: Callable[[], User], rules: AccessSettings
) -> None:
    leaver = person()
    _, secret = opened(shared, leaver, rules)
    with shared.writing() as session:
        users.remove(session, session.get_one(User, leaver.id), NOW)
    assert not holds(shared, secret, rules, NOW)
    with shared.reading() as session:
        assert users.active(session, leaver.id) is None
        left = users.by_alias(session, leaver.alias.lower())
        assert left is not None
        assert left.groups == []
