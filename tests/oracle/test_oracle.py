"""What the oracle says of law; the rows of domain.md 1.12 are among the claims."""

from dataclasses import replace

import pytest

from tests.oracle import RULES, sums, with_defaults
from tests.oracle.cases import (
    LOCAL,
    SHORT_RESTS,
    WEEKLY_28,
    amounts,
    days,
    found,
    places,
    roster,
    sundays,
    unit,
)
from tests.oracle.clock import Data
from tests.oracle.law import sunday
from tests.oracle.lines import read


def test_evening_then_day_needs_eleven_hours() -> None:
    assert amounts(found("daily_rest", "A D")) == [(540, 660)]


def test_evening_then_day_is_allowed_where_short_rests_are_agreed_and_made_good() -> None:
    assert not found("daily_rest", "A D . A", agreement=SHORT_RESTS)


def test_a_short_rest_must_be_followed_by_a_longer_one() -> None:
    short_then_eleven = [
        {"code": "X", "start": "15:00", "end": "22:30"},
        {"code": "Y", "start": "07:30", "end": "20:30"},
    ]
    shifts = [*short_then_eleven, {"code": "Z", "start": "08:00", "end": "15:00"}]
    assert amounts(found("daily_rest", "X Y Z", agreement=SHORT_RESTS, shifts=shifts)) == [(690, 780)]


def test_two_short_rests_in_a_week_are_one_too_many_and_belong_to_the_shift_before() -> None:
    twice = found("daily_rest", "A D . A D", agreement=SHORT_RESTS)
    assert [(f["amount"], f["limit"], f["unit"], f["day"]) for f in twice] == [(2, 1, "rests", "thu")]
    sunday_before_monday = "A D . . . . A D . . . . . ."
    assert places(found("daily_rest", sunday_before_monday, agreement=SHORT_RESTS)) == [(1, "sun")]
    assert not found("daily_rest", "A D . . . . . A D", agreement=SHORT_RESTS)


def test_no_agreement_allows_a_rest_under_its_floor() -> None:
    assert amounts(found("daily_rest", "N . A N A", agreement=SHORT_RESTS)) == [(435, 480)]


def test_long_shift_after_long_shift_rests_twelve_hours() -> None:
    assert not found("daily_rest", "L L")


def test_eleven_hours_exactly_is_enough() -> None:
    assert not found("daily_rest", "L2 L")


def test_rest_holds_from_the_last_week_to_the_first() -> None:
    wrapped = found("daily_rest", ["D", *[""] * 82, "A"])
    assert places(wrapped) == [(12, "sun")]
    assert amounts(wrapped) == [(540, 660)]


def test_a_period_that_does_not_repeat_has_no_wrap_but_remembers_the_days_before() -> None:
    assert not found("daily_rest", ["D", *[""] * 12, "A"], rotation="none")
    after = found("daily_rest", "D", {"before": ["A"]}, rotation="none")
    assert places(after) == [(1, "mon")]


def test_work_elsewhere_counts_in_rest_and_week_but_not_in_position() -> None:
    person = {"elsewhere": [{"days": ["tue"], "start": "08:00", "end": "20:30"}]}
    assert amounts(found("daily_rest", "A", person)) == [(570, 660)]
    assert amounts(found("week_hours", "A . L3 L3 L3 L3", person)) == [(5 * 750 + 450, 3240)]
    assert sums(unit(1, person), roster(days("A")))["E"]["minutes"] == 450


# Weekly rest: Saturday long, Sunday free and the like. The other days are worked so that one rest is left.


@pytest.mark.parametrize(
    ("week", "rest"),
    [("D D D D D L .", 2010), ("A A A A A L .", None), ("A A A A A . L", None), ("N N N N N N .", 2310)],
    ids=["day-after-long: 33.5 h", "evening-after-long: 41 h", "35.5 h", "38.5 h but no whole day"],
)
def test_which_single_free_day_is_a_weekly_rest(week: str, rest: int | None) -> None:
    expected = {None: [], 2010: [(2010, 2100)], 2310: [(0, 2100)]}[rest]
    assert amounts(found("weekly_rest", week)) == expected


def test_a_short_weekly_rest_needs_a_longer_one_the_week_after() -> None:
    short = "D D D D D L . "
    assert not found("weekly_rest", short + "D D . . D D D", agreement=WEEKLY_28)
    assert found("weekly_rest", short + short, agreement=WEEKLY_28)
    just_35_5_hours = short + "D A . L D D D"
    assert amounts(found("weekly_rest", just_35_5_hours, agreement=WEEKLY_28, f1=[6, 9])) == [(2130, 2190)]


def test_one_rest_serves_two_weeks_only_when_it_is_twice_the_limit() -> None:
    one = "D D D D D D . . D D D D D D"
    assert places(found("weekly_rest", one)) == [(2, "mon")]
    assert amounts(found("weekly_rest", one, f1=[6, 7])) == [(2 * 1440 + 540 + 450, 4200)]
    assert not found("weekly_rest", "D D D D D . . . D D D D D D", f1=[6, 7])


def test_a_rest_of_no_length_still_needs_a_whole_day_and_no_overlap() -> None:
    """Floors of 0, as only a central agreement may have them."""
    central: Data = LOCAL | {"short_daily_rest": {"floor_minutes": 0, "max_per_week": 7}}
    assert found("daily_rest", "N D", agreement=central)
    assert found(
        "weekly_rest", "D D D D D D D", agreement=LOCAL | {"short_weekly_rest": {"floor_minutes": 0}}
    )


def test_no_minute_of_a_rest_serves_twice_also_after_a_short_one() -> None:
    """2 hours are lacking, so the 71 h 45 min that would serve two weeks are 15 minutes too few."""
    weeks = "D D D D D A . . N N N N N N"
    assert found("weekly_rest", "D D D D D A . " + weeks, agreement=WEEKLY_28, rotation="none")
    assert not found("weekly_rest", "D D D D D D . " + weeks, agreement=WEEKLY_28, rotation="none")


def test_the_rest_is_looked_for_across_the_wrap() -> None:
    assert not found("weekly_rest", "D D D D D D .")
    assert found("weekly_rest", "D D D D D D D")


def test_the_given_free_day_must_be_free_and_in_its_week() -> None:
    assert places(found("weekly_rest", "D . . . . D D", f1=[0])) == [(1, "mon")]
    assert found("weekly_rest", "D . . . . D D D . . . . D D", f1=[1, 2])
    assert not found("weekly_rest", "D . . . . D D", f1=[1])


def test_seven_twelve_and_a_half_hour_shifts_break_week_and_weekly_rest() -> None:
    week = "L3 L3 L3 L3 L3 L3 L3"
    assert amounts(found("week_hours", week)) == [(5250, 3240)]
    assert found("weekly_rest", week)


def test_the_average_runs_over_every_window_of_the_repeated_plan() -> None:
    heavy_first_weeks = [*["L", "L", "L", "L", "", "", ""] * 4, *[""] * 56]
    at_the_limit = LOCAL | {"max_average_week_minutes": {"minutes": 1440, "weeks": 8}}
    assert not found("average_week_hours", heavy_first_weeks, agreement=at_the_limit)
    under = LOCAL | {"max_average_week_minutes": {"minutes": 1439, "weeks": 8}}
    windows = found("average_week_hours", heavy_first_weeks, agreement=under)
    assert places(windows) == [(week, None) for week in (1, 9, 10, 11, 12)]
    without_wrap = found("average_week_hours", heavy_first_weeks, agreement=under, rotation="none")
    assert places(without_wrap) == [(1, None)]


@pytest.mark.parametrize(
    ("week", "worked"),
    [(". . . . . A", True), (". . . . . D", False), (". . . . . . N", False), (". . . . . L", True)],
    ids=["sat evening", "sat day", "sun night from 22:15", "sat long"],
)
def test_what_counts_as_a_worked_sunday(week: str, worked: bool) -> None:
    assert bool(found("sunday", week, agreement={})) is worked


@pytest.mark.parametrize(
    ("pattern", "main", "averaged"),
    [
        ("010101010101", True, True),
        ("000001110111", False, False),
        ("000000111101", False, False),
        ("000001110110", False, True),
    ],
)
def test_worked_sundays_in_twelve_weeks(pattern: str, main: bool, averaged: bool) -> None:
    assert (not found("sunday", sundays(pattern), agreement={})) is main
    assert (not found("sunday", sundays(pattern))) is averaged


def test_the_twenty_six_week_trap_is_a_window_with_fourteen_sundays() -> None:
    trap = found("sunday", sundays("000001110111"))
    assert {(f["amount"], f["limit"]) for f in trap} == {(14, 13)}
    assert not found("sunday", sundays("000001110111"), rotation="none")


@pytest.mark.parametrize(("agreement", "legal"), [({}, 322), (LOCAL, 1492)], ids=["main", "averaged"])
def test_as_many_sunday_patterns_are_legal_as_the_domain_counted(agreement: Data, legal: int) -> None:
    every = read(unit(12, agreement=agreement), roster(sundays("1" * 12)))[1][0]
    count = 0
    for pattern in range(4096):
        worked = [period for period in every.own if pattern >> (period.day // 7 % 12) & 1]
        count += not list(sunday(replace(every, own=worked)))
    assert count == legal


def test_four_sundays_in_a_row_are_caught_across_the_wrap() -> None:
    assert (4, 3) in amounts(found("sunday", sundays("110000000011")))


def test_the_main_rule_holds_where_an_agreement_is_silent() -> None:
    assert amounts(found("shift_length", "L", agreement={})) == [(720, 540)]
    assert amounts(found("week_hours", "D D D D D A", agreement={})) == [(2700, 2400)]
    assert not found("shift_length", "L", agreement={"max_shift_minutes": None})


def test_long_shifts_need_consent() -> None:
    assert amounts(found("long_shift_consent", "L D")) == [(720, 600)]
    assert not found("long_shift_consent", "L", {"long_shifts": True})


def test_a_break_counts_as_paid_unless_the_shift_says_otherwise() -> None:
    full = with_defaults(unit(1))
    assert [shift["paid_minutes"] for shift in full["shifts"]] == [450, 450, 570, 720, 720, 750]


def test_kinds_by_the_clock() -> None:
    times = [
        ("07:30", "15:00"),
        ("12:00", "20:00"),
        ("10:00", "22:00"),
        ("17:00", "00:00"),
        ("16:00", "00:01"),
    ]
    shifts = [{"code": start, "start": start, "end": end} for start, end in times]
    kinds = [shift["kind"] for shift in with_defaults(unit(1, shifts=shifts))["shifts"]]
    assert kinds == ["day", "day", "evening", "evening", "night"]


CONTRACT_RULES = """
shift_length daily_rest weekly_rest week_hours average_week_hours sunday long_shift_consent position
norm_ground allowed_shifts unavailable pinned weekend_count weekends_apart weekend_shape free_weekend
consecutive_days consecutive_days_off consecutive_nights consecutive_shifts forbidden_sequence shift_count
line_minutes demand_max
budget shared_line contact_competence contact_load
"""


def test_every_rule_of_the_contract_is_there() -> None:
    assert set(RULES) == set(CONTRACT_RULES.split())
