"""What each unit is there to show: planned with so much work that a roster, or the proof of none, comes."""

import pytest

from solver.domain.roster import Roster
from tests.examples.helpers import breaches, breaches_by_oracle, planned, unit, with_goals, without_pins

WEEKEND = ("sat", "sun")


def goal(roster: Roster, name: str) -> tuple[float, float | None]:
    """Value and bound of a goal."""
    return next((one.value, one.bound) for one in roster.goals if one.id == name)


def missing_minutes(roster: Roster) -> int:
    """Person-minutes in the list of holes."""
    return sum(one.missing * (_minutes(one.end) - _minutes(one.start)) for one in roster.holes)


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def test_weekends_that_cannot_be_carried_leave_exactly_the_holes_of_the_arithmetic() -> None:
    """192 weekend shifts, and 17 people with two in each of four weekends: 56 of 7.5 hours are missing."""
    scenario = with_goals(unit("umulig-helg"), "cover")
    shifts = sum(
        row.least
        * len([day for day in row.in_cycle(scenario.cycle) if scenario.cycle.name_of(day) in WEEKEND])
        for row in scenario.demand
        if row.counts_everyone
    )
    carried = sum(2 * (employee.max_weekends or 0) for employee in scenario.employees)
    assert (shifts, carried) == (192, 136)
    roster = planned(scenario, work=12)
    assert breaches(scenario, roster) == []
    assert goal(roster, "cover") == (56 * 450, 56 * 450)
    assert missing_minutes(roster) == 56 * 450
    assert {hole.day for hole in roster.holes} <= set(WEEKEND)


def test_pins_that_break_the_law_are_infeasible_and_named() -> None:
    roster = planned(unit("kolliderende-pinner"), work=30)
    assert (roster.status, roster.lines) == ("infeasible", ())
    named = {path for reason in roster.reasons for path in reason.paths}
    assert {"employees[2].pinned[0]", "employees[2].pinned[1]", "employees[4].pinned[0]"} <= named
    assert not any(path.startswith("employees[5]") for path in named)


def test_without_those_pins_the_plan_goes_up_and_the_same_roster_comes_twice() -> None:
    scenario = without_pins(unit("kolliderende-pinner"), "E03", "E05")
    first, second = planned(scenario, work=3), planned(scenario, work=3)
    assert breaches(scenario, first) == []
    assert goal(first, "cover") == (0, 0)
    assert (second.lines, second.goals) == (first.lines, first.goals)


def test_twelve_on_one_shared_line_get_a_legal_roster_with_nothing_uncovered() -> None:
    scenario = unit("rullerende-tolv")
    roster = planned(scenario, work=2)
    assert (breaches(scenario, roster), breaches_by_oracle(scenario, roster)) == ([], [])
    assert goal(roster, "cover") == (0, 0)
    assert goal(roster, "unwanted_part_time") == (120, 120)  # 90 % for all twelve, and no more hours to share
    assert len({line.position_basis_points for line in roster.lines}) == 1


def test_solsiden_with_long_shifts_is_legal_by_two_readings() -> None:
    """That all of it can be covered is shown by the roster in data/rosters, which tests/docs holds to the same."""
    scenario = with_goals(unit("solsiden-langvakt-b"), "cover")
    roster = planned(scenario, work=10)
    assert roster.status in ("optimal", "feasible")
    assert (breaches(scenario, roster), breaches_by_oracle(scenario, roster)) == ([], [])


@pytest.mark.parametrize("name", ["furuheim-sykehjem", "hjemmetjenesten-nord"])
def test_too_little_work_gives_a_legal_roster_or_none_but_never_an_impossible(name: str) -> None:
    scenario = unit(name)
    roster = planned(scenario, work=0.5)
    assert roster.status in ("optimal", "feasible", "unknown")
    assert breaches(scenario, roster) == [] if roster.lines else roster.status == "unknown"
