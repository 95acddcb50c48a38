"""Rosters for arrangements: how the time is shared between them.

A roster that covers the demand comes first, for each arrangement, then another try where there is none, and only then
every goal of the scenario: one that is hard to staff is not left without a roster so that an easy one is polished.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from solver.comparison.arrangements import Arrangement
from solver.comparison.lending import lent, measured
from solver.domain.roster import Roster, cover_of
from solver.domain.scenario import Scenario
from solver.reasons.staffing import for_cover
from solver.rules.base import Rule
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.run import search

COVER_SHARE, AGAIN_SHARE = 0.4, 0.4
"""Of the time left, the most that rosters for cover alone may use, and then another try where there is none."""
LEAST_SECONDS = 0.1
Told = Callable[[int, str], None]
"""Called with the place of an arrangement and what begins for it: "cover", "again" or "goals"."""


@dataclass
class Making:
    """Rosters of arrangements under way; `rosters[i]` is the best of arrangement i so far."""

    arrangements: Sequence[Arrangement]
    whole: Limits
    asked: Asked
    rules: Sequence[Rule]
    told: Told
    rosters: list[Roster] = field(default_factory=list)

    def cover(self) -> None:
        """A roster for cover alone for each, and once more, by another seed, for those that have none."""
        self.rosters = [Roster(status="unknown") for _ in self.arrangements]
        every, other = range(len(self.arrangements)), replace(self.asked, seed=self.asked.seed + 1)
        for what, part, asked in (("cover", COVER_SHARE, self.asked), ("again", AGAIN_SHARE, other)):
            waiting = [place for place in every if self.rosters[place].status == "unknown"]
            for place, limits in self.parts(waiting, part):
                self.told(place, what)
                found = search(for_cover(self.scenario(place)), self.rules, limits, asked)
                self.rosters[place] = measured(self.scenario(place), found, self.rules)

    def goals(self, part: float) -> None:
        """The roster of every goal, where it covers as much as the one that was made for cover alone."""
        found = [place for place, roster in enumerate(self.rosters) if roster.lines]
        for place, limits in self.parts(found, part):
            if limits.stop():
                return
            self.told(place, "goals")
            roster = search(self.scenario(place), self.rules, limits, self.asked)
            made, least = cover_of(roster.goals), cover_of(self.rosters[place].goals)
            if made and least and made.value <= least.value:
                self.rosters[place] = roster

    def lend(self) -> None:
        """Give each the roster of another one, where it is allowed there too and is better."""
        made = list(self.rosters)
        for place in range(len(made)):
            for roster in (one for other, one in enumerate(made) if other != place and one.lines):
                self.rosters[place] = lent(self.scenario(place), self.rosters[place], roster, self.rules)

    def scenario(self, place: int) -> Scenario:
        return self.arrangements[place].scenario

    def parts(self, places: Sequence[int], part: float) -> Iterator[tuple[int, Limits]]:
        """For each its limits: an equal share of this part of the time left, and of what those before did not use."""
        seconds_after, work_after = ((1 - part) * one for one in self._left())
        for turn, place in enumerate(places):
            seconds, work = self._left()
            waiting = len(places) - turn
            is_counted = self.whole.work is not None
            own = seconds if is_counted else (seconds - seconds_after) / waiting
            own_work = max(work - work_after, 0) / waiting if is_counted else None
            limits = Limits(max(own, LEAST_SECONDS), own_work, self.whole.stop)
            yield place, limits
            self.whole.used_work += limits.used_work

    def _left(self) -> tuple[float, float]:
        """Seconds and work (0 where it is not counted)."""
        return max(self.whole.seconds - self.whole.elapsed, 0), self.whole.work_left or 0
