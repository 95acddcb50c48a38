"""The score of a roster in Timefold's hands, counted anew for the line and the stretches of demand that a move touches.

What it is made of is plain lists and loops, since Timefold translates it to Java and not all of Python comes along.
Hard: how far rules are broken. Medium: person-minutes nobody covers. Soft: the later goals in their order, each
weighing more than all that can come after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any

from line import Line  # type: ignore[import-not-found]
from lines import broken, size_of, strain  # type: ignore[import-not-found]
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import HardMediumSoftScore, IncrementalScoreCalculator


class Facts:
    """The scenario, and for each day and code the stretches of demand it runs through."""

    def __init__(self, given: dict[str, Any], lines: list[Line], rows_of: list[list[int]]) -> None:
        self.days: int = given["days"]
        self.codes: int = len(given["codes"])
        self.lines = lines
        self.rows_of = rows_of
        self.who: list[list[int]] = []
        self.least: list[int] = []
        self.most: list[int] = []
        self.minutes: list[int] = []
        for row in given["rows"]:
            self.who.append(row["who"])
            self.least.append(row["least"])
            self.most.append(row["most"])
            self.minutes.append(row["minutes"])
        self.budget: int = given["budget"] * 100
        self.full: int = given["full"]
        self.groups: list[list[int]] = given["groups"]
        self.weights: list[int] = weights(given)


def facts_of(given: dict[str, Any]) -> Facts:
    codes = len(given["codes"])
    rows_of: list[list[int]] = [[] for _ in range(given["days"] * codes)]
    for number, row in enumerate(given["rows"]):
        for day, code in row["starts"]:
            rows_of[day * codes + code].append(number)
    return Facts(given, [Line(given, line) for line in given["lines"]], rows_of)


NAMES = ["unwanted_part_time", "small_positions", "part_time", "weekend_balance", "wishes", "strain"]


def weights(given: dict[str, Any]) -> list[int]:
    """What one of each goal in NAMES costs, so that none is given up for what comes after it; 0 where not asked for."""
    lines, days = len(given["lines"]), given["days"]
    wishes = sum(max(one["unwished"], default=0) for one in given["lines"]) * days
    most = [10_000 * lines, lines, lines, given["weeks"] * len(given["groups"]), wishes, 2 * days * lines]
    found, weight = [0] * len(NAMES), 1
    for name in reversed(given["goals"]):
        found[NAMES.index(name)] = weight
        weight *= most[NAMES.index(name)] + 1
    if weight > 2**62:
        raise OverflowError("goals in order do not fit a number of 64 bits")
    return found


@planning_entity
@dataclass
class Place:
    """One day of one line."""

    id: Annotated[int, PlanningId]
    line: int
    day: int
    codes: Annotated[list[int], ValueRangeProvider(id="codes")]
    code: Annotated[int | None, PlanningVariable(value_range_provider_refs=["codes"])] = field(default=None)


@planning_solution
@dataclass
class Plan:
    """All days of all lines."""

    facts: Annotated[Facts, ProblemFactProperty]
    places: Annotated[list[Place], PlanningEntityCollectionProperty]
    score: Annotated[HardMediumSoftScore | None, PlanningScore] = field(default=None)


class Score(IncrementalScoreCalculator):  # type: ignore[misc]
    """Keeps what each line and each stretch of demand is worth, and the sums."""

    def reset_working_solution(self, solution: Plan) -> None:
        self.facts = solution.facts
        lines = len(self.facts.lines)
        self.grid = []
        for _ in range(lines):
            self.grid.append([0] * self.facts.days)
        self.stale = [True] * lines
        self.hard = [0] * lines
        self.size = [0] * lines
        self.paid = [0] * lines
        self.weekends = [0] * lines
        self.soft = [0] * lines
        self.present = [0] * len(self.facts.least)
        self.missing = 0
        self.beyond = 0
        for row in range(len(self.facts.least)):
            self.missing += self.facts.least[row] * self.facts.minutes[row]
        for place in solution.places:
            if place.code is not None:
                self.put(place.line, place.day, place.code)

    def before_entity_added(self, entity: Place) -> None:
        pass

    def after_entity_added(self, entity: Place) -> None:
        pass

    def before_entity_removed(self, entity: Place) -> None:
        pass

    def after_entity_removed(self, entity: Place) -> None:
        pass

    def before_variable_changed(self, entity: Place, variable_name: str) -> None:
        pass

    def after_variable_changed(self, entity: Place, variable_name: str) -> None:
        code = entity.code
        if code is None:
            self.put(entity.line, entity.day, 0)
        else:
            self.put(entity.line, entity.day, code)

    def put(self, line: int, day: int, code: int) -> None:
        old = self.grid[line][day]
        if old == code:
            return
        self.count(line, day, old, -1)
        self.count(line, day, code, 1)
        self.grid[line][day] = code
        self.stale[line] = True

    def count(self, line: int, day: int, code: int, change: int) -> None:
        if code == 0:
            return
        facts = self.facts
        for row in facts.rows_of[day * facts.codes + code]:
            if facts.who[row][line] == 1:
                old = self.present[row]
                new = old + change
                self.present[row] = new
                self.missing += (
                    max(0, facts.least[row] - new) - max(0, facts.least[row] - old)
                ) * facts.minutes[row]
                self.beyond += max(0, new - facts.most[row]) - max(0, old - facts.most[row])

    def read(self, line: int) -> None:
        facts = self.facts
        given, days = facts.lines[line], self.grid[line]
        paid = 0
        weekends = 0
        wishes = 0
        for day in range(facts.days):
            paid += given.paid[days[day]]
            wishes += given.unwished[day * facts.codes + days[day]]
        for saturday in range(5, facts.days, 7):
            if days[saturday] > 0 or days[saturday + 1] > 0:
                weekends += 1
        if paid > 0 or given.vacant == 0:
            paid += given.other
        size, apart = size_of(given, paid)
        self.hard[line] = apart + broken(given, days, weekends) if size > 0 or paid > 0 else 0
        self.size[line] = size
        self.paid[line] = paid
        self.weekends[line] = weekends
        weights = facts.weights
        worth = (
            weights[0] * max(0, given.wanted - size) + weights[4] * wishes + weights[5] * strain(given, days)
        )
        if 0 < size < given.small_below:
            worth += weights[1]
        if 0 < size < given.part_below:
            worth += weights[2]
        self.soft[line] = worth
        self.stale[line] = False

    def calculate_score(self) -> HardMediumSoftScore:
        facts = self.facts
        hard = self.beyond
        soft = 0
        sizes = 0
        paid = 0
        for line in range(len(facts.lines)):
            if self.stale[line]:
                self.read(line)
            hard += self.hard[line]
            soft += self.soft[line]
            sizes += self.size[line]
            paid += self.paid[line]
        if facts.budget > 0:
            if sizes > facts.budget:
                hard += 1 + (sizes - facts.budget) // 100
            if paid * 10000 > facts.budget * facts.full:
                hard += 1 + (paid - facts.budget * facts.full // 10000) // 60
        for group in facts.groups:
            most = 0
            fewest = 1000
            for one in group:
                most = max(most, self.weekends[one])
                fewest = min(fewest, self.weekends[one])
            soft += facts.weights[3] * (most - fewest)
        return HardMediumSoftScore.of(-hard, -self.missing, -soft)
