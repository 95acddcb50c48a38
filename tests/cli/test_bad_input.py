"""Bad input: one line for each fault on standard error, exit 2, nothing written, never a trace."""

from pathlib import Path

import pytest

from tests.cli.helpers import line, run, write_roster, write_scenario


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--seconds", "0"], "--seconds: Skriv et tall over 0, høyst 10000000."),
        (["--seconds", "-5"], "--seconds: Skriv et tall over 0, høyst 10000000."),
        (["--seconds", "nan"], "--seconds: Skriv et tall over 0, høyst 10000000."),
        (["--seconds", "inf"], "--seconds: Skriv et tall over 0, høyst 10000000."),
        (["--seconds", "snart"], "--seconds: Skriv et tall over 0, høyst 10000000."),
        (["--work", "0"], "--work: Skriv et tall over 0, høyst 10000000."),
        (["--workers", "0"], "--workers: Skriv et helt tall fra 1 til 1024."),
        (["--workers", "1.5"], "--workers: Skriv et helt tall fra 1 til 1024."),
        (["--workers", "²"], "--workers: Skriv et helt tall fra 1 til 1024."),
        (["--seed", "-1"], "--seed: Skriv et helt tall fra 0 til 2147483647."),
        (["--lang", "sv"], "--lang: Skriv nb eller en."),
        (["--secs", "5"], "Valget --secs finnes ikke. Mente du --seconds, --seed?"),
        (["--seconds"], "Valget --seconds skal ha en verdi."),
        (["--quiet=1"], "Valget --quiet tar ingen verdi."),
        (["en", "til"], "For mange argumenter: en til."),
    ],
)
def test_an_option_that_is_wrong_says_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    ran = run(capsys, "plan", write_scenario(tmp_path), *arguments)
    assert (ran.code, ran.out, ran.lines) == (2, "", [said])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["plan"], "SCENARIO mangler."),
        (["audit", "x"], "ROSTER mangler."),
        (["export", "x", "--to", "y.csv"], "--scenario mangler."),
        (["plna"], "Kommandoen plna finnes ikke. Mente du plan?"),
        ([], "Kommandoen mangler."),
        (["plan", "--lang", "en"], "SCENARIO is missing."),
        (["plan", "--lang=en"], "SCENARIO is missing."),
    ],
)
def test_a_command_that_is_not_whole_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    ran = run(capsys, *arguments)
    assert (ran.code, ran.out, ran.lines) == (2, "", [said])


def test_a_scenario_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "plan", tmp_path / "none.yaml")
    assert (ran.code, ran.out, len(ran.lines)) == (2, "", 1)
    assert "none.yaml kan ikke leses" in ran.err


def test_a_folder_is_no_scenario(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "plan", tmp_path)
    assert (ran.code, len(ran.lines)) == (2, 1)


def test_a_file_one_may_not_read_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = write_scenario(tmp_path)

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(unit))

    monkeypatch.setattr(Path, "open", closed)
    ran = run(capsys, "plan", unit)
    assert (ran.code, ran.out, len(ran.lines)) == (2, "", 1)


def test_each_fault_in_a_scenario_is_a_line_with_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unit = write_scenario(tmp_path, employees=[line(shifts=["X"], competence="none")], cycle={"weeks": 0})
    ran = run(capsys, "plan", unit)
    assert (ran.code, ran.out) == (2, "")
    assert sorted(row.split(":")[0] for row in ran.lines) == [
        "cycle.weeks",
        "employees[0].competence",
        "employees[0].shifts[0]",
    ]


def test_faults_are_told_in_english_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "r.csv"
    table.write_text("ansatt;uke;dag;vakt\nE1;1;man;X\n", encoding="utf-8")
    ran = run(capsys, "audit", write_scenario(tmp_path), table, "--lang", "en")
    assert ran.lines == [
        'r.csv: row 2, uke 1 man: there is no shift "X". Write one of D, A, L, N, F1 or nothing.'
    ]


@pytest.mark.parametrize("command", ["audit", "plan", "export"])
def test_a_roster_of_another_unit_is_refused_by_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    roster = write_roster(tmp_path)
    unit = write_scenario(tmp_path, employees=[line("Z9")])
    arguments = {
        "audit": ["audit", unit, roster],
        "plan": ["plan", unit, "--current", roster],
        "export": ["export", roster, "--scenario", unit, "--to", tmp_path / "x.csv"],
    }
    ran = run(capsys, *arguments[command])
    assert (ran.code, ran.out) == (2, "")
    assert all(row.startswith("roster.json: ") for row in ran.lines)
    assert "«E1» finnes ikke blant de ansatte" in ran.err
    assert not (tmp_path / "x.csv").exists()


def test_an_outcome_without_a_roster_cannot_be_audited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = write_roster(tmp_path, status="infeasible", lines=[])
    ran = run(capsys, "audit", write_scenario(tmp_path), roster)
    assert (ran.code, ran.lines) == (2, ["roster.json: Filen har ingen turnus (status infeasible)."])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("r.pdf", "Ukjent filtype. Navnet må slutte på .json, .csv, .xlsx, .yaml, .yml."),
        ("r.docx", "Ukjent filtype. Navnet må slutte på .json, .csv, .xlsx, .yaml, .yml."),
    ],
)
def test_a_roster_of_another_kind_of_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    (tmp_path / name).write_bytes(b"PK")
    ran = run(capsys, "audit", write_scenario(tmp_path), tmp_path / name)
    assert (ran.code, ran.lines) == (2, [f"{tmp_path / name}: {said}"])
