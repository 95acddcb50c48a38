"""The goals about demand through the day, in person-minutes: too few on shift, fewer or more than wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from solver.domain.cycle import WEEK_DAYS
from solver.domain.demand import segments
from solver.domain.roster import Roster
from solver.domain.scenario import Demand, Scenario
from solver.domain.work import Sheet
from solver.goals.base import Goal
from solver.goals.presence import Presence
from solver.rules.base import Linear, Model


@dataclass(frozen=True)
class Load:
    """The people on shift while the same shifts run, and how many minutes of the window that is."""

    people: Linear
    minutes: int
    name: str


class DemandGoal(Goal):
    """Base of the three: how many people too few or too many, times the minutes, over all rows and days."""

    unit = "person-minutes"

    def concerns(self, row: Demand) -> bool:
        """Whether the row can have any of this at all."""
        raise NotImplementedError

    def amiss(self, row: Demand, present: int) -> int:
        """How many people too few or too many while so many are present."""
        raise NotImplementedError

    def shortfall(self, model: Model, row: Demand, load: Load) -> Linear:
        """The same for people that the model has yet to place."""
        raise NotImplementedError

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        presence = Presence.of(sheet)
        return sum(
            stretch.minutes * self.amiss(row, stretch.present)
            for row in sheet.scenario.demand
            if self.concerns(row)
            for _, stretches in presence.windows(row)
            for stretch in stretches
        )

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        terms: list[Linear] = []
        for number, row in enumerate(model.scenario.demand):
            if not self.concerns(row):
                continue
            for load in loads(model, row, f"{self.id}.{number}"):
                if isinstance(load.people, int):
                    terms.append(load.minutes * self.amiss(row, load.people))
                else:
                    terms.append(load.minutes * self.shortfall(model, row, load))
        return sum(terms)

    def ceiling(self, scenario: Scenario) -> int:
        return sum(
            person_minutes(scenario, row) * max(self.amiss(row, 0), self.amiss(row, len(scenario.employees)))
            for row in scenario.demand
            if self.concerns(row)
        )


class Cover(DemandGoal):
    """People missing under a row's `min`."""

    id = "cover"
    name = "Udekket bemanning"

    def concerns(self, row: Demand) -> bool:
        return row.least > 0

    def amiss(self, row: Demand, present: int) -> int:
        return max(0, row.least - present)

    def shortfall(self, model: Model, row: Demand, load: Load) -> Linear:
        missing = model.integer(0, row.least, load.name)
        model.add(load.people + missing >= row.least, load.name)
        return missing


class BelowWanted(DemandGoal):
    """People missing under a row's `wanted`, counted above its `min`."""

    id = "below_wanted"
    name = "Under ønsket bemanning"

    def concerns(self, row: Demand) -> bool:
        return row.preferred > row.least

    def amiss(self, row: Demand, present: int) -> int:
        return max(0, row.preferred - max(row.least, present))

    def shortfall(self, model: Model, row: Demand, load: Load) -> Linear:
        """Under `min` all above it is missing: `below` is 1 there, and lifts what `missing` cannot reach."""
        gap = row.preferred - row.least
        missing = model.integer(0, gap, load.name)
        if row.least == 0:
            model.add(load.people + missing >= row.preferred, load.name)
        elif gap == 1:
            model.add(load.people + row.preferred * missing >= row.preferred, load.name)
        else:
            below = model.boolean(f"{load.name}.below")
            model.add(load.people + missing + row.least * below >= row.preferred, load.name)
            model.add(missing >= gap * below, f"{load.name}.below")
        return missing


class Surplus(DemandGoal):
    """People above a row's `wanted` (or `min`), in rows that count everyone."""

    id = "surplus"
    name = "Flere på vakt enn ønsket"

    def concerns(self, row: Demand) -> bool:
        return row.counts_everyone

    def amiss(self, row: Demand, present: int) -> int:
        return max(0, present - row.preferred)

    def shortfall(self, model: Model, row: Demand, load: Load) -> Linear:
        if row.preferred == 0:
            return load.people
        most = self.amiss(row, len(model.employees))
        if most == 0:
            return 0
        extra = model.integer(0, most, load.name)
        model.add(extra >= load.people - row.preferred, load.name)
        return extra


def loads(model: Model, row: Demand, name: str) -> Iterator[Load]:
    """The people in each stretch of a row; stretches of a day in which the same shifts run are one."""
    minutes: Counter[tuple[int, tuple[tuple[int, str], ...]]] = Counter()
    weekly = _is_same_every_week(model, row)
    for day in row.in_cycle(model.cycle):
        for segment in segments(model.scenario, row, day):
            minutes[day % WEEK_DAYS if weekly else day, segment.parts] += segment.minutes
    for number, ((day, parts), amount) in enumerate(minutes.items()):
        people = sum(model.heads(row, day + offset, code) for offset, code in parts)
        yield Load(people, amount, f"{name}.{day}.{number}")


def _is_same_every_week(model: Model, row: Demand) -> bool:
    """On a shared line each of its weeks has somebody at any time: alike for a row that counts everyone."""
    return model.cycle.rotation == "shared" and all(
        model.scenario.counts_in(row, employee) for employee in model.employees
    )


def person_minutes(scenario: Scenario, row: Demand) -> int:
    """The minutes of all windows of a row."""
    start, end = row.span
    return (end - start) * sum(1 for _ in row.in_cycle(scenario.cycle))
