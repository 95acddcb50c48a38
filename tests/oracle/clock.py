"""Minutes, days and windows: the only arithmetic the oracle shares between its rules."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 1440
WEEK = 7 * DAY
OPEN = 10**9  # further away than any plan reaches: a rest that nothing known ends

Data = dict[str, Any]
Number = int | float


def minutes(text: str) -> int:
    """Minutes after midnight of an ``"HH:MM"``."""
    hours, rest = text.split(":")
    return 60 * int(hours) + int(rest)


def span(window: Data) -> tuple[int, int]:
    """Start and end of a window or shift in minutes from midnight of the day it belongs to.

    An end that is not after its start lies on the next day; without times it is the whole day.
    """
    start, end = minutes(window.get("start") or "00:00"), minutes(window.get("end") or "00:00")
    return (start, end) if end > start else (start, end + DAY)


def length(window: Data) -> int:
    """Minutes by the clock."""
    start, end = span(window)
    return end - start


def moment(text: str) -> int:
    """Minutes after Monday 00:00 of a ``"sat 18:00"``."""
    day, time = text.split()
    return DAYS.index(day) * DAY + minutes(time)


def week_zone(first: str, last: str) -> tuple[int, int]:
    """A zone such as sat 18:00 - sun 22:00 in minutes of the week; it may run into the next week."""
    start, end = moment(first), moment(last)
    return (start, end) if end > start else (start, end + WEEK)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Minutes that two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def window_days(window: Data, weeks: int) -> Iterator[int]:
    """The days of one cycle on which a window starts (0 is Monday of week 1)."""
    for day in range(7 * weeks):
        named_week = window.get("weeks") is None or day // 7 + 1 in window["weeks"]
        if named_week and (window.get("days") is None or DAYS[day % 7] in window["days"]):
            yield day


def time_text(minute: int) -> str:
    """``"HH:MM"`` of a minute counted from any midnight."""
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}"


def is_night(minute: int) -> bool:
    """Between 21:00 and 06:00."""
    return minute % DAY >= 21 * 60 or minute % DAY < 6 * 60


@cache
def night_minutes(start: int, end: int) -> int:
    """Minutes of a span that are night."""
    return sum(is_night(minute) for minute in range(start, end))


def exact(value: Any) -> Fraction:
    """An int, float or Decimal as the number that was written, without binary noise."""
    return Fraction(str(value))


def plain(value: Fraction | int) -> Number:
    """An int where the value is whole, else a float."""
    return int(value) if value == int(value) else float(value)
