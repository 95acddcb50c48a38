"""The command that says why a scenario cannot be staffed."""

import json
from pathlib import Path

import pytest

from tests.builders import AGREEMENT
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


PINNED: list[Data] = [{"days": ["mon"], "weeks": [1], "shift": "D"}]
TWO: list[Data] = [
    line("E1", position={"min": 0, "max": 100}, pinned=PINNED),
    line("E2", position={"min": 0, "max": 100}, max_weekends=0),
]
DAYS: list[Data] = [{"days": ["mon", "tue", "sat"], "start": "07:30", "end": "15:00", "min": 1, "max": 1}]


@pytest.fixture
def asked(tmp_path: Path) -> list[object]:
    """A unit, and a roster of it with two holes on Saturdays and nobody on Tuesdays."""
    agreement = AGREEMENT | {"hours_tolerance_percent": 60}
    unit = write_scenario(tmp_path, employees=TWO, demand=DAYS, agreement=agreement, goals=["cover"])
    free = [""] * 13
    lines = [
        {"employee": "E1", "position": 40, "days": ["D", *free]},
        {"employee": "E2", "position": 40, "days": [*free[:7], "D", *free[:6]]},
    ]
    given = tmp_path / "given.json"
    given.write_text(json.dumps({"schema": "heltid.roster/1", "lines": lines}), encoding="utf-8")
    return ["explain", unit, "--roster", given, "--work", 20, "--workers", 1]


def test_why_one_shift_is_not_there_is_told_in_three_ways(
    asked: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, *asked, "--why", "E2:1:mon:D")
    assert ran.code == 1
    assert "Hvorfor har ikke E2 D uke 1 man? I turnusen står fri." in ran.out
    assert "2 personer på jobb samtidig, høyst 1 person (demand[0])" in ran.out
    assert "employees[0].pinned[0]: E1 er låst til D uke 1 man" in ran.out
    assert "--why: E2 har D uke 1 man" in ran.out
    free = run(capsys, *asked, "--why", "E1:2:tue:D", "--lang", "en")
    assert free.code == 0
    assert "It can be: a roster that keeps all the rules has it so, and no goal is worse." in free.out
    assert "E1: week 2 Tue free -> D" in free.out


def test_why_as_json_has_the_roster_that_was_found(
    asked: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run(capsys, *asked, "--why", "E1:2:tue:D", "--json").out)
    assert (told["schema"], told["outcome"]) == ("heltid.why/1", "free")
    assert told["around"]["fewest_days"] == len(told["around"]["days"]) == 1
    assert told["around"]["lines"][0]["days"][8] == "D"
    there = json.loads(run(capsys, *asked, "--why", "E1:1:mon:D", "--json").out)
    assert (there["outcome"], there["around"]) == ("there", None)


def test_a_question_without_a_roster_or_that_cannot_be_read_is_exit_2(
    asked: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    alone = run(capsys, *asked[:2], "--why", "E1:1:mon:D")
    assert (alone.code, alone.err.count("--roster")) == (2, 1)
    wrong = run(capsys, *asked, "--why", "E9:1:mon:D")
    assert (wrong.code, wrong.out) == (2, "")
    assert "--why: «E9» er ingen av de ansatte." in wrong.err


def test_each_hole_of_a_roster_has_its_reasons(
    asked: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, *asked)
    assert ran.code == 0  # the unit can be staffed, only not by this roster
    assert "uke 1 lør 07:30-15:00: mangler 1" in ran.out
    assert "Kan komme uten at noe mer brytes: E1." in ran.out
    assert "1 andre teller her. Det som hindrer dem: antallet helger er nådd (1)." in ran.out
    assert "Legges bare linjen til E1 om, mangler det" in ran.out
    told = json.loads(run(capsys, *asked, "--json").out)["roster"]
    assert {"by": ["weekend_count"], "employees": ["E2"]} in told["holes"][1]["stopped"]


def test_a_position_under_what_is_wanted_is_told_with_what_binds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = write_scenario(tmp_path, employees=[line(position={"min": 0, "wanted": 100})], budget_fte=0.53)
    days = ["D", "D", "", "D", "", "", "", "D", "D", "", "", "", "", ""]
    given = tmp_path / "given.json"
    lines = [{"employee": "E1", "position": 53, "days": days}]
    given.write_text(json.dumps({"schema": "heltid.roster/1", "lines": lines}), encoding="utf-8")
    ran = run(capsys, "explain", unit, "--roster", given, "--work", 20, "--workers", 1)
    assert ran.code == 0
    assert "E1 har 53 % og ønsker 100 %." in ran.out
    assert (
        "kan den ikke bli større (bevist). Det som hindrer det: rammen for årsverk er brukt opp." in ran.out
    )
    assert "Ønskene er til sammen 1 årsverk. Rammen er 0,53 årsverk." in ran.out


def test_holes_are_seen_wherever_cover_stands_among_the_goals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = write_scenario(
        tmp_path,
        employees=[line(position={"current": 40})],
        demand=[{"days": ["mon"], "start": "07:30", "end": "15:00", "min": 2}],
        agreement=AGREEMENT | {"hours_tolerance_percent": 60},
        goals=[[{"id": "wishes"}, {"id": "cover", "weight": 10}]],
    )
    given = tmp_path / "given.json"
    lines = [{"employee": "E1", "position": 40, "days": ["D", *[""] * 13]}]
    given.write_text(json.dumps({"schema": "heltid.roster/1", "lines": lines}), encoding="utf-8")
    assert run(capsys, "explain", unit, "--roster", given, "--work", 20, "--workers", 1).code == 1
