"""`heltid pool`: the answer, the files, and that each unit's files can be audited by themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import solver
from solver.cli import main
from tests.forum.shared import person, unit

NEEDS = {"mon": 1, "wed": 1, "fri": 1}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    shared = {"id": "P", "competence": "skilled", "position": {"current": 80}}
    units = [unit(name, [person("A", 40)], NEEDS) for name in ("nord", "sør")]
    path = tmp_path / "to.json"
    raw = {"schema": "heltid.pool/1", "id": "to", "units": units,
           "lines": [{"units": ["nord", "sør"], "employee": shared}]}  # fmt: skip
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def test_each_units_files_can_be_audited_by_themselves(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ut"
    assert main(["pool", str(file), "--work", "10", "--workers", "1", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "2 enheter og 1 felles linjer, én modell for alle enhetene" in told
    assert "Loven er kontrollert for hver person over alle enhetene" in told
    for name in ("nord", "sør"):
        assert main(["audit", str(out / f"{name}.scenario.json"), str(out / f"{name}.roster.json")]) == 0
    scenario = solver.load(out / "nord.scenario.json")
    assert {"A", "P"} == {one.id for one in scenario.employees}


def test_both_ways_are_laid_side_by_side(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pool", str(file), "--way", "both", "--work", "40", "--workers", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {found["way"], found["other"]["way"]} == {"together", "priced"}
    assert [one["value"] for one in found["goals"]] == [one["value"] for one in found["other"]["goals"]]
    assert sum(one["days"] for one in found["lines"][0]["units"].values()) == 4


def test_faults_are_told_with_their_paths(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = json.loads(file.read_text(encoding="utf-8"))
    raw["lines"][0]["units"] = ["nord", "vest"]
    file.write_text(json.dumps(raw), encoding="utf-8")
    assert main(["pool", str(file)]) == 2
    assert capsys.readouterr().err.startswith("lines[0].units[1]: «vest» finnes ikke.")
