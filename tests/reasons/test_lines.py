"""A line that is impossible by itself: the places in the file, no more than needed, and what they break."""

from __future__ import annotations

import pytest

from solver.domain.finding import Finding
from tests.builders import SHIFTS
from tests.reasons.helpers import LAW_ONLY, Data, line, pin, scenario, solvable, why, without

ANY_SIZE = {"min": 0, "max": 100}
FREE_LINE: Data = {"position": ANY_SIZE}
SIZE = "employees[0].position.current"
WEEKENDS: Data = {"weeks": 6, "rules": {"min_weeks_between_weekends": 3}}
CASES: dict[str, tuple[Data, tuple[str, ...], str]] = {
    "pins too close": (
        {"agreement": LAW_ONLY, "employees": [line(**FREE_LINE, pinned=[pin("mon", "A"), pin("tue", "D")])]},
        ("employees[0].pinned[0]", "employees[0].pinned[1]"),
        "daily_rest",
    ),
    "a pin that the law forbids": (
        {"weeks": 2, "employees": [line(**FREE_LINE, pinned=[{"weeks": [2], "shift": "D"}])]},
        ("employees[0].pinned[0]",),
        "weekly_rest",
    ),
    "two pins of one day": (
        {"employees": [line(**FREE_LINE, pinned=[pin("mon", "A"), pin("mon", "D")])]},
        ("employees[0].pinned[0]", "employees[0].pinned[1]"),
        "pinned",
    ),
    "a pin while away": (
        {"employees": [line(**FREE_LINE, pinned=[pin("mon", "D")], unavailable=[{"days": ["mon"]}])]},
        ("employees[0].unavailable[0]", "employees[0].pinned[0]"),
        "unavailable",
    ),
    "a pin on work elsewhere": (
        {
            "employees": [
                line(
                    **FREE_LINE,
                    pinned=[pin("mon", "D")],
                    elsewhere=[{"days": ["mon"], "start": "12:00", "end": "18:00"}],
                )
            ]
        },
        ("employees[0].elsewhere[0]", "employees[0].pinned[0]"),
        "daily_rest",
    ),
    "a pin of a shift the person does not work": (
        {"employees": [line(**FREE_LINE, shifts=["A"], pinned=[pin("mon", "D")])]},
        ("employees[0].shifts", "employees[0].pinned[0]"),
        "allowed_shifts",
    ),
    "a pin on a day the shift does not run": (
        {"employees": [line(**FREE_LINE, long_shifts=True, pinned=[pin("mon", "L")])]},
        ("shifts[2].days", "employees[0].pinned[0]"),
        "allowed_shifts",
    ),
    "a long shift without consent": (
        {"weeks": 2, "employees": [line(**FREE_LINE, pinned=[pin("sat", "L", 2)])]},
        ("employees[0].pinned[0]",),
        "long_shift_consent",
    ),
    "a rule of one's own": (
        {
            "rules": {"max_consecutive_days": 5},
            "employees": [
                line(
                    **FREE_LINE,
                    rules={"max_consecutive_days": 1},
                    pinned=[pin("mon", "D"), pin("tue", "D"), pin("thu", "D")],
                )
            ],
        },
        (
            "employees[0].rules.max_consecutive_days",
            "employees[0].pinned[0]",
            "employees[0].pinned[1]",
        ),
        "consecutive_days",
    ),
    "one of several sequences": (
        {
            "rules": {"forbidden_sequences": [["N", "D"], ["D", "A"]]},
            "employees": [line(**FREE_LINE, pinned=[pin("mon", "D"), pin("tue", "A")])],
        },
        ("rules.forbidden_sequences[1]", "employees[0].pinned[0]", "employees[0].pinned[1]"),
        "forbidden_sequence",
    ),
    "the days before": (
        {
            "rotation": "none",
            "employees": [line(**FREE_LINE, before=["", "N"], pinned=[pin("mon", "D")])],
        },
        ("employees[0].before", "employees[0].pinned[0]"),
        "daily_rest",
    ),
    "a size that no shifts add up to": (
        {"agreement": {"hours_tolerance_percent": 0.5}, "employees": [line(position={"current": 50})]},
        (SIZE,),
        "position",
    ),
    "a size that the person's shifts do not add up to": (
        {"weeks": 2, "employees": [line(shifts=["D", "A"])]},
        ("employees[0].shifts", SIZE),
        "position",
    ),
    "more weekends than the unit's rule leaves": (
        WEEKENDS | {"employees": [line(min_weekends=3)]},
        ("rules.min_weeks_between_weekends", "employees[0].min_weekends", SIZE),
        "weekends_apart",
    ),
    "fewer weekends than pinned": (
        {
            "weeks": 2,
            "employees": [line(**FREE_LINE, max_weekends=1, pinned=[pin("sat", "D"), pin("mon", "A")])],
        },
        ("employees[0].max_weekends", "employees[0].pinned[0]"),
        "weekend_count",
    ),
    "more shifts of a code than allowed": (
        {
            "rules": {"max_shifts": {"D": 1, "N": 1}},
            "employees": [line(**FREE_LINE, pinned=[{"days": ["mon", "tue"], "shift": "N"}])],
        },
        ("rules.max_shifts.N", "employees[0].pinned[0]"),
        "shift_count",
    ),
    "more paid time than allowed": (
        {
            "rules": {"max_minutes": 900},
            "employees": [line(**FREE_LINE, pinned=[{"days": ["mon", "tue"], "shift": "N"}])],
        },
        ("rules.max_minutes", "employees[0].pinned[0]"),
        "line_minutes",
    ),
    "work elsewhere beside a full position": (
        {
            "weeks": 2,
            "agreement": {"max_average_week_minutes": {"minutes": 2400, "weeks": 2}},
            "employees": [line(elsewhere=[{"days": ["mon"], "start": "08:00", "end": "15:30"}])],
        },
        (SIZE, "employees[0].elsewhere[0]"),
        "average_week_hours",
    ),
    "a shared line": (
        {
            "weeks": 3,
            "rotation": "shared",
            "rules": {"min_weeks_between_weekends": 3},
            "employees": [line(f"E{number}", min_weekends=2) for number in range(3)],
        },
        ("rules.min_weeks_between_weekends", "employees[0].min_weekends", SIZE),
        "weekends_apart",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_collision_is_told_with_its_places_and_what_it_breaks(case: str) -> None:
    asked, paths, rule = CASES[case]
    (reason,) = why(scenario(**asked))
    assert (reason.paths, reason.rules, reason.minimal) == (paths, (rule,), True)
    assert {finding.rule for finding in reason.findings} == {rule}


@pytest.mark.parametrize("case", [case for case in CASES if case != "a shared line"])
def test_without_any_one_of_its_places_there_is_a_roster(case: str) -> None:
    asked, paths, _ = CASES[case]
    assert not solvable(scenario(**asked))
    for path in paths:
        if not path.startswith("shifts"):
            assert solvable(scenario(**without(path, asked))), path


def test_a_rest_that_is_too_short_is_told_with_its_hours() -> None:
    ((finding,),) = (one.findings for one in why(scenario(**CASES["pins too close"][0])))
    assert (finding.employee, finding.week, finding.day) == ("E1", 1, "tue")
    assert (finding.amount, finding.limit, finding.unit) == (540, 660, "minutes")


def test_a_size_out_of_reach_is_told_with_how_near_one_comes() -> None:
    (reason,) = why(scenario(**CASES["a size that no shifts add up to"][0]))
    (finding,), (nearest,) = reason.findings, reason.nearest
    assert (finding.detail, finding.amount, finding.unit) == ("no_combination", 50, "percent")
    assert (nearest.detail, nearest.amount, nearest.limit) == ("hours", 15, 10)


def test_an_amount_out_of_reach_is_told_with_what_the_rules_allow() -> None:
    (reason,) = why(scenario(**CASES["more weekends than the unit's rule leaves"][0]))
    (nearest,) = reason.nearest
    assert (nearest.rule, nearest.amount, nearest.limit) == ("weekend_count", 2, 3)


def test_of_a_place_about_many_days_those_that_matter_are_told() -> None:
    days = {"days": ["mon", "tue", "wed", "fri"], "weeks": [2], "shift": "D"}
    asked: Data = {"weeks": 3, "rules": {"max_consecutive_days": 2}}
    (reason,) = why(scenario(**asked, employees=[line(**FREE_LINE, pinned=[days])]))
    assert reason.paths == ("rules.max_consecutive_days", "employees[0].pinned[0]")
    assert reason.days == {"employees[0].pinned[0]": (7, 8, 9)}


def test_a_place_that_follows_from_another_is_told_where_it_stands() -> None:
    asked: Data = {"agreement": {"hours_tolerance_percent": 0.5}, "shifts": SHIFTS[:2]}
    between = line("E1", position={"current": 52, "wanted": 50})
    stated = line("E2", position={"current": 100, "min": 50, "max": 52})
    found = why(scenario(**asked, employees=[between, stated]))
    assert [reason.paths for reason in found] == [
        ("employees[0].position.wanted", "employees[0].position.current"),
        ("employees[1].position.min", "employees[1].position.max"),
    ]
    assert _details(found[0].findings) == ["no_combination_between"]


def _details(findings: tuple[Finding, ...]) -> list[str | None]:
    return [finding.detail for finding in findings]
