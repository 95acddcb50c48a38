"""What a first roster starts from: sizes and weekends that every line has room for, each by itself.

Counts, then the sizes no line can have are cut from them, then weekends laid at those counts, then the weekends no
line can have are ruled out. Decision: docs/decisions/0003-counts-weekends-weekdays.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from solver.domain.employee import Employee
from solver.domain.norm import sizes
from solver.rules.base import Rule
from solver.search.first import Codes, Weekends, keep_weekends
from solver.search.limits import Limits, Share
from solver.search.line_by_line import LineByLine
from solver.search.lines import Counted, LineCheck
from solver.search.model import RosterModel
from solver.search.sizing import Sizing
from solver.search.ways import Way

SIZING_SHARE, WEEKENDS_SHARE = 0.1, 0.15
"""Of the time left, what one bound and one laying of weekends may use."""
MOST_ROUNDS = 4
"""How often counts or weekends are made anew without what was ruled out."""


@dataclass(frozen=True)
class Try:
    """One try at a first roster: what it holds of what was counted and laid ("cover", "weekends", "sizes", "minutes"),
    how it is solved, and how long (1: what a small part of the lines' days takes).
    """

    held: frozenset[str]
    way: Way
    length: float


FIT = frozenset({"cover", "weekends", "sizes"})
WITH_MINUTES = frozenset({"minutes"})
OPEN = frozenset({"weekends", "sizes"})
ROUNDS = (
    (Try(FIT, "fit", 1), Try(FIT | WITH_MINUTES, "lay", 1)),
    (Try(FIT, "fit", 2), Try(FIT | WITH_MINUTES, "lay", 2), Try(OPEN, "lay", 2)),
    (Try(FIT, "fit", 4), Try(OPEN | WITH_MINUTES, "lay", 4), Try(frozenset({"weekends"}), "lay", 6)),
)
"""A roster whose cover must be just what counts proved is found, or proven impossible, many times sooner than one whose
cover is made better step by step (decision 0003); so that is tried first, and the other way where it finds none. Each
round has counts and weekends of its own, as now and then they leave the weekdays no room."""
SHORT = (Try(FIT, "fit", 0.5),)
"""Where there is a roster with holes already."""
TRY_SECONDS, TRY_WORK = 0.12, 0.03
"""What a try of length 1 may use for each line."""
MOST_OF_THE_TIME = 0.4


@dataclass
class Start:
    """Counts and weekends under way to a first roster."""

    sizing: Sizing
    rules: Sequence[Rule]
    limits: Limits

    def __post_init__(self) -> None:
        sizing = self.sizing
        self.check = LineCheck(sizing.model.scenario, self.rules, self.limits, sizing.workers, sizing.seed)
        self.loose: set[str] = set()

    def count(self) -> list[int | None]:
        """The least value of each goal that counts were found for, each given those before it."""
        self._cut({one.id: max(sizes(self.sizing.model.scenario, one)) for one in self._lines})
        ceilings: list[int | None] = []
        for _ in range(MOST_ROUNDS):
            _, ceilings = self.sizing.goal_by_goal(self.limits, lambda _: self.limits.part(SIZING_SHARE))
            if self.is_over or not self._cut(self.sizing.sizes):
                break
        return ceilings

    def count_again(self, ceilings: Sequence[int | None]) -> None:
        """Other counts that are as good, where there are any."""
        self.sizing.vary(ceilings, self.limits, self.limits.part(SIZING_SHARE))

    def weekends(self) -> Codes | None:
        """Weekends at those counts; `loose` are the lines that found no room for theirs. None where none were laid."""
        under_way, laid = Weekends(self.sizing, self.rules, self.limits), None
        for _ in range(MOST_ROUNDS):
            found = under_way.lay(self.limits.part(WEEKENDS_SHARE))
            if found is None or self.limits.stopped_by:
                break
            laid = found
            without = self.check.without_room(self.sizing.sizes, laid)
            self.loose = {one.id for one in without}
            if not without:
                break
            for one in without:
                under_way.rule_out(one, laid)
        return laid

    def line_by_line(self, weekends: Codes) -> LineByLine:
        """Lines to be laid one after another at what was counted and laid."""
        values, counts = self.sizing.values, self.sizing.model
        assert values is not None
        sizes = self.sizing.sizes
        counted = {one.id: Counted(sizes[one.id], values[counts.minutes(one).index]) for one in self._lines}
        return LineByLine(self.check, self.limits, counted, weekends, self.loose)

    def hold(
        self, problem: cp_model.CpModel, model: RosterModel, weekends: Codes, held: frozenset[str]
    ) -> None:
        """Hold what was counted and laid: some of "weekends", "sizes", "minutes"."""
        values, counts = self.sizing.values, self.sizing.model
        assert values is not None
        firm = [one for one in model.lines if one.id not in self.loose]
        if "weekends" in held:
            keep_weekends(problem, model, weekends, firm)
        for one in model.lines if "sizes" in held else ():
            problem.add(model.position(one) == values[counts.position(one).index])
        for one in firm if "minutes" in held else ():
            problem.add(model.minutes(one) == values[counts.minutes(one).index])

    @property
    def is_over(self) -> bool:
        """Whether there is nothing to go on with: no counts, or no time."""
        return bool(self.limits.stopped_by or self.sizing.impossible or self.sizing.values is None)

    @property
    def _lines(self) -> Sequence[Employee]:
        return self.sizing.model.lines

    def _cut(self, wanted: dict[str, int]) -> bool:
        """Cut from the counts the sizes that a line can't have; whether there were any."""
        without = self.check.without_room(wanted)
        for one in without:
            self.sizing.cut_size(one, wanted[one.id], self.check.largest(one))
        self.sizing.impossible = self.sizing.impossible or any(map(self.check.has_no_room_at_all, without))
        return bool(without)


def share_of(limits: Limits, length: float, lines: int) -> Share:
    """What a try of this length may use: more where there are more lines, within what is left."""
    most, size = limits.part(MOST_OF_THE_TIME), length * lines
    seconds, work = size * TRY_SECONDS, size * TRY_WORK
    return limits.at_most(min(most.seconds, seconds), min(most.work or work, work))
