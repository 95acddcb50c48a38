"""What each arrangement allows: its best roster, what is proven beyond it, and which arrangements are dominated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from solver.comparison.arrangements import Arrangement
from solver.comparison.bounds import least_uncovered, position_bound
from solver.comparison.formula import Check, check
from solver.comparison.making import Making, Told
from solver.domain.roster import Roster, cover_of
from solver.domain.work import Sheet
from solver.goals.spread import WeekendHoursBalance
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked

YEAR_WEEKS = 52
ARRANGEMENT_SECONDS = 90.0
"""For each arrangement where nobody says otherwise."""
BOUND_SHARE = 0.1
"""Of the time left after cover, what the bounds of the average positions may take."""


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
    """where no roster was made for this arrangement: person-minutes that no roster covers"""

    @property
    def uncovered(self) -> float | None:
        cover = cover_of(self.roster.goals)
        return cover.value if cover else None

    @property
    def cover_bound(self) -> float | None:
        cover = cover_of(self.roster.goals)
        return self.least_uncovered if cover is None or cover.bound is None else cover.bound

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
    told: Told = lambda place, what: None,
) -> tuple[Point, ...]:
    """Plan each arrangement and lay them beside each other; how the time is shared is told in `making`."""
    asked = Asked(workers, seed, None, lambda step: None)
    making = Making(arrangements, Limits(seconds, work, stop), asked, rules, told)
    making.cover()
    making.goals(1 - BOUND_SHARE)
    making.lend()
    places = range(len(arrangements))
    return tuple(_dominated([_point(making, place, limits) for place, limits in making.parts(places, 1)]))


def _point(making: Making, place: int, limits: Limits) -> Point:
    """An arrangement with its roster, what is proven beyond it, and its figures."""
    arrangement, roster = making.arrangements[place], making.rosters[place]
    scenario, asked, rules = arrangement.scenario, making.asked, making.rules
    rest = replace(limits, finishing_seconds=0)
    if not roster.lines:
        least = None if roster.status == "infeasible" else least_uncovered(scenario, rest, asked, rules)
        return Point(arrangement, roster, least_uncovered=least)
    cover = cover_of(roster.goals)
    assert cover
    least = least_uncovered(scenario, rest, asked, rules) if cover.bound is None else None
    average = Fraction(str(roster.measures["average_position"]))
    bound = position_bound(scenario, int(cover.value), average, limits=rest, asked=asked, rules=rules)
    sheet = Sheet.of(scenario, roster)
    weekends = [sum(line.weekend_is_worked(week) for week in range(line.cycle.weeks)) for line in sheet.lines]
    minutes = sum(WeekendHoursBalance().amount(line) for line in sheet.lines)
    worked, who = sum(weekends), sum(count > 0 for count in weekends)
    yearly = Fraction(worked * YEAR_WEEKS, max(who, 1) * scenario.cycle.weeks)
    return Point(
        arrangement, roster, None if bound is None else float(bound), round(float(yearly), 1),
        round(minutes / max(worked, 1), 1), check(scenario, roster), least_uncovered=least,
    )  # fmt: skip


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
