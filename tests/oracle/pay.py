"""Positions, hours, tredelt, the ground for the norm, budget."""

from collections.abc import Iterator
from fractions import Fraction

from .clock import DAY, WEEK, Data, exact, is_night, plain
from .findings import breach
from .law import sunday_zone, worked_sundays
from .lines import Line, Unit


def minutes_worked(line: Line) -> int:
    """m: the paid minutes in the cycle, other minutes included unless the line is unused."""
    shifts = sum(int(line.shift(period)["paid_minutes"]) for period in line.base())
    return shifts + int(line.who["other_minutes"] if line.position else 0)


def line_minutes(line: Line) -> Iterator[Data]:
    """Not more and not less paid time than the rules say; an unused line needs none."""
    paid, most, fewest = minutes_worked(line), line.rules["max_minutes"], line.rules["min_minutes"]
    if most is not None and paid > most:
        yield breach("line_minutes", paid, most, "minutes", employee=line.id)
    if fewest is not None and paid < fewest and line.position > 0:
        yield breach("line_minutes", paid, fewest, "minutes", employee=line.id)


def full_time(line: Line) -> Fraction:
    """T: the full-time minutes of this line in the cycle."""
    return exact(line.who["weekly_minutes"]) * line.unit.weeks


def target(line: Line) -> Fraction:
    """The minutes that a line of this position owes."""
    share, weeks = line.position / 100, line.unit.weeks
    if line.who["norm"] != "tredelt":
        return share * full_time(line)
    owed = max(share * 2250 * weeks - compensation(line), share * 2016 * weeks)
    return min(owed, share * 2130 * weeks)


def compensation(line: Line) -> Fraction:
    """C: a quarter of each night minute, a sixth of each other minute in the Sunday zone."""
    start, end = sunday_zone(line)
    nights = sundays = 0
    for period in line.base():
        for minute in range(period.start, period.end):
            if is_night(minute):
                nights += 1
            elif (minute - start) % WEEK < end - start:
                sundays += 1
    return Fraction(15 * nights + 10 * sundays, 60)


def tolerance(line: Line) -> Fraction | None:
    """Minutes by which the work may miss the target; None is no limit."""
    percent = line.unit.agreement["hours_tolerance_percent"]
    return None if percent is None else exact(percent) / 100 * full_time(line)


def position(line: Line) -> Iterator[Data]:
    """An allowed size, hours that fit it, and what a tredelt line must hold."""
    if line.position == 0 and any(line.days):
        shifts = sum(map(bool, line.days))
        yield breach("position", shifts, 0, "shifts", employee=line.id)
    yield from _size(line)
    missed, most = abs(minutes_worked(line) - target(line)), tolerance(line)
    if line.position and most is not None and missed > most:
        yield breach("position", missed, most, "minutes", employee=line.id)
    if line.position and line.who["norm"] == "tredelt":
        yield from _tredelt(line)


def _size(line: Line) -> Iterator[Data]:
    p, wanted = line.position, line.who["position"]
    low, high = exact(wanted["min"]), exact(wanted["max"])
    if p == 0 and line.who["vacant"]:
        return
    step = line.unit.agreement["position_step"]
    off_grid = step is not None and (p / exact(step)).denominator != 1
    if not low <= p <= high:
        yield breach("position", p, low if p < low else high, "percent", employee=line.id)
    elif off_grid and p not in (low, high):
        yield breach("position", p, exact(step), "percent", employee=line.id)


def _tredelt(line: Line) -> Iterator[Data]:
    if sundays(line) * 3 < line.unit.weeks:
        every_third = Fraction(line.unit.weeks, 3)
        yield breach("position", sundays(line), every_third, "sundays", employee=line.id)
    kinds = {line.shift(period)["kind"] for period in line.base()}
    if len(kinds) < 3:
        yield breach("position", len(kinds), 3, "kinds of shift", employee=line.id)
    paid = {"day": 0, "evening": 0, "night": 0}
    for period in line.base():
        paid[line.shift(period)["kind"]] += line.shift(period)["paid_minutes"]
    least = Fraction(sum(paid.values()), 4)
    if paid["day"] + paid["evening"] < least:
        yield breach("position", paid["day"] + paid["evening"], least, "minutes", employee=line.id)


def sundays(line: Line) -> int:
    """Sundays of the cycle on which the line's own shifts fall."""
    worked = worked_sundays(line, line.own)
    return sum(worked[week] for week in range(line.unit.weeks))


def late_minutes(line: Line) -> Fraction:
    """Average minutes a week between 20:00 and 06:00, by the clock."""
    late = sum(
        minute % DAY >= 20 * 60 or minute % DAY < 6 * 60
        for period in line.base()
        for minute in range(period.start, period.end)
    )
    return Fraction(late, line.unit.weeks)


def norm_ground(line: Line) -> Iterator[Data]:
    """A warning for a line that earns the shorter week neither by Sundays nor by late hours."""
    ground = line.unit.agreement["norm_ground"] or {}
    if line.position == 0 or line.who["weekly_minutes"] >= 2250:
        return
    grounds: list[tuple[bool, Fraction | int, Fraction | int, str]] = []
    if "every_nth_sunday" in ground:
        least = Fraction(line.unit.weeks, ground["every_nth_sunday"])
        grounds.append((sundays(line) >= least, sundays(line), least, "sundays"))
    if "evening_and_night_weekly_minutes" in ground:
        needed = ground["evening_and_night_weekly_minutes"]
        grounds.append((late_minutes(line) >= needed, late_minutes(line), needed, "minutes"))
    if grounds and not any(met for met, *_ in grounds):
        _, amount, limit, unit = grounds[0]
        found = breach("norm_ground", amount, limit, unit, employee=line.id)
        yield found | {"severity": "warning"}


def sums(lines: list[Line]) -> dict[str, Data]:
    """What the roster should say of each line: minutes, target and balance."""
    return {
        line.id: {
            "minutes": minutes_worked(line),
            "target_minutes": plain(target(line)),
            "balance_minutes": plain(minutes_worked(line) - target(line)),
        }
        for line in lines
    }


def fte(lines: list[Line]) -> tuple[Fraction, Fraction]:
    """Full-time equivalents of positions and of paid minutes."""
    paid = [minutes_worked(line) / full_time(line) for line in lines]
    return sum((line.position for line in lines), Fraction(0)) / 100, sum(paid, Fraction(0))


def budget(unit: Unit, lines: list[Line]) -> Iterator[Data]:
    """Neither positions nor paid minutes over the budget."""
    most = unit.scenario["budget_fte"]
    for amount in fte(lines) if most is not None else ():
        if amount > exact(most):
            yield breach("budget", amount, exact(most), "fte")


def warnings(unit: Unit, lines: list[Line]) -> Iterator[Data]:
    """What the contract wants told beside the rules: a tight tolerance, hours without a budget."""
    for line in lines:
        codes, allowed = line.who["shifts"], tolerance(line)
        shifts = [unit.shifts[code] for code in codes]
        paid = [s["paid_minutes"] for s in shifts if not s["long"] or line.who["long_shifts"]]
        half = Fraction(max(paid, default=0), 2)
        if allowed is not None and allowed < half:
            tight = breach("position", allowed, half, "minutes", employee=line.id)
            yield tight | {"severity": "warning"}
    today = sum(exact(line.who["position"]["current"]) / 100 * full_time(line) for line in lines)
    more = sum(map(minutes_worked, lines)) - today
    if unit.scenario["budget_fte"] is None and more > 0:
        yield breach("budget", more, 0, "minutes") | {"severity": "warning"}
