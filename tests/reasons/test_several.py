"""Several collisions: each line's own, those of all lines once, and none where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.work import WorkLine
from solver.rules.base import Card, Model, Rule
from tests.reasons.helpers import LAW_ONLY, Data, Limits, line, pin, scenario, why

FREE: Data = {"position": {"min": 0, "max": 100}}
CLOSE = [pin("mon", "A", 1), pin("tue", "D", 1)]


class NoMondays(Rule):
    """Nobody works on Mondays."""

    card = Card(
        id="no_mondays", level="unit", name="Fri mandag", sentence="Ingen går mandag.", law="Oss imellom"
    )

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        return day % 7 != 0

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        yield from (self.found(line, day) for day in range(0, line.cycle.days, 7) if line.works(day))


class TwoNights(Rule):
    """Everyone works two nights, whatever else."""

    card = Card(
        id="two_nights", level="unit", name="To netter", sentence="Alle går to netter.", law="Oss imellom"
    )

    def enforce(self, model: Model) -> None:
        for one in model.lines:
            nights = sum(model.works(one, day, "N") for day in range(model.cycle.days))
            model.add(nights >= 2, f"{self.card.id}.{one.id}")


def test_every_line_tells_its_own_and_a_lawful_pin_is_no_part_of_it() -> None:
    lawful = line("E2", **FREE, pinned=[pin("fri", "D")])
    sick = line("E3", **FREE, pinned=[pin("sat", "L"), pin("mon", "D")])
    found = why(scenario(agreement=LAW_ONLY, employees=[line(**FREE, pinned=CLOSE), lawful, sick]))
    assert [reason.paths for reason in found] == [
        ("employees[0].pinned[0]", "employees[0].pinned[1]"),
        ("employees[2].pinned[0]",),
    ]


def test_collisions_of_one_line_are_told_one_after_another_up_to_five() -> None:
    pins = [pin(day, shift, week) for week in range(1, 7) for day, shift in (("mon", "A"), ("tue", "D"))]
    found = why(scenario(weeks=6, agreement=LAW_ONLY, employees=[line(**FREE, pinned=pins)]))
    paths = [path for reason in found for path in reason.paths]
    assert [len(reason.paths) for reason in found] == [2] * 5
    assert len(set(paths)) == len(paths)


def test_what_no_line_can_hold_is_told_once() -> None:
    unit = scenario(
        rules={"max_shifts": {"N": 1, "D": 5}}, employees=[line("E1", **FREE), line("E2", **FREE)]
    )
    (reason,) = why(unit, TwoNights())
    assert (reason.paths, reason.minimal) == (("rules.max_shifts.N",), True)


def test_what_no_line_can_hold_hides_nothing_that_one_line_asks_for() -> None:
    people = [line("E1", **FREE), line("E2", **FREE, pinned=[pin("mon", "N"), pin("mon", "D")])]
    found = why(scenario(rules={"max_shifts": {"N": 1}}, employees=people), TwoNights())
    assert {reason.paths for reason in found} == {
        ("rules.max_shifts.N",),
        ("employees[1].pinned[0]", "employees[1].pinned[1]"),
    }


def test_a_rule_of_ones_own_is_always_in_force_and_told_as_broken() -> None:
    unit = scenario(employees=[line(**FREE, pinned=[pin("mon", "D"), pin("thu", "D")])])
    assert why(unit) == ()
    (reason,) = why(unit, NoMondays())
    assert (reason.paths, reason.rules) == (("employees[0].pinned[0]",), ("no_mondays",))
    assert [finding.law for finding in reason.findings] == ["Oss imellom"]


@pytest.mark.parametrize("least", [0, 5])
def test_a_unit_that_has_a_roster_has_no_reasons_however_much_it_lacks(least: int) -> None:
    demand = [{"start": "07:30", "end": "15:00", "min": least, "max": 9}]
    assert why(scenario(weeks=2, demand=demand, budget_fte=2)) == ()


def test_the_same_unit_has_the_same_reasons() -> None:
    unit = scenario(agreement=LAW_ONLY, employees=[line(pinned=CLOSE, min_weekends=1)])
    assert why(unit) == why(unit)


@pytest.mark.parametrize("limits", [Limits(0), Limits(60, stop=lambda: True), Limits(60, work=0)])
def test_without_time_nothing_is_told(limits: Limits) -> None:
    assert why(scenario(agreement=LAW_ONLY, employees=[line(pinned=CLOSE)]), limits=limits) == ()


def test_what_was_known_when_time_ran_out_is_told_as_more_than_needed() -> None:
    asked = iter([False] * 40)  # then somebody stops it
    limits = Limits(600, stop=lambda: next(asked, True))
    (reason,) = why(scenario(agreement=LAW_ONLY, employees=[line(**FREE, pinned=CLOSE)]), limits=limits)
    assert {"employees[0].pinned[0]", "employees[0].pinned[1]"} <= set(reason.paths)
    assert not reason.minimal


def test_of_lines_that_collide_alike_each_is_told_and_the_first_shows_what_breaks() -> None:
    people = [line("E1"), line("E2"), line("E3", **FREE)]
    found = why(scenario(weeks=2, rules={"max_consecutive_days": 1}, employees=people))
    places = [[path for path in reason.paths if path.startswith("employees")] for reason in found]
    assert [place for place in places if "position" in place[-1]] == places
    assert [place[-1][:12] for place in places] == ["employees[0]", "employees[1]"]
    assert {reason.rules for reason in found} == {("consecutive_days",)}
    assert [bool(reason.findings) for reason in found] == [True, False]
