"""Names live in one table: they are taken out at the door, put back for those who may see them, and can be deleted."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from api.privacy.forgetting import forget_for_good, noted
from api.privacy.held import held
from api.store.backup import back_up, restore
from api.store.engine import Store
from api.store.migrate import migrate
from api.store.names import with_names
from api.store.tables import Base, Person, ScenarioVersion
from solver.domain.fault import FaultError
from tests.api.v1.test_scenarios import EXAMPLE
from tests.api.v1.test_units import make

ADA, STIAN = "Ingrid Solberg", "Stian"


def kept(client: TestClient) -> str:
    unit = make(client)
    assert client.post(f"/v1/units/{unit}/scenarios", content=EXAMPLE).status_code == 201
    return str(unit)


def tables_with(store: Store, word: str) -> set[str]:
    """The tables in which some cell holds the word."""
    with store.engine.connect() as connection:
        return {
            table.name
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
            if word in json.dumps(list(row), default=str, ensure_ascii=False)
        }


def test_names_are_in_one_table_only(client: TestClient, store: Store) -> None:
    kept(client)
    assert tables_with(store, ADA) == {"people"}
    assert tables_with(store, "Bjørg") == {"people"}


def test_a_forgotten_name_is_nowhere_and_the_figures_stay(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    unit = UUID(kept(client))
    with store.writing() as session:
        assert forget_for_good(session, tmp_path / "gone", unit, "employee", alias="E01")
        assert not forget_for_good(session, tmp_path / "gone", unit, "employee", alias="E01")
    assert tables_with(store, ADA) == set()
    scenario = client.get(f"/v1/units/{unit}/scenarios").json()["items"][0]["id"]
    people = client.get(f"/v1/scenarios/{scenario}").json()["scenario"]["employees"]
    assert "name" not in people[0]
    assert people[0]["position"]["current"] == 100
    assert people[1]["name"] == "Mohammed Hussain"


def test_an_old_backup_brings_nobody_back(client: TestClient, store: Store, tmp_path: Path) -> None:
    unit = UUID(kept(client))
    old = tmp_path / "old.heltid"
    assert back_up(store, old) > 0
    with store.writing() as session:
        forget_for_good(session, tmp_path / "gone", unit, "employee", alias="E01")
    assert restore(store, old) == 1
    assert tables_with(store, ADA) == set()
    with store.reading() as session:
        assert session.get(Person, (unit, "employee", "E02")) is not None


def test_a_backup_of_one_store_is_restored_into_another(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    kept(client)
    back_up(store, tmp_path / "copy.heltid")
    other = Store(f"sqlite:///{tmp_path / 'other.sqlite'}")
    migrate(other)
    restore(other, tmp_path / "copy.heltid")
    assert tables_with(other, ADA) == {"people"}
    with store.reading() as here, other.reading() as there:
        bodies = [list(session.scalars(select(ScenarioVersion.body))) for session in (here, there)]
    assert bodies[0] == bodies[1]
    other.close()


def test_a_store_that_was_lost_is_told_by_the_file_whom_to_forget(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    unit = UUID(kept(client))
    back_up(store, tmp_path / "old.heltid")
    with store.writing() as session:
        forget_for_good(session, tmp_path / "gone", unit, "resident", alias="R01")
    assert ADA not in (tmp_path / "gone").read_text(encoding="utf-8")
    other = Store(f"sqlite:///{tmp_path / 'new.sqlite'}")
    migrate(other)
    assert restore(other, tmp_path / "old.heltid", noted(tmp_path / "gone")) == 1
    assert tables_with(other, STIAN) == set()
    other.close()


def test_residents_names_are_only_for_some(client: TestClient, store: Store) -> None:
    unit = UUID(kept(client))
    with store.reading() as session:
        body = session.scalars(select(ScenarioVersion.body)).one()
        shown = with_names(session, unit, body, ["employee"])
    assert shown["employees"][0]["name"] == ADA
    assert "name" not in shown["residents"][0]


def test_all_that_is_held_about_a_person_is_told(client: TestClient, store: Store) -> None:
    unit = UUID(kept(client))
    with store.reading() as session:
        told = held(session, unit, "employee", "E01")
        resident = held(session, unit, "resident", "R01")
    assert told["name"] == ADA
    assert told["scenarios"][0]["entries"][0]["position"]["wanted"] == 100
    assert told["scenarios"][0]["fixed_contact_of"] == ["R01"]
    assert (resident["name"], resident["scenarios"][0]["entries"][0]["id"]) == (STIAN, "R01")


def test_what_is_no_backup_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("ikke en kopi", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.touch()
    for path in (tmp_path / "text", empty, tmp_path / "none"):
        with pytest.raises(FaultError):
            restore(store, path)
    with pytest.raises(FaultError):
        back_up(store, empty)


def test_names_over_http(client: TestClient) -> None:
    unit = kept(client)
    where = f"/v1/units/{unit}/names"
    assert {"kind": "employee", "alias": "E01", "name": ADA} in client.get(where).json()["items"]
    assert client.put(f"{where}/employee/E01", json={"name": "Ada Li"}).status_code == 200
    assert client.get(f"{where}/employee/E01/held").json()["name"] == "Ada Li"
    refused = client.put(f"{where}/employee/E01", json={"name": "Ada 01019012345"})
    assert refused.json()["faults"][0]["code"] == "identity_number"
    assert client.delete(f"{where}/employee/E01").status_code == 204
    assert client.delete(f"{where}/employee/E01").status_code == 404
    assert client.get(f"{where}/employee/E01/held").json()["name"] is None


def test_an_eleven_digit_number_in_a_scenario_is_refused(client: TestClient) -> None:
    unit = make(client)
    body = EXAMPLE.replace(b"Ingrid Solberg", b"Ingrid 010190 12345")
    told = client.post(f"/v1/units/{unit}/scenarios", content=body)
    assert (told.status_code, told.json()["faults"][0]["path"]) == (422, "employees[0].name")


def test_who_has_a_scenario_with_a_name_that_was_deleted_is_shown_it_anew(client: TestClient) -> None:
    unit = kept(client)
    where = f"/v1/scenarios/{client.get(f'/v1/units/{unit}/scenarios').json()['items'][0]['id']}"
    known = {"If-None-Match": client.get(where).headers["etag"]}
    assert client.get(where, headers=known).status_code == 304
    client.delete(f"/v1/units/{unit}/names/employee/E01")
    again = client.get(where, headers=known)
    assert (again.status_code, ADA in again.text) == (200, False)
    changed = client.put(where, json=again.json()["scenario"], headers={"If-Match": again.headers["etag"]})
    assert changed.status_code == 200
