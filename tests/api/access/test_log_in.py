"""Logging in with a password or a link, and what a session is good for afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from starlette.testclient import TestClient

from api.access import local, passwords
from api.access.links import new_link
from api.access.tables import JournalEntry, User
from api.settings import Settings
from api.store.tables import now
from tests.api.access.world import ORIGIN, World, municipality

PASSWORD = "hest batteri stift korrekt"
COOKIE = "heltid_session"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    settings = Settings(
        folder=tmp_path_factory.mktemp("log-in"), login_attempts=4, login_attempts_address=10_000
    )
    with pytest.MonkeyPatch.context() as patch, municipality(settings) as made:
        patch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        passwords._nobodys_hash.cache_clear()
        yield made
    passwords._nobodys_hash.cache_clear()


def add(world: World, login: str) -> User:
    with world.store.writing() as session:
        return local.add(session, login, PASSWORD)


def log_in(client: TestClient, login: str, password: str = PASSWORD, **headers: str) -> int:
    data = {"login": login, "password": password}
    return client.post("/login/local", data=data, headers=headers).status_code


def link_for(world: World, user: User) -> str:
    with world.store.writing() as session:
        return new_link(session, user.id, ORIGIN, now())


def test_a_password_gives_a_session_that_no_script_and_no_other_site_can_use(world: World) -> None:
    add(world, "beredskap")
    client = world.nobody()
    answer = client.post("/login/local", data={"login": " Beredskap ", "password": PASSWORD})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "; secure" not in cookie  # on loopback there is no TLS
    assert client.get("/v1/me").json()["kind"] == "user"
    assert client.get("/login").text.count("B-") == 1


def test_off_loopback_the_cookie_is_for_this_host_and_encrypted_lines_alone(world: World) -> None:
    from api.main import create_app

    public = world.settings.model_copy(update={"public_url": "https://turnus.kommunen.no"})
    add(world, "utenfra")
    with TestClient(create_app(public, world.store), base_url="https://turnus.kommunen.no") as client:
        origin = {"Origin": "https://turnus.kommunen.no"}
        data = {"login": "utenfra", "password": PASSWORD}
        answer = client.post("/login/local", data=data, headers=origin, follow_redirects=False)
        assert answer.headers["set-cookie"].startswith("__Host-heltid_session=")
        assert "; secure" in answer.headers["set-cookie"].lower()
        assert client.get("/v1/me").status_code == 200
        assert client.get("/login/link").status_code == 404
        assert client.post("/login/link", data={"code": "x"}, headers=origin).status_code == 404


def test_whoever_does_not_exist_gets_the_very_same_answer(world: World) -> None:
    add(world, "finnes")
    told = []
    for login in ("finnes", "finnes-ikke"):
        answer = world.nobody().post("/login/local", data={"login": login, "password": "feil passord her nå"})
        told.append((answer.status_code, answer.json() | {"request_id": ""}, sorted(answer.headers)))
    assert told[0] == told[1]
    assert told[0][0] == 401


def test_too_many_attempts_are_the_same_for_known_and_unknown_and_say_how_long(world: World) -> None:
    add(world, "mange")
    for login in ("mange", "mange-ikke"):
        client = world.nobody()
        assert [log_in(client, login, "feil passord her nå") for _ in range(4)] == [401] * 4
        answer = client.post("/login/local", data={"login": login, "password": PASSWORD})
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_log_ins")
        assert 0 < int(answer.headers["retry-after"]) <= 900


def test_a_planted_session_is_worth_nothing_after_log_in(world: World) -> None:
    """Session fixation, in the browser: the secret changes, and the planted one ends."""
    add(world, "fiksert")
    attacker, victim = world.of("planner"), world.nobody()
    planted = attacker.cookies[COOKIE]
    victim.cookies.set(COOKIE, planted, domain="127.0.0.1", path="/")
    assert log_in(victim, "fiksert") == 303
    assert planted not in [one.value for one in victim.cookies.jar if one.name == COOKIE]
    assert attacker.get("/v1/me").status_code == 401
    assert victim.get("/v1/me").status_code == 200


def test_logging_out_ends_the_session_on_the_server(world: World) -> None:
    add(world, "utlogget")
    client = world.nobody()
    log_in(client, "utlogget")
    secret, csrf = client.cookies[COOKIE], client.get("/v1/me").json()["csrf"]
    assert client.post("/logout").status_code == 403
    assert client.post("/logout", data={"csrf": csrf}).status_code == 303
    client.cookies.set(COOKIE, secret)
    assert client.get("/v1/me").status_code == 401


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:9999", "null", "http://127.0.0.1:8000.evil.example"]
)
def test_no_other_page_logs_anyone_in_or_changes_anything(world: World, origin: str) -> None:
    client = world.of("administrator")
    assert client.post("/v1/units", json={"name": "X"}, headers={"Origin": origin}).status_code == 403
    assert log_in(world.nobody(), "beredskap", Origin=origin) == 403
    code = link_for(world, world.people["administrator"]).partition("#")[2]
    assert (
        world.nobody().post("/login/link", data={"code": code}, headers={"Origin": origin}).status_code == 403
    )


def test_a_change_needs_the_origin_and_the_token_of_its_own_session(world: World) -> None:
    client, other = world.of("administrator"), world.of("administrator")
    made = client.post("/v1/units", json={"name": "Ny"})
    assert made.status_code == 201
    for headers in ({"X-CSRF-Token": ""}, {"X-CSRF-Token": other.headers["x-csrf-token"]}):
        answer = client.post("/v1/units", json={"name": "Ny"}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "csrf")
    del client.headers["origin"]
    answer = client.post("/v1/units", json={"name": "Ny"})
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_origin")
    assert client.get("/v1/units").status_code == 200


def test_a_name_that_was_made_to_point_here_is_not_the_service(world: World) -> None:
    """DNS rebinding: the page of another name reaches this port, and is no page of ours."""
    rebound = {"Host": "evil.example:8000", "Origin": "http://evil.example:8000"}
    assert log_in(world.nobody(), "beredskap", **rebound) == 403


def test_a_link_is_exchanged_by_post_once(world: World) -> None:
    user = world.new_person()
    address, _, code = link_for(world, user).partition("#")
    client = world.nobody()
    for _ in range(2):  # whoever only looks (a preview, a scanner) uses nothing up
        assert client.get(address.removeprefix(ORIGIN)).status_code == 200
    assert client.post("/login/link", data={"code": code}).status_code == 303
    assert client.get("/v1/me").json()["alias"] == user.alias
    assert world.nobody().post("/login/link", data={"code": code}).status_code == 401


def test_a_link_is_nothing_to_another_machine(world: World) -> None:
    code = link_for(world, world.new_person()).partition("#")[2]
    far = TestClient(world.app, base_url=ORIGIN, client=("192.168.1.9", 50000), headers={"Origin": ORIGIN})
    assert far.get("/login/link").status_code == 404
    assert far.post("/login/link", data={"code": code}).status_code == 404


def test_the_pages_load_nothing_from_elsewhere_and_are_not_kept(world: World) -> None:
    client = world.nobody()
    for path in ("/login", "/login/link"):
        answer = client.get(path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert "//" not in answer.text.replace("<!doctype", "")
    assert client.get("/login", headers={"Accept-Language": "en"}).text.count("Log in") >= 2


def test_a_person_with_a_browser_is_told_on_a_page(world: World) -> None:
    data = {"login": "<b>ingen</b>", "password": "feil passord her nå"}
    answer = world.nobody().post("/login/local", data=data, headers={"Accept": "text/html"})
    assert answer.status_code == 401
    assert "Brukernavnet eller passordet er feil." in answer.text
    assert "<b>" not in answer.text


def test_a_key_is_made_on_the_page_and_shown_there_once(world: World) -> None:
    client = world.of("manager")
    csrf = client.headers.pop("x-csrf-token")
    data = {"csrf": csrf, "label": "prøve", "rights": "read"}
    shown = client.post("/login/key", data=data)
    assert (shown.status_code, shown.headers["cache-control"]) == (201, "no-store")
    key = re.findall(r"heltid_\w{8}_[\w-]{43}", shown.text)[0]
    program = world.client(Authorization=f"Bearer {key}")
    assert program.get(f"/v1/units/{world.own}/scenarios").status_code == 200
    assert program.post(f"/v1/units/{world.own}/scenarios", json={}).status_code == 403
    assert key not in client.get("/login").text
    assert client.post("/login/key", data=data | {"csrf": "x"}).status_code == 403
    assert world.nobody().post("/login/key", data=data).status_code == 401


def test_whoever_is_shut_out_does_not_come_in_and_whoever_comes_in_is_in_the_journal(world: World) -> None:
    user = add(world, "stengt")
    client = world.nobody()
    assert log_in(client, "stengt") == 303
    answer = world.of("administrator").put(
        f"/v1/people/{user.alias}", json={"in_every_unit": [], "shut_out": True}
    )
    assert answer.json()["shut_out"] is True
    assert client.get("/v1/me").status_code == 401
    assert log_in(world.nobody(), "stengt") == 401
    with world.store.reading() as session:
        entries = session.scalars(select(JournalEntry).where(JournalEntry.right == "log-in")).all()
    assert (user.alias, "log_in") in [(entry.principal, entry.outcome) for entry in entries]
    assert (None, "log_in_refused") in [(entry.principal, entry.outcome) for entry in entries]
    assert "stengt" not in repr([vars(entry) for entry in entries])
