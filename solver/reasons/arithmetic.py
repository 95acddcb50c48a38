"""Required against achievable, before any solver: what is short here is short in every roster.

Achievable is an upper bound: each line alone, one limit at a time. So nothing short says nothing of whether a roster
exists, and something short says that none does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY, WEEK_DAYS, overlap
from solver.domain.demand import segments
from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.scenario import Demand, Scenario
from solver.domain.shift import Shift
from solver.reasons.balance import About, Balance
from solver.reasons.contact_windows import contact_windows
from solver.reasons.needed import least_shifts, person_minutes
from solver.reasons.positions import unreachable
from solver.reasons.reach import Reach
from solver.rules.base import Rule
from solver.rules.registry import RULES

HUNDREDTHS = 100


@dataclass(frozen=True)
class Staff:
    """Those who meet the same asking: a competence, a skill, a group, or everyone; and the rows that only they meet."""

    competence: str | None
    skill: str | None
    group: str | None
    people: tuple[Reach, ...]
    rows: tuple[Demand, ...]

    @property
    def asked(self) -> dict[str, Any]:
        return {"competence": self.competence, "skill": self.skill, "group": self.group}


def arithmetic(scenario: Scenario, rules: Sequence[Rule] = RULES) -> tuple[Balance, ...]:
    """Every statement, those that are short first and otherwise in the order in which they are worked out."""
    reaches = tuple(Reach(scenario, employee, rules) for employee in scenario.employees)
    found = [
        *(one for staff in _staffs(scenario, reaches) for one in _of_staff(scenario, staff)),
        *(one for number in range(len(scenario.demand)) for one in _of_row(scenario, number, reaches)),
        *_budget(scenario, reaches),
        *unreachable(scenario, reaches),
        *contact_windows(scenario, reaches),
    ]
    return tuple(sorted(found, key=lambda one: not one.is_short))


def _staffs(scenario: Scenario, reaches: tuple[Reach, ...]) -> Iterator[Staff]:
    """One for every asking of the rows, those of the same people once; everyone first."""
    known: set[frozenset[str]] = set()
    least = [row for row in scenario.demand if row.least]
    for row in sorted(least, key=lambda one: not one.counts_everyone):
        people = tuple(reach for reach in reaches if scenario.counts_in(row, reach.employee))
        ids = frozenset(reach.employee.id for reach in people)
        if ids in known:
            continue
        known.add(ids)
        own = [
            other
            for other in least
            if all(one.id in ids for one in scenario.employees if scenario.counts_in(other, one))
        ]
        yield Staff(row.competence, row.skill, row.group, people, tuple(own))


PARTS: tuple[tuple[About, Callable[[int, Shift], bool]], ...] = (
    ("weekends", lambda day, shift: day % WEEK_DAYS >= SATURDAY),
    ("sundays", lambda day, shift: day % WEEK_DAYS == SUNDAY),
    ("nights", lambda day, shift: shift.kind == "night"),
)
"""Parts of the cycle in which shifts are counted; `day` is a day of the cycle."""


def _of_staff(scenario: Scenario, staff: Staff) -> Iterator[Balance]:
    """Weekends, Sundays and nights in shifts, and all of it in minutes."""
    for about, counted in PARTS:
        required = least_shifts(scenario, staff.rows, counted)
        if required:
            starts = {
                (day, shift.code)
                for day in range(scenario.cycle.days)
                for shift in scenario.shifts
                if counted(day, shift)
            }
            each = [reach.most_shifts(starts) for reach in staff.people]
            weekends = [reach.most_weekends for reach, most in zip(staff.people, each, strict=True) if most]
            details = {
                "people": len(weekends),
                "weekends": [min(weekends, default=0), max(weekends, default=0)],
                "most": [min((one for one in each if one), default=0), max(each, default=0)],
                "vacant": any(reach.employee.vacant for reach in staff.people),
            }
            yield Balance(about, "shifts", required, sum(each), **staff.asked, details=details)
    minutes = person_minutes(scenario, staff.rows)
    most = sum(reach.most_clock_minutes() for reach in staff.people)
    people = {"people": len(staff.people), "vacant": any(one.employee.vacant for one in staff.people)}
    yield Balance("hours", "minutes", minutes, most, **staff.asked, details=people)


def _of_row(scenario: Scenario, number: int, reaches: Sequence[Reach]) -> Iterator[Balance]:
    """One row of demand: person-minutes in all, and people at the moment when fewest can be there."""
    row = scenario.demand[number]
    days = tuple(row.in_cycle(scenario.cycle))
    if not row.least or not days:
        return
    counted = [reach for reach in reaches if scenario.counts_in(row, reach.employee)]
    asked: dict[str, Any] = {
        "competence": row.competence,
        "skill": row.skill,
        "group": row.group,
        "row": number,
    }
    required = row.least * sum(row.span[1] - row.span[0] for _ in days)
    most = sum(_minutes_in(scenario, row, days, reach) for reach in counted)
    span: dict[str, Any] = {"start": row.span[0], "end": row.span[1]}
    outside = 0 if scenario.cycle.wraps else _unknown_minutes(scenario, row, days)
    yield Balance("window", "minutes", required - outside * row.least, most, days=days, **asked, **span)
    yield from _fewest(scenario, row, counted, {**asked, "days": days})


def _unknown_minutes(scenario: Scenario, row: Demand, days: Sequence[int]) -> int:
    """Minutes of the row's windows that shifts from outside a period with ends may reach: its first and last day."""
    return sum(row.span[1] - row.span[0] for day in days if day in (0, scenario.cycle.days - 1))


def _minutes_in(scenario: Scenario, row: Demand, days: Sequence[int], reach: Reach) -> int:
    """The most that one line can be there within the row's windows."""
    windows = [(day * DAY_MINUTES + row.span[0], day * DAY_MINUTES + row.span[1]) for day in days]
    length = scenario.cycle.days * DAY_MINUTES
    within: dict[tuple[int, str], int] = {}
    by_day = {start // DAY_MINUTES: (start, end) for start, end in windows}
    for day, code in (one for one in reach.possible if row.counts_shift(one[1])):
        start, end = (day * DAY_MINUTES + edge for edge in reach.shift(code).span)
        near = [by_day[(day + offset) % scenario.cycle.days] for offset in (-1, 0, 1)
                if (day + offset) % scenario.cycle.days in by_day]  # fmt: skip
        inside = sum(
            overlap(start, end, first + turn, last + turn)
            for first, last in set(near)
            for turn in (-length, 0, length)
        )
        if inside:
            within[day, code] = inside
    return reach.most_shifts(within) * max(within.values()) if within else 0


def _fewest(
    scenario: Scenario, row: Demand, counted: Sequence[Reach], told: dict[str, Any]
) -> Iterator[Balance]:
    """Where fewer can be there than are asked for; or, where nowhere is, the moment with the least to spare."""
    found: dict[tuple[int, int, int], list[int]] = {}
    for day in row.in_cycle(scenario.cycle):
        for segment in segments(scenario, row, day):
            starts = [(scenario.cycle.wrapped(day + offset), code) for offset, code in segment.parts]
            if any(start is None for start, _ in starts):
                continue  # who works there outside the period is not known
            able = sum(any(start in reach.possible for start in starts) for reach in counted)
            found.setdefault((able, segment.start, segment.end), []).append(day)
    short = {key: days for key, days in found.items() if key[0] < row.least}
    tightest = dict([min(found.items())]) if found else {}
    for (able, start, end), days in sorted((short or tightest).items()):
        place = {**told, "days": tuple(days), "start": start, "end": end}
        yield Balance("heads", "people", row.least, able, **place)


def _budget(scenario: Scenario, reaches: Sequence[Reach]) -> Iterator[Balance]:
    """The smallest positions, and the hours of demand, against the budget."""
    budget = scenario.budget_fte_hundredths
    if budget is None:
        return
    limit = budget / HUNDREDTHS
    smallest = sum(one.min_basis_points for one in scenario.employees if not one.vacant)
    yield Balance("budget", "fte", smallest / FULL_BASIS_POINTS, limit, details={"of": "positions"})
    minutes = person_minutes(scenario, scenario.demand)
    rates = [Fraction(one.paid_minutes, one.clock_minutes) for one in scenario.shifts]
    longest = max(scenario.full_time_minutes_of(one) for one in scenario.employees)
    paid = Fraction(minutes) * min(rates) / longest
    needed = ceil(paid * HUNDREDTHS) / HUNDREDTHS
    yield Balance("budget", "fte", needed, limit, details={"of": "hours", "minutes": minutes})
