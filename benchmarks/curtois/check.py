"""A roster against its instance, told from the file alone: which hard rules break, and what it costs.

Shares nothing with `solver` or with the way the instance becomes a scenario.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from benchmarks.curtois.instance import Instance, Staff

Days = Sequence[str]
"""One employee's shift on each day; "" is free"""


def cost(instance: Instance, roster: Mapping[str, Days]) -> int:
    """What requests not met and cover under or over cost."""
    total = sum(
        request.weight
        for request in instance.requests
        if (roster[request.staff][request.day] == request.shift) != request.wants
    )
    present = Counter((day, code) for days in roster.values() for day, code in enumerate(days))
    for row in instance.cover:
        more = present[row.day, row.shift] - row.wanted
        total += row.over * more if more > 0 else -row.under * more
    return total


def breaches(instance: Instance, roster: Mapping[str, Days]) -> list[str]:
    """Every hard rule that is broken, in words; none where the roster is a solution."""
    if set(roster) != {one.id for one in instance.staff}:
        return ["the roster has other people than the instance"]
    return [
        f"{one.id}: {wrong}" for one in instance.staff for wrong in _of_one(instance, one, roster[one.id])
    ]


def _of_one(instance: Instance, staff: Staff, days: Days) -> Iterator[str]:
    if len(days) != instance.days or set(days) - {"", *(shift.id for shift in instance.shifts)}:
        yield "days or shifts that the instance does not have"
        return
    yield from _amounts(instance, staff, days)
    yield from _runs(staff, days)
    after = {shift.id: shift.not_before for shift in instance.shifts} | {"": ()}
    for day, (first, second) in enumerate(pairwise(days)):
        if second in after[first]:
            yield f"{second} follows {first} on day {day + 1}"
    for day in staff.days_off:
        if days[day]:
            yield f"works on day {day}, a day off"


def _amounts(instance: Instance, staff: Staff, days: Days) -> Iterator[str]:
    counts = Counter(days)
    for code, most in staff.max_shifts.items():
        if counts[code] > most:
            yield f"{counts[code]} of {code}, at most {most}"
    minutes = sum(shift.minutes * counts[shift.id] for shift in instance.shifts)
    if not staff.min_minutes <= minutes <= staff.max_minutes:
        yield f"{minutes} minutes, not {staff.min_minutes}-{staff.max_minutes}"
    weekends = sum(bool(days[day] or "".join(days[day + 1 : day + 2])) for day in range(5, len(days), 7))
    if weekends > staff.max_weekends:
        yield f"{weekends} weekends, at most {staff.max_weekends}"


def _runs(staff: Staff, days: Days) -> Iterator[str]:
    """A run that touches the first or the last day is held to no minimum."""
    first = 0
    for works, run in groupby(days, key=bool):
        length = len(list(run))
        inside = first > 0 and first + length < len(days)
        if works and length > staff.max_consecutive:
            yield f"{length} days in a row from day {first}, at most {staff.max_consecutive}"
        if inside and length < (staff.min_consecutive if works else staff.min_consecutive_off):
            yield f"only {length} {'days' if works else 'days off'} in a row from day {first}"
        first += length
