"""Proof of staffing by solving again: whether a scenario has a roster that misses no least of its demand.

The counts behind a roster (search.counts) are asked first: what they refute, no roster can do, and they are quick.
What they cannot refute is searched for, with cover as its only goal. Every answer is kept, and as taking something
away never makes a scenario harder, an answer also tells of those with less, or with more, of the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from solver.domain.roster import Roster, cover_of
from solver.domain.scenario import Scenario
from solver.rules.base import Rule
from solver.search.counts import CountModel
from solver.search.limits import Limits, Share
from solver.search.outcome import Asked
from solver.search.run import search
from solver.search.solve import solve

COVER = ("cover",)
COUNT_WORK, COUNT_SECONDS = 2.0, 10.0
"""The most that counts are looked at; most often they need hundredths."""
LEAST_SECONDS = 1.0
"""With less time left nothing new is begun."""


def for_cover(scenario: Scenario) -> Scenario:
    """The scenario with cover as its only goal, and no residents, whom that does not concern."""
    return scenario.with_changes({"goals": COVER, "residents": ()})


@dataclass
class Staffing:
    """Solves scenarios for cover alone.

    `search_seconds` and `search_work` are the most that one search may take (work: CP-SAT's deterministic time).
    """

    rules: Sequence[Rule]
    limits: Limits
    workers: int = 1
    seed: int = 1
    search_seconds: float = 20.0
    search_work: float | None = None
    impossible: list[frozenset[Hashable]] = field(default_factory=list)
    possible: list[frozenset[Hashable]] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        return self.limits.stopped_by is not None or self.limits.seconds_left < LEAST_SECONDS

    def give(self, part: float) -> float:
        """Let each search from now on take this part of what is left, of seconds and of work; the seconds."""
        work = self.limits.work_left
        self.search_work = None if work is None else part * work
        self.search_seconds = max(0.05, self.limits.seconds_left * (part if work is None else 1))
        return self.search_seconds

    def refuted(self, scenario: Scenario) -> bool:
        """Whether the counts alone show that nothing covers the demand. Of a shared line they say nothing."""
        if scenario.cycle.rotation == "shared" or self.is_over:
            return False
        model = CountModel(for_cover(scenario), self.rules)
        model.add(model.uncovered() == 0, "covered")
        share = Share(min(COUNT_SECONDS, self.limits.seconds_left), self._work(COUNT_WORK))
        return solve(
            model.cp, self.limits, share, workers=self.workers, seed=self.seed, way="small"
        ).infeasible

    def staffed(self, scenario: Scenario) -> Roster | bool | None:
        """A roster without a hole; False where it is proven that there is none; None where it was not found out."""
        if self.is_over:
            return None
        if self.refuted(scenario):
            return False
        return self.searched(scenario)

    def searched(self, scenario: Scenario) -> Roster | bool | None:
        """The same by the search alone."""
        if self.is_over:
            return None
        seconds = min(self.search_seconds, self.limits.seconds_left)
        limits = Limits(seconds, self._work(self.search_work), self.limits.stop, finishing_seconds=0.2)
        asked = Asked(self.workers, self.seed, None, lambda step: None)
        found = search(for_cover(scenario), self.rules, limits, asked)
        self.limits.used_work += limits.used_work
        if found.status == "infeasible":
            return False
        cover = cover_of(found.goals)
        if cover is None:
            return None
        if cover.value == 0:
            return found
        return False if cover.bound else None

    def _work(self, work: float | None) -> float | None:
        left = self.limits.work_left
        if left is None:
            return None
        return left if work is None else min(work, left)

    # -- with what was found before ----------------------------------------------------------------------------

    def cannot(self, scenario: Scenario, kept: Iterable[Hashable], *, by_counts: bool = False) -> bool | None:
        """Whether the scenario, which has kept these of all that was asked, cannot be staffed.

        `by_counts`: only by what counts refute; False is then "not refuted".
        """
        key = frozenset(kept)
        if any(known <= key for known in self.impossible):
            return True
        if any(key <= known for known in self.possible):
            return False
        if by_counts:
            answer: bool | None = self.refuted(scenario)
        else:
            found = self.staffed(scenario)
            answer = None if found is None else found is False
        if answer:
            self.impossible.append(key)
        elif answer is False and not by_counts:
            self.possible.append(key)
        return answer
