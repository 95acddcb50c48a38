"""Proof by solving again: whether a reduced scenario has any roster at all, within the plan's own limits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from solver.domain.scenario import GoalStep, Scenario
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel
from solver.search.solve import Solved, solve
from solver.search.stages import Stage
from solver.search.ways import Way
from solver.search.weekly.start import start_shared

WORK_PER_LINE = 5.0
"""Deterministic time that a solve may take for each line, so that a hard one leaves time for the others."""
LEAST_WORK = 0.5
"""The same for the least of an amount, which is often enough when it is nearly known."""
NOT_READ = {"id", "name", "competence", "skills", "groups", "counts_in_cover", "wishes"}
"""Fields of an employee that none of our rules reads while a line stands alone."""
Amount = Literal["position", "minutes"]
Answer = TypeVar("Answer")


class Least(NamedTuple):
    """An amount is at least `bound`, and there is a roster with `found` of it (None: none is known)."""

    bound: int
    found: int | None


class Prover:
    """Solves reduced scenarios, one worker and one seed; lines that ask for the same are solved once."""

    def __init__(self, rules: Sequence[Rule], limits: Limits) -> None:
        self.rules, self.limits = rules, limits
        self._known: dict[object, Any] = {}
        are_ours = set(rules) <= set(RULES)
        self._hidden = NOT_READ if are_ours else set()  # a rule of one's own may read anything

    def impossible(
        self, scenario: Scenario, without: Collection[str] = (), *, work: float | None = None
    ) -> bool | None:
        """Whether no roster exists, the rules with these ids left out; None where it was not found out.

        `work` is the most deterministic time it may take.
        """

        def find() -> bool | None:
            if scenario.cycle.rotation == "shared":
                known = self._impossible_shared(scenario, without)
                if known is not None:
                    return known
            found = self.solve(scenario, lambda model: None, without, work=work)
            is_known = found is not None and (found.infeasible or found.values is not None)
            return found.infeasible if found and is_known else None

        return self._once((self._key(scenario), frozenset(without)), find)

    def _impossible_shared(self, scenario: Scenario, without: Collection[str]) -> bool | None:
        """The same for a shared line, found on its flow (decision 0006), however many walk it."""
        rules = [rule for rule in self.rules if rule.card.id not in without]
        stages = [Stage((GoalStep(id="cover"),), 0, 1)]
        found = start_shared(scenario, rules, stages, self.limits, workers=1, seed=1)
        return found.infeasible or (False if found.checked else None)

    def least(self, scenario: Scenario, amount: Amount) -> Least | None:
        """What the only line of the scenario has at least of an amount, in basis points or minutes."""

        def aim(model: RosterModel) -> None:
            line = model.lines[0]
            model.cp.minimize(model.position(line) if amount == "position" else model.minutes(line))

        def find() -> Least | None:
            found = self.solve(scenario, aim, work=LEAST_WORK)
            return None if found is None or found.bound is None else Least(found.bound, found.objective)

        return self._once((self._key(scenario), amount), find)

    def solve(
        self,
        scenario: Scenario,
        prepare: Callable[[RosterModel], None],
        without: Collection[str] = (),
        *,
        way: Way = "check",
        work: float | None = None,
    ) -> Solved | None:
        """Build the model of a scenario, prepare it and solve it; None where there is no time to."""
        model = None if self.is_over else self._built(scenario, without)
        if model is None:
            return None
        prepare(model)
        share = self._share(WORK_PER_LINE * len(scenario.employees) if work is None else work)
        return solve(model.cp, self.limits, share, workers=1, seed=1, way=way)

    def _built(self, scenario: Scenario, without: Collection[str]) -> RosterModel | None:
        rules = [rule for rule in self.rules if rule.card.id not in without]
        model = RosterModel(scenario, rules)
        for rule in rules:
            if self.is_over:
                return None
            rule.enforce(model)
        if "position" in without:
            _work_is_use(model)
        return model

    @property
    def is_over(self) -> bool:
        """Whether there is no time left."""
        return self.limits.stopped_by is not None

    def _share(self, work: float) -> Share:
        left = self.limits.work_left
        return Share(max(self.limits.seconds_left, 0.05), work if left is None else min(work, left))

    def _once(self, key: object, find: Callable[[], Answer]) -> Answer:
        """The answer found before, if there was one."""
        if self._known.get(key) is None:
            self._known[key] = find()
        answer: Answer = self._known[key]
        return answer

    def _key(self, scenario: Scenario) -> object:
        """What decides the answer: with the same key the rosters are the same, but for the lines' names."""
        alone = len(scenario.employees) == 1 and not scenario.demand
        hidden = self._hidden if alone else set()
        lines = tuple(employee.model_dump_json(exclude=hidden) for employee in scenario.employees)
        shared = (scenario.rules, *scenario.shifts, *scenario.demand)
        return lines, tuple(part.model_dump_json() for part in shared), scenario.budget_fte_hundredths


def _work_is_use(model: RosterModel) -> None:
    """A line that works is used, also where hours and size need not agree."""
    for employee in model.lines:
        for day in range(model.cycle.days):
            model.implies(model.on(employee, day), model.used(employee), name=f"used.{employee.id}.{day}")
