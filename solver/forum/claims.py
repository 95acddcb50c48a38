"""Who may claim what, as grounds and facts: aml §§ 14-2, 14-3 and 14-4 a. Nobody is ranked, and a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from solver.domain.case import Priority, WantsMore
from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.employment_law import EmploymentLaw
from solver.forum.today import Candidate, Person, Today

YEAR_WEEKS, YEAR_MONTHS, HOUR_MINUTES = 52, 12, 60
Regular = Literal["every_month", "some_months", "no_month"]


@dataclass(frozen=True)
class ExtraHours:
    """§ 14-4 a: hours beyond the position in the months before the case, month by month.

    `missing` are months nobody has told of. `average_basis_points` is what the hours come to as a position, of the
    months told; `actual_basis_points` the position together with it, at most full. Whether hours are regular in the
    law's sense is not for arithmetic to say.
    """

    person: Person
    months: tuple[tuple[str, int], ...]
    """month and hours in hundredths"""
    missing: tuple[str, ...]
    regular: Regular
    with_hours: int
    average_basis_points: int
    actual_basis_points: int


@dataclass(frozen=True)
class LargerPosition:
    """§ 14-3: a part-timer who wants more; sizes in basis points."""

    person: Person
    held: int
    wanted: int
    qualified: bool
    reaches: bool
    """whether she works in the unit with the vacancy, or has said that she would"""


@dataclass(frozen=True)
class Dismissed:
    """§ 14-2: somebody dismissed for the enterprise's reasons."""

    priority: Priority
    employed_long_enough: bool
    last_day: date
    """the last day the right lasts"""
    lasts: bool
    """whether the case's date is within it"""
    qualified: bool


@dataclass(frozen=True)
class Claims:
    """The grounds by paragraph, each in the file's order."""

    dismissed: tuple[Dismissed, ...]
    larger: tuple[LargerPosition, ...]
    extra: tuple[ExtraHours, ...]


def claims(today: Today, law: EmploymentLaw) -> Claims:
    """Everyone's grounds, from the case alone."""
    case = today.case
    return Claims(
        dismissed=tuple(_dismissed(today, law, one) for one in case.priority),
        larger=tuple(_larger(one) for one in today.candidates if one.held < FULL_BASIS_POINTS),
        extra=tuple(_extra(today, law, wish) for wish in case.wants_more if wish.extra_hours),
    )


def months_before(day: date, count: int) -> list[str]:
    """The whole months before a date, oldest first."""
    last = day.year * YEAR_MONTHS + day.month - 1
    return [f"{one // YEAR_MONTHS}-{one % YEAR_MONTHS + 1:02d}" for one in range(last - count, last)]


def _dismissed(today: Today, law: EmploymentLaw, one: Priority) -> Dismissed:
    last = _months_later(one.notice_ends, law.priority_lasts_months)
    return Dismissed(
        one,
        employed_long_enough=one.months_employed >= law.priority_months_employed,
        last_day=last,
        lasts=today.case.date <= last,
        qualified=today.has_competence(one.competence),
    )


def _months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    whole = day.year * YEAR_MONTHS + day.month - 1 + months
    for back in range(4):
        try:
            return date(whole // YEAR_MONTHS, whole % YEAR_MONTHS + 1, day.day - back)
        except ValueError:
            continue
    raise AssertionError(day)


def _larger(one: Candidate) -> LargerPosition:
    reaches = one.here or one.travel is not None
    return LargerPosition(one.person, one.held, one.wish.wanted_basis_points, one.qualified, reaches)


def _extra(today: Today, law: EmploymentLaw, wish: WantsMore) -> ExtraHours:
    person = wish.unit, wish.employee
    told = {one.month: one.hours_hundredths for one in wish.extra_hours}
    period = months_before(today.case.date, law.extra_hours_months)
    months = tuple((month, told[month]) for month in period if month in told)
    with_hours = sum(hours > 0 for _, hours in months)
    every = with_hours == len(period)
    held = today.sizes.get(person, 0)
    weekly = today.scenario(wish.unit).weekly_minutes_of(today.case.employee_of(wish))
    full_month = weekly * YEAR_WEEKS / YEAR_MONTHS / HOUR_MINUTES * 100
    average = sum(hours for _, hours in months) / len(months) if months else 0
    more = round(average / full_month * FULL_BASIS_POINTS)
    return ExtraHours(
        person, months, tuple(month for month in period if month not in told),
        "every_month" if every else "some_months" if with_hours else "no_month",
        with_hours, more, min(FULL_BASIS_POINTS, held + more),
    )  # fmt: skip
