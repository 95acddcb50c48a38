"""An instance as a Heltid scenario, so that the weighted goal of a roster is the instance's cost.

Each shift stands in a part of the day of its own, so a demand row meets one shift only. A row's window is as many
minutes long as its weight is times the goal's: one person-minute too few or too many costs one unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import gcd
from typing import Any

from benchmarks.curtois.instance import Cover, Instance, Request, Staff

Data = dict[str, Any]
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_MINUTES, WEEK_DAYS = 1440, 7
AGREEMENT: Data = {
    "id": "curtois-qu",
    "level": "not_norwegian",
    "full_time_weekly_minutes": 2400,
    "norm": "fixed",
    "norm_ground": None,
    "max_shift_minutes": None,
    "max_week_minutes": None,
    "max_average_week_minutes": None,
    "min_daily_rest_minutes": None,
    "min_weekly_rest_minutes": None,
    "sunday": None,
    "hours_tolerance_percent": None,
    "long_shift_minutes": None,
}


def scenario_of(instance: Instance) -> Data:
    """The scenario in the fields of the contract; ValueError where the contract cannot say it."""
    if instance.days % WEEK_DAYS:
        raise ValueError(f"{instance.name}: {instance.days} days are not whole weeks")
    under, over = (gcd(*(getattr(row, side) for row in instance.cover)) or 1 for side in ("under", "over"))
    return {
        "schema": "heltid.scenario/1",
        "id": instance.name,
        "cycle": {"weeks": instance.days // WEEK_DAYS, "rotation": "none"},
        "agreement": AGREEMENT,
        "shifts": _shifts(instance),
        "demand": list(_demand(instance, under, over)),
        "employees": [_employee(instance, one) for one in instance.staff],
        "rules": {"forbidden_sequences": _sequences(instance)},
        "goals": [[{"id": "cover", "weight": under}, {"id": "surplus", "weight": over}, {"id": "wishes"}]],
    }


def _slot(instance: Instance) -> int:
    """The minutes of the part of the day that each shift has for itself."""
    return DAY_MINUTES // len(instance.shifts)


def _clock(minutes: int) -> str:
    return f"{minutes % DAY_MINUTES // 60:02d}:{minutes % 60:02d}"


def _shifts(instance: Instance) -> list[Data]:
    slot = _slot(instance)
    return [
        {
            "code": shift.id,
            "start": _clock(number * slot),
            "end": _clock((number + 1) * slot),
            "paid_minutes": shift.minutes,
        }
        for number, shift in enumerate(instance.shifts)
    ]


def _sequences(instance: Instance) -> list[list[str]]:
    return [[shift.id, other] for shift in instance.shifts for other in shift.not_before]


# -- demand ----------------------------------------------------------------------------------------------------


def _demand(instance: Instance, under: int, over: int) -> Iterable[Data]:
    """Rows alike in all but their days are one; `cover` counts under `min`, `surplus` over `wanted`."""
    starts = {shift.id: number * _slot(instance) for number, shift in enumerate(instance.shifts)}
    alike: dict[tuple[str, int, int, int], list[int]] = defaultdict(list)
    for row in instance.cover:
        alike[row.shift, row.wanted, row.under, row.over].append(row.day)
    for (code, wanted, fewer, more), days in alike.items():
        row = Cover(0, code, wanted, under=fewer // under, over=more // over)
        if max(row.under, row.over) > _slot(instance):
            raise ValueError(
                f"{instance.name}: weights too far apart for a window of {_slot(instance)} minutes"
            )
        for when in _when(days, instance.days):
            for minutes, amounts in _amounts(row, len(instance.staff)):
                start = starts[code]
                yield when | {"start": _clock(start), "end": _clock(start + minutes)} | amounts


def _amounts(row: Cover, people: int) -> Iterable[tuple[int, Data]]:
    """How many minutes each part of a row lasts, with what it asks for: both sides in one where they weigh alike."""
    if row.under == row.over:
        if row.under:
            yield row.under, {"min": row.wanted}
        return
    if row.under and row.wanted:
        yield row.under, {"min": row.wanted, "wanted": max(people, row.wanted)}
    if row.over:
        yield row.over, {"wanted": row.wanted}


def _when(days: Iterable[int], length: int) -> Iterable[Data]:
    """Days as weeks and weekdays: weekdays with the same weeks together."""
    by_weekday: dict[int, list[int]] = defaultdict(list)
    for day in sorted(days):
        by_weekday[day % WEEK_DAYS].append(day // WEEK_DAYS + 1)
    by_weeks: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for weekday, found in sorted(by_weekday.items()):
        by_weeks[tuple(found)].append(DAY_NAMES[weekday])
    for weeks, names in by_weeks.items():
        all_weeks = len(weeks) == length // WEEK_DAYS
        yield {"days": names} if all_weeks else {"days": names, "weeks": list(weeks)}


# -- people ----------------------------------------------------------------------------------------------------


def _employee(instance: Instance, staff: Staff) -> Data:
    codes = [shift.id for shift in instance.shifts]
    few = {code: most for code, most in staff.max_shifts.items() if 0 < most < instance.days}
    return {
        "id": staff.id,
        "position": {"current": 100},
        "max_weekends": min(staff.max_weekends, instance.days // WEEK_DAYS),
        "shifts": [code for code in codes if staff.max_shifts.get(code, instance.days) > 0],
        "unavailable": list(_when(staff.days_off, instance.days)),
        "rules": {
            "max_consecutive_days": staff.max_consecutive,
            "min_consecutive_days": staff.min_consecutive,
            "min_consecutive_days_off": staff.min_consecutive_off,
            "max_minutes": staff.max_minutes,
            "min_minutes": staff.min_minutes,
            "max_shifts": few,
        },
        "wishes": list(_wishes(instance, staff)),
    }


def _wishes(instance: Instance, staff: Staff) -> Iterable[Data]:
    """Requests alike in all but their days are one wish; those that stand twice count twice."""
    alike: dict[tuple[str, bool, int], list[Request]] = defaultdict(list)
    for request in instance.requests:
        if request.staff == staff.id:
            alike[request.shift, request.wants, request.weight].append(request)
    for (code, wants, weight), requests in alike.items():
        left = [request.day for request in requests]
        while left:
            once = sorted(set(left))
            for when in _when(once, instance.days):
                yield when | {"shift": code, "want": wants, "weight": weight}
            for day in once:
                left.remove(day)
