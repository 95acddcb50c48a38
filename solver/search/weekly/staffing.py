"""Demand on a shared line: each week of it has somebody at any time, so every week has the same people's shifts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from solver.domain.cycle import WEEK_DAYS
from solver.domain.demand import segments
from solver.domain.scenario import Demand
from solver.rules.base import Linear, Model


@dataclass(frozen=True)
class Stretch:
    """The people on shift in a row's window on one weekday while the same shifts run: all who walk the line, and how
    many minutes and weeks that is.
    """

    people: Linear
    minutes: int
    weeks: int
    name: str


def stretches(model: Model, row: Demand, name: str) -> Iterator[Stretch]:
    """All stretches of a row; those of a weekday in which the same shifts run are one."""
    weeks = Counter(day % WEEK_DAYS for day in row.in_cycle(model.cycle))
    for dow, times in weeks.items():
        minutes: Counter[tuple[tuple[int, str], ...]] = Counter()
        for segment in segments(model.scenario, row, dow):
            minutes[segment.parts] += segment.minutes
        for number, (parts, amount) in enumerate(minutes.items()):
            people = sum(model.heads(row, dow + offset, code) for offset, code in parts)
            yield Stretch(people, amount, times, f"{name}.{dow}.{number}")


def hold_most(model: Model) -> None:
    """`max` of every row. Of a row that not all count in, each of those who do walks every week of the line once, so
    that over all weeks together their shifts are known.
    """
    everyone, weeks = len(model.employees), model.cycle.weeks
    for number, row in enumerate(model.scenario.demand):
        if row.max is None:
            continue
        counted = _counted(model, row)
        for part in stretches(model, row, f"demand_max.{number}"):
            if counted == everyone:
                model.add(part.people <= row.max, part.name)
            elif part.weeks == weeks:
                model.add(counted * part.people <= row.max * weeks, part.name)


def uncovered(model: Model) -> Linear:
    """Person-minutes of demand that nobody covers; where not all count in a row, no more than the true number."""
    rows = [(number, row) for number, row in enumerate(model.scenario.demand) if row.least]
    return sum(
        part.minutes * _missing(model, row, part)
        for number, row in rows
        for part in stretches(model, row, f"cover.{number}")
    )


def _missing(model: Model, row: Demand, part: Stretch) -> Linear:
    """How many are missing in the weeks of the row, added up."""
    counted, weeks = _counted(model, row), model.cycle.weeks
    if counted == len(model.employees):
        missing = model.integer(0, row.least, part.name)
        model.add(part.people + missing >= row.least, part.name)
        return part.weeks * missing
    missing = model.integer(part.weeks * max(0, row.least - counted), part.weeks * row.least, part.name)
    model.add(missing + part.weeks * part.people >= part.weeks * row.least, part.name)
    if part.weeks == weeks:
        model.add(missing + counted * part.people >= weeks * row.least, part.name)
    return missing


def _counted(model: Model, row: Demand) -> int:
    return sum(model.scenario.counts_in(row, employee) for employee in model.employees)
