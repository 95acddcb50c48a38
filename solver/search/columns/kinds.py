"""People with the same rules, priced together: one graph, one set of counts, their own prices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from math import gcd

import numpy as np
import numpy.typing as npt

from solver.domain.scenario import Scenario
from solver.rules.base import Rule
from solver.search.columns.graph import Ints, LineGraph, line_graph
from solver.search.columns.moves import WEEKENDS, Axis, Laid, laid
from solver.search.columns.paths import NEVER, Path
from solver.search.columns.people import Person

MINUTES = "minutes"
MOST_CELLS = 12_000_000
"""Numbers that one pricing may keep at once, and the most that one line's may be for a count to be held exactly."""


@dataclass
class Kind:
    """People with one graph. A code whose number is limited is counted once a line was found that had too many."""

    scenario: Scenario
    people: list[Person]
    graph: LineGraph
    unit: int
    axes: list[Axis] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    laid: Laid | None = None

    def __post_init__(self) -> None:
        self._lay()

    def prepare(self) -> list[Axis]:
        one = self.people[0]
        shifts = self.scenario.shifts
        axes = []
        if self.unit:
            hours = [each for person in self.people for each in person.hours.values()]
            adds = (0, *(shift.paid_minutes // self.unit for shift in shifts))
            least, most = min(low for low, _ in hours), max(high for _, high in hours)
            axes.append(Axis(MINUTES, adds, -(-least // self.unit), most // self.unit))
        axes.append(Axis(WEEKENDS, (), *self._weekends()))
        for code in self.counted:
            adds = (0, *(int(shift.code == code) for shift in shifts))
            axes.append(Axis(code, adds, *limits_of(self.scenario, one, code)))
        return axes

    def _weekends(self) -> tuple[int, int]:
        weeks = self.scenario.cycle.weeks
        least = min(person.employee.min_weekends or 0 for person in self.people)
        most = max(weeks if p.employee.max_weekends is None else p.employee.max_weekends for p in self.people)
        return least, min(most, weeks)

    def _lay(self) -> None:
        self.axes = self.prepare()
        self.laid = laid(self.graph, self.axes)

    def count(self, code: str) -> bool:
        """Count a code from now on; False where it is counted, or would take too much memory."""
        if code in self.counted or code in self.refused:
            return False
        self.counted.append(code)
        self._lay()
        if self.laid and self.laid.cells > MOST_CELLS:
            self.counted.remove(code)
            self.refused.add(code)
            self._lay()
            return False
        return True

    def ending(self, person: Person, size_costs: dict[int, int]) -> tuple[Ints, dict[int, int]]:
        """What each count at the end costs one person, and the size that goes with each number of units of minutes."""
        assert self.laid is not None
        shape, lows = self.laid.shapes[-1], self.laid.lows[-1]
        found, chosen = np.zeros(shape, dtype=np.int32), dict[int, int]()
        for place, axis in enumerate(self.axes):
            if axis.name == MINUTES:
                each, chosen = self._ending_minutes(person, size_costs, lows[place], shape[place])
            else:
                each = np.full(shape[place], NEVER, dtype=np.int32)
                low, high = self._limits(person, axis)
                each[max(low - lows[place], 0) : max(high - lows[place] + 1, 0)] = 0
            found += each.reshape((-1,) + (1,) * (len(shape) - place - 1))
            np.minimum(found, NEVER, out=found)
        if not self.unit:
            size = min(person.hours, key=lambda one: size_costs[one], default=None)
            found = np.minimum(found + (NEVER if size is None else size_costs[size]), NEVER).astype(np.int32)
            chosen = {} if size is None else {0: size}
        return found, chosen

    def _limits(self, person: Person, axis: Axis) -> tuple[int, int]:
        if axis.name == WEEKENDS:
            most = person.employee.max_weekends
            return person.employee.min_weekends or 0, axis.most if most is None else most
        return limits_of(self.scenario, person, axis.name)

    def _ending_minutes(
        self, person: Person, size_costs: dict[int, int], low: int, length: int
    ) -> tuple[Ints, dict[int, int]]:
        found, chosen = np.full(length, NEVER, dtype=np.int32), dict[int, int]()
        for size, (least, most) in person.hours.items():
            for place in range(
                max(-(-least // self.unit) - low, 0), min(most // self.unit - low + 1, length)
            ):
                if size_costs[size] < found[place]:
                    found[place] = size_costs[size]
                    chosen[place + low] = size
        return found, chosen


def limits_of(scenario: Scenario, person: Person, code: str) -> tuple[int, int]:
    """The least and the most of a code that a line may have."""
    rules = scenario.rules_of(person.employee)
    return (rules.min_shifts or {}).get(code, 0), (rules.max_shifts or {}).get(code, scenario.cycle.days)


def broken_count(scenario: Scenario, person: Person, path: Path) -> str | None:
    """A code that the path has too many or too few of."""
    rules, counted = scenario.rules_of(person.employee), Counter(path.codes)
    number = {shift.code: place for place, shift in enumerate(scenario.shifts, start=1)}
    for code in {**(rules.max_shifts or {}), **(rules.min_shifts or {})}:
        least, most = limits_of(scenario, person, code)
        if not least <= counted[number.get(code, -1)] <= most:
            return code
    return None


def kinds_of(scenario: Scenario, rules: Sequence[Rule], people: Sequence[Person]) -> list[Kind]:
    """The people by kind."""
    alike: dict[Hashable, list[Person]] = defaultdict(list)
    for person in people:
        own = scenario.rules_of(person.employee).model_dump_json()
        alike[own, person.employee.before, tuple(person.hours.values())].append(person)
    found = []
    for group in alike.values():
        may: npt.NDArray[np.bool_] = np.any([person.allowed for person in group], axis=0)
        codes = [["", *_codes(scenario, may[dow::7])] for dow in range(7)]
        used = {code for day in codes for code in day}
        paid = [shift.paid_minutes for shift in scenario.shifts if shift.code in used]
        limited = any(high < scenario.cycle.days * 1440 or low > 0 for low, high in group[0].hours.values())
        graph = line_graph(scenario, rules, group[0].employee, codes)
        found.append(Kind(scenario, group, graph, reduce(gcd, paid, 0) if limited else 0))
    return found


def _codes(scenario: Scenario, may: npt.NDArray[np.bool_]) -> Iterator[str]:
    for place, shift in enumerate(scenario.shifts, start=1):
        if may[:, place].any():
            yield shift.code
