"""One line's weekends for Timefold: shape, weeks between, free ones kept free, Sundays in a row."""

from __future__ import annotations

from line import Line  # type: ignore[import-not-found]

WEEK = 7


def weekends_amiss(line: Line, days: list[int]) -> int:
    """The shape of worked weekends, weeks between them, free weekends kept free, and Sundays in a row."""
    weeks: int = line.days // WEEK
    bad: int = 0
    sunday = [False] * weeks
    for place in range(line.days):
        touched = line.zone[place % WEEK * line.codes + days[place]]
        if touched > 0:
            sunday[(place // WEEK - (touched - 1)) % weeks] = True
    since = line.apart
    in_a_row = 0
    count = 0
    for turn in range(2 * weeks):
        week = turn % weeks
        saturday, day_after = days[week * WEEK + 5], days[week * WEEK + 6]
        worked = saturday > 0 or day_after > 0
        if worked and since < line.apart and turn >= weeks:
            bad += 1
        since = 1 if worked else since + 1
        in_a_row = in_a_row + 1 if sunday[week] else 0
        if turn < weeks:
            continue
        if in_a_row > line.sundays:
            bad += 1
        count += 1 if sunday[week] else 0
        if worked:
            bad += _misshapen(line, saturday, day_after)
        else:
            bad += _reached(line, days, week)
    bad += max(0, count - weeks // 2)
    return bad


def _misshapen(line: Line, saturday: int, sunday: int) -> int:
    both, long = saturday > 0 and sunday > 0, line.long[saturday] + line.long[sunday]
    fits = (
        line.shape == 0
        or (line.shape == 1 and both)
        or (line.shape == 2 and (both or long == 1))
        or (line.shape == 3 and not both and long == 1)
        or (line.shape == 4 and both and long == 1)
    )
    return 0 if fits else 1


def _reached(line: Line, days: list[int], week: int) -> int:
    bad: int = 0
    for dow in range(5):
        if line.free[dow * line.codes + days[week * WEEK + dow]] == 1:
            bad += 1
        if line.free[dow * line.codes + days[(week * WEEK + WEEK + dow) % line.days]] == 2:
            bad += 1
    return bad
