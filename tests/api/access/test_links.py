"""A sign-in link works once, for a quarter of an hour, and only where the service is on this machine alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from api.access.links import gives_links, is_loopback, new_link, redeem
from api.access.tables import SignInLink, User
from api.store.engine import Store
from tests.api.access.conftest import NOW

ORIGIN = "http://127.0.0.1:8000"


def link_of(store: Store, user: User) -> str:
    with store.writing() as session:
        return new_link(session, user.id, ORIGIN, NOW).partition("#")[2]


def test_a_link_works_once(shared: Store, person: Callable[[], User]) -> None:
    user = person()
    secret = link_of(shared, user)
    with shared.writing() as session:
        assert redeem(session, secret, NOW) == user.id
    with shared.writing() as session:
        assert redeem(session, secret, NOW) is None


def test_a_link_works_for_fifteen_minutes(shared: Store, person: Callable[[], User]) -> None:
    secret = link_of(shared, person())
    with shared.writing() as session:
        assert redeem(session, secret, NOW + timedelta(minutes=15)) is None
        assert redeem(session, secret, NOW + timedelta(minutes=14, seconds=59)) is not None


def test_a_new_link_ends_the_one_before(shared: Store, person: Callable[[], User]) -> None:
    user = person()
    first, second = link_of(shared, user), link_of(shared, user)
    with shared.writing() as session:
        assert redeem(session, first, NOW) is None
        assert redeem(session, second, NOW) == user.id


@pytest.mark.parametrize("guess", ["", "x", "\udcff", "A" * 43])
def test_a_guess_opens_nothing(shared: Store, person: Callable[[], User], guess: str) -> None:
    link_of(shared, person())
    with shared.writing() as session:
        assert redeem(session, guess, NOW) is None


def test_the_secret_stands_where_no_request_has_it_and_is_not_kept(
    shared: Store, person: Callable[[], User]
) -> None:
    user = person()
    with shared.writing() as session:
        link = new_link(session, user.id, ORIGIN, NOW)
    address, _, secret = link.partition("#")
    assert address == ORIGIN + "/login/link"
    with shared.reading() as session:
        rows = session.query(SignInLink).filter_by(user_id=user.id).all()
        assert secret.encode() not in rows[0].digest


@pytest.mark.parametrize(
    ("host", "public_url", "given"),
    [
        ("127.0.0.1", "", True),
        ("localhost", "", True),
        ("::1", "", True),
        ("127.0.0.1", "http://localhost:8000", True),
        ("127.0.0.1", "https://turnus.kommunen.no", False),
        ("0.0.0.0", "", False),
        ("::", "", False),
        ("", "", False),
        ("192.168.1.4", "", False),
        ("127.0.0.1.kommunen.no", "", False),
    ],
)
def test_there_is_no_link_off_loopback(host: str, public_url: str, given: bool) -> None:
    assert gives_links(host, public_url) is given


def test_what_is_this_machine_itself() -> None:
    assert is_loopback("[::1]")
    assert not is_loopback("localhost.kommunen.no")
    assert not is_loopback(None)
