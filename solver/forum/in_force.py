"""The roster in force as a search for an option uses it: days held to it, and what changes are counted from."""

from __future__ import annotations

from typing import Final

from solver.domain.employee import Employee, Pin
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.forum.base import Ask

UNLIKE: Final = "?"
"""A code that no unit has: a day that differs whatever is planned, so that only the days of others count."""


def held_to_today(ask: Ask, roster: Roster) -> Scenario:
    """The scenario with the days of everybody the option is not about as they are today."""
    days = {line.employee: line.days for line in roster.lines}
    people = tuple(
        one if one.id in ask.free or one.id not in days else _pinned(one, days[one.id])
        for one in ask.scenario.employees
    )
    return ask.scenario.with_changes({"employees": people})


def _pinned(employee: Employee, days: tuple[str, ...]) -> Employee:
    pins = tuple(Pin.on(day, code) for day, code in enumerate(days))
    return employee.model_copy(update={"pinned": pins})


def as_compared(ask: Ask, roster: Roster) -> Roster:
    """The roster in force as `changes` compares with it: only the days of others can be as they were."""
    unlike = (UNLIKE,) * ask.scenario.cycle.days
    others = tuple(line for line in roster.lines if line.employee not in ask.free)
    mine = tuple(Line(employee=name, days=unlike) for name in sorted(ask.free))
    return replace_lines(roster, (*others, *mine))


def replace_lines(roster: Roster, lines: tuple[Line, ...]) -> Roster:
    return roster.model_copy(update={"lines": lines})


def days_not_compared(ask: Ask) -> int:
    """The days of those an option is about, all of which count as changed in a search (see `UNLIKE`)."""
    return len(ask.free) * ask.scenario.cycle.days
