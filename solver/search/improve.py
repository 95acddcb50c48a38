"""The search: bounds from counts, a first roster, then each goal in its order as small as time allows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from solver.search.beginning import Beginning
from solver.search.contact_steps import ContactSteps
from solver.search.first import keep_weekends, weekends_of
from solver.search.limits import OutOfTimeError, Share
from solver.search.line_bound import LineBounds
from solver.search.start import SIZING_SHARE
from solver.search.underway import UnderWay
from solver.search.weekly.handover import keep_lines
from solver.search.weekly.start import SharedStart

HANDOVER_SHARE = 0.4
"""Of the time left, what giving a roster that was found elsewhere its variables may use."""
LINES_SHARE = 0.2
"""Of the time left, what proving a goal line by line may use; it is over in a second or two for twenty lines."""


@dataclass
class Search(UnderWay):
    """A search from the start to the end."""

    def __post_init__(self) -> None:
        self.contacts = ContactSteps(self)
        self.alone = LineBounds(
            self.model.scenario, self.rules, self.limits, self.workers, self.seed, self.current
        )

    def start_from(self, shared: SharedStart) -> None:
        """Begin with what the flow of a shared line gave (decision 0006): a roster, and bounds of the first goals."""
        if shared.checked:
            self.first_seconds = shared.first_seconds
            problem = self.model.cp.clone()
            keep_lines(problem, self.model, shared.checked.roster.lines)
            self.attempt(problem, 0, self.limits.part(HANDOVER_SHARE), patient=False)
        # what is proven of later goals holds for that roster
        for stage, proven in zip(
            self.stages, shared.stages if self.found else shared.stages[:1], strict=False
        ):
            if self.found and stage.best is not None and proven.best is not None:
                stage.best = min(stage.best, proven.best)  # slack counts from there
            stage.raise_bound(proven.bound)

    def run(self) -> None:
        """Lay a first roster, then go through the stages, and again through those not proven while there is time."""
        with suppress(OutOfTimeError):  # a model that was being built: the search ends with what it has
            if self.sizing:
                Beginning(self, self.sizing).run()
            self._go_through()

    def _go_through(self) -> None:
        while not (self.infeasible or all(stage.proven for stage in self.stages)):
            for index in range(len(self.stages)):
                if self.limits.stopped_by or not self._pass(index):
                    return

    def _pass(self, index: int) -> bool:
        """One stage once more; False where the scenario turned out to be impossible."""
        self._bound(index)
        if not self.stages[index].proven:
            left = sum(not stage.proven for stage in self.stages[index:])
            self._improve(index, self.limits.share(left))
        self.say(index, done=True)
        return not self.infeasible

    # -- one stage ---------------------------------------------------------------------------------------------

    def _bound(self, index: int) -> None:
        """What counts, and each line by itself, prove of a stage, given what the earlier ones may be."""
        if self.sizing and not self.stages[index].proven:
            ceilings = [stage.ceiling for stage in self.stages[:index]]
            bound = self.sizing.bound(index, ceilings, self.limits, self.limits.part(SIZING_SHARE))
            self.stages[index].raise_bound(bound)
        if self.sizing and self.stages[index].of_residents and not self.stages[index].proven:
            self.stages[index].raise_bound(self.contacts.bound(index))
        if self.sizing and not self.stages[index].proven:
            share = self.limits.part(LINES_SHARE)
            self.stages[index].raise_bound(self.alone.bound(self.stages, index, share))

    def _improve(self, index: int, share: Share) -> None:
        """Solve for one goal, the earlier ones held and the best roster as a hint: where counts say what can be
        reached, first with the weekends as they are; then in the neighbourhood of the best roster; then all of it.
        """
        stage = self.stages[index]
        if stage.of_residents:
            self.contacts.improve(index, share)
            return
        if self.found and stage.bound is not None and not stage.in_weekends:
            problem = self.problem(index)
            keep_weekends(problem, self.model, weekends_of(self.model, self.found[-1]))
            self.contacts.hold(problem, index)
            share = share.half
            self.attempt(problem, index, share, patient=False)
        if self.found and not self.is_over(index):
            problem = self.problem(index)
            self.contacts.hold(problem, index)
            share = share.half
            self.attempt(problem, index, share, patient=False, way="near")
        if self.is_over(index):
            return
        problem = self.problem(index)
        held = self.contacts.hold(problem, index)
        result = self.attempt(problem, index, share, patient=True)
        if result.infeasible and not self.found:
            self.infeasible = True
        elif not result.infeasible and not held:
            stage.raise_bound(result.bound)
            stage.proven = stage.proven or result.proven
