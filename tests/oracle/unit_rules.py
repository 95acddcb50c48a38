"""The unit's own rules: weekends, runs of days, sequences, counts."""

from collections.abc import Callable, Iterator

from .clock import WEEK, Data, overlap, week_zone
from .findings import breach
from .lines import Line

SHAPES: dict[str, Callable[[list[bool]], bool]] = {
    # what the shifts of a worked weekend look like: for each shift whether it is a long one
    "any": lambda longs: True,
    "both": lambda longs: len(longs) == 2,
    "both_or_long": lambda longs: len(longs) == 2 or longs == [True],
    "one_long": lambda longs: longs == [True],
    "long_and_short": lambda longs: len(longs) == 2 and sum(longs) == 1,
}


def weekend_shifts(line: Line, week: int) -> list[str]:
    """The codes that start on the Saturday and Sunday of a week."""
    days = (7 * week + 5, 7 * week + 6)
    return [line.codes[day] for day in days if line.codes.get(day)]


def worked_weekends(line: Line) -> list[int]:
    """The weeks of the cycle with a shift on Saturday or Sunday."""
    return [week for week in range(line.unit.weeks) if weekend_shifts(line, week)]


def weekend_count(line: Line) -> Iterator[Data]:
    """Between the fewest and the most weekends of this person; an unused line works none."""
    count = len(worked_weekends(line))
    most, fewest = line.who["max_weekends"], line.who["min_weekends"]
    if most is not None and count > most:
        yield breach("weekend_count", count, most, "weekends", employee=line.id)
    if fewest is not None and count < fewest and line.position > 0:
        yield breach("weekend_count", count, fewest, "weekends", employee=line.id)


def weekends_apart(line: Line) -> Iterator[Data]:
    """From each worked weekend back to the one before it."""
    apart = line.rules["min_weeks_between_weekends"] or 1
    for week in worked_weekends(line):
        near = [ago for ago in range(1, apart) if weekend_shifts(line, week - ago)]
        if near:
            yield breach("weekends_apart", near[0], apart, "weeks",
                         employee=line.id, at=(line.unit, 7 * week + 5))  # fmt: skip


def weekend_shape(line: Line) -> Iterator[Data]:
    """A worked weekend has the shape the unit wants."""
    for week in worked_weekends(line):
        codes = weekend_shifts(line, week)
        longs = [bool(line.unit.shifts[code]["long"]) for code in codes]
        if not SHAPES[line.rules["weekend_shape"]](longs):
            yield breach("weekend_shape", len(codes), 2, "shifts",
                         employee=line.id, at=(line.unit, 7 * week + 5))  # fmt: skip


def free_weekend(line: Line) -> Iterator[Data]:
    """No shift reaches into a weekend that is not worked."""
    rule = line.rules["free_weekend"]
    if rule is None:
        return
    start, end = week_zone(rule["from"], rule["until"])
    for week in range(line.unit.weeks):
        zone = (week * WEEK + start, week * WEEK + end)
        for period in line.own if not weekend_shifts(line, week) else ():
            inside = overlap(zone, (period.start, period.end))
            if inside:
                yield breach("free_weekend", inside, 0, "minutes",
                             employee=line.id, at=(line.unit, period.day))  # fmt: skip


def consecutive_days(line: Line) -> Iterator[Data]:
    """Runs of working days."""
    limits = (line.rules["min_consecutive_days"], line.rules["max_consecutive_days"])
    yield from _runs("consecutive_days", line, bool, limits)


def consecutive_days_off(line: Line) -> Iterator[Data]:
    """Runs of free days."""
    limits = (line.rules["min_consecutive_days_off"], line.rules["max_consecutive_days_off"])
    yield from _runs("consecutive_days_off", line, lambda code: not code, limits)


def consecutive_nights(line: Line) -> Iterator[Data]:
    """Runs of nights."""
    nights = {code for code, shift in line.unit.shifts.items() if shift["kind"] == "night"}
    limits = (None, line.rules["max_consecutive_nights"])
    yield from _runs("consecutive_nights", line, nights.__contains__, limits)


def consecutive_shifts(line: Line) -> Iterator[Data]:
    """Runs of one code."""
    fewest, most = line.rules["min_consecutive_shifts"], line.rules["max_consecutive_shifts"]
    for code in sorted({*fewest, *most}):
        limits = (fewest.get(code), most.get(code))
        yield from _runs("consecutive_shifts", line, code.__eq__, limits)


def _runs(
    rule: str, line: Line, flag: Callable[[str], bool], limits: tuple[int | None, int | None]
) -> Iterator[Data]:
    fewest, most = limits
    unit = "nights" if rule == "consecutive_nights" else "days"
    for start, days in line.runs(flag):
        at = (line.unit, start)
        at_an_end = start <= 0 or start + days >= line.unit.length
        if most is not None and days > most:
            yield breach(rule, days, most, unit, employee=line.id, at=at)
        elif days < (fewest or 1) and (line.unit.cyclic or not at_an_end):
            yield breach(rule, days, fewest or 1, unit, employee=line.id, at=at)


def forbidden_sequence(line: Line) -> Iterator[Data]:
    """None of the sequences anywhere, also across the wrap."""
    for sequence in line.rules["forbidden_sequences"]:
        for first in range(1 - len(sequence), line.unit.length):
            last = first + len(sequence) - 1
            once = first >= 0 if line.unit.cyclic else last >= 0
            found = [line.codes.get(day) for day in range(first, last + 1)]
            if once and found == sequence:
                yield breach("forbidden_sequence", len(sequence), 0, "days",
                             employee=line.id, at=(line.unit, first))  # fmt: skip


def shift_count(line: Line) -> Iterator[Data]:
    """Not more and not fewer of a shift in the cycle; an unused line needs none."""
    for code, most in line.rules["max_shifts"].items():
        if most is not None and line.days.count(code) > most:
            yield breach("shift_count", line.days.count(code), most, "shifts", employee=line.id)
    for code, fewest in line.rules["min_shifts"].items():
        count = line.days.count(code)
        if fewest is not None and count < fewest and line.position > 0:
            yield breach("shift_count", count, fewest, "shifts", employee=line.id)
