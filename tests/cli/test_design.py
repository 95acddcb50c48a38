"""`heltid design`: plain sentences, JSON, and faults that say what to write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from solver.cli import main
from tests.forum.shared import person, unit


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "nord.json"
    people = [person("A", 40), person("B", 60)]
    given = unit("nord", people, {"mon": 2, "wed": 1, "fri": 1})["scenario"]
    path.write_text(json.dumps(given), encoding="utf-8")
    return path


def test_the_positions_are_told_in_plain_norwegian(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["design", str(file), "--work", "20", "--workers", "1"]) == 0
    told = capsys.readouterr().out
    assert "2 stillinger, 0 av dem hele:" in told
    assert "fagarbeider" in told
    assert "bevist best" in told


def test_who_leaves_is_told_with_the_day(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["design", str(file), "--leaves", "B=2028-08-01", "--work", "20", "--workers", "1", "--json"]
    assert main(arguments) == 0
    steps = json.loads(capsys.readouterr().out)["proposals"][0]["steps"]
    assert [step["from"] for step in steps] == [None, "2028-08-01"]
    assert steps[1]["left"] == ["B"]


def test_a_day_that_cannot_be_read_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["design", str(file), "--leaves", "B=snart"]) == 2
    assert "Skriv E07=2028-08-01." in capsys.readouterr().err
