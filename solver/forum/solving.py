"""A draft becomes an answer: first with everybody else's days as they are, then with all days free.

The first is a small problem and, where it works out, nobody else's roster changes at all, which nothing can beat. The
second proves what cannot be done. Unknown is what neither found out in its time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.forum.base import Answer, Ask, Draft, Status, UnitAnswer
from solver.forum.hours_shared import HoursShared
from solver.forum.in_force import as_compared, days_not_compared, held_to_today
from solver.forum.new_holes import new_holes
from solver.forum.options.sharing import fewest_small_most_full
from solver.forum.today import Today
from solver.goals.positions import positions
from solver.goals.registry import GOALS
from solver.reasons.staffing import for_cover
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.run import search

Report = Callable[[int, int, str], None]
"""Told of each option: its number, of how many, and its id."""
Keep = Callable[[Answer], None]
"""Given each answer when it is found, and again where it got better."""
HELD_SHARE: Final = 0.4
"""Of an option's time, what the search with everybody else's days held may take."""
COVER_SHARE: Final = 0.4
"""Of a search's time, what finding out whether cover can be met may take."""


@dataclass
class Solving:
    """What solves drafts, within limits that all of them share."""

    today: Today
    limits: Limits
    workers: int = 1
    seed: int = 1
    keep: Keep = lambda answer: None

    def answers(self, drafts: Sequence[Draft], report: Report, known: Mapping[str, Answer]) -> list[Answer]:
        """Every draft solved in an equal part of the time that is left, then what is not settled once more."""
        found = []
        for place, draft in enumerate(drafts):
            report(place + 1, len(drafts), draft.id)
            found.append(known.get(draft.id) or self._answer(draft, 1 / (len(drafts) - place)))
            self.keep(found[-1])
        waiting = [one for one in found if one.draft.id not in known and not one.is_settled]
        for place, answer in enumerate(waiting):
            found[found.index(answer)] = again = self._again(answer, 1 / (len(waiting) - place))
            self.keep(again)
        return found

    def _answer(self, draft: Draft, part: float) -> Answer:
        if self.limits.stopped_by:
            return Answer(draft, ())
        return Answer(draft, tuple(self._unit(ask, part / len(draft.asks)) for ask in draft.asks))

    def _again(self, answer: Answer, part: float) -> Answer:
        """The units that are not settled with all days free, from the roster found before."""
        if self.limits.stopped_by or not answer.units:
            return answer
        units = [one if one.is_settled else self._better_unit(one, part) for one in answer.units]
        return Answer(answer.draft, tuple(units))

    def _unit(self, ask: Ask, part: float) -> UnitAnswer:
        held = self._searched(held_to_today(ask, self.today.roster(ask.unit)), ask, part * HELD_SHARE)
        if held.lines and self._opens_none(ask, held) and self._is_best_sharing(ask, held):
            return UnitAnswer(ask, "solved", held, changed_days=0, changes_bound=0, sizes_proven=True)
        return self._judged(ask, held, self._searched(ask.scenario, ask, part * (1 - HELD_SHARE)))

    def _better_unit(self, earlier: UnitAnswer, part: float) -> UnitAnswer:
        ask, roster = earlier.ask, earlier.roster
        if earlier.status != "solved" or roster is None:
            return self._judged(ask, Roster(), self._searched(ask.scenario, ask, part))
        return self._judged(ask, roster, self._search(ask.scenario, ask, part, start=roster))

    def _judged(self, ask: Ask, earlier: Roster, free: Roster) -> UnitAnswer:
        """What two rosters come to, the second of a search with all days free, whose bounds hold for both."""
        if free.status == "infeasible":
            return UnitAnswer(ask, "impossible")
        bounds = {goal.id: goal.bound for goal in free.goals}
        least = bounds.get("cover")
        found = [one for one in (earlier, free) if one.lines and self._opens_none(ask, one)]
        if found:
            best = min(found, key=lambda one: self._key(ask, one))
            key, changes = self._key(ask, best), bounds.get("changes")
            fewest = 0 if key[2] == 0 else None
            if fewest is None and changes is not None and key[:2] == self._key(ask, free)[:2]:
                fewest = max(0, int(changes) - days_not_compared(ask))
            proven = self._is_best_sharing(ask, best)
            return UnitAnswer(ask, "solved", best, None, key[2], fewest, proven)
        today = GOALS["cover"].measure(self.today.sheets[ask.unit])
        status: Status = "impossible" if least is not None and least > today else "unknown"
        given = next((one for one in (free, earlier) if one.lines), None)
        return UnitAnswer(ask, status, given, least_uncovered=None if least is None else int(least))

    def _key(self, ask: Ask, roster: Roster) -> tuple[int, int, int]:
        """Small, (negated) full, and the days of others that differ."""
        small, full = _small_and_full(ask, roster)
        current = as_compared(ask, self.today.roster(ask.unit))
        changes = GOALS["changes"].measure(Sheet.of(ask.scenario, roster), current)
        return small, full, changes - days_not_compared(ask)

    def _opens_none(self, ask: Ask, roster: Roster) -> bool:
        return not new_holes(self.today.sheets[ask.unit], Sheet.of(ask.scenario, roster))

    def _is_best_sharing(self, ask: Ask, roster: Roster) -> bool:
        """Whether no sharing of the hours has fewer small positions, or as few and more full ones."""
        if not ask.shared:
            return True
        known = ask.scenario.employee_by_id
        lines = [
            (
                known[name].min_basis_points,
                known[name].max_basis_points,
                ask.scenario.small_below(known[name]),
            )
            for name in ask.shared
        ]
        step = ask.scenario.agreement.position_step_basis_points
        return _small_and_full(ask, roster) <= fewest_small_most_full(lines, ask.shared_basis_points, step)

    def _searched(self, scenario: Scenario, ask: Ask, part: float) -> Roster:
        """For cover alone, and where that opens no hole for every goal; what opens one needs no more time."""
        first = self._search(for_cover(scenario), ask, part * COVER_SHARE)
        if not first.lines or not self._opens_none(ask, first):
            return first
        found = self._search(scenario, ask, part * (1 - COVER_SHARE), start=first)
        return found if found.lines and self._opens_none(ask, found) else first

    def _search(self, scenario: Scenario, ask: Ask, part: float, start: Roster | None = None) -> Roster:
        left = self.limits.work_left
        seconds = max(0.5, part * self.limits.seconds_left)
        limits = Limits(
            seconds, None if left is None else part * left, self.limits.stop, finishing_seconds=0.2
        )
        current = as_compared(ask, self.today.roster(ask.unit))
        asked = Asked(self.workers, self.seed, current, _quiet, start=start)
        vacant = tuple(one.id for one in scenario.employees if one.vacant)
        rules = (*RULES, HoursShared(ask.shared, ask.shared_basis_points, vacant))
        found = search(scenario, rules, limits, asked)
        self.limits.used_work += limits.used_work
        return found


_quiet: Callable[[object], None] = lambda step: None  # noqa: E731


def _small_and_full(ask: Ask, roster: Roster) -> tuple[int, int]:
    """Small and (negated) full positions among those who share hours."""
    held: Mapping[str, int] = positions(Sheet.of(ask.scenario, roster))
    people = [ask.scenario.employee_by_id[name] for name in ask.shared]
    small = sum(held[one.id] < ask.scenario.small_below(one) <= one.max_basis_points for one in people)
    return small, -sum(held[one.id] >= 10_000 for one in people)
