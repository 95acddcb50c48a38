"""Every place in a file either can give or is known not to, and what is taken out is out."""

from __future__ import annotations

from typing import Any

import pytest

from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.reasons.givens import DATED, REMOVED, Given, line_path, of_line, of_links, of_unit
from solver.reasons.reduced import only
from tests.reasons.helpers import Data, line, pin, scenario, solvable

WHO = {"id", "name", "vacant", "competence", "skills", "groups", "counts_in_cover", "wishes"}
"""What a line is, and what it wishes for."""
CONSENT = {"long_shifts"}
RULES: Data = {
    "max_consecutive_days": 3,
    "min_consecutive_days": 2,
    "min_consecutive_days_off": 2,
    "max_consecutive_days_off": 4,
    "min_consecutive_shifts": {"A": 2},
    "max_consecutive_shifts": {"D": 2},
    "max_consecutive_nights": 2,
    "min_weeks_between_weekends": 2,
    "weekend_shape": "both",
    "free_weekend": {"from": "fri 18:00", "until": "mon 06:00"},
    "forbidden_sequences": [["A", "D"]],
    "max_shifts": {"N": 1},
    "min_shifts": {"A": 1},
    "max_minutes": 4000,
    "min_minutes": 900,
}
WINDOW: Data = {"days": ["wed"], "start": "08:00", "end": "12:00"}
FULL = line(
    position={"current": 60, "wanted": 80},
    max_weekends=1,
    min_weekends=1,
    shifts=["D", "A"],
    unavailable=[WINDOW],
    elsewhere=[WINDOW],
    pinned=[pin("mon", "D"), pin("fri", "")],
    rules=RULES,
    other_minutes=60,
    weekly_minutes=2250,
    norm="tredelt",
    before=["D"],
)
UNIT = scenario(
    weeks=2,
    rotation="none",
    rules=RULES,
    demand=[WINDOW | {"min": 1, "max": 2}, WINDOW | {"min": 1}],
    budget_fte=3,
    employees=[FULL, line("E2")],
)


def all_givens(unit: Scenario) -> list[Given]:
    lines = range(len(unit.employees))
    own = [given for index in lines for given in (Given(line_path(index)), *of_line(unit, index))]
    return [*of_unit(unit), *own, *of_links(unit)]


def test_every_field_of_a_line_can_give_or_is_known_not_to() -> None:
    assert set(Employee.model_fields) == {*REMOVED, *DATED, "position", "rules", *WHO, *CONSENT}


def test_every_rule_of_a_unit_can_give() -> None:
    assert set(RULES) == set(UnitRules.model_fields)
    paths = {given.path.removeprefix("rules.") for given in of_unit(UNIT) if given.path.startswith("rules")}
    assert {path.partition(".")[0].partition("[")[0] for path in paths} == set(RULES)


def test_every_field_of_a_line_that_asks_for_something_is_a_given() -> None:
    places = {given.path.removeprefix("employees[0].") for given in of_line(UNIT, 0)}
    assert {*REMOVED, "unavailable[0]", "elsewhere[0]", "pinned[0]", "pinned[1]"} <= places
    assert {"position.current", "position.wanted", "rules.weekend_shape", "rules.max_shifts.N"} <= places


@pytest.mark.parametrize("field", [*REMOVED, *DATED, "rules", "min_basis_points", "max_basis_points"])
def test_with_all_givens_a_line_asks_what_it_asked(field: str) -> None:
    reduced = only(UNIT, all_givens(UNIT))
    for before, after in zip(UNIT.employees, reduced.employees, strict=True):
        assert getattr(after, field) == getattr(before, field)


def test_with_all_givens_a_unit_asks_what_it_asked_but_for_the_least_of_demand() -> None:
    reduced = only(UNIT, all_givens(UNIT))
    assert (reduced.rules, reduced.shifts) == (UNIT.rules, UNIT.shifts)
    assert reduced.budget_fte_hundredths == UNIT.budget_fte_hundredths
    assert [(row.min, row.max) for row in reduced.demand] == [(None, 2), (None, None)]


def test_without_givens_a_line_asks_for_nothing() -> None:
    reduced = only(UNIT, [Given("employees[0]")])
    (left,) = reduced.employees
    asked: list[Any] = [getattr(left, name) for name in (*REMOVED, *DATED)]
    assert [value for value in asked if value] == []
    assert (left.min_basis_points, left.max_basis_points) == (0, 10_000)
    assert not any(left.rules.model_dump().values())
    assert not any(reduced.rules.model_dump().values())
    assert (reduced.demand, reduced.budget_fte_hundredths) == ((), None)
    assert solvable(reduced)


def test_a_rule_of_ones_own_that_is_out_still_stands_in_place_of_the_units() -> None:
    unit = scenario(rules={"max_consecutive_days": 2}, employees=[line(rules={"max_consecutive_days": 4})])
    kept = only(unit, [Given("employees[0]"), Given("rules.max_consecutive_days")])
    assert kept.rules_of(kept.employees[0]).max_consecutive_days is None


def test_single_days_of_a_pin_may_be_kept() -> None:
    unit = scenario(weeks=3, employees=[line(pinned=[{"days": ["mon", "tue"], "shift": "D"}])])
    kept = only(unit, [Given("employees[0]"), *(Given("employees[0].pinned[0]", day) for day in (1, 14))])
    days = [day for one in kept.employees[0].pinned for day in one.in_cycle(kept.cycle)]
    assert days == [1, 14]


def test_what_a_scenario_had_worked_out_is_forgotten() -> None:
    assert set(UNIT.employee_by_id) == {"E1", "E2"}
    assert set(only(UNIT, [Given("employees[1]")]).employee_by_id) == {"E2"}
