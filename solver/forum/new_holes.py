"""Demand that is met today and would not be met: what the forum calls a new hole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from solver.domain.work import Sheet
from solver.goals.presence import Presence, Stretch


@dataclass(frozen=True)
class NewHole:
    """A stretch of one demand row (from 0) on a day of the cycle, in which more are missing than today."""

    row: int
    day: int
    start: int
    end: int
    missing: int

    @property
    def person_minutes(self) -> int:
        return (self.end - self.start) * self.missing


def new_holes(before: Sheet, after: Sheet) -> tuple[NewHole, ...]:
    """Every new hole of a roster against the one in force; both sheets have the same demand."""
    found = []
    then, now = Presence.of(before), Presence.of(after)
    for number, row in enumerate(after.scenario.demand):
        if not row.least:
            continue
        old = dict(then.windows(before.scenario.demand[number]))
        for day, stretches in now.windows(row):
            for start, end, missing in _more(old[day], stretches, row.least):
                found.append(NewHole(number, day, start, end, missing))
    return tuple(found)


def _more(before: list[Stretch], after: list[Stretch], least: int) -> list[tuple[int, int, int]]:
    moments = sorted({one for stretch in (*before, *after) for one in (stretch.start, stretch.end)})
    found: list[tuple[int, int, int]] = []
    for start, end in pairwise(moments):
        more = max(0, least - _present(after, start)) - max(0, least - _present(before, start))
        if more > 0 and found and found[-1][1] == start and found[-1][2] == more:
            found[-1] = (found[-1][0], end, more)
        elif more > 0:
            found.append((start, end, more))
    return found


def _present(stretches: list[Stretch], moment: int) -> int:
    return next((one.present for one in stretches if one.start <= moment < one.end), 0)
