"""A first roster: from one in force, from a shorter cycle repeated, or from counts, then weekends, then weekdays.

Decision: docs/decisions/0003-counts-weekends-weekdays.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from solver.domain.roster import Line
from solver.search.draft import Draft
from solver.search.first import Codes, keep_weekends, weekends_of
from solver.search.limits import OutOfTimeError
from solver.search.line_by_line import LineByLine
from solver.search.model import RosterModel, lines_of
from solver.search.sizing import Sizing
from solver.search.stages import stages_of
from solver.search.start import ROUNDS, SHORT, SIZING_SHARE, Start, Try, share_of
from solver.search.tile import repeated, tile_of, tile_weeks
from solver.search.underway import UnderWay
from solver.search.ways import Way

TILE_SHARE = 0.3
"""Of the time left, what a shorter cycle may use."""
REPAIRS: tuple[tuple[str, bool, Way, int], ...] = (
    ("", True, "fit", 1),
    ("", False, "lay", 1),
    ("weeks", False, "lay", 1),
    ("lines", False, "lay", 2),
)
"""How a draft is laid over the cycle: what more is laid anew, whether sizes are held and `cover` at its bound, how
it is solved, and how long that is tried."""


@dataclass
class Beginning:
    """The way to a first roster of one search. Any step may fail, and what follows then begins without it."""

    search: UnderWay
    sizing: Sizing

    def run(self) -> None:
        with suppress(OutOfTimeError):
            if not self.search.found:
                self._from_draft()
            self._from_counts()

    # -- from lines that are there already -----------------------------------------------------------------------

    def _from_draft(self) -> None:
        search, limits = self.search, self.search.limits
        current, tile = search.current, tile_weeks(search.model.scenario)
        if not current and not tile:
            return
        search.stages[0].raise_bound(self.sizing.bound(0, (), limits, limits.part(SIZING_SHARE)))
        if current:
            self._repair(Draft.of(search.model, current.lines))
        if tile and not search.found:
            draft = Draft.of(search.model, repeated(self._tile(tile), search.model.cycle.days))
            whole = search.model.cycle.weeks // tile * tile
            if whole < search.model.cycle.weeks and draft.lines:
                draft.lay_anew(weeks=range(whole - tile // 3, search.model.cycle.weeks))
            self._repair(draft)

    def _tile(self, weeks: int) -> list[Line]:
        """The lines of a first roster of a cycle of so many weeks; none where none was found."""
        search, limits = self.search, self.search.limits.within(TILE_SHARE)
        scenario = tile_of(search.model.scenario, weeks)
        model = RosterModel(scenario, search.rules, limits)
        for rule in search.rules:
            rule.enforce(model)
        stages = stages_of(model, None)
        sizing = Sizing.of(
            scenario,
            search.rules,
            self.sizing.stages,
            workers=search.workers,
            seed=search.seed,
            limits=limits,
        )
        part = UnderWay(
            model, stages, sizing, search.rules, limits, search.workers, search.seed, None, lambda step: None
        )
        Beginning(part, sizing).run()
        search.limits.used_work += limits.used_work
        return list(lines_of(model, part.found[-1])) if part.found else []

    def _repair(self, draft: Draft) -> None:
        """Lay anew what breaks a rule or leaves people missing, and more where that is not enough."""
        search = self.search
        draft.check(search.rules)
        for more, sized, way, length in REPAIRS:
            if more == "weeks":
                draft.widen()
            if more == "lines":
                draft.widen_lines()
            if draft.is_all_anew or search.is_over(0):
                return
            problem = search.problem(0)
            draft.hold(problem, sizes=sized)
            if sized and search.stages[0].bound is not None:
                problem.add(search.stages[0].expression <= search.stages[0].bound)
            share = share_of(search.limits, length, len(search.model.lines))
            search.attempt(problem, 0, share, patient=False, keen=True, way=way)
            if search.found:
                return

    # -- from counts ---------------------------------------------------------------------------------------------

    def _from_counts(self) -> None:
        """Counts, then weekends, then weekdays; only for what is not yet as good as counts prove."""
        search = self.search
        start = Start(self.sizing, search.rules, search.limits)
        aims = start.count()
        search.infeasible = search.infeasible or self.sizing.impossible
        index = self._unmet()
        for turn, tries in enumerate(ROUNDS if not search.found else ROUNDS[:1]):
            if index is None or start.is_over:
                return
            if turn:
                start.count_again(aims)
            weekends = start.weekends()
            if weekends is None:
                return
            if not search.found:
                self._line_by_line(start.line_by_line(weekends))
                if search.found:
                    self._fewer_holes(start, weekends, aims[0])
                    return
            if self._laid(start, weekends, tries, index=index, aim=aims[index]):
                return

    def _unmet(self) -> int | None:
        """The first stage that is not what counts prove it can be, where those before it are."""
        search, limits = self.search, self.search.limits
        for index, stage in enumerate(search.stages):
            if index and self.sizing.expressions[index] is None:
                return None
            ceilings = [earlier.ceiling for earlier in search.stages[:index]]
            stage.raise_bound(self.sizing.bound(index, ceilings, limits, limits.part(SIZING_SHARE)))
            if not stage.proven:
                return index
        return None

    def _laid(
        self, start: Start, weekends: Codes, tries: Sequence[Try], *, index: int, aim: int | None
    ) -> bool:
        """Try to lay weekdays at these weekends; whether the stage is over. What holds more than a try that was proven
        impossible is not tried.
        """
        search, impossible = self.search, list[frozenset[str]]()
        for one in tries:
            if any(one.held >= less for less in impossible):
                continue
            problem = search.problem(index)
            start.hold(problem, search.model, weekends, one.held)
            if "cover" in one.held and aim is not None:
                problem.add(search.stages[index].expression <= aim)
            share = share_of(search.limits, one.length, len(search.model.lines))
            result = search.attempt(problem, index, share, patient=False, keen=True, way=one.way)
            best = search.stages[index].best
            if search.is_over(index) or (best is not None and aim is not None and best <= aim):
                return True
            if result.infeasible:
                impossible.append(one.held)
        return False

    def _line_by_line(self, lines: LineByLine) -> None:
        """A roster with holes.

        Those of whom there are too many at a time are laid anew together; if that does not do, with all others who work
        such shifts.
        """
        search, laid = self.search, lines.lay()
        if laid is None:
            return
        search.beside = laid
        draft = Draft.of(search.model, laid)
        for anew in (lines.crowded(), lines.beside()):
            draft.lay_anew(anew)
            problem = search.problem(0)
            draft.hold(problem, sizes=True)
            share = share_of(search.limits, 1, len(search.model.lines))
            search.attempt(problem, 0, share, patient=False, keen=True, way="fit")
            if search.found or not anew:
                return

    def _fewer_holes(self, start: Start, weekends: Codes, aim: int | None) -> None:
        """From a roster with holes to one with fewer: a short try at none that need not be, then in its neighbourhood
        while that goes well, first with the weekends as they are.
        """
        search = self.search
        if search.is_over(0) or self._laid(start, weekends, SHORT, index=0, aim=aim):
            return
        for held in (True, False):
            problem = search.problem(0)
            if held:
                keep_weekends(problem, search.model, weekends_of(search.model, search.found[-1]))
            share = share_of(search.limits, 1, len(search.model.lines))
            search.attempt(problem, 0, share, patient=False, keen=True, way="near")
            if search.is_over(0):
                return
