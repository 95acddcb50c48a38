"""The command that lays rosters side by side."""

import json
from pathlib import Path

import pytest

from tests.cli.helpers import run, write_roster, write_scenario


def compared(tmp_path: Path) -> tuple[Path, Path, Path]:
    ours, theirs = "D D . D D . . D D . D D . .", "D D . D D . . D D . D . D ."
    return (
        write_scenario(tmp_path),
        write_roster(tmp_path, ours, "vår.json"),
        write_roster(tmp_path, theirs, "deres.json"),
    )


def test_a_table_has_a_column_for_each_roster_and_the_days_that_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "compare", *compared(tmp_path))
    assert ran.code == 0
    assert "vår.json" in ran.out
    assert "deres.json har 2 dager annerledes enn vår.json:" in ran.out
    assert "E1, uke 2 fre: D -> fri" in ran.out


def test_json_has_each_roster_with_its_goals_and_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run(capsys, "compare", *compared(tmp_path), "--json").out)
    assert [one["name"] for one in told["rosters"]] == ["vår.json", "deres.json"]
    assert [len(one["differences"]) for one in told["rosters"]] == [0, 2]
    assert told["rosters"][1]["people"]["E1"]["weekends"] == 1


def test_rosters_of_the_same_file_name_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit, first, _ = compared(tmp_path)
    told = json.loads(run(capsys, "compare", unit, first, first, "--json").out)
    assert [one["name"] for one in told["rosters"]] == ["vår.json", "vår.json (2)"]


def test_one_roster_alone_cannot_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit, first, _ = compared(tmp_path)
    ran = run(capsys, "compare", unit, first)
    assert ran.code == 2
    assert "Gi minst to turnuser." in ran.err
