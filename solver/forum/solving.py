"""A draft becomes an answer: first with everybody else's days as they are, then with all days free.

The first is a small problem and, where it works out, nobody else's roster changes at all, which nothing can beat. The
second proves what cannot be done. Unknown is what neither found out in its time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.employee import Employee, Pin
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.forum.base import Answer, Ask, Draft, Status, UnitAnswer
from solver.forum.hours_shared import HoursShared
from solver.forum.new_holes import new_holes
from solver.forum.options.sharing import fewest_small_most_full
from solver.forum.today import Today
from solver.goals.positions import positions
from solver.goals.registry import GOALS
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.run import search

HELD_SHARE: Final = 0.4
"""Of an option's time, what the search with everybody else's days held may take."""
UNLIKE: Final = "?"
"""A code that no unit has: a day that differs whatever is planned, so that only the days of others count."""


@dataclass
class Solving:
    """What solves drafts, within limits that all of them share."""

    today: Today
    limits: Limits
    workers: int = 1
    seed: int = 1

    def answer(self, draft: Draft, part: float) -> Answer:
        """Solve every unit of a draft in this part of the time that is left."""
        units = tuple(self._unit(ask, part / len(draft.asks)) for ask in draft.asks)
        order: tuple[Status, ...] = ("impossible", "unknown", "solved")
        return Answer(draft, min((one.status for one in units), key=order.index), units)

    def _unit(self, ask: Ask, part: float) -> UnitAnswer:
        held = self._search(_held(ask, self.today.roster(ask.unit)), ask, part * HELD_SHARE)
        if held.lines and self._opens_none(ask, held) and self._is_best_sharing(ask, held):
            return UnitAnswer(ask, "solved", held, changes_bound=0, sizes_proven=True)
        free = self._search(ask.scenario, ask, part * (1 - HELD_SHARE), start=held if held.lines else None)
        if free.status == "infeasible":
            return UnitAnswer(ask, "impossible")
        return self._better(ask, held, free)

    def _better(self, ask: Ask, held: Roster, free: Roster) -> UnitAnswer:
        bounds = {goal.id: goal.bound for goal in free.goals}
        least, changes = bounds.get("cover"), bounds.get("changes")
        fewest = None if changes is None else max(0, int(changes) - len(ask.free) * ask.scenario.cycle.days)
        found = [one for one in (held, free) if one.lines and self._opens_none(ask, one)]
        if found:
            best = min(found, key=lambda one: self._key(ask, one))
            proven = self._is_best_sharing(ask, best)
            fewest = 0 if best is held and proven else fewest if best is free else None
            return UnitAnswer(ask, "solved", best, changes_bound=fewest, sizes_proven=proven)
        today = GOALS["cover"].measure(self.today.sheets[ask.unit])
        impossible = least is not None and least > today
        given = free if free.lines else held if held.lines else None
        status: Status = "impossible" if impossible else "unknown"
        return UnitAnswer(ask, status, given, least_uncovered=None if least is None else int(least))

    def _key(self, ask: Ask, roster: Roster) -> tuple[int, int, int]:
        small, full = _small_and_full(ask, roster)
        sheet = Sheet.of(ask.scenario, roster)
        return small, full, GOALS["changes"].measure(sheet, _current(ask, self.today.roster(ask.unit)))

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

    def _search(self, scenario: Scenario, ask: Ask, part: float, start: Roster | None = None) -> Roster:
        left = self.limits.work_left
        seconds = max(0.5, part * self.limits.seconds_left)
        limits = Limits(
            seconds, None if left is None else part * left, self.limits.stop, finishing_seconds=0.2
        )
        current = _current(ask, self.today.roster(ask.unit))
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


def _held(ask: Ask, roster: Roster) -> Scenario:
    """The scenario with the days of everybody the option is not about as they are today."""
    days = {line.employee: line.days for line in roster.lines}
    people = tuple(
        one if one.id in ask.free or one.id not in days else _pinned(one, days[one.id])
        for one in ask.scenario.employees
    )
    return ask.scenario.with_changes({"employees": people})


def _pinned(employee: Employee, days: tuple[str, ...]) -> Employee:
    pins = tuple(
        Pin(days=(DAY_NAMES[day % WEEK_DAYS],), weeks=(day // WEEK_DAYS + 1,), shift=code)
        for day, code in enumerate(days)
    )
    return employee.model_copy(update={"pinned": pins})


def _current(ask: Ask, roster: Roster) -> Roster:
    """The roster in force as `changes` compares with it: only the days of others can be as they were."""
    unlike = (UNLIKE,) * ask.scenario.cycle.days
    others = tuple(line for line in roster.lines if line.employee not in ask.free)
    mine = tuple(Line(employee=name, days=unlike) for name in sorted(ask.free))
    return replace_lines(roster, (*others, *mine))


def replace_lines(roster: Roster, lines: tuple[Line, ...]) -> Roster:
    return roster.model_copy(update={"lines": lines})
