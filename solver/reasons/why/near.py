"""Rosters with the shift there, as near as can be to the one that is: one model, solved with some goals held.

Contacts stay as they are in the roster, so that goals about residents are about days alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from solver.domain.cycle import WEEK_DAYS
from solver.domain.residents import contacts_by_resident
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.registry import GOALS, in_order
from solver.rules.base import Linear, Rule
from solver.rules.contact_choice import ROLES
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel, lines_of
from solver.search.sizing import hint
from solver.search.solve import Solved, solve
from solver.search.stages import Stage, expressed, scale_of
from solver.search.ways import Way


@dataclass(frozen=True)
class Means:
    """What a question may be solved with."""

    rules: Sequence[Rule]
    limits: Limits
    workers: int = 1
    seed: int = 1


OF_CONTACTS = ("contact_competence", "contact_load")
"""Rules about who is whose contact, which is not asked anew."""


@dataclass(frozen=True)
class Held:
    """A goal (or a sum of some) that may be no more than `most`, in 1/scale of its unit."""

    stage: Stage
    most: int


@dataclass(frozen=True)
class Part:
    """The days that may change: all of some lines, or those of some weeks (from 0) of every line."""

    lines: Collection[str] = ()
    weeks: Collection[int] = ()

    def has(self, employee: str, day: int) -> bool:
        return employee in self.lines or day // WEEK_DAYS in self.weeks


class Nearby:
    """The model of a scenario with the shift pinned, around a roster without it; OutOfTimeError while it is built."""

    def __init__(self, scenario: Scenario, roster: Roster, means: Means) -> None:
        self.scenario, self.roster, self.means = scenario, roster, means
        rules, limits = means.rules, means.limits
        self.model = RosterModel(scenario, rules, limits)
        self._keep_contacts()
        for rule in rules:
            if rule.card.id not in OF_CONTACTS:
                rule.enforce(self.model)
        self.stages = [
            Stage(steps, expressed(self.model, steps, None), scale_of(steps))
            for steps in in_order(scenario.goal_stages)
        ]
        self.changes: Linear = GOALS["changes"].express(self.model, roster)
        self.best: tuple[int, ...] | None = None
        self.fewest: int | None = None

    def _keep_contacts(self) -> None:
        around = contacts_by_resident(self.roster)
        for resident in self.scenario.residents:
            contacts = around.get(resident.id)
            for role in ROLES:
                given = getattr(contacts, role, None) or ()
                people = (given,) if isinstance(given, str) else given
                self.model.kept["contact", resident.id, role] = dict.fromkeys(people, 1)

    def values(self) -> list[Held]:
        """Every goal as the roster has it."""
        sheet = Sheet.of(self.scenario, self.roster)
        return [Held(stage, stage.measure(sheet, None)) for stage in self.stages]

    def worth(self, stage: Stage) -> int | None:
        """What a goal is worth in the best roster found."""
        return None if self.best is None else stage.measure(Sheet.of(self.scenario, self.found()), None)

    def found(self) -> Roster:
        """The best roster found, with the contacts of the one that was."""
        assert self.best is not None
        lines = tuple(lines_of(self.model, self.best))
        return Roster(scenario=self.scenario.id, lines=lines, contacts=self.roster.contacts)

    def nearest(
        self, held: Sequence[Held], share: Share, part: Part | None = None, *, way: Way = "improve"
    ) -> Solved:
        """The fewest changed days, these goals held; with a part, only its days may change."""
        problem = self._problem(held)
        if part is not None:
            self._keep_others(problem, part)
        problem.minimize(self.changes)
        solved = self._solve(problem, share, way=way)
        if solved.values is None or solved.objective is None:
            return solved
        if self.fewest is None or solved.objective < self.fewest:
            self.best, self.fewest = self._own(solved.values), solved.objective
        return solved

    def least(self, one: Held, held: Sequence[Held], share: Share, part: Part | None = None) -> Solved:
        """A goal as small as can be, or as it was, the earlier ones held."""
        problem = self._problem(held)
        if part is not None:
            self._keep_others(problem, part)
        problem.minimize(one.stage.expression)
        solved = self._solve(problem, share, one.most)
        if solved.values is not None:
            self.best, self.fewest = self._own(solved.values), None
        return solved

    def _problem(self, held: Sequence[Held]) -> cp_model.CpModel:
        problem = self.model.cp.clone()
        for one in held:
            if not isinstance(one.stage.expression, int):
                problem.add(one.stage.expression <= one.most)
            elif one.stage.expression > one.most:  # the shift that is asked about decides it
                problem.add_bool_or([])
        if self.best is not None:
            hint(problem, self.best)
        else:
            self._hint_days(problem)
        return problem

    def _solve(
        self, problem: cp_model.CpModel, share: Share, enough: int | None = None, way: Way = "improve"
    ) -> Solved:
        return solve(
            problem,
            self.means.limits,
            share,
            workers=self.means.workers,
            seed=self.means.seed,
            enough=enough,
            way=way,
        )

    def _own(self, values: Sequence[int]) -> tuple[int, ...]:
        return tuple(values[: len(self.model.cp.proto.variables)])

    def _days(self) -> dict[str, tuple[str, ...]]:
        return {line.employee: line.days for line in self.roster.lines}

    def _keep_others(self, problem: cp_model.CpModel, part: Part) -> None:
        days = self._days()
        for employee in self.model.lines:
            for day, code in enumerate(days[employee.id]):
                if part.has(employee.id, day):
                    continue
                for shift in self.scenario.shifts:
                    literal = self.model.works(employee, day, shift.code)
                    if not isinstance(literal, int):
                        problem.add(literal == int(shift.code == code))

    def _hint_days(self, problem: cp_model.CpModel) -> None:
        """Start from the days and sizes that are."""
        sizes = {line.employee: line.position_basis_points or 0 for line in self.roster.lines}
        days = self._days()
        for employee in self.model.lines:
            problem.add_hint(self.model.position(employee), sizes[employee.id])
            for day, code in enumerate(days[employee.id]):
                for shift in self.scenario.shifts:
                    literal = self.model.works(employee, day, shift.code)
                    if not isinstance(literal, int):
                        problem.add_hint(literal, int(shift.code == code))
