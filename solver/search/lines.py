"""One line by itself: whether it can be laid at all at a size, with weekends as they stand.

Counts say nothing of the order of days, so they may give a line a size or weekends that no order of days fits. Each
such line is a small problem of its own, proven in hundredths of a second, and what is proven is cut from the counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from solver.domain.cycle import SATURDAY, SUNDAY, WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.rules.base import Rule
from solver.rules.registry import are_alike
from solver.search.first import Codes, keep_weekends
from solver.search.limits import Limits
from solver.search.model import RosterModel
from solver.search.solve import Solved, solve

LINE_SECONDS, LINE_WORK = 2.0, 0.5
"""The most that one line is looked at; where that is too little it counts as one that can be laid."""
BEST_SECONDS, BEST_WORK = 0.1, 0.03
"""The most that is used to make one line as good as it can be beside others."""


class LineModel(RosterModel):
    """A model of one line, with the rules that look at one line at a time."""

    def __init__(
        self, scenario: Scenario, rules: Sequence[Rule], employee: Employee, limits: Limits | None = None
    ) -> None:
        self.employee = employee
        super().__init__(scenario, rules, limits)
        for rule in rules:
            if rule.of_one_line:
                rule.enforce(self)

    @property
    def lines(self) -> Sequence[Employee]:
        return (self.employee,)


@dataclass(frozen=True)
class Counted:
    """What was counted of a line: its size in basis points, and the paid minutes in the cycle it may have."""

    size: int
    most_minutes: int


Case = tuple[Employee, int | None, tuple[str, ...]]
"""A line at a size (None: the largest it can have), with weekends that must be these (none where they may be any)."""


@dataclass
class LineCheck:
    """What is known of the lines of a scenario, each by itself; lines that no rule tells apart are looked at once."""

    scenario: Scenario
    rules: Sequence[Rule]
    limits: Limits
    workers: int
    seed: int
    models: dict[str, LineModel] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    known: dict[tuple[str, int | None, tuple[str, ...]], Solved] = field(default_factory=dict)

    def without_room(self, sizes: Mapping[str, int], weekends: Codes | None = None) -> list[Employee]:
        """The lines that have no roster at their size (basis points), with these weekends or any."""
        cases: list[Case] = [
            (one, sizes[one.id], _own(one, weekends)) for one in self.scenario.employees if one.id in sizes
        ]
        self._look_at(cases)
        return [case[0] for case in cases if self._found(case).infeasible]

    def largest(self, employee: Employee) -> int | None:
        """The largest size in basis points at which the line can be laid; None where that was not proven."""
        case: Case = (employee, None, ())
        self._look_at([case])
        found = self._found(case)
        return -found.objective if found.proven and found.objective is not None else None

    def has_no_room_at_all(self, employee: Employee) -> bool:
        """Whether the line was proven to have no roster at any size."""
        return self._found((employee, None, ())).infeasible

    def best(
        self, employee: Employee, counted: Counted, weekends: Codes | None, *,
        gains: Mapping[tuple[int, str], int], known: Sequence[str] = (),
    ) -> tuple[str, ...] | None:  # fmt: skip
        """The codes of all days of a line that is worth much, at a size and with these weekends or any; None where none
        was found. `gains` say what a shift is worth by day (from 0) and code; `known` is a line to begin from.
        """
        model = self._model(employee)
        who, problem = model.employee, self._begun(employee, counted, weekends, known)
        worth = problem.clone()
        worth.maximize(sum(gain * model.works(who, day, code) for (day, code), gain in gains.items()))
        for one, share in ((worth, (BEST_SECONDS, BEST_WORK)), (problem, (LINE_SECONDS, LINE_WORK))):
            limit = self.limits.at_most(*share)
            found = solve(one, self.limits, limit, workers=1, seed=self.seed, way="check")
            if found.values is not None:
                return tuple(model.code_of(who, day, found.values) for day in range(model.cycle.days))
            if found.proven:
                return None
        return None

    def _begun(
        self, employee: Employee, counted: Counted, weekends: Codes | None, known: Sequence[str]
    ) -> cp_model.CpModel:
        """The line's model with what was counted held, these weekends too, and a line to begin from."""
        model = self._model(employee)
        problem, who = model.cp.clone(), model.employee
        problem.add(model.position(who) == counted.size)
        problem.add(model.minutes(who) <= counted.most_minutes)
        if weekends:
            _keep(problem, model, _own(employee, weekends))
        for day, code in enumerate(known):
            for shift in self.scenario.shifts:
                literal = model.works(who, day, shift.code)
                if not isinstance(literal, int):
                    problem.add_hint(literal, int(code == shift.code))
        return problem

    def freedom(self, employee: Employee) -> int:
        """On how many days how many shifts the line may have."""
        return self._model(employee).freedom

    def _found(self, case: Case) -> Solved:
        """What is known of a case; nothing where there was no time to look."""
        return self.known.get(self._key(case), Solved())

    def _look_at(self, cases: Sequence[Case]) -> None:
        """Look at those not known, as many at once as there are workers."""
        unknown = {key: case for case in cases if (key := self._key(case)) not in self.known}
        with ThreadPoolExecutor(self.workers) as pool:
            self.known.update(zip(unknown, pool.map(self._solve, unknown.values()), strict=True))

    def _solve(self, case: Case) -> Solved:
        if self.limits.stopped_by:
            return Solved()
        employee, size, weekends = case
        model = self._model(employee)
        problem = model.cp.clone()
        if weekends:
            _keep(problem, model, weekends)
        if size is None:
            problem.minimize(-model.position(model.employee))
        else:
            problem.add(model.position(model.employee) == size)
        share = self.limits.at_most(LINE_SECONDS, LINE_WORK)
        return solve(problem, self.limits, share, workers=1, seed=self.seed, way="check")

    def _model(self, employee: Employee) -> LineModel:
        alike = self._alike(employee)
        if alike not in self.models:
            self.models[alike] = LineModel(self.scenario, self.rules, employee, self.limits)
        return self.models[alike]

    def _key(self, case: Case) -> tuple[str, int | None, tuple[str, ...]]:
        return self._alike(case[0]), *case[1:]

    def _alike(self, employee: Employee) -> str:
        """Alike for all that our own rules see of an employee; a rule of somebody else's may see any of it."""
        if employee.id not in self.names:
            unseen = {"id", "name", "wishes"} if are_alike(self.rules) else None
            self.names[employee.id] = employee.model_dump_json(exclude=unseen)
        return self.names[employee.id]


def _own(employee: Employee, weekends: Codes | None) -> tuple[str, ...]:
    return tuple(code for (who, _), code in sorted((weekends or {}).items()) if who == employee.id)


def _keep(problem: cp_model.CpModel, model: LineModel, own: Sequence[str]) -> None:
    """Hold the weekends of the line to these codes, in the order of `_own`."""
    days = (day for day in range(model.cycle.days) if day % WEEK_DAYS in (SATURDAY, SUNDAY))
    keep_weekends(
        problem, model, {(model.employee.id, day): code for day, code in zip(days, own, strict=True)}
    )
