"""The least that demand needs: shifts and person-minutes that no roster can do with fewer of. No solver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from solver.domain.cycle import DAY_MINUTES
from solver.domain.scenario import Demand, Scenario
from solver.domain.shift import Shift

Counted = Callable[[int, Shift], bool]
"""Whether shifts of this kind that start on this day of the cycle are counted."""


@dataclass(frozen=True)
class Stretch:
    """A stretch of the cycle, in minutes after Monday 00:00 of week 1, and the least number of people in it."""

    start: int
    end: int
    people: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


def stretches(scenario: Scenario, rows: Iterable[Demand]) -> list[Stretch]:
    """The most that any of the rows asks for at every moment, cut wherever a row or a shift starts or ends.

    A person counts in every row she meets, so rows are not added up. What passes the end of the cycle is left out.
    """
    spans = [
        (day * DAY_MINUTES + row.span[0], day * DAY_MINUTES + row.span[1], row.least)
        for row in rows
        for day in row.in_cycle(scenario.cycle)
        if row.least
    ]
    end = scenario.cycle.days * DAY_MINUTES
    if scenario.cycle.wraps:
        spans += [(first - end, last - end, least) for first, last, least in spans if last > end]
    cuts = {cut for first, last, _ in spans for cut in (first, last)} | _shift_cuts(scenario)
    places = sorted(cut for cut in cuts | {0, end} if 0 <= cut <= end)
    wanted = _swept(spans, places)
    return [
        Stretch(first, last, people) for (first, last), people in zip(pairwise(places), wanted, strict=True)
    ]


def _shift_cuts(scenario: Scenario) -> set[int]:
    return {
        day * DAY_MINUTES + edge
        for day in range(-1, scenario.cycle.days)
        for shift in scenario.shifts
        if shift.runs_on(day)
        for edge in shift.span
    }


def _swept(spans: list[tuple[int, int, int]], places: list[int]) -> list[int]:
    """The largest number of the spans that hold, stretch by stretch."""
    index = {place: number for number, place in enumerate(places)}
    found = [0] * (len(places) - 1)
    for first, last, least in spans:
        for number in range(index[max(first, 0)], index[min(last, places[-1])]) if last > 0 else ():
            found[number] = max(found[number], least)
    return found


def person_minutes(scenario: Scenario, rows: Iterable[Demand]) -> int:
    """The person-minutes that the rows ask for together at least."""
    return sum(one.minutes * one.people for one in stretches(scenario, rows))


def least_shifts(scenario: Scenario, rows: Iterable[Demand], counted: Counted) -> int:
    """So many counted shifts at least are needed, however they are placed.

    Only moments at which no other shift runs are looked at, and none that a shift from before day 0 may reach. From
    the first moment on, the shift that lasts longest is put where one is missing: with intervals none needs fewer.
    """
    needed, under_way = 0, [0]
    for stretch in stretches(scenario, rows):
        running = list(_running(scenario, stretch))
        if (
            not stretch.people
            or not running
            or not all(day >= 0 and counted(day, one) for day, one in running)
        ):
            continue
        under_way = [end for end in under_way if end >= stretch.end]
        short = stretch.people - len(under_way)
        if short > 0:
            longest = max(day * DAY_MINUTES + shift.span[1] for day, shift in running)
            under_way += [longest] * short
            needed += short
    return needed


def _running(scenario: Scenario, stretch: Stretch) -> Iterator[tuple[int, Shift]]:
    """The shifts that may run through a stretch, each with the day it starts on (-1: the day before the first)."""
    today = stretch.start // DAY_MINUTES
    for day in (today - 1, today):
        for shift in scenario.shifts:
            start, end = (day * DAY_MINUTES + edge for edge in shift.span)
            if shift.runs_on(day) and start <= stretch.start and stretch.end <= end:
                yield day, shift
