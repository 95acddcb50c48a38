"""The graph of one line: layers of states, one a day, and the codes that lead from state to state.

Every line that keeps the local rules is a path from the first layer to the last. Whoever has the same local rules and
codes has the same graph; what only one of them may not do on a day is told in the prices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.rules.base import Rule
from solver.search.columns.opening import Opened, opened
from solver.search.weekly.automaton import Node, Step, TooLargeError, alike, explored, together
from solver.search.weekly.counts import WorkedWeekends
from solver.search.weekly.local import tracks_of

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Layer:
    """The steps of one day, each from a state before it to a state after it: its code as a number (0 is free), and
    whether it makes a weekend worked.
    """

    source: Ints
    target: Ints
    code: Ints
    weekend: Ints


@dataclass(frozen=True, eq=False)
class LineGraph:
    """The layers of all days, and how many states there are before each day and after the last."""

    layers: tuple[Layer, ...]
    sizes: tuple[int, ...]

    @property
    def days(self) -> int:
        return len(self.layers)


def weekday_codes(possible: Sequence[Sequence[str]], scenario: Scenario) -> list[list[str]]:
    """The codes that each weekday of a line may have in some week, `""` first."""
    found = [set[str]().union(*possible[dow::WEEK_DAYS]) for dow in range(WEEK_DAYS)]
    return [["", *(shift.code for shift in scenario.shifts if shift.code in codes)] for codes in found]


def line_graph(
    scenario: Scenario, rules: Sequence[Rule], employee: Employee, codes: Sequence[Sequence[str]]
) -> LineGraph:
    """The graph of a line whose weekdays may have these codes; with fewer rules where it would be too large, the last
    first.
    """
    found = (opened(track, employee.before) for track in tracks_of(scenario, rules, employee))
    tracks = [track for track in found if track]
    while True:
        try:
            steps, ends = _weekly(tracks, codes)
            return _unrolled(steps, ends, scenario)
        except TooLargeError:
            tracks = tracks[:-1]


def _weekly(tracks: Sequence[Opened], codes: Sequence[Sequence[str]]) -> tuple[list[Step], set[Node]]:
    """The steps of a week, states with the same future as one, and the states that may be the last. The start is node
    (0, 0).
    """
    daily = [track for track in tracks if not track.weekly]
    weekly = [track for track in tracks if track.weekly]
    steps, states = explored([together(daily, codes, lasting=False), *weekly], codes, [WorkedWeekends()])
    ends = {
        node
        for node, (_, *rest) in states.items()
        if node[0] == 0 and all(track.may_end(state) for track, state in zip(weekly, rest, strict=False))
    }
    steps_of: dict[Node, list[Step]] = {node: [] for node in states}
    for step in steps:
        steps_of[step.source].append(step)
    group = alike(steps_of, ends)
    kept = {
        Step((s.source[0], group[s.source]), s.code, (s.target[0], group[s.target]), s.counts): None
        for s in steps
    }
    return list(kept), {(node[0], group[node]) for node in ends}


def _unrolled(steps: Sequence[Step], ends: set[Node], scenario: Scenario) -> LineGraph:
    """The steps of every day that lie on some path from the start to an end."""
    by_weekday: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        by_weekday[step.dow].append(step)
    days = scenario.cycle.days
    reached = [frozenset({(0, 0)})]
    following: dict[Hashable, frozenset[Node]] = {}
    for day in range(days):
        here = day % WEEK_DAYS, reached[-1]
        if here not in following:
            following[here] = frozenset(s.target for s in by_weekday[here[0]] if s.source in reached[-1])
        reached.append(following[here])
    known: dict[Hashable, list[Step]] = {}
    kept: list[list[Step]] = []
    alive = reached[-1] & ends
    for day in reversed(range(days)):
        key = day % WEEK_DAYS, reached[day], alive
        if key not in known:
            known[key] = [s for s in by_weekday[key[0]] if s.source in reached[day] and s.target in alive]
        kept.append(known[key])
        alive = frozenset(s.source for s in known[key])
    kept.reverse()
    return _layered(kept, scenario)


def _layered(kept: Sequence[list[Step]], scenario: Scenario) -> LineGraph:
    """The same with the states of each day numbered from 0; days with the same steps are one layer."""
    number = {"": 0} | {shift.code: place for place, shift in enumerate(scenario.shifts, start=1)}
    known: dict[int, Layer] = {}
    for steps in kept:
        if id(steps) in known:
            continue
        before, after = (
            {node: place for place, node in enumerate(sorted(nodes))}
            for nodes in ({s.source for s in steps}, {s.target for s in steps})
        )
        rows = [(before[s.source], after[s.target], number[s.code], s.counts[0]) for s in steps]
        table = np.array(rows, dtype=np.int32).reshape(-1, 4)
        known[id(steps)] = Layer(*(np.ascontiguousarray(table[:, place]) for place in range(4)))
    layers = tuple(known[id(steps)] for steps in kept)
    return LineGraph(layers, (1, *(int(one.target.max(initial=-1)) + 1 for one in layers)))
