"""A few lines at a time: the others stand as they are, so that each problem is small however large the unit is.

Lays a first roster group by group, and improves one by laying a few lines anew (large neighbourhood search).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from solver.holes import holes
from solver.rules.base import Rule
from solver.search.first import WEEKEND, Codes, keep_weekends
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel
from solver.search.sizing import Sizing
from solver.search.solve import solve

LINES_AT_ONCE = 4
GROUP_SIZES = (2, 3, 4, 5, 6, 9)
MOST_TRIES, FULL_TRIES = 200, 8
ROOM_TRIES = 4
STALL_SECONDS = 0.4
LEAST_SECONDS = 0.2
"""What a group is given at least; half of its part of the time goes to building its model."""
Kept = frozenset[str]
KEPT: tuple[Kept, ...] = (
    frozenset({"weekends", "sizes", "minutes"}),
    frozenset({"weekends", "sizes"}),
    frozenset({"sizes"}),
    frozenset(),
)
"""What a group keeps of what was counted and laid before, the most first."""
Hours = dict[str, tuple[int, int]]
"""Position in basis points and paid minutes of each employee."""


@dataclass
class Draft:
    """A roster under way: the codes of the lines laid so far, and the hours of all lines, laid or counted."""

    codes: Codes
    hours: Hours
    laid: set[str] = field(default_factory=set)


class GroupModel(RosterModel):
    """A model in which only a few lines are free. Those laid already are facts, those not laid yet work nothing."""

    def __init__(
        self, scenario: Scenario, rules: Sequence[Rule], group: Sequence[Employee], draft: Draft
    ) -> None:
        self.group = group
        super().__init__(scenario, rules)
        free = {employee.id for employee in group}
        for employee in scenario.employees:
            if employee.id not in free:
                self._size[employee.id], self._minutes[employee.id] = draft.hours[employee.id]
                self._used[employee.id] = int(draft.hours[employee.id][0] > 0)
                self._state(employee, draft)

    @property
    def lines(self) -> Sequence[Employee]:
        return self.group

    def _state(self, employee: Employee, draft: Draft) -> None:
        laid = employee.id in draft.laid
        for day in range(self.cycle.days):
            code = draft.codes.get((employee.id, day), "") if laid else ""
            self._on[employee.id, day] = int(bool(code))
            if code:
                self._shift[employee.id, day, code] = 1


class Groups:
    """Lays lines in groups, and lays some of them anew."""

    def __init__(self, sizing: Sizing, rules: Sequence[Rule], limits: Limits, weekends: Codes) -> None:
        assert sizing.values is not None
        self.sizing, self.rules, self.limits, self.weekends = sizing, rules, limits, weekends
        self.scenario = sizing.model.scenario
        hours = {
            employee.id: (
                sizing.values[sizing.model.position(employee).index],
                sizing.values[sizing.model.minutes(employee).index],
            )
            for employee in self.scenario.employees
        }
        self.draft = Draft({}, hours)
        self.random = random.Random(sizing.seed)
        self.cover = 0

    def lay(self, share: Share) -> bool:
        """Lay all lines, the least free first; False where some line could not be laid."""
        order = sorted(self.scenario.employees, key=self._freedom)
        groups = [order[first : first + LINES_AT_ONCE] for first in range(0, len(order), LINES_AT_ONCE)]
        until, is_used = self.limits.elapsed + share.seconds, self.limits.meter(share)
        for place, group in enumerate(groups):
            left = Share(max(until - self.limits.elapsed, 0), share.work)
            each = Share(
                max(LEAST_SECONDS, left.of(len(groups) - place).seconds / 2), share.of(len(groups)).work
            )
            if not self._lay_group(group, each) and (is_used() or not self._lay_each(group, each, is_used)):
                return False
        return True

    def _lay_group(self, group: Sequence[Employee], each: Share) -> bool:
        return any(not self.limits.stopped_by and self._solve(group, each, kept) for kept in KEPT)

    def _lay_each(self, group: Sequence[Employee], each: Share, is_used: Callable[[], bool]) -> bool:
        """Where a group finds no room together, each line alone may, or with some laid lines laid anew."""
        return all(
            self._lay_group([employee], each) or (not is_used() and self._make_room(employee, each))
            for employee in group
        )

    def _make_room(self, employee: Employee, each: Share) -> bool:
        for _ in range(ROOM_TRIES):
            laid = [one for one in self.scenario.employees if one.id in self.draft.laid]
            others = self.random.sample(laid, min(max(GROUP_SIZES), len(laid)))
            if self.limits.stopped_by or self._solve([employee, *others], each, KEPT[-1]):
                break
        return employee.id in self.draft.laid

    def mend(self, enough: int, share: Share) -> None:
        """Lay a few lines anew, again and again, until cover is down to `enough` or the share is used."""
        each = share.of(FULL_TRIES)
        is_used = self.limits.meter(share)
        for _ in range(MOST_TRIES):
            if self.limits.stopped_by or self.cover <= enough or is_used():
                return
            self._solve(self._near_a_hole(), each, self.random.choice(KEPT[:-1]))

    def _near_a_hole(self) -> list[Employee]:
        """Some who count in the demand of a hole, whichever, and some others."""
        lines = tuple(
            Line(
                employee=one.id,
                position_basis_points=number(self.draft.hours[one.id][0]),  # type: ignore[arg-type]
                days=tuple(self.draft.codes[one.id, day] for day in range(self.scenario.cycle.days)),
            )
            for one in self.scenario.employees
        )
        row = self.random.choice(holes(Sheet.of(self.scenario, Roster(lines=lines)))).row
        counted = [
            one for one in self.scenario.employees if self.scenario.counts_in(self.scenario.demand[row], one)
        ]
        others = [one for one in self.scenario.employees if one not in counted] or counted
        near = self.random.sample(counted, min(self.random.choice(GROUP_SIZES), len(counted)))
        more = self.random.sample(others, min(2, len(others)))
        return near + [one for one in more if one not in near]

    def _freedom(self, employee: Employee) -> tuple[bool, int, int, int]:
        """The least free first: those who must work all kinds of shift, then by how many codes, then the highest
        competence.
        """
        codes = len(employee.shifts) if employee.shifts is not None else len(self.scenario.shifts)
        place = self.scenario.employees.index(employee)
        tredelt = self.scenario.norm_of(employee) == "tredelt"
        return not tredelt, codes, -self.scenario.rank_of(employee.competence), place

    def _solve(self, group: Sequence[Employee], share: Share, kept: Kept) -> bool:
        """Lay a group for the least cover, never for more than there was; False where that was not found."""
        model = GroupModel(self.scenario, self.rules, group, self.draft)
        for rule in self.rules:
            rule.enforce(model)
        cover = GOALS["cover"].express(model)
        model.cp.minimize(cover)
        if "weekends" in kept:
            keep_weekends(model.cp, model, self.weekends)
        if "sizes" in kept:
            self._keep_hours(model, minutes="minutes" in kept)
        self._hint(model, group)
        found = solve(
            model.cp, self.limits, share, workers=self.sizing.workers, seed=self.sizing.seed, way="lay",
            stall_seconds=STALL_SECONDS if self.limits.work is None else None,
        )  # fmt: skip
        worse = self.cover if all(one.id in self.draft.laid for one in group) else None
        if found.values is None or found.objective is None or (worse is not None and found.objective > worse):
            return False
        self._note(model, group, found.values)
        self.cover = found.objective
        return True

    def _keep_hours(self, model: GroupModel, *, minutes: bool) -> None:
        for employee in model.group:
            size, paid = self.draft.hours[employee.id]
            model.cp.add(model.position(employee) == size)
            if minutes:
                model.cp.add(model.minutes(employee) == paid)

    def _hint(self, model: GroupModel, group: Iterable[Employee]) -> None:
        """Start from the lines as they are, so that laying them anew never makes them worse."""
        for employee in group:
            for day in range(self.scenario.cycle.days if employee.id in self.draft.laid else 0):
                for shift in self.scenario.shifts:
                    literal = model.works(employee, day, shift.code)
                    if not isinstance(literal, int):
                        model.cp.add_hint(literal, self.draft.codes[employee.id, day] == shift.code)

    def _note(self, model: GroupModel, group: Iterable[Employee], values: Sequence[int]) -> None:
        for employee in group:
            for day in range(self.scenario.cycle.days):
                self.draft.codes[employee.id, day] = model.code_of(employee, day, values)
                if day % WEEK_DAYS in WEEKEND:
                    self.weekends[employee.id, day] = self.draft.codes[employee.id, day]
            self.draft.hours[employee.id] = (
                values[model.position(employee).index],
                values[model.minutes(employee).index],
            )
            self.draft.laid.add(employee.id)


def keep_draft(problem: cp_model.CpModel, model: RosterModel, draft: Draft) -> None:
    """Hold a whole draft, so that every other variable of the model gets its value."""
    for employee in model.lines:
        for day in range(model.cycle.days):
            for shift in model.scenario.shifts:
                literal = model.works(employee, day, shift.code)
                if not isinstance(literal, int):
                    problem.add(literal == int(draft.codes[employee.id, day] == shift.code))
        problem.add(model.position(employee) == draft.hours[employee.id][0])
