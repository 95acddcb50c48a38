"""The tables of domain.md 3.4, reproduced to the percent.

Four of its figures are printed a percent too high: `PRINTED_TOO_HIGH` and the worked unit say
which, and what is exact.
"""

from fractions import Fraction

import pytest

from solver.domain.weekend_arithmetic import WeekendArithmetic, WeekendPattern

FULL_TIME = 2130  # 35.5 h
SHARES = [Fraction(tenths, 10) for tenths in (10, 8, 7, 6, 5)]
SHORT, LONG, LONGEST = 450, 720, 750
TABLE = [
    # minutes in a worked weekend, worked of how many; weekend hours a year; percent at each share
    (2 * SHORT, 1, 3, 260, [49, 58, 64, 73, 85]),
    (2 * SHORT, 1, 4, 195, [37, 44, 48, 55, 63]),
    (2 * SHORT, 1, 2, 390, [74, 87, 97, 100, 100]),
    (2 * SHORT, 5, 12, 325, [62, 73, 81, 91, 100]),
    (LONG + SHORT, 1, 3, 338, [64, 76, 84, 95, 100]),
    (LONG + SHORT, 1, 4, 254, [48, 57, 63, 71, 82]),
    (2 * LONG, 1, 3, 416, [79, 93, 100, 100, 100]),
    (2 * LONG, 1, 4, 312, [59, 70, 77, 87, 100]),
    (2 * LONGEST, 1, 3, 433, [82, 97, 100, 100, 100]),
    (2 * LONGEST, 1, 4, 325, [62, 73, 81, 91, 100]),
    (LONG, 1, 2, 312, [59, 70, 77, 87, 100]),
    (LONG, 1, 3, 208, [39, 47, 52, 58, 68]),
]
CELLS = [
    (WeekendPattern(minutes, worked, of), share, percent)
    for minutes, worked, of, _, percents in TABLE
    for share, percent in zip(SHARES, percents, strict=True)
]
PRINTED_TOO_HIGH = {
    (WeekendPattern(2 * SHORT, 5, 12), SHARES[2]): Fraction(400, 497),  # 80.48 %, printed 81
    (WeekendPattern(2 * LONGEST, 1, 4), SHARES[2]): Fraction(400, 497),
    (WeekendPattern(LONG, 1, 3), SHARES[1]): Fraction(33, 71),  # 46.48 %, printed 47
}


def unit(share: Fraction | int = 1) -> WeekendArithmetic:
    """Weekdays of nine shifts of 7.5 hours."""
    return WeekendArithmetic(9 * SHORT, share, FULL_TIME)


WORKED_UNIT = WeekendArithmetic.of_minutes(
    weekday_minutes=9 * SHORT, weekend_day_minutes=8 * SHORT, weekly_minutes=FULL_TIME
)


def half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


@pytest.mark.parametrize(("pattern", "share", "percent"), CELLS)
def test_the_average_position_of_every_pattern_and_share(
    pattern: WeekendPattern, share: Fraction, percent: int
) -> None:
    exact = unit(share).average_position(pattern)
    if (pattern, share) in PRINTED_TOO_HIGH:
        assert exact == PRINTED_TOO_HIGH[pattern, share]
    else:
        assert half_up(100 * exact) == percent


@pytest.mark.parametrize(("minutes", "worked", "of", "hours"), [row[:4] for row in TABLE])
def test_the_weekend_hours_a_year_of_every_pattern(minutes: int, worked: int, of: int, hours: int) -> None:
    assert half_up(WeekendPattern(minutes, worked, of).yearly_minutes / 60) == hours


def test_the_worked_unit_takes_under_thirteen_full_time_positions() -> None:
    assert WORKED_UNIT.weekend_minutes == 120 * 60
    assert WORKED_UNIT.fte_needed == Fraction(915, 71)  # 457.5 h of 35.5 h: 12.89


@pytest.mark.parametrize(
    ("minutes", "worked", "of", "heads", "percent"),
    [
        (2 * SHORT, 1, 3, "24.0", 54),
        (LONG + SHORT, 1, 3, "18.5", 70),
        (2 * LONG, 1, 3, "15.0", 86),
        (2 * LONGEST, 1, 3, "14.4", 89),  # 89.495 %; domain.md prints 90 and 89, from rounded parts
        (LONG + SHORT, 5, 12, "14.8", 87),
        (2 * LONG, 1, 4, "20.0", 64),
    ],
)
def test_the_worked_unit_under_every_pattern(
    minutes: int, worked: int, of: int, heads: str, percent: int
) -> None:
    pattern = WeekendPattern(minutes, worked, of)
    assert f"{float(WORKED_UNIT.heads_needed(pattern)):.1f}" == heads
    assert half_up(100 * WORKED_UNIT.average_position(pattern)) == percent


def test_full_time_for_all_takes_thirty_hours_in_every_third_weekend() -> None:
    needed = unit().minutes_for_full_time(3)
    assert needed == Fraction(12780, 7)  # 30.4 h, more than two shifts of 12.5 h
    assert unit().average_position(WeekendPattern(needed, 1, 3)) == 1
    assert needed > 2 * LONGEST


def test_the_average_position_does_not_depend_on_the_size_of_the_unit() -> None:
    pattern = WeekendPattern(2 * SHORT, 1, 3)
    assert WeekendArithmetic(1, 1, FULL_TIME).average_position(pattern) == Fraction(35, 71)
    assert unit().average_position(pattern) == Fraction(35, 71)


def test_a_unit_without_weekends_needs_no_heads_for_them() -> None:
    pattern = WeekendPattern(2 * SHORT, 1, 3)
    assert unit(0).heads_needed(pattern) == 0
    assert unit(0).average_position(pattern) == 1


@pytest.mark.parametrize(("minutes", "worked", "of"), [(0, 1, 3), (900, 0, 3), (900, 4, 3)])
def test_a_pattern_nobody_can_work_is_refused(minutes: int, worked: int, of: int) -> None:
    with pytest.raises(ValueError, match="weekend"):
        WeekendPattern(minutes, worked, of)


@pytest.mark.parametrize(("weekday", "share", "week"), [(0, 1, 2130), (4050, -1, 2130), (4050, 1, 0)])
def test_a_unit_without_work_or_without_a_week_is_refused(weekday: int, share: int, week: int) -> None:
    with pytest.raises(ValueError, match="weekend"):
        WeekendArithmetic(weekday, share, week)
