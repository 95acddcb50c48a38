"""Names that nothing else could hold, followed through the service as it is started: they are in one table alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.jobs.unit import scenario
from tests.api.processes import Service, until

MARK = "Zwxqmerket"
EMPLOYEE, RESIDENT = f"{MARK} Ansattsen", f"{MARK} Beboersen"
NAMES_TABLE = "people"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    made = Service(
        f"sqlite:///{tmp_path / 'heltid.sqlite'}", tmp_path, works_here="true", metrics_token="tall"
    )
    made.api.start()
    until(made.ready)
    yield made
    made.close()


def marked() -> dict[str, Any]:
    """A scenario with a marked employee and a marked resident."""
    asked = scenario(people=8, weeks=4)
    for number, one in enumerate(asked["employees"]):
        one["name"] = f"{EMPLOYEE} {number}"
    window = {"days": ["mon"], "start": "08:00", "end": "09:00"}
    return asked | {"residents": [{"id": "R01", "name": RESIDENT, "windows": [window]}]}


def tables_with(database: Path, text: str) -> set[str]:
    """The tables, the engine's among them, that hold the text in any row."""
    connection = sqlite3.connect(database)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name for name in names if text in str(connection.execute(f'SELECT * FROM "{name}"').fetchall())}
    connection.close()
    return found


def of_solver(service: Service) -> bytes:
    """What anyone on the machine can see of the solver's process."""
    (pid,) = until(lambda: service.api.solvers)
    return b"".join(Path(f"/proc/{pid}/{file}").read_bytes() for file in ("cmdline", "environ"))


def test_a_marked_name_is_in_the_table_of_names_alone(service: Service, tmp_path: Path) -> None:
    client, database = service.client, tmp_path / "heltid.sqlite"
    unit = client.post("/v1/units", json={"name": "Liten"}).json()["id"]
    scenarios = f"/v1/units/{unit}/scenarios"
    once = {"Idempotency-Key": "en-gang"}
    made = client.post(scenarios, json=marked(), headers=once).json()
    assert MARK in str(made)
    assert client.post(scenarios, json=marked(), headers=once).json()["id"] == made["id"]

    plan = client.post("/v1/plans", json={"unit": unit, "scenario": marked(), "seconds": 600}).json()["id"]
    seen = of_solver(service)
    until(lambda: client.get(f"/v1/plans/{plan}/roster").status_code == 200)
    client.post(f"/v1/plans/{plan}/stop")
    until(lambda: client.get(f"/v1/plans/{plan}").json()["state"] == "stopped")
    roster = client.get(f"/v1/plans/{plan}").json()["roster"]
    assert MARK in client.get(f"/v1/rosters/{roster}/export", params={"format": "csv"}).text
    brought = {"scenario": marked(), "roster": client.get(f"/v1/rosters/{roster}").json()["roster"]}
    assert client.post(
        f"/v1/units/{unit}/rosters", json=brought, headers={"Idempotency-Key": "to"}
    ).is_success
    whole = {"unit": unit, "scenario": marked(), "roster": brought["roster"]}
    assert client.post("/v1/audits", json=whole).status_code == 200
    explained = client.post(
        "/v1/explanations", json={"unit": unit, "scenario": marked(), "seconds": 1}
    ).json()["id"]
    until(lambda: client.get(f"/v1/explanations/{explained}").json()["state"] in ("done", "failed"))
    _make_mistakes(service, unit, database)

    metrics = client.get("/metrics", headers={"Authorization": "Bearer tall"})
    assert metrics.status_code == 200
    assert MARK.encode() not in seen
    assert MARK not in metrics.text
    assert tables_with(database, MARK) == {NAMES_TABLE}
    assert MARK not in service.api.log.read_text()
    assert client.delete(f"/v1/units/{unit}/names/resident/R01").status_code == 204
    assert tables_with(database, RESIDENT) == set()


def _make_mistakes(service: Service, unit: str, database: Path) -> None:
    """Names where none belong, and a failure of ours while a name is written."""
    client = service.client
    for method, path, body in (
        ("DELETE", f"/v1/units/{unit}/names/employee/{EMPLOYEE}", None),
        ("PUT", f"/v1/units/{unit}/members/{EMPLOYEE}", {"roles": ["planner"]}),
        ("GET", f"/v1/agreements/{EMPLOYEE}", None),
        ("GET", f"/v1/units?cursor={EMPLOYEE}", None),
        ("GET", f"/v1/{EMPLOYEE}?name={EMPLOYEE}", None),
        ("POST", f"/v1/units/{unit}/scenarios", marked() | {"reason": EMPLOYEE}),
        ("POST", "/v1/plans", {"unit": EMPLOYEE, "scenario": EMPLOYEE}),
    ):
        assert client.request(method, path, json=body).status_code in (403, 404, 422)
    connection = sqlite3.connect(database, timeout=30)
    connection.execute(
        f"CREATE TRIGGER broken BEFORE INSERT ON {NAMES_TABLE} BEGIN SELECT RAISE(ABORT, 'broken'); END"
    )
    connection.commit()
    other = client.post("/v1/units", json={"name": "Annen"}).json()["id"]
    assert client.post(f"/v1/units/{other}/scenarios", json=marked()).status_code == 500
    connection.execute("DROP TRIGGER broken")
    connection.commit()
    connection.close()
    assert "IntegrityError" in service.api.log.read_text()
