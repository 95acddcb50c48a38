"""What one line by itself can be: sizes and weekends that no order of days fits are found before any roster is."""

from typing import Any

import solver
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.rules.registry import RULES
from solver.search.first import Codes
from solver.search.limits import Limits
from solver.search.lines import LineCheck
from tests.builders import line, scenario

OFFICE = [{"days": ["mon", "tue", "wed", "thu"], "start": "08:00", "end": "15:30"}]
LARGEST = 43_00
"""two of Friday, Saturday and Sunday, as each week has a free day: 15 of 35.5 h, 42.3 %, and the tolerance of 1.1"""


def unit(**person: Any) -> Scenario:
    people = [line(position={"current": 20, "wanted": 100}, shifts=["D", "A"], **person)]
    return scenario(weeks=8, employees=people, goals=["cover", "unwanted_part_time"])


def check(asked: Scenario) -> LineCheck:
    return LineCheck(asked, RULES, Limits(60.0, work=10.0), workers=1, seed=1)


def can_be_laid(lines: LineCheck, person: Employee, size: int, weekends: Codes | None = None) -> bool:
    return not lines.without_room({person.id: size}, weekends)


def test_the_largest_size_beside_work_in_another_unit() -> None:
    asked = unit(elsewhere=OFFICE)
    (person,) = asked.employees
    assert not can_be_laid(check(asked), person, 100_00)
    assert check(asked).largest(person) == LARGEST
    assert can_be_laid(check(asked), person, LARGEST)
    assert not can_be_laid(check(asked), person, LARGEST + 1_00)


def test_a_size_that_no_line_can_have_is_in_the_bound_of_the_plan() -> None:
    roster = solver.plan(unit(elsewhere=OFFICE), work=5, workers=1)
    goal = next(one for one in roster.goals if one.id == "unwanted_part_time")
    assert goal.value == goal.bound == (100_00 - LARGEST) / 100


def test_weekends_that_no_line_can_have() -> None:
    asked = unit()
    (person,) = asked.employees
    every = {(person.id, day): "D" if day % 7 > 4 else "" for day in range(56) if day % 7 > 4}
    second = every | {(person.id, day): "" for who, day in every if day // 7 % 2}
    assert not can_be_laid(check(asked), person, 80_00, every), "every Sunday"
    assert can_be_laid(check(asked), person, 80_00, second)


def test_what_is_known_of_a_line_is_not_solved_again() -> None:
    asked = unit()
    lines = check(asked)
    assert can_be_laid(lines, asked.employees[0], 100_00)
    used = lines.limits.used_work
    assert can_be_laid(lines, asked.employees[0], 100_00)
    assert lines.limits.used_work == used


def test_lines_that_are_alike_are_looked_at_once() -> None:
    people = [line(who, position={"current": 20, "wanted": 100}, shifts=["D"]) for who in ("E01", "E02")]
    lines = check(scenario(weeks=8, employees=people, goals=["cover"]))
    assert not lines.without_room({"E01": 50_00, "E02": 50_00})
    assert len(lines.known) == 1
    assert not lines.without_room({"E02": 60_00}), "the first is not looked at"


def test_where_there_is_no_time_to_look_no_line_is_told_as_impossible() -> None:
    asked = unit(elsewhere=OFFICE)
    lines = LineCheck(asked, RULES, Limits(0.0), workers=1, seed=1)
    assert can_be_laid(lines, asked.employees[0], 100_00)
