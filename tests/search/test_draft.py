"""A roster that is there already: what still holds stands, and what no longer does is laid anew."""

from typing import Any

import solver
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.rules.registry import RULES
from solver.search.draft import Draft
from solver.search.model import RosterModel
from tests.builders import line, scenario

WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]


def unit(people: int = 4, **first: Any) -> Scenario:
    employees = [line(f"E{n}", position={"current": 20, "wanted": 80}) for n in range(people)]
    employees[0] |= first
    demand = [{"days": WEEKDAYS, "start": "08:00", "end": "15:00", "min": 1}]
    return scenario(weeks=6, employees=employees, demand=demand, goals=["cover", "changes"])


def in_force() -> Roster:
    return solver.plan(unit(), work=1, workers=1)


def draft(asked: Scenario, roster: Roster) -> Draft:
    found = Draft.of(RosterModel(asked, RULES), roster.lines)
    found.check(RULES)
    return found


def test_a_roster_that_holds_stands() -> None:
    assert draft(unit(), in_force()).anew == set()


def test_only_the_week_that_breaks_a_rule_is_laid_anew() -> None:
    roster = in_force()
    worked = next(day for day, code in enumerate(roster.lines[0].days) if code)
    asked = unit(unavailable=[{"weeks": [worked // 7 + 1]}])
    assert draft(asked, roster).anew == {("E0", worked // 7)}


def test_someone_new_has_a_line_to_be_laid() -> None:
    assert draft(unit(people=5), in_force()).anew == {("E4", week) for week in range(6)}


def test_what_is_beside_is_laid_anew_too_and_round_the_end_of_the_cycle() -> None:
    found = Draft(RosterModel(unit(), RULES), {}, {("E1", 0)})
    found.widen()
    assert found.anew == {("E1", 5), ("E1", 0), ("E1", 1)}
    found.widen_lines()
    assert found.anew == {("E1", week) for week in range(6)}


def test_a_plan_begins_from_the_roster_in_force() -> None:
    roster = in_force()
    worked = next(day for day, code in enumerate(roster.lines[0].days) if code)
    asked = unit(unavailable=[{"weeks": [worked // 7 + 1]}])
    planned = solver.plan(asked, current=roster, work=2, workers=1)
    cover, changes = planned.goals
    assert cover.value == 0
    assert changes.value < 20, "another roster as good differs in most of its days"
