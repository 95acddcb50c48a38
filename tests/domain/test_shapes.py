"""What is left out means what the contract says it means."""

from __future__ import annotations

from typing import Any

import pytest

from solver.domain.cycle import Cycle
from solver.domain.employee import Employee, Wish
from solver.domain.shift import Shift
from solver.domain.unit_rules import UnitRules
from solver.domain.windows import Days, TimedDays, Window


def shift(start: str, end: str, **more: Any) -> Shift:
    return Shift.model_validate({"code": "X", "start": start, "end": end} | more)


def employee(**more: Any) -> Employee:
    return Employee.model_validate({"id": "E1"} | more)


@pytest.mark.parametrize(
    ("start", "end", "kind"),
    [
        ("07:30", "15:00", "day"),
        ("12:00", "20:00", "day"),
        ("12:00", "20:01", "evening"),
        ("15:00", "22:30", "evening"),
        ("15:00", "00:00", "evening"),  # exactly 180 minutes between 21 and 06
        ("15:00", "00:01", "night"),
        ("22:30", "07:30", "night"),
        ("02:59", "10:00", "night"),  # the night before 06 counts as well
        ("03:00", "10:00", "day"),
    ],
)
def test_a_shift_is_a_night_by_its_minutes_between_21_and_06(start: str, end: str, kind: str) -> None:
    assert shift(start, end).kind == kind


def test_a_kind_that_is_given_stands() -> None:
    assert shift("07:30", "15:00", kind="night").kind == "night"


def test_paid_time_is_the_clock_and_working_time_is_paid_time() -> None:
    assert shift("22:30", "07:30").paid_minutes == 540
    assert shift("22:30", "07:30", paid_minutes=480).working_minutes == 480
    assert shift("22:30", "07:30", paid_minutes=480, working_minutes=500).working_minutes == 500


def test_a_shift_of_the_same_start_and_end_is_a_whole_day() -> None:
    assert shift("08:00", "08:00").clock_minutes == 1440


@pytest.mark.parametrize(
    ("position", "sizes"),
    [
        ({"current": 75, "wanted": 100}, (7500, 10_000, 10_000)),
        ({"current": 80, "wanted": 60}, (6000, 8000, 6000)),
        ({"current": 75}, (7500, 7500, 7500)),
        ({"wanted": 75}, (7500, 7500, 7500)),
        ({"current": 75, "wanted": 90, "min": 50, "max": 100}, (5000, 10_000, 9000)),
        ({}, (0, 10_000, 10_000)),
    ],
)
def test_a_position_lies_between_what_one_has_and_what_one_wants(
    position: dict[str, float], sizes: tuple[int, int, int]
) -> None:
    one = employee(position=position)
    assert (one.min_basis_points, one.max_basis_points, one.wanted_basis_points) == sizes


def test_a_vacant_line_is_any_size() -> None:
    one = employee(vacant=True)
    assert (one.min_basis_points, one.max_basis_points) == (0, 10_000)
    assert employee(vacant=True, position={"min": 65}).min_basis_points == 6500


def test_days_and_weeks_left_out_are_all() -> None:
    cycle = Cycle(2)
    assert list(Days().in_cycle(cycle)) == list(range(14))
    assert list(Days(days=("sat", "sun")).in_cycle(cycle)) == [5, 6, 12, 13]
    assert list(Days(weeks=(2,)).in_cycle(cycle)) == list(range(7, 14))


def test_an_end_not_after_the_start_lies_on_the_next_day() -> None:
    assert Window.model_validate({"start": "22:00", "end": "06:00"}).span == (1320, 1800)
    assert Window.model_validate({"start": "22:00", "end": "22:00"}).span == (1320, 2760)
    assert Window.model_validate({"start": "22:00", "end": "22:01"}).span == (1320, 1321)


def test_unavailable_without_a_time_is_the_whole_day() -> None:
    assert TimedDays().span == (0, 1440)
    assert TimedDays.model_validate({"start": "15:00"}).span == (900, 1440)
    assert TimedDays.model_validate({"end": "15:00"}).span == (0, 900)


@pytest.mark.parametrize(
    ("wish", "code", "met"),
    [
        ({"shift": "D"}, "D", True),
        ({"shift": "D"}, "A", False),
        ({"shift": "D", "want": False}, "A", True),
        ({"shift": ""}, "", True),
        ({"shift": "", "want": False}, "", False),
        ({}, "A", True),
        ({"want": False}, "", True),
    ],
)
def test_a_wish_is_met_by_the_shift_or_by_its_absence(wish: dict[str, Any], code: str, met: bool) -> None:
    assert Wish.model_validate(wish).met_by(code) is met


def test_own_rules_stand_in_place_of_the_units_one_by_one() -> None:
    unit = UnitRules(max_consecutive_days=5, max_consecutive_nights=4)
    own = UnitRules.model_validate({"max_consecutive_nights": 2, "max_consecutive_days": None})
    both = unit.with_own(own)
    assert (both.max_consecutive_days, both.max_consecutive_nights) == (None, 2)
    assert unit.with_own(UnitRules()) == unit
