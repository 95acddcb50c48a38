"""The small values: times, percents and dates as the files write them, whole numbers within."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from solver.domain.values import (
    Hundredths,
    Percent,
    PlainDate,
    Time,
    Unquoted,
    WeekTime,
    basis_points,
    clock,
    number,
    week_clock,
)

TIME: TypeAdapter[int] = TypeAdapter(Time)
WEEK_TIME: TypeAdapter[int] = TypeAdapter(WeekTime)
PERCENT: TypeAdapter[int] = TypeAdapter(Percent)
DATE: TypeAdapter[date] = TypeAdapter(PlainDate)
HUNDREDTHS: TypeAdapter[int] = TypeAdapter(Hundredths)


@given(st.integers(0, 1439))
def test_a_time_reads_back_as_itself(minutes: int) -> None:
    assert TIME.validate_python(clock(minutes)) == minutes


@given(st.integers(0, 10_079))
def test_a_day_and_time_reads_back_as_itself(minutes: int) -> None:
    assert WEEK_TIME.validate_python(week_clock(minutes)) == minutes


@given(st.integers(0, 10_000))
def test_a_percent_reads_back_as_itself(points: int) -> None:
    assert PERCENT.validate_python(number(points)) == points


def test_the_end_of_the_day_is_written_as_midnight() -> None:
    assert clock(1440) == "00:00"
    assert week_clock(7 * 1440) == "mon 00:00"


@pytest.mark.parametrize(
    "wrong", ["7:30", "24:00", "07.30", "0730", "07:60", " 07:30", "07:30\n", 450, True, None]
)
def test_what_is_no_time_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        TIME.validate_python(wrong)


def test_a_time_without_quotes_is_refused() -> None:
    with pytest.raises(ValidationError) as told:
        TIME.validate_python(Unquoted("07:30"))
    assert told.value.errors()[0]["type"] == "time_unquoted"


@pytest.mark.parametrize("wrong", ["fri", "fri 24:00", "fredag 18:00", "18:00", 3])
def test_what_is_no_day_and_time_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        WEEK_TIME.validate_python(wrong)


@pytest.mark.parametrize(
    ("given_percent", "points"),
    [(75, 7500), (75.25, 7525), (0.01, 1), (100.0, 10_000), (1.1, 110), (33.33, 3333)],
)
def test_a_percent_is_whole_basis_points(given_percent: float, points: int) -> None:
    assert basis_points(given_percent) == points


@pytest.mark.parametrize("wrong", [75.125, -1, 100.01, "75", True, float("nan"), float("inf"), 10**30, None])
def test_what_is_no_percent_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        PERCENT.validate_python(wrong)


def test_hundredths_go_past_a_hundred() -> None:
    assert HUNDREDTHS.validate_python(250.5) == 25_050


@pytest.mark.parametrize("wrong", ["2027-02-30", "4.1.2027", "2027-1-4", 20270104, None])
def test_what_is_no_date_is_refused(wrong: Any) -> None:
    with pytest.raises(ValidationError):
        DATE.validate_python(wrong)
