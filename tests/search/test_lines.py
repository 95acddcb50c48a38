"""What one line by itself can be: sizes and weekends that no order of days fits are found before any roster is."""

from typing import Any

import solver
from solver.domain.scenario import Scenario
from solver.rules.registry import RULES
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
    return LineCheck(asked, RULES, Limits(60.0, work=10.0), seed=1)


def test_the_largest_size_beside_work_in_another_unit() -> None:
    asked = unit(elsewhere=OFFICE)
    (person,) = asked.employees
    assert not check(asked).can_be_laid(person, 100_00)
    assert check(asked).largest(person) == LARGEST
    assert check(asked).can_be_laid(person, LARGEST)
    assert not check(asked).can_be_laid(person, LARGEST + 1_00)


def test_a_size_that_no_line_can_have_is_in_the_bound_of_the_plan() -> None:
    roster = solver.plan(unit(elsewhere=OFFICE), work=5, workers=1)
    goal = next(one for one in roster.goals if one.id == "unwanted_part_time")
    assert goal.value == goal.bound == (100_00 - LARGEST) / 100


def test_weekends_that_no_line_can_have() -> None:
    asked = unit()
    (person,) = asked.employees
    every = {(person.id, day): "D" if day % 7 > 4 else "" for day in range(56) if day % 7 > 4}
    second = every | {(person.id, day): "" for who, day in every if day // 7 % 2}
    assert not check(asked).can_be_laid(person, 80_00, every), "every Sunday"
    assert check(asked).can_be_laid(person, 80_00, second)


def test_what_is_known_of_a_line_is_not_solved_again() -> None:
    asked = unit()
    lines = check(asked)
    assert lines.can_be_laid(asked.employees[0], 100_00)
    used = lines.limits.used_work
    assert lines.can_be_laid(asked.employees[0], 100_00)
    assert lines.limits.used_work == used
