"""What each arrangement allows: its best roster, what is proven beyond it, and which arrangements are dominated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from solver.auditing import audit
from solver.comparison.arrangements import Arrangement
from solver.comparison.bounds import least_uncovered, position_bound
from solver.comparison.formula import Check, check
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.spread import WeekendHoursBalance
from solver.reasons.staffing import for_cover
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.run import search

YEAR_WEEKS = 52
BOUND_SHARE = 0.15
"""Of an arrangement's time, what the bound of the average position may take."""


FIRST_SHARE = 0.35
"""Of the same, what a roster for cover alone may take; it is found sooner than one for every goal."""


@dataclass(frozen=True)
class Point:
    """One arrangement: its best roster and what it is worth; the figures are None where there is no roster.

    `position_bound`: no roster that covers as much has a larger average position, in percent; None: not found out.
    `weekends_a_year` and `hours_a_weekend` are averages over the lines that work weekends, hours in paid minutes.
    """

    arrangement: Arrangement
    roster: Roster
    position_bound: float | None = None
    weekends_a_year: float | None = None
    minutes_a_weekend: float | None = None
    formula: Check | None = None
    dominated_by: tuple[int, ...] = ()
    least_uncovered: int | None = None
    """where no roster was found: person-minutes that no roster covers"""

    @property
    def uncovered(self) -> float | None:
        return next((one.value for one in self.roster.goals if one.id == "cover"), None)

    @property
    def cover_bound(self) -> float | None:
        return next((one.bound for one in self.roster.goals if one.id == "cover"), self.least_uncovered)

    def worth(self) -> tuple[float, ...] | None:
        """What dominance is judged by, the smaller the better: cover, positions, weekends and their hours."""
        measured = self.roster.measures
        if self.uncovered is None or self.weekends_a_year is None or self.minutes_a_weekend is None:
            return None
        sizes = -measured["average_position"], -measured["full_time"]
        return (self.uncovered, *sizes, self.weekends_a_year, self.minutes_a_weekend)


def frontier(
    arrangements: Sequence[Arrangement],
    *,
    seconds: float,
    work: float | None = None,
    workers: int = 1,
    seed: int = 1,
    stop: Callable[[], bool] = lambda: False,
    rules: Sequence[Rule] = RULES,
) -> tuple[Point, ...]:
    """Plan each arrangement for an equal part of the time that is left, and lay them beside each other."""
    whole = Limits(seconds, work, stop)
    found = []
    for place, arrangement in enumerate(arrangements):
        left = len(arrangements) - place
        share = None if work is None else work / len(arrangements)
        limits = Limits(max(whole.seconds - whole.elapsed, 0.1) / left, share, stop)
        found.append(_point(arrangement, limits, Asked(workers, seed, None, lambda step: None), rules))
    return tuple(_dominated(found))


def _point(arrangement: Arrangement, limits: Limits, asked: Asked, rules: Sequence[Rule]) -> Point:
    scenario = arrangement.scenario
    seconds, work = limits.seconds, limits.work
    roster = _best(scenario, limits, asked, rules)
    if not roster.lines:
        least = None if roster.status == "infeasible" else least_uncovered(scenario, limits, asked, rules)
        return Point(arrangement, roster, least_uncovered=least)
    rest = Limits(
        max(seconds - limits.elapsed, BOUND_SHARE * seconds),
        None if work is None else BOUND_SHARE * work, limits.stop, finishing_seconds=0,
    )  # fmt: skip
    uncovered = int(next(one.value for one in roster.goals if one.id == "cover"))
    average = Fraction(str(roster.measures["average_position"]))
    bound = position_bound(scenario, uncovered, average, limits=rest, asked=asked, rules=rules)
    sheet = Sheet.of(scenario, roster)
    weekends = [sum(line.weekend_is_worked(week) for week in range(line.cycle.weeks)) for line in sheet.lines]
    minutes = sum(WeekendHoursBalance().amount(line) for line in sheet.lines)
    worked, who = sum(weekends), sum(count > 0 for count in weekends)
    yearly = Fraction(worked * YEAR_WEEKS, max(who, 1) * scenario.cycle.weeks)
    return Point(
        arrangement, roster, None if bound is None else float(bound), round(float(yearly), 1),
        round(minutes / max(worked, 1), 1), check(scenario, roster),
    )  # fmt: skip


def _best(scenario: Scenario, limits: Limits, asked: Asked, rules: Sequence[Rule]) -> Roster:
    """The roster of all goals; where none was found, or one that covers less, the one that was made for cover alone."""
    first = search(for_cover(scenario), rules, _part(limits, FIRST_SHARE), asked)
    if first.status == "infeasible" or limits.stop():
        return _measured(scenario, first, rules)
    used = limits.elapsed / limits.seconds if limits.work is None else FIRST_SHARE
    found = search(scenario, rules, _part(limits, max(0.05, 1 - BOUND_SHARE - used)), asked)
    covers_less = bool(first.lines and found.lines) and found.goals[0].value > first.goals[0].value
    return found if found.lines and not covers_less else _measured(scenario, first, rules)


def _part(limits: Limits, part: float) -> Limits:
    return Limits(part * limits.seconds, None if limits.work is None else part * limits.work, limits.stop)


def _measured(scenario: Scenario, roster: Roster, rules: Sequence[Rule]) -> Roster:
    """A roster made for cover alone with every goal of the scenario counted on it; only cover has its bound."""
    if not roster.lines:
        return roster
    goals = audit(scenario, roster, rules=rules).goals
    bound = {"bound": roster.goals[0].bound}
    told = tuple(one.model_copy(update=bound) if one.id == "cover" else one for one in goals)
    return roster.model_copy(update={"goals": told, "status": "feasible"})


def _dominated(points: Sequence[Point]) -> list[Point]:
    """Each with the places of those that are as good in everything and better in something."""
    worth = [point.worth() for point in points]
    found = []
    for point, own in zip(points, worth, strict=True):
        better = [
            place
            for place, other in enumerate(worth)
            if own and other and other != own and all(a <= b for a, b in zip(other, own, strict=True))
        ]
        found.append(replace(point, dominated_by=tuple(better)))
    return found
