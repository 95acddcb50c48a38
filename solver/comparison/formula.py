"""The weekend arithmetic beside a roster, and why the two differ (domain.md 3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from solver.domain.cycle import DAY_MINUTES, SATURDAY, WEEK_DAYS
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.weekend_arithmetic import WEEKDAYS, WEEKEND_DAYS, WeekendArithmetic, WeekendPattern
from solver.domain.work import Sheet, WorkLine
from solver.goals.spread import WeekendHoursBalance
from solver.reasons.needed import Stretch, stretches


@dataclass(frozen=True)
class Check:
    """What the formula says of the weekends as this roster works them, and what it leaves out.

    `average_position` (percent) and `heads` are the formula's, for day and evening work: d, r and U from the demand, h
    and f as the lines that work days have them. `lines` and `own_average` are the roster's lines that work days.
    `night_fte` is work on night shifts, which the formula leaves out; `beyond_fte` day and evening work beyond the
    demand by the clock, since shifts do not follow it hour by hour and competence counts for itself.
    """

    average_position: float
    heads: float
    minutes_a_weekend: float
    every_nth: float
    lines: int
    own_average: float
    night_fte: float
    beyond_fte: float


def check(scenario: Scenario, roster: Roster) -> Check | None:
    """None where no line works days in weekends, or nothing is asked for on weekdays or in weekends."""
    weekday, weekend = _needed(scenario)
    lines = [line for line in Sheet.of(scenario, roster).lines if _is_of_days(line)]
    weeks = scenario.cycle.weeks
    worked = sum(line.weekend_is_worked(week) for line in lines for week in range(weeks))
    minutes = sum(WeekendHoursBalance().amount(line) for line in lines)
    if not (weekday and weekend and worked and minutes):
        return None
    pattern = WeekendPattern(Fraction(minutes, worked), worked, len(lines) * weeks)
    full = scenario.agreement.full_time_weekly_minutes
    unit = WeekendArithmetic.of_minutes(
        weekday_minutes=weekday, weekend_day_minutes=weekend, weekly_minutes=full
    )
    night, day = _paid(scenario, roster)
    sizes = [line.given.position_basis_points or 0 for line in lines if line.given]
    return Check(
        average_position=round(100 * float(unit.average_position(pattern)), 1),
        heads=round(float(unit.heads_needed(pattern)), 1),
        minutes_a_weekend=round(float(pattern.minutes), 1),
        every_nth=round(float(pattern.every_nth), 2),
        lines=len(lines),
        own_average=round(sum(sizes) / len(sizes) / 100, 1),
        night_fte=round(night / (full * weeks), 2),
        beyond_fte=round(day / (full * weeks) - float(unit.fte_needed), 2),
    )


def _needed(scenario: Scenario) -> tuple[Fraction, Fraction]:
    """Person-minutes of a weekday and of a weekend day, the time that only night shifts can cover left out."""
    totals = {False: 0, True: 0}
    for stretch in stretches(scenario, scenario.demand):
        if not _is_night(scenario, stretch):
            totals[stretch.start // DAY_MINUTES % WEEK_DAYS >= SATURDAY] += stretch.minutes * stretch.people
    weeks = scenario.cycle.weeks
    return Fraction(totals[False], WEEKDAYS * weeks), Fraction(totals[True], WEEKEND_DAYS * weeks)


def _is_night(scenario: Scenario, stretch: Stretch) -> bool:
    today = stretch.start // DAY_MINUTES
    return not any(
        shift.kind != "night"
        and shift.runs_on(day)
        and day * DAY_MINUTES + shift.span[0] <= stretch.start
        and stretch.end <= day * DAY_MINUTES + shift.span[1]
        for day in (today - 1, today)
        for shift in scenario.shifts
    )


def _is_of_days(line: WorkLine) -> bool:
    """Whether most of a line's shifts are not nights."""
    kinds = [shift.kind for _, shift in line.worked_days()]
    return bool(kinds) and 2 * kinds.count("night") < len(kinds)


def _paid(scenario: Scenario, roster: Roster) -> tuple[int, int]:
    """Paid minutes in night shifts and in others."""
    totals = {True: 0, False: 0}
    for line in Sheet.of(scenario, roster).lines:
        for _, shift in line.worked_days():
            totals[shift.kind == "night"] += shift.paid_minutes
    return totals[True], totals[False]
