"""Tables and figures of the front door: the same figures as the roster, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

import solver
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario

DATA = Path(__file__).parents[2] / "data"
NAME = "solsiden-langvakt-b"


@pytest.fixture(scope="module")
def planned() -> tuple[Scenario, Roster]:
    scenario = solver.load(DATA / "units" / f"{NAME}.yaml")
    return scenario, solver.load_roster(DATA / "rosters" / f"{NAME}.json", scenario)


def test_a_roster_has_its_tables(planned: tuple[Scenario, Roster]) -> None:
    scenario, roster = planned
    tables = solver.tables(roster, scenario)
    assert list(tables) == ["roster", "lines", "goals", "holes", "findings"]
    assert tables["roster"].shape == (len(scenario.employees), scenario.cycle.days)
    assert tables["roster"].iloc[0].tolist() == list(roster.lines[0].days)
    used = tables["lines"]["stilling, %"]
    assert round(used[used > 0].mean(), 1) == roster.measures["average_position"]
    assert tables["goals"]["verdi"].tolist() == [goal.value for goal in roster.goals]
    assert len(tables["holes"]) == len(roster.holes)


def test_tables_are_read_in_english_too(planned: tuple[Scenario, Roster]) -> None:
    scenario, roster = planned
    assert "position, %" in solver.tables(roster, scenario, lang="en")["lines"].columns


def test_a_broken_roster_tells_its_breaches(planned: tuple[Scenario, Roster]) -> None:
    scenario, roster = planned
    fields = solver.data(roster)
    fields["lines"][0]["days"] = ["D"] * scenario.cycle.days
    found = solver.audit(scenario, solver.load_roster(fields, scenario))
    told = solver.tables(found, scenario)["findings"]
    assert set(told["alvor"]) == {"brudd", "varsel"}
    assert "consecutive_days" in set(told["regel"])


def test_a_comparison_has_a_column_for_each_roster(planned: tuple[Scenario, Roster]) -> None:
    scenario, roster = planned
    tables = solver.tables(solver.compare(scenario, {"a": roster, "b": roster}))
    assert all(list(table.columns) == ["a", "b"] for table in tables.values())
    assert (tables["totals"]["a"] == tables["totals"]["b"]).all()


def test_no_roster_gives_empty_tables(planned: tuple[Scenario, Roster]) -> None:
    scenario, _ = planned
    tables = solver.tables(Roster(scenario=scenario.id, status="unknown"), scenario)
    assert all(table.empty for table in tables.values())


def test_a_roster_has_its_figures(planned: tuple[Scenario, Roster]) -> None:
    scenario, roster = planned
    figures = solver.figures(roster, scenario)
    assert list(figures) == ["roster", "staffing", "positions"]
    present, asked = (trace.y for trace in figures["staffing"].data)
    assert all(here >= least for here, least in zip(present, asked, strict=True))  # no hole in this roster
    assert len(figures["positions"].data[0].x) == roster.measures["lines_used"]


def test_what_has_no_tables_says_so(planned: tuple[Scenario, Roster]) -> None:
    with pytest.raises(TypeError, match="ingen tabeller"):
        solver.tables(planned[1])
    with pytest.raises(TypeError, match="ingen figurer"):
        solver.figures(planned[0])
