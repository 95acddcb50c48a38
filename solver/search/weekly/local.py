"""The local rules of a shared line as tracks, for the codes that its days may have."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from solver.domain.cycle import DAY_MINUTES, SATURDAY, WEEK_DAYS, WEEK_MINUTES, overlap
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.rules.base import Rule, starts
from solver.rules.sundays import zone_of
from solver.search.weekly.automaton import Step, TooLargeError, automaton
from solver.search.weekly.counts import Count, Strains, WorkedWeekends
from solver.search.weekly.rests import DailyRests, WeeklyRests
from solver.search.weekly.runs import Limits, Runs, Sequences, Track
from solver.search.weekly.weekends import Apart, FreeWeekends, Shape, WeekMinutes, WorkedSundays


def steps_of(scenario: Scenario, rules: Sequence[Rule]) -> tuple[list[Step], list[str]]:
    """The automaton of as many local rules as there is room for, and the names of what it counts."""
    tracks, codes = tracks_of(scenario, rules), codes_of(scenario, rules)
    counted = counts_of(scenario)
    while True:
        try:
            return automaton(tracks, codes, counted), [count.name for count in counted]
        except TooLargeError:
            tracks, counted = (tracks, counted[:-1]) if counted else (tracks[:-1], [])


def codes_of(scenario: Scenario, rules: Sequence[Rule]) -> list[list[str]]:
    """The codes that each weekday of the shared line may have in some week, `""` first."""
    possible = starts(scenario, rules, scenario.employees[0])
    found = [set[str]().union(*possible[dow::WEEK_DAYS]) for dow in range(WEEK_DAYS)]
    return [["", *(shift.code for shift in scenario.shifts if shift.code in codes)] for codes in found]


def tracks_of(scenario: Scenario, rules: Sequence[Rule], employee: Employee | None = None) -> list[Track]:
    """The tracks of the rules that are local, those that matter most first. Rules it does not know are left out.

    They are those of one line; left out, of the first, which in shared rotation is everyone's.
    """
    known, line = {rule.card.id for rule in rules}, scenario.rules_of(employee or scenario.employees[0])
    found = (*_runs(scenario, line), *_rests(scenario), *_weeks(scenario, line))
    return [track for rule, track in found if rule in known]


def counts_of(scenario: Scenario) -> list[Count]:
    """What is to be counted: worked weekends where they are limited, strain where it is a goal."""
    employee, found = scenario.employees[0], list[Count]()
    if employee.max_weekends is not None or employee.min_weekends:
        found.append(WorkedWeekends())
    if any(step.id == Strains.name for steps in scenario.goal_stages for step in steps):
        found.append(Strains({shift.code: shift.span for shift in scenario.shifts}))
    return found


def _runs(scenario: Scenario, rules: UnitRules) -> Iterator[tuple[str, Track]]:
    on: Limits = rules.min_consecutive_days or 0, rules.max_consecutive_days
    off: Limits = rules.min_consecutive_days_off or 0, rules.max_consecutive_days_off
    if on != (0, None):
        yield "consecutive_days", Runs(bool, {True: on})
    if off != (0, None):
        yield "consecutive_days_off", Runs(bool, {False: off})
    least, most = rules.min_consecutive_shifts or {}, rules.max_consecutive_shifts or {}
    limits: dict[Hashable, Limits] = {code: (least.get(code, 0), most.get(code)) for code in {*least, *most}}
    if limits:
        yield "consecutive_shifts", Runs(lambda code: code, limits)
    if rules.max_consecutive_nights:
        nights = {shift.code for shift in scenario.shifts if shift.kind == "night"}
        limits_of_nights: dict[Hashable, Limits] = {True: (0, rules.max_consecutive_nights)}
        yield "consecutive_nights", Runs(lambda code: code in nights, limits_of_nights)
    if rules.forbidden_sequences:
        yield "forbidden_sequence", Sequences(frozenset(rules.forbidden_sequences))


def _rests(scenario: Scenario) -> Iterator[tuple[str, Track]]:
    agreement = scenario.agreement
    spans = {shift.code: shift.span for shift in scenario.shifts}
    daily, weekly = agreement.min_daily_rest_minutes, agreement.min_weekly_rest_minutes
    if daily is not None:
        short = agreement.short_daily_rest
        a_week = short.max_per_week if short else None
        yield "daily_rest", DailyRests(spans, daily, agreement.least_daily_rest_minutes, a_week)
    if weekly is not None:
        yield "weekly_rest", WeeklyRests(spans, weekly, agreement.least_weekly_rest_minutes)


def _weeks(scenario: Scenario, rules: UnitRules) -> Iterator[tuple[str, Track]]:
    agreement = scenario.agreement
    if rules.weekend_shape not in (None, "any"):
        long = frozenset(shift.code for shift in scenario.shifts if scenario.is_long(shift))
        yield "weekend_shape", Shape(rules.weekend_shape, long)
    if rules.free_weekend:
        span = rules.free_weekend
        yield "free_weekend", _free_weekends(scenario, (span.from_minutes, span.until_minutes))
    if (rules.min_weeks_between_weekends or 1) > 1:
        yield "weekends_apart", Apart(rules.min_weeks_between_weekends or 1)
    if agreement.sunday:
        in_zone = _reaching(scenario, zone_of(agreement.sunday, 0), range(WEEK_DAYS))
        yield "sunday", WorkedSundays(in_zone, agreement.sunday.longest_row)
    minutes = {shift.code: shift.working_minutes for shift in scenario.shifts}
    most_minutes = agreement.max_week_minutes
    if most_minutes is not None and WEEK_DAYS * max(minutes.values()) > most_minutes:
        yield "week_hours", WeekMinutes(minutes, most_minutes)


def _free_weekends(scenario: Scenario, given: tuple[int, int]) -> FreeWeekends:
    start, end = given
    span = start, end if end > start else end + WEEK_MINUTES
    return FreeWeekends(
        before=_reaching(scenario, span, range(SATURDAY)),
        after_it=_reaching(scenario, span, range(WEEK_DAYS, 2 * WEEK_DAYS)),
    )


def _reaching(scenario: Scenario, span: tuple[int, int], days: range) -> frozenset[tuple[int, str]]:
    """The weekdays and codes of shifts that start on these days and overlap a span in minutes after Monday 00:00."""
    return frozenset(
        (day % WEEK_DAYS, shift.code)
        for day in days
        for shift in scenario.shifts
        if overlap(day * DAY_MINUTES + shift.span[0], day * DAY_MINUTES + shift.span[1], *span)
    )
