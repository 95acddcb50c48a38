"""`heltid review`: a small case from its file to its papers, a decision that closes it, and faults on one line each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import solver
from tests.cli.helpers import Ran, run
from tests.forum.made import COARSE, SHIFT, person

WORK = ("--work", 60, "--workers", 1)
TODAY = {"A": "..D.D..", "B": "D.D....", "C": "....DD.", "L": "D....D."}
OPTION = "extend_one_hjem-A"


def write_case(folder: Path, **changes: Any) -> Path:
    """Four people on two a day; L leaves, and A wants her hours."""
    unit = {
        "schema": "heltid.scenario/1",
        "id": "liten",
        "cycle": {"weeks": 1},
        "agreement": COARSE,
        "competences": ["skilled"],
        "shifts": [SHIFT],
        "demand": [{"days": SHIFT["days"], "start": "08:00", "end": "15:06", "min": 2, "max": 3}],
        "employees": [person("A", 40, 80), person("B", 40), person("C", 40), person("L", 40)],
    }
    rows = [
        {"employee": name, "position": 40, "days": ["" if one == "." else one for one in text]}
        for name, text in TODAY.items()
    ]
    case = {
        "schema": "heltid.case/1",
        "id": "prove",
        "name": "Prøvesaken",
        "date": "2026-11-23",
        "units": [{"id": "hjem", "scenario": "unit.json", "roster": "roster.json"}],
        "vacancy": {"unit": "hjem", "line": "L", "percent": 40, "competence": "skilled"},
        "wants_more": [{"unit": "hjem", "employee": "A", "wanted": 80}],
    }
    for name, value in (("unit", unit), ("roster", {"schema": "heltid.roster/1", "lines": rows})):
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    path = folder / "case.json"
    path.write_text(json.dumps(case | changes), encoding="utf-8")
    return path


def decided(folder: Path, capsys: pytest.CaptureFixture[str], **changes: Any) -> Ran:
    case, decision = write_case(folder), folder / "decision.json"
    given = {"option": OPTION, "date": "2026-12-01", "reasons": "Hun ønsker det.", "by": ["Ada, leder"]}
    decision.write_text(json.dumps(given | changes), encoding="utf-8")
    return run(capsys, "review", case, "--out", folder / "ut", "--decide", decision, *WORK)


def test_a_case_is_told_with_its_options_best_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "review", write_case(tmp_path), *WORK)
    assert (ran.code, ran.err) == (0, "")
    assert "1  utvid én: A" in ran.out
    assert "A (hjem): 40 % til 80 %" in ran.out
    assert "ikke juridisk rådgivning" in ran.out


def test_the_papers_are_written_in_three_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "ut"
    run(capsys, "review", write_case(tmp_path), "--out", folder, *WORK)
    names = {"saksframlegg", "behov-for-deltid", "droftingsprotokoll", "utlysning", "uonsket-deltid"}
    for ending in (".md", ".html", ".pdf"):
        assert {path.stem for path in folder.glob(f"*{ending}")} == names
    assert (folder / "saksframlegg.pdf").read_bytes().startswith(b"%PDF")
    assert "<h1>Saksframlegg: Prøvesaken</h1>" in (folder / "saksframlegg.html").read_text(encoding="utf-8")


def test_json_has_every_option_with_what_is_proven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run(capsys, "review", write_case(tmp_path), "--json", *WORK).out)
    assert told["schema"] == "heltid.review/1"
    assert (told["options"][0]["id"], told["options"][0]["status"]) == (OPTION, "solved")
    assert told["options"][0]["proof"] == ["Ingen av de andre får endret noen dag."]


def test_a_decision_closes_the_case_with_new_rosters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = decided(tmp_path, capsys)
    assert ran.code == 0
    assert "Saken er lukket" in ran.out
    scenario = solver.load(tmp_path / "ut" / "hjem.scenario.json")
    roster = solver.load_roster(tmp_path / "ut" / "hjem.roster.json", scenario)
    checked = solver.audit(scenario, roster)
    assert (checked.breaches, checked.holes, checked.notes) == ((), (), ())
    assert {one.id: one.current_basis_points for one in scenario.employees} == {
        "A": 8000,
        "B": 4000,
        "C": 4000,
    }
    closed = solver.load_case(tmp_path / "ut" / "case.json")
    assert closed.decision is not None
    assert closed.decision.option == OPTION
    assert "Hun ønsker det." in (tmp_path / "ut" / "droftingsprotokoll.md").read_text(encoding="utf-8")


def test_a_decision_takes_the_rosters_that_the_meeting_saw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "review", write_case(tmp_path), "--out", tmp_path / "ut", *WORK)
    monkeypatch.setattr("solver.forum.solving.search", None)  # whatever searches now, fails
    assert decided(tmp_path, capsys).code == 0


def test_closed_cases_beside_it_give_the_indicators_over_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(tmp_path, capsys)
    run(capsys, "review", tmp_path / "case.json", "--out", tmp_path / "neste", *WORK)
    told = (tmp_path / "neste" / "uonsket-deltid.md").read_text(encoding="utf-8")
    assert "| 2026-12-01 | Prøvesaken | 0 % | 53,3 % | 2 | 2 | 2 | - |" in told


def test_an_option_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = decided(tmp_path, capsys, option="extend_one_hjem-B")
    assert ran.code == 2
    assert ran.lines == [
        f"option: Alternativet «extend_one_hjem-B» er ikke blant dem som er løst. Mente du «{OPTION}»?"
    ]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"dat": 1}, "dat: Ukjent felt. Mente du «date»?"),
        ({"date": "i går"}, "date: «i går» er ikke en dato. Skriv år-måned-dag, som 2027-01-04."),
        ({"tariff": "ks"}, "tariff: Tariffen «ks» finnes ikke. Skriv en av ks-tillegg-2023."),
        (
            {"vacancy": {"unit": "hjem", "line": "X", "percent": 40, "competence": "skilled"}},
            "vacancy.line: «X» er ukjent her. Skriv en av: A, B, C, L.",
        ),
        (
            {"vacancy": {"unit": "hjem", "line": "L", "percent": 50, "competence": "skilled"}},
            "vacancy.percent: Linjen «L» er 40 % i dagens turnus. Skriv 40.",
        ),
        (
            {"wants_more": [{"unit": "hjem", "employee": "A", "wanted": 40}]},
            "wants_more[0].wanted: 40 % er ikke mer enn stillingen i dag, 40 %. Skriv mer enn 40, eller fjern raden.",
        ),
        (
            {"wants_more": [{"unit": "hjem", "employee": "L", "wanted": 80}]},
            "wants_more[0].employee: «L» er en linje som er eller blir ledig. Fjern raden.",
        ),
        (
            {"wants_more": [{"unit": "hjem", "employee": "A", "wanted": 80,
                             "extra_hours": [{"month": "2026-12", "hours": 3}]}]},
            "wants_more[0].extra_hours[0].month: 2026-12 er etter saken (2026-11). Skriv en måned som er omme.",
        ),
        (
            {"units": [{"id": "hjem", "scenario": "nei.json", "roster": "roster.json"}]},
            "units[0].scenario (nei.json): Filen {folder}/nei.json kan ikke leses. Se etter om navnet er rett "
            "og om du har tilgang.",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_with_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], line: str
) -> None:
    ran = run(capsys, "review", write_case(tmp_path, **changes), "--out", tmp_path / "ut", *WORK)
    assert (ran.code, ran.lines) == (2, [line.replace("{folder}", str(tmp_path))])
    assert not (tmp_path / "ut").exists()


def test_faults_of_an_inline_scenario_have_the_whole_path() -> None:
    from solver.domain.fault import FaultError

    unit = {"id": "hjem", "scenario": {"schema": "heltid.scenario/1"}, "roster": {}}
    with pytest.raises(FaultError) as wrong:
        solver.load_case({"schema": "heltid.case/1", "id": "x", "date": "2026-01-01", "units": [unit]})
    paths = {one.path for one in wrong.value.faults}
    assert {"units[0].scenario.shifts", "units[0].scenario.employees", "vacancy"} <= paths


def test_a_case_from_another_program_names_no_files() -> None:
    from solver.domain.fault import FaultError

    unit = {"id": "hjem", "scenario": "unit.json", "roster": "roster.json"}
    with pytest.raises(FaultError, match="Her må innholdet stå"):
        solver.load_case({"schema": "heltid.case/1", "id": "x", "date": "2026-01-01", "units": [unit]})
