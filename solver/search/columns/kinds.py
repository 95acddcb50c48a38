"""People with the same rules, priced together: one graph, one set of counts, their own prices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from math import gcd

import numpy as np
import numpy.typing as npt

from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.rules.base import Rule
from solver.search.columns.graph import Ints, LineGraph, line_graph
from solver.search.columns.moves import FarError, Laid, laid
from solver.search.columns.paths import NEVER
from solver.search.columns.people import Person
from solver.search.columns.windows import WEEKENDS, Axis

MINUTES = "minutes"
MOST_CELLS = 12_000_000
"""Numbers that one pricing may keep at once, and the most that one line's may be for its minutes and weekends to be
held exactly."""

ALL_CELLS = 100_000_000
"""Numbers that one pricing of everybody may take, so that there is time for many."""
COUNT_CELLS = 300_000
"""Numbers that one line may take for a code to be counted; else it is made dearer where there are too many."""
PACES = 8, 5, 3, 2
"""How many shifts (or weekends) a line may be ahead of or behind an even pace, where not all counts fit."""


@dataclass
class Kind:
    """People with one graph. A code whose number is limited is counted once a line was found that had too many (or
    too few), where that is cheap. `paid`: the paid minutes of each code there is, where hours are limited.
    """

    scenario: Scenario
    people: list[Person]
    graph: LineGraph
    paid: dict[str, int]
    axes: list[Axis] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    laid: Laid | None = None
    is_far: bool = False
    """nothing is laid, but only since no line is near an even pace, which proves nothing"""
    is_wide: bool = False

    def __post_init__(self) -> None:
        rules = self.scenario.rules_of(self.people[0].employee)
        self.limits = _limits(rules, self.scenario.cycle.days)
        self._lay()
        for code in sorted(self.limits, key=lambda one: self.limits[one][1]):
            self._count_if_fewer(code)

    @property
    def most_cells(self) -> int:
        """The most that one line may take here."""
        return (
            MOST_CELLS if self.is_wide else min(MOST_CELLS, ALL_CELLS // max(len(self.scenario.employees), 1))
        )

    def widen(self) -> bool:
        """Keep counts farther from an even pace, for people who have no line near it; whether there are more now."""
        before = self.laid
        is_near = before.paced if before else self.is_far
        if not is_near or self.is_wide:
            return False
        self.is_wide = True
        self._lay()
        return self.laid is not None and (before is None or self.laid.cells > before.cells)

    @property
    def unit(self) -> int:
        """The minutes that all codes are multiples of, but for those that are counted; 0 where no hours are held."""
        return self._unit(self.counted)

    def _unit(self, counted: Sequence[str]) -> int:
        alike = [minutes for code, minutes in self.paid.items() if code not in counted]
        return reduce(gcd, alike, 0) or reduce(gcd, self.paid.values(), 0)

    @property
    def rest(self) -> dict[str, int]:
        """Counted codes, with the minutes that each has beyond a multiple of the unit."""
        unit = self.unit
        over = {code: self.paid.get(code, 0) % unit for code in self.counted} if unit else {}
        return {code: minutes for code, minutes in over.items() if minutes}

    @property
    def priced(self) -> dict[str, tuple[int, int]]:
        """The least and most of each code whose number is limited, but not counted."""
        return {code: limits for code, limits in self.limits.items() if code not in self.counted}

    def prepare(self) -> list[Axis]:
        shifts, unit, rest = self.scenario.shifts, self.unit, self.rest
        axes = []
        if unit:
            hours = [each for person in self.people for each in person.hours.values()]
            adds = (0, *(self.paid.get(shift.code, 0) // unit for shift in shifts))
            least, most = min(low for low, _ in hours), max(high for _, high in hours)
            over = [(minutes, *self.limits[code]) for code, minutes in rest.items()]
            least -= sum(minutes * high for minutes, _, high in over)
            most -= sum(minutes * low for minutes, low, _ in over)
            axes.append(Axis(MINUTES, adds, -(-least // unit), most // unit))
        axes.append(Axis(WEEKENDS, (), *self._range([self._weekends(one) for one in self.people])))
        for code in self.counted:
            adds = (0, *(int(shift.code == code) for shift in shifts))
            least, most, lowest = self._range([self.limits[code]])
            axes.append(Axis(code, adds, least, most, None if code in rest else lowest))
        return axes

    def _range(self, limits: Sequence[tuple[int, int]]) -> tuple[int, int, int | None]:
        """The least and the most of anyone, and the smallest most where nobody has a least."""
        least, most = min(low for low, _ in limits), max(high for _, high in limits)
        return least, most, None if any(low for low, _ in limits) else min(high for _, high in limits)

    def _lay(self) -> None:
        """Exactly where that fits the memory, else near an even pace."""
        self.axes = self.prepare()
        pace, most = self.people[0].even_pace, self.most_cells
        try:
            self.laid = laid(self.graph, tuple(self.axes), pace, most_cells=most, paces=PACES)
        except FarError:
            self.laid, self.is_far = None, True
        else:
            self.is_far = False

    def count(self, code: str) -> bool:
        """Count a code from now on; False where it is counted, or would take too much."""
        return self._count(code, COUNT_CELLS)

    def _count_if_fewer(self, code: str) -> None:
        """Count a code that takes nothing, as minutes are then told by larger units."""
        if self.laid and self._unit([*self.counted, code]) > self.unit:
            self._count(code, self.laid.cells)
            self.refused.discard(code)

    def _count(self, code: str, most_cells: int) -> bool:
        if code in self.counted or code in self.refused:
            return False
        before = self.laid
        self.counted.append(code)
        self._lay()
        is_too_much = self.laid.paced or self.laid.cells > most_cells if self.laid else self.is_far
        if before and is_too_much:
            self.counted.remove(code)
            self.refused.add(code)
            self._lay()
            return False
        return True

    def ending(self, person: Person, size_costs: dict[int, int]) -> Ints:
        """What each count at the end costs one person."""
        assert self.laid is not None
        shape, lows, unit, rest = self.laid.shapes[-1], self.laid.lows[-1], self.unit, self.rest
        found, minutes = np.zeros(shape, dtype=np.int32), np.zeros((1,) * len(shape), dtype=np.int64)
        for place, axis in enumerate(self.axes):
            ends = (lows[place] + np.arange(shape[place])).reshape((-1,) + (1,) * (len(shape) - place - 1))
            if axis.name == MINUTES:
                minutes = minutes + unit * ends
                continue
            minutes = minutes + rest.get(axis.name, 0) * ends
            low, high = self._weekends(person) if axis.name == WEEKENDS else self.limits[axis.name]
            found += np.where((ends >= low) & (ends <= high), 0, NEVER).astype(np.int32)
            np.minimum(found, NEVER, out=found)
        if not unit:
            each = np.full(minutes.shape, min((size_costs[one] for one in person.hours), default=NEVER))
        else:
            each = np.full(minutes.shape, NEVER)
            for size, (least, most) in person.hours.items():
                within = (minutes >= least) & (minutes <= most)
                each = np.minimum(each, np.where(within, size_costs[size], NEVER))
        total: Ints = np.minimum(found + each, NEVER).astype(np.int32)
        return total

    def size(self, person: Person, codes: Sequence[int], size_costs: dict[int, int]) -> int:
        """The cheapest size that a line's hours fit."""
        shifts, unit = self.scenario.shifts, self.unit
        minutes = sum(self.paid.get(shifts[code - 1].code, 0) for code in codes if code)
        hours = person.hours.items()
        fitting = (size for size, (least, most) in hours if not unit or least <= minutes <= most)
        return min(fitting, key=lambda one: size_costs[one])

    def _weekends(self, person: Person) -> tuple[int, int]:
        most, weeks = person.employee.max_weekends, self.scenario.cycle.weeks
        return person.employee.min_weekends or 0, weeks if most is None else min(most, weeks)


def _limits(rules: UnitRules, days: int) -> dict[str, tuple[int, int]]:
    """The least and the most of each code whose number is limited. What may not be at all is told in the prices."""
    least, most = rules.min_shifts or {}, rules.max_shifts or {}
    found = {code: (least.get(code, 0), most.get(code, days)) for code in (*least, *most)}
    return {code: (low, high) for code, (low, high) in found.items() if low or 0 < high < days}


def kinds_of(scenario: Scenario, rules: Sequence[Rule], people: Sequence[Person]) -> list[Kind]:
    """The people by kind."""
    alike: dict[Hashable, list[Person]] = defaultdict(list)
    for person in people:
        alike[kind_of(scenario, person)].append(person)
    graphs: dict[Hashable, LineGraph] = {}
    found = []
    for group in alike.values():
        may: npt.NDArray[np.bool_] = np.any([person.allowed for person in group], axis=0)
        codes = [["", *_codes(scenario, may[dow::7])] for dow in range(7)]
        used = {code for day in codes for code in day}
        paid = {shift.code: shift.paid_minutes for shift in scenario.shifts if shift.code in used}
        limited = any(high < scenario.cycle.days * 1440 or low > 0 for low, high in group[0].hours.values())
        key = _rules_of(scenario, group[0]), tuple(map(tuple, codes))
        if key not in graphs:
            graphs[key] = line_graph(scenario, rules, group[0].employee, codes)
        kind = Kind(scenario, group, graphs[key], paid if limited else {})
        found += _by_pace(kind) if kind.is_far or (kind.laid and kind.laid.paced) else [kind]
    return found


def _by_pace(kind: Kind) -> list[Kind]:
    """A kind whose lines are kept near an even pace, apart for those whose pace is another."""
    alike: dict[Hashable, list[Person]] = defaultdict(list)
    for person in kind.people:
        alike[person.even_pace].append(person)
    if len(alike) == 1:
        return [kind]
    return [Kind(kind.scenario, group, kind.graph, kind.paid) for group in alike.values()]


def _rules_of(scenario: Scenario, person: Person) -> Hashable:
    """What decides a line's graph."""
    own = {"max_shifts", "min_shifts", "max_minutes", "min_minutes"}
    return scenario.rules_of(person.employee).model_dump_json(exclude=own), person.employee.before


def kind_of(scenario: Scenario, person: Person) -> Hashable:
    """What decides a line's graph and counts; what only one of them may not do on a day is told in the prices."""
    rules, days = scenario.rules_of(person.employee), scenario.cycle.days
    return (
        rules.model_dump_json(exclude={"max_shifts", "min_shifts"}),
        tuple(sorted(_limits(rules, days).items())),
        person.employee.before,
        tuple(person.hours.values()),
    )


def _codes(scenario: Scenario, may: npt.NDArray[np.bool_]) -> Iterator[str]:
    for place, shift in enumerate(scenario.shifts, start=1):
        if may[:, place].any():
            yield shift.code
