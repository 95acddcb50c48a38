"""Weeks, dates and sizes: what the calendar can hold."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.checks.base import Law
from solver.domain.cycle import WEEK_MINUTES
from solver.domain.fault import Fault, fault
from solver.domain.scenario import Scenario
from solver.domain.windows import Days

MOST_LINE_DAYS = 200_000
WEEKEND = (5 * 1440, WEEK_MINUTES)


def weeks_are_in_the_cycle(scenario: Scenario, law: Law) -> Iterator[Fault]:
    last = scenario.cycle.weeks
    for path, days in _all_days(scenario):
        for index, week in enumerate(days.weeks or ()):
            if not 1 <= week <= last:
                message, instead = "Uke {week} er ikke i turnusen.", "Skriv en uke fra 1 til {last}."
                yield fault(f"{path}.weeks[{index}]", "unknown_week", message, instead, week=week, last=last)


def start_is_a_monday(scenario: Scenario, law: Law) -> Iterator[Fault]:
    start = scenario.cycle_shape.start
    if start and start.weekday() != 0:
        message, instead = "{date} er ikke en mandag.", "Skriv mandagen i uke 1."
        yield fault("cycle.start", "not_a_monday", message, instead, date=start.isoformat())


def unit_is_not_too_large(scenario: Scenario, law: Law) -> Iterator[Fault]:
    people, days = len(scenario.employees), scenario.cycle.days
    if people * days > MOST_LINE_DAYS:
        message = "Enheten er for stor: {people} ansatte i {days} dager er mer enn {limit}."
        instead = "Del enheten, eller bruk færre uker."
        values = {"people": people, "days": days, "limit": MOST_LINE_DAYS}
        yield fault("employees", "too_large", message, instead, **values)


def free_weekend_is_a_weekend(scenario: Scenario, law: Law) -> Iterator[Fault]:
    everyone = [("rules", scenario.rules)]
    everyone += [(f"employees[{index}].rules", one.rules) for index, one in enumerate(scenario.employees)]
    for path, rules in everyone:
        free = rules.free_weekend
        if not free:
            continue
        start, end = free.from_minutes, free.until_minutes
        end += WEEK_MINUTES if end <= start else 0
        if end - start == WEEK_MINUTES or end <= WEEKEND[0] or start >= WEEKEND[1]:
            message, instead = (
                "Tiden må omfatte helgen.",
                "Skriv for eksempel from: fri 18:00, until: mon 06:00.",
            )
            yield fault(f"{path}.free_weekend", "not_a_weekend", message, instead)


def _all_days(scenario: Scenario) -> Iterator[tuple[str, Days]]:
    """Everything that may name weeks, with its path."""
    for index, row in enumerate(scenario.demand):
        yield f"demand[{index}]", row
    for index, employee in enumerate(scenario.employees):
        for name in ("unavailable", "elsewhere", "pinned", "wishes"):
            for place, days in enumerate(getattr(employee, name)):
                yield f"employees[{index}].{name}[{place}]", days
    for index, resident in enumerate(scenario.residents):
        for place, window in enumerate(resident.windows):
            yield f"residents[{index}].windows[{place}]", window
