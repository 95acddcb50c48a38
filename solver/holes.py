"""Where people are missing: each stretch of a window with fewer on shift than the row's `min`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from solver.domain.roster import Hole
from solver.domain.values import clock
from solver.domain.work import Sheet
from solver.goals.presence import Presence, Stretch


def holes(sheet: Sheet) -> tuple[Hole, ...]:
    """Every hole of a roster by row, day and time; like its window, of the day on which the window starts."""
    presence = Presence.of(sheet)
    return tuple(
        Hole(
            row=number,
            week=sheet.cycle.week_of(day),
            day=sheet.cycle.name_of(day),
            start=clock(start),
            end=clock(end),
            missing=missing,
        )
        for number, row in enumerate(sheet.scenario.demand)
        if row.least
        for day, stretches in presence.windows(row)
        for start, end, missing in _missing(stretches, row.least)
    )


def _missing(stretches: list[Stretch], least: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and how many are missing; neighbours in which as many are missing are one."""
    start, end, missing = 0, 0, 0
    for stretch in stretches:
        here = max(0, least - stretch.present)
        if here != missing:
            if missing:
                yield start, end, missing
            start, missing = stretch.start, here
        end = stretch.end
    if missing:
        yield start, end, missing


def joined(holes: Iterable[Hole]) -> Iterator[Hole]:
    """Holes of the same row and day that follow on each other, and lack as many, as one."""
    for _, group in groupby(holes, key=lambda hole: (hole.row, hole.week, hole.day)):
        pending: Hole | None = None
        for hole in group:
            if pending and pending.end == hole.start and pending.missing == hole.missing:
                pending = pending.model_copy(update={"end": hole.end})
                continue
            if pending:
                yield pending
            pending = hole
        if pending:
            yield pending
