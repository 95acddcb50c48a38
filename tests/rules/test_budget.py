from collections.abc import Mapping
from typing import Any

from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.rules.budget import Budget
from tests.builders import amounts, line, scenario, sheet

RULE = Budget()
FULL = 2130


def unit(budget: float | None = None, **first: Any) -> Scenario:
    people = [line("E1", **first), line("E2", position={"current": 50, "wanted": 100})]
    return scenario(budget_fte=budget, employees=people)


def found(scenario_: Scenario, lines: Mapping[str, str], positions: Mapping[str, float]) -> list[Finding]:
    return list(RULE.audit(sheet(scenario_, lines, positions)))


def test_positions_may_be_exactly_the_budget() -> None:
    assert found(unit(1.5), {"E1": "D", "E2": "D"}, {"E1": 100, "E2": 50}) == []


def test_positions_over_the_budget_are_a_breach_of_nobody() -> None:
    findings = found(unit(1.5), {"E1": "D", "E2": "D"}, {"E1": 100, "E2": 50.01})
    assert amounts(findings) == [(1.5001, 1.5)]
    assert (findings[0].detail, findings[0].unit, findings[0].employee) == ("positions", "fte", None)


def test_paid_minutes_over_the_budget_are_a_breach_of_their_own() -> None:
    other = FULL - 450 + 1
    findings = found(unit(1, other_minutes=other), {"E1": "D"}, {"E1": 100})
    assert [(one.detail, one.limit) for one in findings] == [("paid_minutes", 1)]
    assert found(unit(1, other_minutes=other - 1), {"E1": "D"}, {"E1": 100}) == []


def test_each_lines_minutes_are_measured_by_its_own_full_time() -> None:
    lines, positions = {"E1": "D D D D", "E2": ""}, {"E1": 80, "E2": 0}
    assert found(unit(0.8, weekly_minutes=2250), lines, positions) == []
    assert [one.detail for one in found(unit(0.8), lines, positions)] == ["paid_minutes"]


def test_without_a_budget_hours_beyond_todays_positions_are_a_warning() -> None:
    findings = found(unit(), {"E1": "D D D D", "E2": "D D D D"}, {"E1": 85, "E2": 85})
    assert [(one.severity, one.amount, one.unit) for one in findings] == [("warning", 405, "minutes")]


def test_without_a_budget_hours_within_todays_positions_are_silent() -> None:
    assert found(unit(), {"E1": "D D D D", "E2": "D D D"}, {"E1": 100, "E2": 50}) == []
