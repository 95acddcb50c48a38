"""Demand through the day: the stretches of a window in which the same shifts are running."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS
from solver.domain.scenario import Demand, Scenario


@dataclass(frozen=True)
class Segment:
    """A stretch of a window, in minutes after the midnight of the window's day.

    `parts` names the shifts that run through it: (0, "D") is a D that starts on the window's day, (-1, "N") one that
    started the day before, (1, "D") one on the day after.
    """

    start: int
    end: int
    parts: tuple[tuple[int, str], ...]

    @property
    def minutes(self) -> int:
        return self.end - self.start


def segments(scenario: Scenario, row: Demand, day: int) -> tuple[Segment, ...]:
    """The stretches of a row's window on one day, cut where a shift starts or ends; alike neighbours are one."""
    known: dict[object, tuple[Segment, ...]] = scenario.kept
    key = row.span, day % WEEK_DAYS, row.shifts
    if key not in known:
        known[key] = tuple(_segments(scenario, row, day))
    return known[key]


def _segments(scenario: Scenario, row: Demand, day: int) -> Iterator[Segment]:
    start, end = row.span
    knows_before = any(one.before for one in scenario.employees)  # then any shift may have run the day before
    running = [
        (
            offset,
            shift.code,
            max(start, offset * DAY_MINUTES + shift.span[0]),
            offset * DAY_MINUTES + shift.span[1],
        )
        for shift in scenario.shifts
        for offset in (-1, 0, 1)
        if row.counts_shift(shift.code) and (shift.runs_on(day + offset) or (knows_before and offset < 0))
    ]
    cuts = sorted(
        {start, end} | {cut for _, _, first, last in running for cut in (first, last) if start < cut < end}
    )
    pending: Segment | None = None
    for first, last in pairwise(cuts):
        parts = tuple(
            (offset, code) for offset, code, begin, until in running if begin <= first and last <= until
        )
        if pending and pending.parts == parts:
            pending = Segment(pending.start, last, parts)
            continue
        if pending:
            yield pending
        pending = Segment(first, last, parts)
    if pending:
        yield pending
