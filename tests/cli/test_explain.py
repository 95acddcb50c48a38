"""The command that says why a scenario cannot be staffed."""

import json
from pathlib import Path

import pytest

from tests.cli.helpers import Data, line, run, write_scenario

WEEKENDS: list[Data] = [{"days": ["sat", "sun"], "start": "07:30", "end": "15:00", "min": 1}]
ONE: list[Data] = [line(position={"current": 20, "wanted": 50}, max_weekends=1)]


def test_what_can_be_staffed_is_told_so_with_exit_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "explain", write_scenario(tmp_path), "--work", 5, "--workers", 1)
    assert ran.code == 0
    assert "Behovet kan dekkes" in ran.out


def test_what_cannot_is_explained_in_three_steps_with_exit_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = write_scenario(tmp_path, demand=WEEKENDS, employees=ONE)
    ran = run(capsys, "explain", unit, "--work", 20, "--workers", 1)
    assert ran.code == 1
    assert (
        "Helgene krever 4 vakter på 2 uker. Den ene ansatte kan ta 2 med 1 helg hver. Det mangler 2."
        in ran.out
    )
    assert "demand[0].min: minst 1 på jobb lør-søn 07:30-15:00" in ran.out
    assert "Loven er holdt i alle forslagene." in ran.out


def test_the_answer_comes_in_english_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit = write_scenario(tmp_path, demand=WEEKENDS, employees=ONE)
    told = run(capsys, "explain", unit, "--work", 20, "--workers", 1, "--lang", "en").out
    assert "The weekends need 4 shifts in 2 weeks." in told
    assert "The law is kept in every proposal." in told


def test_json_has_all_of_the_arithmetic_and_the_edits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = write_scenario(tmp_path, demand=WEEKENDS, employees=ONE)
    told = json.loads(run(capsys, "explain", unit, "--work", 20, "--workers", 1, "--json").out)
    assert told["outcome"] == "impossible"
    assert {one["missing"] > 0 for one in told["arithmetic"]} == {True, False}
    assert {"kind", "paths", "text"} <= set(told["conflicts"][0]["items"][0])
    assert all(one["edits"] for one in told["changes"])


def test_a_scenario_that_no_rule_lets_be_is_told_with_its_collisions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pins = [{"days": ["mon"], "weeks": [1], "shift": "N"}, {"days": ["tue"], "weeks": [1], "shift": "D"}]
    unit = write_scenario(tmp_path, employees=[line(pinned=pins, position={"min": 0, "max": 100})])
    ran = run(capsys, "explain", unit, "--work", 20, "--workers", 1)
    assert ran.code == 1
    assert "employees[0].pinned[0]" in ran.out


def test_bad_input_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "explain", write_scenario(tmp_path, employees=[])).code == 2
