"""Length of shifts and weeks, consent to long shifts, Sundays."""

from collections.abc import Iterable, Iterator

from .clock import WEEK, Data, overlap, week_zone
from .defaults import MAIN_RULE
from .findings import breach
from .lines import Line, Period


def shift_length(line: Line) -> Iterator[Data]:
    """No work period has more working minutes than allowed, here or elsewhere."""
    limit = line.unit.agreement["max_shift_minutes"]
    for period in line.all_periods():
        inside = 0 <= period.day < line.unit.length
        if limit is not None and inside and period.working > limit:
            yield breach("shift_length", period.working, limit, "minutes",
                         employee=line.id, at=(line.unit, period.day))  # fmt: skip


def long_shift_consent(line: Line) -> Iterator[Data]:
    """Long shifts only for those who consented."""
    for period in line.base():
        if line.shift(period)["long"] and not line.who["long_shifts"]:
            limit = line.unit.agreement["long_shift_minutes"]
            yield breach("long_shift_consent", period.end - period.start, limit, "minutes",
                         employee=line.id, at=(line.unit, period.day))  # fmt: skip


def week_minutes(line: Line) -> dict[int, int]:
    """Working minutes of each week, by the day a shift starts on, over all repetitions."""
    laps = [offset // 7 for offset in line.unit.lap_offsets()]
    weeks = {week + lap: 0 for lap in laps for week in range(line.unit.weeks)}
    for period in line.all_periods():
        if period.day // 7 in weeks:
            weeks[period.day // 7] += period.working
    return weeks


def week_hours(line: Line) -> Iterator[Data]:
    """No single week, Monday to Sunday, over the limit."""
    limit = line.unit.agreement["max_week_minutes"]
    worked = week_minutes(line)
    for week in range(line.unit.weeks):
        if limit is not None and worked[week] > limit:
            yield breach("week_hours", worked[week], limit, "minutes",
                         employee=line.id, at=(line.unit, 7 * week), week_only=True)  # fmt: skip


def average_week_hours(line: Line) -> Iterator[Data]:
    """The sum over every window of the agreement's weeks; named by the window's first week."""
    rule = line.unit.agreement["max_average_week_minutes"]
    if rule is None:
        return
    worked, limit = week_minutes(line), rule["minutes"] * rule["weeks"]
    for first in windows(line, rule["weeks"]):
        total = sum(worked[week] for week in range(first, first + rule["weeks"]))
        if total > limit:
            yield breach("average_week_hours", total, limit, "minutes",
                         employee=line.id, at=(line.unit, 7 * first), week_only=True)  # fmt: skip


def windows(line: Line, weeks: int) -> range:
    """First weeks of all windows of so many weeks; without rotation only those that fit."""
    last = line.unit.weeks if line.unit.cyclic else line.unit.weeks - weeks + 1
    return range(max(0, last))


def sunday_zone(line: Line) -> tuple[int, int]:
    """The Sunday zone in minutes of the week."""
    rule = line.unit.agreement["sunday"] or MAIN_RULE["sunday"]
    return week_zone(*rule["zone"])


def worked_sundays(line: Line, periods: Iterable[Period]) -> dict[int, bool]:
    """For each week laid out: does work overlap its Sunday zone?"""
    start, end = sunday_zone(line)
    busy = {
        week
        for period in periods
        for week in (period.day // 7 - 1, period.day // 7, period.day // 7 + 1)
        if overlap((period.start, period.end), (week * WEEK + start, week * WEEK + end))
    }
    return {week: week in busy for week in range(min(line.codes) // 7, max(line.codes) // 7 + 1)}


def sunday(line: Line) -> Iterator[Data]:
    """Not too many Sundays in a row, nor more than 13 of any 26."""
    rule = line.unit.agreement["sunday"]
    if rule is None or rule["rule"] is None:
        return
    worked = worked_sundays(line, line.all_periods())
    averaged = rule["rule"] == "averaged"
    most = rule["max_in_a_row"] if averaged else 1
    for week in range(line.unit.weeks):
        row = [worked.get(earlier, False) for earlier in range(week - (most or 0), week + 1)]
        if most is not None and all(row):
            yield breach("sunday", most + 1, most, "sundays",
                         employee=line.id, at=(line.unit, 7 * week + 6))  # fmt: skip
    for first in windows(line, 26) if averaged else ():
        count = sum(worked[week] for week in range(first, first + 26))
        if count > 13:
            yield breach("sunday", count, 13, "sundays",
                         employee=line.id, at=(line.unit, 7 * first), week_only=True)  # fmt: skip
