"""Rosters of one scenario side by side, whoever made them: goals, people, contacts, findings, days that differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.comparison.contacts import Around, around_each, gaps
from solver.domain.roster import Roster
from solver.domain.scenario import GoalId, Scenario
from solver.domain.work import Sheet, WorkLine
from solver.goals.spread import WeekendHoursBalance


@dataclass(frozen=True)
class Share:
    """What one person has in one roster: the position in basis points, paid minutes, weekends, minutes in weekends."""

    position: int
    minutes: int
    weekends: int
    weekend_minutes: int


@dataclass(frozen=True)
class Side:
    """One roster with its name, what an audit says of it, each person's share, and the people around each resident.

    `gaps` are the windows of all residents that are left open, by goal; empty where there are no residents.
    """

    name: str
    checked: Audit
    people: dict[str, Share]
    around: dict[str, Around]
    gaps: dict[GoalId, int]


@dataclass(frozen=True)
class Difference:
    """One day of one person that is not as in the first roster; `day` is a day of the cycle from 0."""

    employee: str
    day: int
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """The rosters in the order given; `differences[i]` is what roster i has otherwise than the first."""

    scenario: Scenario
    sides: tuple[Side, ...]
    differences: tuple[tuple[Difference, ...], ...]


def compare(scenario: Scenario, rosters: Mapping[str, Roster]) -> Comparison:
    """Lay the rosters side by side; nothing is solved."""
    audits = {name: audit(scenario, roster) for name, roster in rosters.items()}
    first = next(iter(audits.values()))
    sides = tuple(_side(scenario, name, checked, first) for name, checked in audits.items())
    differences = tuple(_differences(first.roster, side.checked.roster) for side in sides)
    return Comparison(scenario, sides, differences)


def _side(scenario: Scenario, name: str, checked: Audit, first: Audit) -> Side:
    sheet = Sheet.of(scenario, checked.roster)
    people = {line.employee.id: _share(line) for line in sheet.lines}
    return Side(name, checked, people, around_each(checked, first), gaps(sheet))


def _share(line: WorkLine) -> Share:
    given = line.given.position_basis_points if line.given else None
    weekends = sum(line.weekend_is_worked(week) for week in range(line.cycle.weeks))
    return Share(given or 0, line.paid_minutes, weekends, WeekendHoursBalance().amount(line))


def _differences(first: Roster, other: Roster) -> tuple[Difference, ...]:
    days = {line.employee: line.days for line in first.lines}
    return tuple(
        Difference(line.employee, day, before, after)
        for line in other.lines
        for day, (before, after) in enumerate(zip(days[line.employee], line.days, strict=True))
        if before != after
    )
