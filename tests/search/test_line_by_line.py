"""One line after another: each keeps its own rules and what was counted, and goes where most people are missing."""

from typing import Any

from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.line_by_line import LineByLine
from solver.search.lines import Counted, LineCheck
from tests.builders import line, scenario

HALF = Counted(size=53_00, most_minutes=10 * 450)
"""ten shifts in four weeks of 35.5 hours"""


def unit(people: int, **row: Any) -> Scenario:
    employees = [line(f"E{n}", position={"current": 53}, shifts=["D"]) for n in range(people)]
    return scenario(weeks=4, employees=employees, demand=[{"start": "08:00", "end": "15:00", **row}])


def lines_of(asked: Scenario) -> LineByLine:
    limits = Limits(60.0, work=30.0)
    check = LineCheck(asked, RULES, limits, workers=1, seed=1)
    return LineByLine(check, limits, {one.id: HALF for one in asked.employees}, weekends=None)


def laid(asked: Scenario) -> Roster:
    lines = lines_of(asked).lay()
    assert lines is not None
    return Roster(lines=tuple(lines))


def test_each_line_keeps_its_rules_and_its_size() -> None:
    asked = unit(3, min=2)
    roster = laid(asked)
    assert not audit(asked, roster).breaches
    assert [one.position_basis_points for one in roster.lines] == [53_00] * 3


def test_lines_spread_over_the_days_that_lack_people() -> None:
    asked = unit(2, min=1, days=["mon", "tue", "wed", "thu", "fri"])
    assert not audit(asked, laid(asked)).holes, "two lines of ten shifts have twenty weekdays"


def test_no_more_at_a_time_than_there_may_be_where_that_can_be() -> None:
    asked = unit(2, min=0, max=1)
    lines = lines_of(asked)
    assert lines.lay() is not None
    assert lines.crowded() == set()


def test_those_of_whom_there_are_too_many_are_told() -> None:
    asked = unit(3, max=1)
    lines = lines_of(asked)
    assert lines.lay() is not None
    assert len(lines.crowded()) >= 2, "thirty shifts on 28 days"


def test_without_time_there_are_no_lines() -> None:
    asked = unit(1)
    check = LineCheck(asked, RULES, Limits(0.0), workers=1, seed=1)
    counted = {one.id: HALF for one in asked.employees}
    assert LineByLine(check, Limits(0.0), counted, weekends=None).lay() is None
