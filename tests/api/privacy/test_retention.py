"""What a unit no longer keeps is deleted, but for the newest of each kind; names nobody stands for go too."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from starlette.testclient import TestClient

import solver
from api.ids import new_id
from api.privacy.forgetting import noted
from api.privacy.retention import purge
from api.store.engine import Store
from api.store.tables import Base, Person, Roster, RosterVersion, ScenarioVersion, now
from tests.api.v1.test_scenarios import EXAMPLE
from tests.api.v1.test_units import make

YEARS = timedelta(days=3 * 365)


def count(store: Store, table: type[Base]) -> int:
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def add_rosters(store: Store, unit: UUID, scenario: UUID) -> None:
    """Two rosters, the first with two versions."""
    body = solver.data(solver.load(EXAMPLE))
    with store.writing() as session:
        for number in (2, 1):
            roster = Roster(id=new_id(), unit_id=unit, name="turnus", version=number)
            session.add(roster)
            session.flush()
            for version in range(1, number + 1):
                session.add(
                    RosterVersion(
                        roster_id=roster.id, number=version, body={"lines": []}, scenario_id=scenario, scenario=body,
                        versions={}, created_by=unit,
                    )
                )  # fmt: skip


def test_old_things_go_and_the_newest_stay(client: TestClient, store: Store, tmp_path: Path) -> None:
    unit = UUID(make(client))
    where = f"/v1/units/{unit}"
    made = client.post(f"{where}/scenarios", content=EXAMPLE)
    path, scenario = made.headers["location"], UUID(made.json()["id"])
    body = made.json()["scenario"]
    body["employees"][-3]["wishes"] = []
    assert client.put(path, json=body, headers={"If-Match": made.headers["etag"]}).status_code == 200
    add_rosters(store, unit, scenario)
    file = tmp_path / "forgotten.jsonl"

    def run() -> None:
        with store.writing() as session:
            purge(session, file, now() + YEARS)

    run()
    assert (count(store, ScenarioVersion), count(store, RosterVersion)) == (2, 3)  # kept for ever
    etag = client.get(where).headers["etag"]
    client.put(where, json={"name": "Solsiden", "retention_months": 24}, headers={"If-Match": etag})
    run()
    assert (count(store, ScenarioVersion), count(store, Roster), count(store, RosterVersion)) == (1, 1, 1)
    people = count(store, Person)
    assert people > 0
    client.delete(path)
    with store.writing() as session:
        session.delete(session.scalars(select(RosterVersion)).one())
    run()
    assert (count(store, ScenarioVersion), count(store, Person)) == (0, 0)
    assert len(list(noted(file))) == people
