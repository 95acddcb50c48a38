"""Attempts at logging in are counted before they are tried, by login and by address."""

from datetime import datetime, timedelta
from uuid import uuid4

from api.access.attempts import count_attempt, forget
from api.access.settings import AccessSettings
from api.access.tables import LoginCount
from api.store.engine import Store
from tests.api.access.conftest import NOW

RULES = AccessSettings(login_attempts=3, login_attempts_address=5, login_minutes=15)


def attempt(store: Store, login: str | None, address: str, at: datetime = NOW) -> int | None:
    with store.writing() as session:
        return count_attempt(session, login, address, now=at, settings=RULES)


def test_after_so_many_attempts_on_a_login_one_waits(shared: Store) -> None:
    login = uuid4().hex
    assert [attempt(shared, login, uuid4().hex) for _ in range(3)] == [None, None, None]
    assert attempt(shared, login, uuid4().hex) == 900
    assert attempt(shared, login, uuid4().hex, NOW + timedelta(minutes=14)) == 60
    assert attempt(shared, login, uuid4().hex, NOW + timedelta(minutes=15)) is None


def test_after_so_many_attempts_from_an_address_one_waits_whatever_the_login(shared: Store) -> None:
    address = uuid4().hex
    assert [attempt(shared, uuid4().hex, address) for _ in range(5)] == [None] * 5
    assert attempt(shared, uuid4().hex, address) == 900
    assert attempt(shared, None, address) == 900


def test_a_log_in_that_succeeds_starts_the_count_anew(shared: Store) -> None:
    login = uuid4().hex
    for _ in range(3):
        attempt(shared, login, uuid4().hex)
    with shared.writing() as session:
        forget(session, login)
    assert attempt(shared, login, uuid4().hex) is None


def test_neither_login_nor_address_is_kept_in_clear(shared: Store) -> None:
    login, address = uuid4().hex, uuid4().hex
    attempt(shared, login, address)
    with shared.reading() as session:
        kept = repr([row.bucket for row in session.query(LoginCount)])
    assert login not in kept
    assert address not in kept
