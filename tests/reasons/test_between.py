"""Lines that are possible one by one: what holds them together is named with what each of them asks for."""

from __future__ import annotations

import pytest

from tests.reasons.helpers import Data, line, pin, scenario, solvable, why, without

FREE: Data = {"position": {"min": 0, "max": 100}}
DAY: Data = {"start": "07:30", "end": "15:00"}
WORKDAYS = ["mon", "tue", "wed", "thu", "fri"]
CASES: dict[str, tuple[Data, tuple[str, ...], str]] = {
    "a pin where nobody may be": (
        {
            "weeks": 2,
            "demand": [DAY | {"max": 5}, DAY | {"days": ["mon"], "min": 0, "max": 0}],
            "employees": [
                line("E1", **FREE),
                line("E2", **FREE, pinned=[pin("tue", "D"), pin("mon", "D", 2)]),
            ],
        },
        ("employees[1].pinned[1]", "demand[1].max"),
        "demand_max",
    ),
    "two pins where one may be": (
        {
            "demand": [DAY | {"max": 1}],
            "employees": [
                line(f"E{number}", **FREE, pinned=[pin("mon", "D")] * (number != 2)) for number in (1, 2, 3)
            ],
        },
        ("employees[0].pinned[0]", "employees[2].pinned[0]", "demand[0].max"),
        "demand_max",
    ),
    "positions that the rows have no room for": (
        {
            "weeks": 2,
            "shifts": [{"code": "D", **DAY, "paid_minutes": 426, "days": WORKDAYS}],
            "demand": [DAY | {"max": 1}],
            "employees": [line("E1"), line("E2", position={"current": 40}), line("E3", **FREE)],
        },
        ("shifts[0].days", "employees[0].position.current", "employees[1].position.current", "demand[0].max"),
        "demand_max",
    ),
    "positions beyond the budget": (
        {
            "weeks": 4,
            "budget_fte": 1.5,
            "employees": [
                line("E1"),
                line("E2", position={"current": 60, "wanted": 80}),
                line("E3", **FREE),
            ],
        },
        ("employees[0].position.current", "employees[1].position.current", "budget_fte"),
        "budget",
    ),
    "pinned hours beyond the budget": (
        {
            "weeks": 2,
            "budget_fte": 0.1,
            "employees": [line("E1", **FREE, pinned=[pin("mon", "D")]), line("E2", **FREE)],
        },
        ("employees[0].pinned[0]", "budget_fte"),
        "budget",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_collision_between_lines_is_told_with_its_places_and_what_it_breaks(case: str) -> None:
    asked, paths, rule = CASES[case]
    (reason,) = why(scenario(**asked))
    assert (reason.paths, reason.rules, reason.minimal) == (paths, (rule,), True)
    assert {finding.rule for finding in reason.findings} == {rule}


@pytest.mark.parametrize("case", CASES)
def test_without_any_one_of_its_places_there_is_a_roster(case: str) -> None:
    asked, paths, _ = CASES[case]
    assert not solvable(scenario(**asked))
    for path in paths:
        assert solvable(scenario(**without(path, asked))), path


def test_how_many_are_there_at_once_is_told() -> None:
    (reason,) = why(scenario(**CASES["two pins where one may be"][0]))
    (finding,) = reason.findings
    assert (finding.detail, finding.day, finding.amount, finding.limit) == ("demand[0]", "mon", 2, 1)


def test_by_how_much_the_budget_is_exceeded_is_told() -> None:
    (reason,) = why(scenario(**CASES["positions beyond the budget"][0]))
    (finding,) = reason.findings
    assert (finding.detail, finding.amount, finding.limit, finding.unit) == ("positions", 1.6, 1.5, "fte")


def test_rows_that_collide_apart_are_told_one_after_another() -> None:
    rows = [DAY | {"days": [day], "max": 0} for day in ("mon", "wed")]
    people = [line(f"E{number}", **FREE, pinned=[pin(day, "D")]) for number, day in ((1, "wed"), (2, "mon"))]
    found = why(scenario(demand=rows, employees=people))
    assert {reason.paths for reason in found} == {
        ("employees[0].pinned[0]", "demand[1].max"),
        ("employees[1].pinned[0]", "demand[0].max"),
    }


def test_a_budget_that_a_shared_line_exceeds_is_told() -> None:
    people = [line(f"E{number}") for number in range(3)]
    (reason,) = why(scenario(weeks=3, rotation="shared", budget_fte=2, employees=people))
    assert reason.paths == ("employees[0].position.current", "budget_fte")
    assert [finding.amount for finding in reason.findings] == [3.0]


def test_a_most_that_a_shared_line_exceeds_is_told() -> None:
    people = [line(f"E{number}") for number in range(3)]
    asked: Data = {"demand": [DAY | {"max": 0}], "rules": {"min_shifts": {"D": 1}}, "employees": people}
    (reason,) = why(scenario(weeks=3, rotation="shared", **asked))
    assert reason.paths == ("rules.min_shifts.D", "employees[0].position.current", "demand[0].max")
