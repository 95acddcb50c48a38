"""Every case of domain.md 1.12 against the audit, under the agreements that come with Heltid."""

from typing import Any

import pytest

from solver.auditing import Audit, audit
from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, overlap
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.scenario import parse_scenario
from solver.rules.sundays import zone_of
from tests.builders import Data, codes, line, tuples

MAIN, LOCAL, SHORT_RESTS = "aml-hovedregel", "ks-turnus-local", "ks-turnus-local-8-28"
FREE_WEEK = ". . . . . . . |"
SHIFTS: list[Data] = [
    {"code": "D", "start": "07:30", "end": "15:00"},
    {"code": "A", "start": "15:00", "end": "22:30"},
    {"code": "N", "start": "22:15", "end": "07:45"},
    {"code": "L", "start": "10:00", "end": "22:00"},
    {"code": "L2", "start": "11:00", "end": "23:00"},
    {"code": "L3", "start": "07:30", "end": "20:00"},
]


def unit(agreement: str = LOCAL, weeks: int = 1, **changes: Any) -> Scenario:
    """One person who wants any position up to full time and has said yes to long shifts."""
    given = {
        "schema": "heltid.scenario/1",
        "id": "lov",
        "cycle": {"weeks": weeks},
        "agreement": agreement,
        "competences": ["skilled"],
        "shifts": SHIFTS,
        "employees": [line(position={"current": 0, "wanted": 100}, long_shifts=True)],
    }
    return parse_scenario(tuples(given | changes))


def audited(scenario: Scenario, text: str) -> Audit:
    """The audit of a roster whose position is left out, so that it becomes the size its hours fit."""
    days = codes(text, scenario.cycle.days)
    return audit(scenario, Roster.model_validate(tuples({"lines": [{"employee": "E1", "days": days}]})))


def broken(rule: str, text: str, agreement: str = LOCAL, **changes: Any) -> list[tuple[Any, Any]]:
    """Amount and limit of each breach of one rule; the cycle is as long as the codes."""
    weeks = -(-len(text.replace("|", "").split()) // 7)
    found = audited(unit(agreement, weeks, **changes), text).breaches
    return [(one.amount, one.limit) for one in found if one.rule == rule]


def sundays(pattern: str) -> str:
    """A day shift on the Sundays marked 1, and nothing else."""
    return " ".join(". . . . . . D |" if mark == "1" else FREE_WEEK for mark in pattern)


# Rest between two shifts


def test_evening_then_day_has_nine_hours_of_rest_and_needs_eleven() -> None:
    assert broken("daily_rest", "A D", MAIN) == [(540, 660)]
    assert broken("daily_rest", "A D", LOCAL) == [(540, 660)]


def test_evening_then_day_is_allowed_where_short_rests_are_agreed_and_made_good() -> None:
    assert broken("daily_rest", "A D D", SHORT_RESTS) == []  # 16.5 h after 9 h


def test_a_short_rest_that_is_not_made_good_is_a_breach() -> None:
    assert broken("daily_rest", "A L3 D", SHORT_RESTS) == [(690, 780)]  # 11.5 h after 9 h, 13 h needed


def test_a_long_shift_after_a_long_shift_rests_twelve_hours() -> None:
    assert broken("daily_rest", "L L") == []


def test_eleven_hours_exactly_is_enough() -> None:
    assert broken("daily_rest", "L2 L") == []


def test_the_last_sunday_of_the_cycle_meets_its_first_monday() -> None:
    scenario = unit(weeks=12)
    found = audited(scenario, "D . . . . . . |" + 10 * FREE_WEEK + ". . . . . . A").breaches
    assert [(one.rule, one.week, one.day, one.amount) for one in found if one.rule == "daily_rest"] == [
        ("daily_rest", 1, "mon", 540)
    ]


# Weekly rest: the other days are worked, so that one rest is left


def test_a_single_day_after_a_late_long_shift_is_no_weekly_rest_before_a_day_shift() -> None:
    assert broken("weekly_rest", "D D D D D L .") == [(2010, 2100)]  # 33.5 h


def test_the_same_day_is_a_weekly_rest_where_28_hours_are_agreed() -> None:
    made_good = "D D D D D L . | D D D D D . ."
    assert broken("weekly_rest", made_good, LOCAL) == [(2010, 2100)]
    assert broken("weekly_rest", made_good, SHORT_RESTS) == []


def test_a_short_weekly_rest_every_week_is_never_made_good() -> None:
    assert broken("weekly_rest", "D D D D D L .", SHORT_RESTS) != []


def test_a_single_day_after_a_long_shift_and_before_an_evening_is_41_hours() -> None:
    assert broken("weekly_rest", "A A A A A L .") == []


def test_a_single_day_between_an_evening_and_a_long_shift_is_35_and_a_half_hours() -> None:
    assert broken("weekly_rest", "A A A A A . L") == []


# Sundays. Under the main rule two in a row are a breach, which shows what counts as one.


@pytest.mark.parametrize(
    ("code", "day", "minutes"),
    [("A", SATURDAY, 270), ("D", SATURDAY, 0), ("N", SUNDAY, 0), ("L", SATURDAY, 240), ("L", SUNDAY, 720)],
    ids=["Saturday evening", "Saturday day", "Sunday night", "long Saturday", "long Sunday"],
)
def test_a_sunday_is_worked_when_the_zone_is_touched(code: str, day: int, minutes: int) -> None:
    scenario = unit(MAIN, weeks=3)
    zone = scenario.agreement.sunday
    assert zone is not None
    start, end = (day * DAY_MINUTES + minute for minute in scenario.shift_by_code[code].span)
    assert overlap(start, end, *zone_of(zone, 0)) == minutes
    one_day = " ".join(code if day == one else "." for one in range(7))
    twice = broken("sunday", f"{one_day} | {one_day} | {FREE_WEEK}", MAIN)
    assert twice == ([(2, 1)] if minutes else [])


@pytest.mark.parametrize("agreement", [MAIN, LOCAL])
def test_every_second_sunday_is_legal_under_both_rules(agreement: str) -> None:
    assert broken("sunday", sundays("010101010101"), agreement) == []


def test_half_the_sundays_can_be_more_than_half_of_some_26_weeks() -> None:
    found = audited(unit(weeks=12), sundays("000001110111")).breaches
    assert [(one.amount, one.limit, one.detail) for one in found if one.rule == "sunday"] == [
        (14, 13, "26_weeks")
    ]


def test_four_sundays_in_a_row_are_a_breach() -> None:
    assert broken("sunday", sundays("000000111101")) == [(4, 3)]


# Hours


def test_426_hours_in_twelve_weeks_are_a_full_position() -> None:
    text = 3 * "D D . D D L . | " + 4 * "D D D D D . . | " + 5 * "D D . D D . . | "
    checked = audited(unit(weeks=12), text)
    line_of = checked.roster.lines[0]
    assert checked.breaches == ()
    assert (line_of.minutes, line_of.position_basis_points, line_of.balance_minutes) == (25_560, 10_000, 0)


@pytest.mark.parametrize(
    ("sunday", "nights", "others", "norm"),
    [
        # Sunday 4 h, night 2 x 5 h: 37.5 h less 40 and 150 minutes is 34.33 h
        ("14:00", "02:00", {"D": "15:00", "E": "20:30", "K": "12:50"}, 2060),
        # Sunday 5 h, night 2 x 7 h: the floor of 33.6 h
        ("15:00", "04:00", {"D": "15:00", "E": "20:06"}, 2016),
    ],
)
def test_a_three_part_roster_earns_its_norm(
    sunday: str, nights: str, others: dict[str, str], norm: int
) -> None:
    starts = {"D": "07:30", "E": "13:00", "K": "07:30"}
    shifts = [
        {"code": "S", "start": "10:00", "end": sunday},
        {"code": "T", "start": "21:00", "end": nights, "kind": "night"},
        *({"code": code, "start": starts[code], "end": end} for code, end in others.items()),
    ]
    person = line(position={"current": 100}, norm="tredelt")
    checked = audited(unit(shifts=shifts, employees=[person]), f"T T E D {'K' if 'K' in others else '.'} . S")
    assert checked.roster.lines[0].minutes == norm
    assert checked.roster.lines[0].balance_minutes == 0
    assert "position" not in {one.rule for one in checked.breaches}


def test_seven_shifts_of_twelve_and_a_half_hours_break_the_week_and_the_weekly_rest() -> None:
    week = " ".join(7 * ["L3"])
    assert broken("week_hours", week) == [(5250, 3240)]  # 87.5 h of 54
    assert broken("weekly_rest", week) == [(0, 2100)]


def test_a_break_nobody_can_leave_for_is_paid_and_counts() -> None:
    assert audited(unit(), "D").roster.lines[0].minutes == 450
    own_room = [{"code": "D", "start": "07:30", "end": "15:00", "paid_minutes": 420}]
    assert audited(unit(shifts=own_room), "D").roster.lines[0].minutes == 420
