"""Scenarios: read as the command reads them, kept in versions that are never overwritten."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select
from starlette.testclient import TestClient

from api.store.engine import Store
from api.store.tables import ScenarioVersion
from tests.api.v1.test_units import make

UNITS = Path(__file__).parents[3] / "data" / "units"
EXAMPLE = (UNITS / "solsiden-langvakt-b.yaml").read_bytes()


def test_a_scenario_comes_back_as_it_was_sent(client: TestClient) -> None:
    unit = make(client)
    made = client.post(f"/v1/units/{unit}/scenarios", content=EXAMPLE)
    assert made.status_code == 201, made.text
    found = client.get(made.headers["location"])
    assert found.json()["scenario"]["id"] == "solsiden-langvakt-b"
    again = client.post(f"/v1/units/{unit}/scenarios", json=found.json()["scenario"])
    assert again.json()["sha256"] == made.json()["sha256"]
    assert [one["id"] for one in client.get(f"/v1/units/{unit}/scenarios").json()["items"]] == [
        again.json()["id"],
        made.json()["id"],
    ]


def test_each_change_is_a_version_and_the_old_ones_stay(client: TestClient, store: Store) -> None:
    unit = make(client)
    made = client.post(f"/v1/units/{unit}/scenarios", content=EXAMPLE)
    where = made.headers["location"]
    body = made.json()["scenario"] | {"name": "Ny"}
    assert client.put(where, json=body).status_code == 428
    changed = client.put(where, json=body, headers={"If-Match": made.headers["etag"]})
    assert (changed.status_code, changed.json()["version"], changed.json()["title"]) == (200, 2, "Ny")
    assert client.put(where, json=body, headers={"If-Match": made.headers["etag"]}).status_code == 412
    assert client.delete(where).status_code == 204
    assert client.get(where).status_code == 404
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(ScenarioVersion)) == 2


def test_faults_are_told_as_the_command_tells_them(client: TestClient) -> None:
    unit = make(client)
    told = client.post(f"/v1/units/{unit}/scenarios", content=EXAMPLE.replace(b"weeks: 12", b"weeks: 0"))
    assert told.status_code == 422
    fault = told.json()["faults"][0]
    assert (fault["path"], fault["code"]) == ("cycle.weeks", "out_of_range")
    assert fault["instead"] == "Skriv et tall fra 1 til 200."
