"""People and lines: positions, weekends, what came before, and shifts with their minutes."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.checks.base import Law
from solver.domain.fault import Fault, fault
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.domain.values import number


def positions_have_room(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """Some size lies between the smallest and the largest, given or by default."""
    for index, employee in enumerate(scenario.employees):
        low, high = employee.min_basis_points, employee.max_basis_points
        if low <= high:
            continue
        given = employee.position
        path = f"employees[{index}].position"
        values = {"low": number(low), "high": number(high)}
        if given.given_min_basis_points is None:
            message, instead = (
                "max er {high}, men den minste stillingen er {low}.",
                "Legg til min, {high} eller mindre.",
            )
            yield fault(f"{path}.max", "position", message, instead, **values)
        elif given.given_max_basis_points is None:
            message, instead = (
                "min er {low}, men den største stillingen er {high}.",
                "Legg til max, {low} eller mer.",
            )
            yield fault(f"{path}.min", "position", message, instead, **values)
        else:
            message, instead = "max er {high}, men min er {low}.", "Skriv {low} eller mer."
            yield fault(f"{path}.max", "position", message, instead, **values)


def weekends_have_room(scenario: Scenario, law: Law) -> Iterator[Fault]:
    weeks = scenario.cycle.weeks
    for index, employee in enumerate(scenario.employees):
        path = f"employees[{index}]"
        low, high = employee.min_weekends, employee.max_weekends
        if low is not None and low > weeks:
            message, instead = "{value} er flere enn ukene i turnusen.", "Skriv {weeks} eller mindre."
            yield fault(f"{path}.min_weekends", "weekends", message, instead, value=low, weeks=weeks)
        if low is not None and high is not None and low > high:
            message, instead = "max_weekends er {high}, men min_weekends er {low}.", "Skriv {low} eller mer."
            yield fault(f"{path}.max_weekends", "weekends", message, instead, low=low, high=high)


def before_is_for_a_period(scenario: Scenario, law: Law) -> Iterator[Fault]:
    if scenario.cycle.rotation == "none":
        return
    for index, employee in enumerate(scenario.employees):
        if employee.before:
            message, instead = (
                "En turnus som gjentas, har ingen dager før.",
                "Fjern before, eller skriv rotation: none.",
            )
            yield fault(f"employees[{index}].before", "before", message, instead)


def full_time_is_within_the_law(scenario: Scenario, law: Law) -> Iterator[Fault]:
    limit = law["levels"].get(scenario.agreement.level, {}).get("full_time_weekly_minutes")
    for index, employee in enumerate(scenario.employees):
        if limit is not None and employee.weekly_minutes is not None and employee.weekly_minutes > limit:
            message, instead = (
                "{value} minutter i uka er mer enn loven åpner for.",
                "Skriv {limit} eller mindre.",
            )
            path = f"employees[{index}].weekly_minutes"
            yield fault(path, "beyond_level", message, instead, value=employee.weekly_minutes, limit=limit)


def working_minutes_fit_the_clock(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for index, shift in enumerate(scenario.shifts):
        given, clock = shift.given_working_minutes, shift.clock_minutes
        if given is not None and given > clock:
            message = "Vakten varer i {clock} minutter, men working_minutes er {given}."
            path, instead = f"shifts[{index}].working_minutes", "Skriv {clock} eller mindre."
            yield fault(path, "working_minutes", message, instead, clock=clock, given=given)


def rules_have_room(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """Least is at most most, in the unit's rules and in a line's own laid over them."""
    yield from _rules_have_room("rules", scenario.rules, scenario.rules)
    for index, employee in enumerate(scenario.employees):
        if employee.rules.model_fields_set:
            yield from _rules_have_room(
                f"employees[{index}].rules", scenario.rules_of(employee), employee.rules
            )


def _rules_have_room(path: str, rules: UnitRules, own: UnitRules) -> Iterator[Fault]:
    message, instead = "{high} er {most}, men {low} er {least}.", "Skriv {least} eller mer."
    for what in ("consecutive_days", "consecutive_days_off", "minutes", "shifts", "consecutive_shifts"):
        low, high = f"min_{what}", f"max_{what}"
        if not own.model_fields_set & {low, high}:
            continue
        name = high if high in own.model_fields_set else low
        for code, least, most in _limits(getattr(rules, low), getattr(rules, high)):
            values = {"low": low, "high": high, "least": least, "most": most}
            if least > most:
                yield fault(f"{path}.{name}{code}", "rule_room", message, instead, **values)


def _limits(low: object, high: object) -> Iterator[tuple[str, int, int]]:
    """Least and most where both are given; of tables for each code, with its place."""
    if isinstance(low, dict) and isinstance(high, dict):
        yield from ((f".{code}", low[code], high[code]) for code in low if code in high)
    elif isinstance(low, int) and isinstance(high, int):
        yield "", low, high
