"""Where something is to be written is tried before the work, and nothing is half written or written over."""

from pathlib import Path
from typing import Any

import pytest

import solver
from tests.cli.helpers import Ran, run, write_roster, write_scenario


def plan_to(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, unit: Path, out: Path
) -> Ran:
    """Plan with a solver that must not be asked."""

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("asked before the target was tried")

    monkeypatch.setattr(solver, "plan", never)
    return run(capsys, "plan", unit, "--out", out)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/out.json", "Mappen filen skal ligge i, finnes ikke. Lag mappen først"),
        ("folder.json", "ikke en vanlig fil"),
        ("out.txt", "Ukjent filtype. Navnet må slutte på .json, .csv, .xlsx."),
        ("out", "Ukjent filtype."),
        ("out.pdf", "Ukjent filtype. Navnet må slutte på .json, .csv, .xlsx."),
        ("unit.json", "skrives ikke over"),
        ("x" * 250 + ".json", "Filen kan ikke skrives"),
    ],
)
def test_a_target_that_cannot_be_written_is_refused_before_planning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    (tmp_path / "folder.json").mkdir()
    unit = write_scenario(tmp_path)
    before = unit.read_bytes()
    ran = plan_to(capsys, monkeypatch, unit, tmp_path / name)
    assert (ran.code, ran.out, len(ran.lines)) == (2, "", 1)
    assert said in ran.err
    assert unit.read_bytes() == before


def test_a_folder_one_may_not_write_in_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = write_scenario(tmp_path)

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "touch", closed)
    ran = plan_to(capsys, monkeypatch, unit, tmp_path / "out.json")
    assert (ran.code, len(ran.lines)) == (2, 1)
    assert "Du har ikke lov til å skrive i mappen." in ran.err


def test_a_disk_that_is_full_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "out.csv")

    unit, roster = write_scenario(tmp_path), write_roster(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", full)
    ran = run(capsys, "export", roster, "--scenario", unit, "--to", tmp_path / "out.csv")
    assert (ran.code, ran.lines) == (2, ["out.csv: Filen kan ikke brukes (No space left on device)."])


@pytest.mark.parametrize(("name", "first"), [("r.xlsx", b"PK"), ("r.pdf", b"%PDF"), ("r.ics", b"BEGIN:VCAL")])
def test_a_roster_is_exported_in_the_form_of_the_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, first: bytes
) -> None:
    unit = write_scenario(tmp_path, cycle={"weeks": 2, "start": "2027-01-04"})
    ran = run(capsys, "export", write_roster(tmp_path), "--scenario", unit, "--to", tmp_path / name)
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(first)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--to", "r.ics"],
            "cycle.start: Kalenderen trenger datoen til mandagen i uke 1. Skriv den i scenariet",
        ),
        (["--to", "r.ics", "--cycles", "0"], "--cycles: Skriv et helt tall fra 1 til 100."),
        (["--to", "r.ics", "--until", "4.1.2027"], "--until: Skriv en dato som 2027-01-04."),
        (["--to", "r.pdf", "--paper", "a5"], "--paper: Skriv a3 eller a4."),
        (["--to", "r.odt"], "r.odt: Ukjent filtype. Navnet må slutte på .xlsx, .pdf, .csv, .ics."),
    ],
)
def test_an_export_that_cannot_be_made_is_one_line_and_writes_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    asked: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(capsys, "export", write_roster(tmp_path), "--scenario", write_scenario(tmp_path), *asked)
    assert (ran.code, len(ran.lines)) == (2, 1)
    assert ran.err.startswith(said)
    assert not list(tmp_path.glob("r.*"))


def test_an_exported_workbook_can_be_audited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unit, sheet = write_scenario(tmp_path), tmp_path / "r.xlsx"
    run(capsys, "export", write_roster(tmp_path, "N D"), "--scenario", unit, "--to", sheet)
    ran = run(capsys, "audit", unit, sheet)
    assert (ran.code, ran.err) == (1, "")
    assert "Daglig hvile" in ran.out


def test_an_export_does_not_write_over_the_roster_it_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "r.csv"
    table.write_text("ansatt;uke;dag;vakt\nE1;1;man;D\n", encoding="utf-8")
    ran = run(capsys, "export", table, "--scenario", write_scenario(tmp_path), "--to", table)
    assert (ran.code, len(ran.lines)) == (2, 1)


def test_an_export_writes_the_layout_and_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster, unit, table = write_roster(tmp_path), write_scenario(tmp_path), tmp_path / "r.csv"
    arguments = ("export", roster, "--scenario", unit, "--to", table, "--layout", "tall", "--lang", "en")
    ran = run(capsys, *arguments)
    assert (ran.code, ran.err) == (0, "")
    rows = table.read_text(encoding="utf-8-sig").splitlines()
    assert rows[:2] == ["employee;name;position;week;day;shift;start;end", "E1;;84;1;mon;D;07:30;15:00"]


def test_nothing_else_is_left_in_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roster, unit = write_roster(tmp_path), write_scenario(tmp_path)
    run(capsys, "export", roster, "--scenario", unit, "--to", tmp_path / "r.csv")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["r.csv", "roster.json", "unit.json"]
