"""Roster files: what is written reads back, in the contract's fields; what is wrong is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from solver.domain.fault import FaultError
from solver.domain.roster import Roster
from solver.files.roster import load_roster, roster_from, roster_text, save_roster
from tests.files.good import GOOD, load

DAYS = ["D", "", "A", *[""] * 81]
FINDING: dict[str, Any] = {
    "rule": "daily_rest", "law": "aml § 10-8 (1)", "severity": "breach", "employee": "E01", "week": 3,
    "day": "mon", "amount": 540, "limit": 660, "unit": "minutes",
}  # fmt: skip
WHOLE: dict[str, Any] = {
    "schema": "heltid.roster/1",
    "scenario": "solsiden",
    "scenario_sha256": "0" * 64,
    "status": "feasible",
    "cycle": {"weeks": 12, "rotation": "individual"},
    "lines": [
        {"employee": "E01", "position": 99.5, "minutes": 25560, "balance_minutes": 0, "f1": [5, 13],
         "days": DAYS},
    ],
    "contacts": [{"resident": "R01", "primary": "E01", "team": ["E01"]}],
    "goals": [
        {"id": "cover", "value": 0, "bound": 0, "unit": "person-minutes"},
        {"id": "strain", "value": 3, "bound": None, "unit": "events"},
    ],
    "holes": [{"row": 2, "week": 1, "day": "sat", "start": "10:00", "end": "12:00", "missing": 1}],
    "findings": [FINDING],
    "measures": {"average_position": 91.2, "full_time": 9},
    "run": {"seconds": 41.2, "first_roster_seconds": 1.9, "workers": 2, "seed": 1, "stopped_by": "time",
            "version": "0.1.0"},
}  # fmt: skip
SCENARIO = load(GOOD)


def told(raw: Any, tmp_path: Path) -> list[str]:
    path = tmp_path / "roster.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(FaultError) as wrong:
        load_roster(path, SCENARIO)
    return [str(fault) for fault in wrong.value.faults]


def test_a_roster_is_written_in_exactly_the_contracts_fields(tmp_path: Path) -> None:
    path = tmp_path / "roster.json"
    save_roster(roster_from(WHOLE, SCENARIO), path)
    assert json.loads(path.read_text(encoding="utf-8")) == WHOLE


def test_a_roster_that_was_written_reads_back_as_itself(tmp_path: Path) -> None:
    roster = roster_from(WHOLE, SCENARIO)
    save_roster(roster, tmp_path / "roster.json")
    assert load_roster(tmp_path / "roster.json", SCENARIO) == roster


def test_writing_leaves_no_other_file(tmp_path: Path) -> None:
    save_roster(roster_from(WHOLE, SCENARIO), tmp_path / "roster.json")
    assert [path.name for path in tmp_path.iterdir()] == ["roster.json"]


def test_each_line_and_finding_stands_on_a_line_of_its_own() -> None:
    rows = roster_text(roster_from(WHOLE, SCENARIO)).splitlines()
    assert sum(row.startswith('  {"employee"') for row in rows) == 1
    assert sum(row.startswith('  {"rule"') for row in rows) == 1


def test_an_infeasible_roster_has_reasons_and_no_lines() -> None:
    raw = {
        "schema": "heltid.roster/1",
        "status": "infeasible",
        "reasons": [{"paths": ["employees[0].pinned[0]"]}],
    }
    roster = roster_from(raw, SCENARIO)
    assert json.loads(roster_text(roster))["reasons"] == [
        {
            "paths": ["employees[0].pinned[0]"],
            "days": {},
            "rules": [],
            "findings": [],
            "nearest": [],
            "minimal": True,
        }
    ]


def test_a_table_is_read_by_its_name(tmp_path: Path) -> None:
    save_roster(roster_from(WHOLE, SCENARIO), tmp_path / "roster.csv", SCENARIO)
    assert load_roster(tmp_path / "roster.csv", SCENARIO).lines[0].days == tuple(DAYS)


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"lines": []}, ["lines: Linjen til «E01» mangler. Legg den til, uten vakter om den er fri."]),
        (
            {"lines": [{"employee": "E1", "days": DAYS}]},
            ["lines[0].employee: «E1» finnes ikke blant de ansatte i scenariet. Mente du «E01»?"],
        ),
        (
            {"lines": [{"employee": "E01", "days": DAYS[:-1]}]},
            ['lines[0].days: Linjen har 83 dager. Skriv 84 dager, "" for fri.'],
        ),
        (
            {"lines": [{"employee": "E01", "days": ["X", *DAYS[1:]]}]},
            ['lines[0].days[0]: Vakten «X» finnes ikke. Skriv en av D, A, L, N, eller "" for fri.'],
        ),
        (
            {"lines": [{"employee": "E01", "days": DAYS}, {"employee": "E01", "days": DAYS}]},
            ["lines[1].employee: «E01» står også i lines[0]. Behold én linje for hver."],
        ),
        (
            {"lines": [{"employee": "E01", "days": DAYS, "f1": [84]}]},
            ["lines[0].f1[0]: Dag 84 finnes ikke. Skriv en dag fra 0 til 83."],
        ),
        (
            {"lines": [{"employee": "E01", "days": DAYS, "posision": 3}]},
            ["lines[0].posision: Ukjent felt. Mente du «position»?"],
        ),
        (
            {"cycle": {"weeks": 6, "rotation": "shared"}},
            [
                "cycle.weeks: Turnusen har «6», scenariet «12». Bruk scenariet den hører til.",
                "cycle.rotation: Turnusen har «shared», scenariet «individual». "
                "Bruk scenariet den hører til.",
            ],
        ),
        (
            {"contacts": [{"resident": "R9", "primary": "E09", "team": ["Q"]}]},
            [
                "contacts[0].resident: Beboeren «R9» finnes ikke i scenariet. "
                "Fjern raden, eller rett navnet.",
                "contacts[0].primary: «E09» finnes ikke blant de ansatte i scenariet. Mente du «E01»?",
                "contacts[0].team[0]: «Q» finnes ikke blant de ansatte i scenariet. Fjern den.",
            ],
        ),
        (
            {"status": "good", "goals": [{"id": "cover", "value": "x", "unit": "minutes"}], "line": []},
            [
                "status: «good» er ukjent her. Skriv en av: optimal, feasible, infeasible, unknown.",
                "goals[0].value: Må være et tall, ikke «x». Skriv et tall.",
                "line: Ukjent felt. Mente du «lines»?",
            ],
        ),
        (
            {"findings": [FINDING | {"severety": "breach"}]},
            ["findings[0].severety: Ukjent felt. Mente du «severity»?"],
        ),
    ],
)
def test_what_is_wrong_in_a_roster_is_named(change: dict[str, Any], lines: list[str], tmp_path: Path) -> None:
    assert told(WHOLE | change, tmp_path) == lines


@pytest.mark.parametrize("raw", [[], "x", 3, None])
def test_a_roster_is_fields(raw: Any, tmp_path: Path) -> None:
    assert len(told(raw, tmp_path)) == 1


def test_a_roster_made_by_hand_needs_only_lines() -> None:
    roster = roster_from({"lines": [{"employee": "E01", "days": DAYS}]}, SCENARIO)
    assert isinstance(roster, Roster)
    assert roster.lines[0].position_basis_points is None
