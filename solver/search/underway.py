"""What every step of a search has in hand: the model, the stages, and the best roster there is so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from solver.domain.roster import Contacts, Line, Roster
from solver.domain.work import Sheet
from solver.rules.base import Rule
from solver.search.contact_pairs import contacts_from
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel, lines_of
from solver.search.progress import Progress
from solver.search.sizing import Sizing, hint
from solver.search.solve import Solved, solve
from solver.search.stages import Stage
from solver.search.ways import Way


@dataclass
class UnderWay:
    """A search under way. `found` holds the value of every variable for each better roster, the best last."""

    model: RosterModel
    stages: list[Stage]
    sizing: Sizing | None
    rules: Sequence[Rule]
    limits: Limits
    workers: int
    seed: int
    current: Roster | None
    progress: Callable[[Progress], None]
    found: list[tuple[int, ...]] = field(default_factory=list)
    first_seconds: float | None = None
    infeasible: bool = False
    beside: Sequence[Line] = ()
    """lines that were laid one by one, for when time is over before the model of all days has a roster"""
    adopted: Callable[[tuple[int, ...]], None] = lambda values: None
    """told of each better roster"""

    def problem(self, index: int) -> cp_model.CpModel:
        """The whole model with the earlier goals held and the best roster as a hint."""
        problem = self.model.cp.clone()
        for earlier in self.stages[:index]:
            if earlier.ceiling is not None and not isinstance(earlier.expression, int):
                problem.add(earlier.expression <= earlier.ceiling)
        if self.found:
            hint(problem, self.found[-1])
        return problem

    def say(self, index: int, value: int | None = None, done: bool = False) -> None:
        stage = self.stages[index]
        best = stage.best if value is None else value
        shown, bound = (None if one is None else one / stage.scale for one in (best, stage.bound))
        self.progress(
            Progress(index + 1, len(self.stages), stage.name, shown, bound, self.limits.elapsed, done)
        )

    def adopt(self, index: int, result: Solved) -> None:
        """Keep a roster that is better in its stage; later stages start from what it is worth to them."""
        if result.values is None:
            return
        values = result.values[: len(self.model.cp.proto.variables)]
        sheet = self.sheet(values)
        worth = [stage.measure(sheet, self.current) for stage in self.stages]
        best = self.stages[index].best
        before = zip(self.stages[:index], worth, strict=False)
        if any(stage.ceiling is not None and value > stage.ceiling for stage, value in before):
            return  # never for a goal that comes first
        if best is not None and worth[index] >= best:
            return
        self.found.append(values)
        loosened = False
        for place, (stage, value) in enumerate(zip(self.stages, worth, strict=True)):
            old = stage.best
            if loosened and stage.bound is not None:
                stage.bound = 0  # what was proven held while a goal before it was at less
            if place < index and stage.best is not None:
                stage.best = min(stage.best, value)
            else:
                stage.best, stage.proven = value, False
            stage.raise_bound(None)
            loosened = loosened or (old is not None and old < stage.best)
        self.adopted(values)

    def sheet(self, values: Sequence[int]) -> Sheet:
        """The roster that values of all variables say, ready to be measured."""
        lines = tuple(lines_of(self.model, values))
        return Sheet.of(self.model.scenario, Roster(lines=lines, contacts=self.contacts_of(values)))

    def contacts_of(self, values: Sequence[int]) -> tuple[Contacts, ...]:
        """The contacts that values of all variables say."""
        return tuple(contacts_from(self.model, one, values) for one in self.model.scenario.residents)

    # -- solving -----------------------------------------------------------------------------------------------

    def is_over(self, index: int) -> bool:
        return self.stages[index].proven or self.limits.stopped_by is not None

    def attempt(
        self, problem: cp_model.CpModel, index: int, share: Share, *, patient: bool, keen: bool = False,
        way: Way | None = None,
    ) -> Solved:  # fmt: skip
        """Solve a problem for one goal and keep what is better."""

        def report(value: int | None, bound: int | None) -> None:
            if self.first_seconds is None:
                self.first_seconds = self.limits.elapsed
            self.say(index, value=value)

        stage = self.stages[index]
        problem.minimize(stage.expression)
        result = solve(
            problem, self.limits, share, workers=self.workers, seed=self.seed, report=report, enough=stage.bound,
            patient=patient and not self.found, keen=keen, way=way or self._way(keen),
        )  # fmt: skip
        self.adopt(index, result)
        return result

    def _way(self, keen: bool) -> Way:
        return "improve" if self.found and not keen else "lay"
