"""Strain: rests under 13 hours, single free days, each working day from the fifth in a row."""

import pytest

from solver.goals.registry import GOALS
from tests.goals.helpers import scenario, value


@pytest.mark.parametrize(
    ("days", "events"),
    [
        ("A D", 1),  # nine hours
        ("D A", 0),
        ("L L", 1),  # twelve hours
        ("L A", 0),  # seventeen hours
        ("N N", 0),  # fifteen hours
        ("N A", 1),  # seven and a half hours
        ("N D", 1),  # none at all
        ("A L D", 2),
    ],
)
def test_a_rest_under_thirteen_hours_is_an_event(days: str, events: int) -> None:
    assert value("strain", scenario({}), days) == events


def test_thirteen_hours_exactly_are_enough() -> None:
    shifts = [
        {"code": "X", "start": "09:00", "end": "20:00"},
        {"code": "Y", "start": "08:59", "end": "12:00"},
    ]
    assert value("strain", scenario({}, shifts=shifts), "X X") == 0
    assert value("strain", scenario({}, shifts=shifts), "X Y") == 1


def test_a_rest_may_be_short_over_a_free_day() -> None:
    shifts = [
        {"code": "X", "start": "14:00", "end": "14:00"},
        {"code": "Y", "start": "00:00", "end": "08:00"},
    ]
    assert value("strain", scenario({}, shifts=shifts), "X . Y") == 2  # ten hours, and a single free day


def test_work_elsewhere_gives_no_short_rest() -> None:
    elsewhere = [{"days": ["tue"], "start": "07:30", "end": "15:00"}]
    assert value("strain", scenario({"elsewhere": elsewhere}), "A") == 0


def test_a_free_day_between_two_working_days_is_an_event() -> None:
    assert value("strain", scenario({}), "D . D . . D D") == 1


def test_every_working_day_from_the_fifth_in_a_row_is_an_event() -> None:
    assert value("strain", scenario({}), "D D D D . .") == 0
    assert value("strain", scenario({}, weeks=2), "D D D D D D . .") == 2


def test_a_line_without_a_free_day_has_an_event_every_day() -> None:
    assert value("strain", scenario({}), "D D D D D D D") == 7


def test_sunday_of_the_last_week_is_the_day_before_monday_of_the_first() -> None:
    assert value("strain", scenario({}), "D . . . . . A") == 1
    assert value("strain", scenario({}), ". D . . . . D") == 1
    assert value("strain", scenario({}), "D D . . D D D") == 1
    assert value("strain", scenario({}, rotation="none"), "D . . . . . A") == 0
    assert value("strain", scenario({}, rotation="none"), ". D . . . . D") == 0
    assert value("strain", scenario({}, rotation="none"), "D D . . D D D") == 0


def test_days_before_the_period_are_neighbours_but_have_no_events_of_their_own() -> None:
    def after(*before: str) -> int:
        return value("strain", scenario({"before": list(before)}, rotation="none"), "D . .")

    assert after("A") == 1
    assert after("D", "D", "D", "D") == 1
    assert after("A", "D", "D", "D", "D", "D") == 1
    assert value("strain", scenario({"before": ["D"]}, rotation="none"), ". D D") == 1


def test_the_lines_are_summed_and_the_ceiling_holds() -> None:
    asked = scenario({}, {})
    worst = " ".join(["L"] * 7)
    assert value("strain", asked, worst, "A D") == 14 + 1
    assert GOALS["strain"].ceiling(asked) == 28
