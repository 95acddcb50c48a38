"""Bounds of goals that are a sum over lines: what each line must have by itself, whatever the others do.

One line alone is a small problem, proven in tenths of a second, where the whole model proves nothing. It keeps the
line's own rules, and of the earlier goals what they let one line have: no goal is less than a line's part of it. It
knows nothing of demand, of residents or of the other lines, so what it proves holds for every roster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from solver.domain.employee import Employee
from solver.domain.norm import sizes
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.rules.base import Linear, Rule
from solver.rules.registry import are_alike
from solver.search.limits import Limits, Share
from solver.search.lines import LineModel
from solver.search.model import RosterModel
from solver.search.solve import solve
from solver.search.stages import Stage, expressed
from solver.search.weekly.counts import Strains
from solver.search.weekly.flow import FlowModel
from solver.search.weekly.local import steps_of

OF_LINES = frozenset({"wishes", "strain", "changes"})
"""Goals that every line has a part of, and that counts say nothing of."""
OF_SIZES = frozenset({"unwanted_part_time", "small_positions", "part_time", "lines_used"})
"""Goals that a flow can hold: it knows a line's size."""


@dataclass
class LineBounds:
    """What is proven of the lines of a scenario, each by itself; `known` holds it, and whether it is the last word."""

    scenario: Scenario
    rules: Sequence[Rule]
    limits: Limits
    workers: int
    seed: int
    current: Roster | None
    known: dict[tuple[object, ...], tuple[int, bool]] = field(default_factory=dict)

    def bound(self, stages: Sequence[Stage], index: int, share: Share) -> int | None:
        """The least a stage can be where the earlier ones are at most their ceilings; None: nothing to say."""
        if not any(step.id in OF_LINES for step in stages[index].steps):
            return None
        own = share.of(len(self.scenario.employees))
        return sum(self._least(one, stages[: index + 1], own) for one in self.scenario.employees)

    def _least(self, employee: Employee, stages: Sequence[Stage], share: Share) -> int:
        """A line's part of the last stage, at least; lines that are alike in all but name are looked at once."""
        held = [(stage.name, stage.ceiling) for stage in self._held(stages)]
        key = self._alike(employee), stages[-1].name, *held
        least, proven = self.known.get(key, (0, False))
        if not (proven or self.limits.stopped_by):
            bound, proven = self._solved(employee, stages, share)
            least = max(least, bound)
            self.known[key] = least, proven
        return least

    def _solved(self, employee: Employee, stages: Sequence[Stage], share: Share) -> tuple[int, bool]:
        made = self._flow if self._is_flow(stages) else self._line
        model, wanted = made(employee, stages[-1])
        for stage in self._held(stages):
            part = expressed(model, stage.steps, self.current)
            if stage.ceiling is not None and not isinstance(part, int):
                model.cp.add(part <= stage.ceiling)
        if isinstance(wanted, int):
            return wanted, True
        model.cp.minimize(wanted)
        found = solve(model.cp, self.limits, share, workers=self.workers, seed=self.seed, way="small")
        return (0 if found.infeasible or found.bound is None else max(0, found.bound)), found.proven

    def _flow(self, employee: Employee, stage: Stage) -> tuple[RosterModel | FlowModel, Linear]:
        """Strain on the flow of the line's weeks (decision 0006): a step of it knows what strain it adds, so that what
        must be shows in the linear relaxation. A flow is of a line that is used; one that need not be has none.
        """
        alone = self._alone(employee)
        model = FlowModel(alone, self.rules, *steps_of(alone, self.rules))
        return model, 0 if 0 in sizes(alone, employee) else model.events(stage.name)

    def _line(self, employee: Employee, stage: Stage) -> tuple[RosterModel | FlowModel, Linear]:
        """Any goal on the line's own days."""
        model = LineModel(self._alone(employee), self.rules, employee)
        return model, expressed(model, stage.steps, self.current)

    def _held(self, stages: Sequence[Stage]) -> list[Stage]:
        """The earlier stages that say something of one line alone."""
        known = OF_SIZES if self._is_flow(stages) else OF_SIZES | OF_LINES
        return [stage for stage in stages[:-1] if known.issuperset(step.id for step in stage.steps)]

    def _is_flow(self, stages: Sequence[Stage]) -> bool:
        return stages[-1].name == Strains.name and self.scenario.cycle.wraps

    def _alone(self, employee: Employee) -> Scenario:
        alone = {"employees": (employee,), "residents": (), "demand": (), "budget_fte": None}
        return self.scenario.with_changes(alone)

    def _alike(self, employee: Employee) -> str:
        """Each has a line of her own in the roster in force, where there is one."""
        unseen = {"id", "name"} if self.current is None and are_alike(self.rules) else None
        return employee.model_dump_json(exclude=unseen)
