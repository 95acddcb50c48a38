"""What one person may work: codes, availability, pins, and the shared line."""

from collections.abc import Callable, Iterable, Iterator

from .clock import DAY, DAYS, Data, overlap, span, window_days
from .findings import breach
from .lines import Line


def allowed_shifts(line: Line) -> Iterator[Data]:
    """Only codes this person works, on days the shift exists."""
    for period in line.base():
        on_day = DAYS[period.day % 7] in line.shift(period)["days"]
        if period.code not in line.who["shifts"] or not on_day:
            yield breach("allowed_shifts", 1, 0, "shifts",
                         employee=line.id, at=(line.unit, period.day))  # fmt: skip


def absences(line: Line) -> list[tuple[int, int]]:
    """When this person cannot work, in absolute minutes over the repetitions."""
    return [
        ((base + lap) * DAY + span(window)[0], (base + lap) * DAY + span(window)[1])
        for window in line.who["unavailable"]
        for base in window_days(window, line.unit.weeks)
        for lap in line.unit.lap_offsets()
    ]


def unavailable(line: Line) -> Iterator[Data]:
    """No shift overlaps an absence."""
    away = absences(line)
    for period in line.base():
        minutes = sum(overlap((period.start, period.end), absence) for absence in away)
        if minutes:
            yield breach("unavailable", minutes, 0, "minutes",
                         employee=line.id, at=(line.unit, period.day))  # fmt: skip


def may_work(line: Line, kinds: Iterable[str], days: Iterable[str] = DAYS) -> bool:
    """Is there any day in the cycle on which this person may work a shift of these kinds?"""
    return any(
        _possible(line, shift, lambda day: DAYS[day % 7] in days)
        for shift in line.unit.shifts.values()
        if shift["kind"] in kinds
    )


def _possible(line: Line, shift: Data, on: Callable[[int], bool]) -> bool:
    if shift["code"] not in line.who["shifts"] or (shift["long"] and not line.who["long_shifts"]):
        return False
    start, end = span(shift)
    away = absences(line)
    return any(
        not any(overlap((day * DAY + start, day * DAY + end), absence) for absence in away)
        for day in range(line.unit.length)
        if on(day) and DAYS[day % 7] in shift["days"]
    )


def pinned(line: Line) -> Iterator[Data]:
    """Every pin holds, also on a line that is unused."""
    for pin in line.who["pinned"]:
        for day in window_days(pin, line.unit.weeks):
            if line.days[day] != pin["shift"]:
                yield breach("pinned", 1, 0, "days", employee=line.id, at=(line.unit, day))


def shared_line(lines: list[Line]) -> Iterator[Data]:
    """Person k works in week w what the first one works in week w - k, at the same position."""
    if not lines or lines[0].unit.scenario["cycle"]["rotation"] != "shared":
        return
    first, unit = lines[0], lines[0].unit
    for k, line in enumerate(lines):
        for week in range(unit.weeks):
            mine = line.days[7 * week : 7 * week + 7]
            source = 7 * ((week - k) % unit.weeks)
            differ = sum(a != b for a, b in zip(mine, first.days[source : source + 7], strict=True))
            if differ:
                yield breach("shared_line", differ, 0, "days",
                             employee=line.id, at=(unit, 7 * week), week_only=True)  # fmt: skip
        if line.position != first.position:
            yield breach("shared_line", line.position, first.position, "percent", employee=line.id)
