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
from solver.search.columns.moves import Laid, laid
from solver.search.columns.paths import NEVER, Path
from solver.search.columns.people import Person
from solver.search.columns.windows import WEEKENDS, Axis

MINUTES = "minutes"
MOST_CELLS = 12_000_000
"""Numbers that one pricing may keep at once, and the most that one line's may be for a count to be held exactly."""

ALL_CELLS = 100_000_000
"""Numbers that one pricing of everybody may take, so that there is time for many."""
PACES = 8, 5, 3, 2
"""How many shifts (or weekends) a line may be ahead of or behind an even pace, where not all counts fit."""


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

    @property
    def most_cells(self) -> int:
        """The most that one line may take here."""
        return min(MOST_CELLS, ALL_CELLS // max(len(self.scenario.employees), 1))

    def prepare(self) -> list[Axis]:
        shifts = self.scenario.shifts
        axes = []
        if self.unit:
            hours = [each for person in self.people for each in person.hours.values()]
            adds = (0, *(shift.paid_minutes // self.unit for shift in shifts))
            least, most = min(low for low, _ in hours), max(high for _, high in hours)
            axes.append(Axis(MINUTES, adds, -(-least // self.unit), most // self.unit))
        axes.append(Axis(WEEKENDS, (), *self._range([self._limits(one, WEEKENDS) for one in self.people])))
        for code in self.counted:
            adds = (0, *(int(shift.code == code) for shift in shifts))
            axes.append(Axis(code, adds, *self._range([self._limits(one, code) for one in self.people])))
        return axes

    def _range(self, limits: Sequence[tuple[int, int]]) -> tuple[int, int, int | None]:
        """The least and the most of anyone, and the smallest most where nobody has a least."""
        least, most = min(low for low, _ in limits), max(high for _, high in limits)
        return least, most, None if any(low for low, _ in limits) else min(high for _, high in limits)

    def _lay(self) -> None:
        """Exactly where that fits the memory, else near an even pace."""
        self.axes = self.prepare()
        self.laid = laid(self.graph, tuple(self.axes), self.most_cells, PACES)

    def count(self, code: str) -> bool:
        """Count a code from now on; False where it is counted, or would take too much memory."""
        if code in self.counted or code in self.refused:
            return False
        self.counted.append(code)
        self._lay()
        if self.laid and self.laid.cells > self.most_cells:
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
                low, high = self._limits(person, axis.name)
                each[max(low - lows[place], 0) : max(high - lows[place] + 1, 0)] = 0
            found += each.reshape((-1,) + (1,) * (len(shape) - place - 1))
            np.minimum(found, NEVER, out=found)
        if not self.unit:
            size = min(person.hours, key=lambda one: size_costs[one], default=None)
            found = np.minimum(found + (NEVER if size is None else size_costs[size]), NEVER).astype(np.int32)
            chosen = {} if size is None else {0: size}
        return found, chosen

    def _limits(self, person: Person, name: str) -> tuple[int, int]:
        if name == WEEKENDS:
            most, weeks = person.employee.max_weekends, self.scenario.cycle.weeks
            return person.employee.min_weekends or 0, weeks if most is None else min(most, weeks)
        return limits_of(self.scenario, person, name)

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
        alike[kind_of(scenario, person)].append(person)
    graphs: dict[Hashable, LineGraph] = {}
    found = []
    for group in alike.values():
        may: npt.NDArray[np.bool_] = np.any([person.allowed for person in group], axis=0)
        codes = [["", *_codes(scenario, may[dow::7])] for dow in range(7)]
        used = {code for day in codes for code in day}
        paid = [shift.paid_minutes for shift in scenario.shifts if shift.code in used]
        limited = any(high < scenario.cycle.days * 1440 or low > 0 for low, high in group[0].hours.values())
        key = _rules_of(scenario, group[0]), tuple(map(tuple, codes))
        if key not in graphs:
            graphs[key] = line_graph(scenario, rules, group[0].employee, codes)
        found.append(Kind(scenario, group, graphs[key], reduce(gcd, paid, 0) if limited else 0))
    return found


def _rules_of(scenario: Scenario, person: Person) -> Hashable:
    """What decides a line's graph."""
    own = {"max_shifts", "min_shifts", "max_minutes", "min_minutes"}
    return scenario.rules_of(person.employee).model_dump_json(exclude=own), person.employee.before


def kind_of(scenario: Scenario, person: Person) -> Hashable:
    """What decides a line's graph and counts; what only one of them may not do on a day is told in the prices."""
    rules, days = scenario.rules_of(person.employee), scenario.cycle.days
    limited = {code: most for code, most in (rules.max_shifts or {}).items() if 0 < most < days}
    return (
        rules.model_dump_json(exclude={"max_shifts"}),
        tuple(sorted(limited.items())),
        person.employee.before,
        tuple(person.hours.values()),
    )


def _codes(scenario: Scenario, may: npt.NDArray[np.bool_]) -> Iterator[str]:
    for place, shift in enumerate(scenario.shifts, start=1):
        if may[:, place].any():
            yield shift.code
