"""Hostile bodies are refused with what is wrong, and never with a failure of ours."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.hostile import bodies
from tests.api.v1.test_units import make

REFUSED = (400, 404, 413, 415, 422)
BODIES = dict(bodies())


@pytest.fixture
def client(sqlite_client: TestClient) -> TestClient:
    """What is refused at the door never comes to a store; one kind of store is enough."""
    return sqlite_client


def test_there_are_a_hundred_of_them() -> None:
    assert len(BODIES) >= 100


@pytest.mark.parametrize("kind", ["application/json", "application/yaml"])
def test_every_hostile_scenario_is_refused(client: TestClient, kind: str) -> None:
    where = f"/v1/units/{make(client)}/scenarios"
    for name, body in BODIES.items():
        _check(name, client.post(where, content=body, headers={"Content-Type": kind}), kind)


@pytest.mark.parametrize("path", ["/v1/units", "/v1/plans", "/v1/audits"])
def test_every_hostile_body_is_refused(client: TestClient, path: str) -> None:
    for name, body in BODIES.items():
        _check(name, client.post(path, content=body, headers={"Content-Type": "application/json"}), path)


def test_a_hostile_scenario_in_a_plan_is_refused(client: TestClient) -> None:
    unit = make(client)
    for name, body in BODIES.items():
        if name.startswith(("id-", "employees-", "without-", "weeks-", "people-")):
            answer = client.post("/v1/plans", json={"unit": unit, "scenario": json.loads(body)})
            _check(name, answer, "plan")


def test_a_body_beyond_the_limit_is_refused_as_it_comes(client: TestClient) -> None:
    def endless() -> Any:
        for _ in range(200):
            yield b" " * 65_536

    for content in (b" " * 5_000_001, endless()):
        told = client.post("/v1/units", content=content, headers={"Content-Type": "application/json"})
        assert (told.status_code, told.json()["code"]) == (413, "too_large")


def _check(name: str, answer: Any, where: str) -> None:
    assert answer.status_code in REFUSED or _is_right(name, answer), f"{where} {name}: {answer.status_code}"
    if answer.status_code in REFUSED:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"]


def _is_right(name: str, answer: Any) -> bool:
    """Some are strange and yet right: scenarios and people may be called what they like, and much may be left out."""
    may_be_right = ("id-", "employees-", "without-goals", "without-demand", "without-rules")
    return name.startswith(may_be_right) and answer.status_code in (201, 202)
