"""A hundred handmade hostile requests: each has a documented answer, short, in problem details, in bounded memory."""

from __future__ import annotations

import json
import re
import resource
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.description import described
from api.errors import MEDIA_TYPE
from api.jobs.engine import migrate_engine
from api.main import create_app
from api.settings import Settings
from api.store.engine import Store
from api.store.migrate import migrate
from tests.api.attacks import bodies, requests
from tests.api.attacks.attack import LONG, Attack
from tests.api.jobs.unit import scenario
from tests.api.processes import KEY

ATTACKS = [
    *bodies.texts(), *bodies.values(), *requests.jobs(), *requests.files(), *requests.addresses(),
    *requests.headers(), *requests.people(),
]  # fmt: skip
LONGEST_ANSWER = 60_000
LONGEST_ECHO = 320
MOST_KILOBYTES = 400_000
"""by which this process may grow, over all that is sent here"""
PATHS = [
    (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), methods) for path, methods in described()["paths"].items()
]


class Attacked:
    """A service with a unit, a scenario, a roster and a plan that was stopped."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        unit = client.post("/v1/units", json={"name": "Liten"}).json()["id"]
        asked = client.post(f"/v1/units/{unit}/scenarios", json=scenario(4, 2)).json()["id"]
        week = ["D", "D", "D", "D", "", "", ""]
        lines = [{"employee": f"E{n:02d}", "position": 50, "days": week * 2} for n in range(1, 5)]
        body = {"scenario": asked, "roster": {"schema": "heltid.roster/1", "lines": lines}}
        made = client.post(f"/v1/units/{unit}/rosters", json=body)
        assert made.status_code == 201, made.text
        plan = client.post("/v1/plans", json={"unit": unit, "scenario": asked}).json()["id"]
        client.post(f"/v1/plans/{plan}/stop")
        self.things = {"unit": unit, "scenario": asked, "roster": made.json()["id"], "plan": plan}

    def filled(self, text: str) -> str:
        for name, thing in self.things.items():
            text = text.replace("{" + name + "}", thing)
        return text

    def ask(self, attack: Attack) -> Any:
        body = attack.body
        if isinstance(body, dict | list):
            body = self.filled(json.dumps(body)).encode()
        elif isinstance(body, bytes) and len(body) < 1000 and b"{unit}" in body:
            body = self.filled(body.decode()).encode()
        headers = {"Content-Type": "application/json"} | attack.headers
        content = iter(body) if isinstance(body, tuple) else body
        return self.client.request(
            attack.method, self.filled(attack.path), content=content,
            headers=[(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
        )  # fmt: skip


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    folder = tmp_path_factory.mktemp("hostile")
    settings = Settings(folder=folder, key=SecretStr(KEY))
    store = Store(settings.database)
    migrate(store)
    migrate_engine(store)
    with TestClient(create_app(settings, store), raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {KEY}"
        yield Attacked(client)
    store.close()


def documented(attack: Attack, path: str) -> set[int]:
    """The statuses that the description gives for the operation; those of what is not there are everyone's."""
    for shape, methods in PATHS:
        told = methods.get(attack.method.lower())
        if shape.fullmatch(path) and told:
            return {int(status) for status in told["responses"]}
    return {400, 401, 403, 404, 405, 413, 422, 429}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name.replace(" ", "-"))
def test_a_hostile_request_is_answered_as_described(attacked: Attacked, attack: Attack) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = attacked.ask(attack)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert answer.status_code in attack.statuses, answer.text[:500]
    path = attacked.filled(attack.path).partition("?")[0]
    assert answer.status_code in documented(attack, path)
    assert grown < MOST_KILOBYTES
    assert "set-cookie" not in answer.headers
    if answer.status_code < 400:
        return
    told = answer.json()
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert (told["status"], bool(told["code"])) == (answer.status_code, True)
    assert told["request_id"] == answer.headers["x-request-id"]
    assert len(answer.content) < LONGEST_ANSWER
    assert LONG[:LONGEST_ECHO] not in answer.text
    assert "Traceback" not in answer.text


def test_there_are_a_hundred_and_each_is_another() -> None:
    assert len(ATTACKS) > 100
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
