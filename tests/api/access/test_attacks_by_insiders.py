"""What somebody with a role might try: things of another unit named in a body, names not meant for them, a stream that
goes on after the key is gone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from api.access.doors import still_may
from api.access.principal import Role
from api.access.tables import ApiKey
from api.settings import Settings
from api.store.tables import Person, now
from api.v1.given import scenario_of
from api.v1.jobs import events, following
from tests.api.access.world import World, make_thing, municipality
from tests.api.jobs.unit import scenario

EMPLOYEE, RESIDENT = "Ansatt Merket", "Beboer Merket"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder: Path = tmp_path_factory.mktemp("insiders")
    with municipality(Settings(folder=folder, max_keys=100)) as made:
        yield made


def test_what_is_anothers_cannot_be_named_in_a_body(world: World) -> None:
    planner, own, other = world.program(Role.PLANNER), str(world.own), world.other
    theirs = {
        name: make_thing(world, name, other, world.people[Role.MANAGER]) for name in ("scenario", "roster")
    }
    mine: dict[str, Any] = {"unit": own, "scenario": scenario(3, 2)}
    for path, body in (
        ("/v1/plans", mine | {"scenario": theirs["scenario"]}),
        ("/v1/plans", mine | {"current": theirs["roster"]}),
        ("/v1/explanations", mine | {"scenario": theirs["scenario"]}),
        ("/v1/audits", mine | {"roster": theirs["roster"]}),
        ("/v1/audits", {"scenario": theirs["scenario"], "roster": theirs["roster"]}),
        ("/v1/comparisons", mine | {"rosters": {"a": theirs["roster"], "b": theirs["roster"]}}),
        (f"/v1/units/{own}/rosters", {"scenario": theirs["scenario"], "roster": theirs["roster"]}),
    ):
        told = planner.post(path, json=body)
        assert told.status_code == 422, (path, told.text)
        assert {one["code"] for one in told.json()["faults"]} == {"unknown"}
    assert planner.post("/v1/plans", json=mine | {"unit": str(other)}).status_code == 404


def named(**names: str) -> dict[str, Any]:
    """A scenario and a roster of it, with these names of one employee and one resident."""
    asked = scenario(3, 2, residents=[{"id": "R01", "name": names["resident"]}])
    asked["employees"][0]["name"] = names["employee"]
    line = {"position": 50, "days": ["D", "D", "D", "D", "", "", ""] * 2}
    lines = [{"employee": one["id"]} | line for one in asked["employees"]]
    return {"scenario": asked, "roster": {"schema": "heltid.roster/1", "lines": lines}}


def pdf_text(content: bytes) -> str:
    """All that is written in a PDF and said about it, a space for each line break."""
    read = PdfReader(io.BytesIO(content))
    text = " ".join(page.extract_text() for page in read.pages) + str(read.metadata)
    return " ".join(text.split())


def workbook_text(content: bytes) -> str:
    """All parts of a workbook, comments and properties among them."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return " ".join(book.read(name).decode(errors="replace") for name in book.namelist())


def test_a_delegate_exports_no_residents_name(world: World) -> None:
    manager, union = world.program(Role.MANAGER), world.of(Role.UNION)
    made = manager.post(f"/v1/units/{world.own}/rosters", json=named(employee=EMPLOYEE, resident=RESIDENT))
    where = f"/v1/rosters/{made.json()['id']}"
    assert RESIDENT in manager.get(where).text
    told = union.get(where).text
    assert (EMPLOYEE in told, RESIDENT in told) == (True, False)
    for form in ("csv", "json"):
        export = union.get(f"{where}/export", params={"format": form})
        assert (export.status_code, RESIDENT.encode() in export.content) == (200, False)
    for form, read in {"pdf": pdf_text, "xlsx": workbook_text}.items():
        export = union.get(f"{where}/export", params={"format": form})
        found = read(export.content)
        assert (export.status_code, EMPLOYEE in found, RESIDENT in found) == (200, True, False), form


def test_a_check_keeps_no_name(world: World) -> None:
    body = {"unit": str(world.own)} | named(employee="Bare Sett", resident="Bare Sett")
    assert world.of(Role.UNION).post("/v1/audits", json=body).status_code == 200
    with world.store.reading() as session:
        given = scenario_of(session, body["scenario"], world.own, world.settings)
        assert not session.new  # nothing to be written, so a check never waits for one who writes
        assert "Bare Sett" not in str(given)
        assert "Bare Sett" not in session.scalars(select(Person.name)).all()


def test_a_stream_ends_when_its_key_is_revoked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "ASK_SECONDS", 0.0)
    monkeypatch.setattr(events, "LOOK_SECONDS", 0.0)
    program = world.program(Role.PLANNER)
    body = {"unit": str(world.own), "scenario": scenario(3, 2)}
    job = program.post("/v1/plans", json=body).json()["id"]
    asked: list[bool] = []

    def then_revoke(*given: Any) -> bool:
        asked.append(still_may(*given))
        with world.store.writing() as session:
            for key in session.scalars(select(ApiKey)):
                key.revoked_at = now()
        return asked[-1]

    monkeypatch.setattr(following, "still_may", then_revoke)
    assert program.get(f"/v1/plans/{job}/events").status_code == 200  # comes to an end though the job waits
    assert asked == [True, False]
