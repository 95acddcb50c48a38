"""Demand as rows: how many are on shift in each stretch, and what so many cost in each stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from solver.domain.demand import segments
from solver.domain.scenario import Demand, Scenario
from solver.goals.base import Goal
from solver.goals.demand_goals import DemandGoal
from solver.goals.registry import GOALS
from solver.search.stages import Stage

Parts = tuple[tuple[int, int], ...]
"""Days with the number of a code: the shifts that run through a stretch."""


class NotConvexError(Exception):
    """A stage that does not cost ever more with each one too many or too few: no linear program can hold it."""


@dataclass(frozen=True)
class Row:
    """People (by their place in the scenario) who count while some shifts run; `costs`: [stage, how many], up to the
    most that may be there.
    """

    who: frozenset[int]
    parts: Parts
    costs: npt.NDArray[np.int64]

    @cached_property
    def slopes(self) -> npt.NDArray[np.int64]:
        """What each one more costs: [stage, how many before]."""
        return np.diff(self.costs, axis=1)

    @cached_property
    def bends(self) -> tuple[int, ...]:
        """The numbers of people at which the slope of some stage changes."""
        changes = np.any(np.diff(self.slopes, axis=1) != 0, axis=0)
        return tuple(int(place) + 1 for place in np.flatnonzero(changes))


def demand_rows(scenario: Scenario, stages: Sequence[Stage]) -> list[Row]:
    """The rows of all demand. NotConvexError where no linear program can hold them."""
    number = {shift.code: place for place, shift in enumerate(scenario.shifts, start=1)}
    costs: dict[tuple[frozenset[int], Parts], npt.NDArray[np.int64]] = {}
    most: dict[tuple[frozenset[int], Parts], int] = {}
    counting: dict[tuple[object, ...], frozenset[int]] = defaultdict(frozenset)
    before = _before(scenario)
    for demand in scenario.demand:
        places = (i for i, one in enumerate(scenario.employees) if scenario.counts_in(demand, one))
        asked = demand.competence, demand.skill, demand.group
        who = counting.get(asked) or counting.setdefault(asked, frozenset(places))
        each: dict[int, npt.NDArray[np.int64]] = {}
        for day in demand.in_cycle(scenario.cycle):
            for segment in segments(scenario, demand, day):
                parts = sorted((day + offset, number[code]) for offset, code in segment.parts)
                there = sum(
                    len(who & before.get((day + offset, code), set())) for offset, code in segment.parts
                )
                if there not in each:
                    each[there] = np.array(list(_costs(demand, stages, there, len(who))), dtype=np.int64)
                key = who, tuple(part for part in parts if 0 <= part[0] < scenario.cycle.days)
                costs[key] = costs.get(key, 0) + segment.minutes * each[there]
                if demand.max is not None:
                    left = max(demand.max - there, 0)
                    most[key] = min(left, most.get(key, left))
    found = [Row(*key, cost[:, : most.get(key, len(key[0])) + 1]) for key, cost in costs.items()]
    if any(np.any(np.diff(row.slopes, axis=1) < 0) for row in found):
        raise NotConvexError
    return [row for row in found if row.parts or row.costs.any()]


def _before(scenario: Scenario) -> dict[tuple[int, str], set[int]]:
    """Who (by their place) worked which code on which day before the period, the last one being -1."""
    found: dict[tuple[int, str], set[int]] = defaultdict(set)
    for place, employee in enumerate(scenario.employees):
        for day, code in enumerate(employee.before, start=-len(employee.before)):
            if code:
                found[day, code].add(place)
    return found


def _costs(demand: Demand, stages: Sequence[Stage], there: int, people: int) -> Iterator[list[int]]:
    """For each stage what each number of people costs in a minute, beside those who are there in any case."""
    for stage in stages:
        found = [0] * (people + 1)
        for weight, goal in weighted(stage):
            if isinstance(goal, DemandGoal) and goal.concerns(demand):
                found = [cost + weight * goal.amiss(demand, there + n) for n, cost in enumerate(found)]
        yield found


def weighted(stage: Stage) -> Iterator[tuple[int, Goal]]:
    """The goals of a stage, each with what a unit of its own scale weighs in the stage's."""
    for step in stage.steps:
        goal = GOALS[step.id]
        yield (step.weight * (stage.scale // goal.scale) if len(stage.steps) > 1 else 1), goal
