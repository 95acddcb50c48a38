"""`heltid plan`: the roster, its exit codes, and what Ctrl-C keeps."""

import json
import os
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import solver
from solver.domain.roster import Reason, Roster, Run
from solver.domain.scenario import Scenario
from tests.cli.helpers import line, run, write_roster, write_scenario

SMALL = ("--work", "1", "--workers", "1", "--seconds", "60")
Answer = Callable[..., Roster]


def answering(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> list[dict[str, Any]]:
    """Put an answer in place of the solver; gives what it was asked."""
    asked: list[dict[str, Any]] = []

    def plan(scenario: Scenario, **values: Any) -> Roster:
        asked.append(values)
        return answer(scenario, **values)

    monkeypatch.setattr(solver, "plan", plan)
    return asked


def week(scenario: Scenario, **_: Any) -> Roster:
    row = {"employee": "E1", "position": 84, "days": ("D", "D", "", "D", "D", "", "") * 2}
    return Roster.model_validate({"scenario": scenario.id, "status": "feasible", "lines": (row,)})


def of_status(status: str, **fields: Any) -> Answer:
    return lambda scenario, **_: Roster.model_validate({"scenario": scenario.id, "status": status} | fields)


def test_a_unit_is_planned_told_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.json"
    ran = run(capsys, "plan", write_scenario(tmp_path), *SMALL, "--out", out)
    assert (ran.code, ran.err) == (0, "")
    assert "Prøveenheten" in ran.out
    assert f"Skrevet til {out}." in ran.out
    assert json.loads(out.read_text(encoding="utf-8"))["status"] in ("optimal", "feasible")


def test_what_was_planned_says_that_no_law_was_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agreement = {"id": "public", "level": "not_norwegian", "full_time_weekly_minutes": 2400}
    unit, out, book = (
        write_scenario(tmp_path, agreement=agreement),
        tmp_path / "out.json",
        tmp_path / "out.xlsx",
    )
    told = run(capsys, "plan", unit, *SMALL, "--out", out).out
    assert told.count("Ingen lov eller avtale er kontrollert") == 1
    assert json.loads(out.read_text(encoding="utf-8"))["notes"] == [{"code": "law_not_checked"}]
    run(capsys, "export", out, "--scenario", unit, "--to", book)
    with zipfile.ZipFile(book) as parts:
        assert b"Ingen lov eller avtale er kontrollert" in parts.read("xl/sharedStrings.xml")
    nothing = run(capsys, "plan", unit, "--seconds", "0.001")
    assert (nothing.code, nothing.err.count("Ingen lov")) == (4, 1)


def test_what_was_planned_passes_the_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit, out = write_scenario(tmp_path), tmp_path / "out.json"
    run(capsys, "plan", unit, *SMALL, "--out", out)
    assert run(capsys, "audit", unit, out).code == 0


def test_the_same_work_and_seed_give_the_same_roster(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit, out = write_scenario(tmp_path), tmp_path / "out.json"

    def days() -> Any:
        run(capsys, "plan", unit, *SMALL, "--seed", "7", "--out", out)
        return json.loads(out.read_text(encoding="utf-8"))["lines"]

    assert days() == days()


def test_the_options_reach_the_planner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, week)
    options = ("--seconds", "2,5", "--work", "3", "--workers", "2", "--seed", "9")
    run(capsys, "plan", write_scenario(tmp_path), *options, "--current", write_roster(tmp_path))
    given = asked[0]
    assert [given[name] for name in ("seconds", "work", "workers", "seed")] == [2.5, 3.0, 2, 9]
    assert given["current"].lines[0].days[0] == "D"


def test_quiet_prints_nothing_and_still_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, week)
    ran = run(capsys, "plan", write_scenario(tmp_path), "--quiet", "--out", tmp_path / "out.json")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "out.json").is_file()


def test_a_roster_may_be_written_as_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, week)
    assert run(capsys, "plan", write_scenario(tmp_path), "--out", tmp_path / "out.csv").code == 0
    assert "E1;;84;D;D;" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_the_impossible_is_told_with_its_places_and_rules_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reason = Reason(paths=("employees[0].pinned[0]", "employees[0].pinned[1]"), rules=("daily_rest",))
    answering(monkeypatch, of_status("infeasible", reasons=(reason,)))
    out = tmp_path / "out.json"
    ran = run(capsys, "plan", write_scenario(tmp_path), "--out", out)
    assert ran.code == 3
    assert "employees[0].pinned[0]" in ran.out
    assert "Daglig hvile (aml § 10-8 (1))" in ran.out
    assert json.loads(out.read_text(encoding="utf-8"))["status"] == "infeasible"


def test_quiet_tells_the_impossible_as_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, of_status("infeasible"))
    ran = run(capsys, "plan", write_scenario(tmp_path), "--quiet")
    assert (ran.code, ran.out) == (3, "")
    assert ran.lines[0] == "Ingen turnus kan holde alle reglene."


def test_pins_that_break_the_law_are_impossible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pins = [{"days": ["mon"], "shift": "A"}, {"days": ["tue"], "shift": "D"}]
    unit = write_scenario(tmp_path, employees=[line(pinned=pins)], agreement="aml-hovedregel")
    assert run(capsys, "plan", unit, *SMALL).code == 3


def test_nothing_found_in_time_is_not_told_as_impossible_and_keeps_an_older_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, of_status("unknown", run=Run(seconds=1.0, stopped_by="time")))
    out = write_roster(tmp_path, name="out.json")
    before = out.read_text(encoding="utf-8")
    ran = run(capsys, "plan", write_scenario(tmp_path), "--out", out)
    assert (ran.code, ran.out) == (4, "")
    assert "Det betyr ikke at det er umulig" in ran.err
    assert out.read_text(encoding="utf-8") == before


def test_the_first_ctrl_c_asks_the_planner_to_stop_and_keeps_the_best(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(scenario: Scenario, *, stop: Callable[[], bool], **_: Any) -> Roster:
        assert not stop()
        os.kill(os.getpid(), signal.SIGINT)
        assert stop()
        return week(scenario).model_copy(update={"run": Run(stopped_by="user")})

    answering(monkeypatch, interrupted)
    ran = run(capsys, "plan", write_scenario(tmp_path), "--out", tmp_path / "out.json")
    assert ran.code == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["run"]["stopped_by"] == "user"


def test_the_second_ctrl_c_breaks_off_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def impatient(scenario: Scenario, **_: Any) -> Roster:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        return week(scenario)

    answering(monkeypatch, impatient)
    ran = run(capsys, "plan", write_scenario(tmp_path), "--out", tmp_path / "out.json")
    assert (ran.code, ran.out) == (130, "")
    assert not (tmp_path / "out.json").exists()


def test_ctrl_c_means_what_it_did_when_the_plan_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = signal.getsignal(signal.SIGINT)
    answering(monkeypatch, week)
    run(capsys, "plan", write_scenario(tmp_path))
    assert signal.getsignal(signal.SIGINT) is before


def test_an_english_reader_gets_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, week)
    assert "Positions" in run(capsys, "plan", write_scenario(tmp_path), "--lang", "en").out
