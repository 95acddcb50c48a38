"""Runs of days in a row, for the rules about them: once as a calendar helper for audits, once for the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from solver.domain.work import WorkLine
from solver.rules.base import Bool, Model


@dataclass(frozen=True)
class Run:
    """Days in a row from `first` (which may lie before day 0 where days before are known).

    `whole`: both ends are seen, so that a minimum applies. `inside`: some day of it lies in the cycle.
    `endless`: it never ends in a cycle that repeats; its length is then the days of two cycles, and it is not whole.
    """

    first: int
    length: int
    whole: bool
    inside: bool
    endless: bool = False

    @property
    def place(self) -> int | None:
        """The day it begins on; an endless run has none."""
        return None if self.endless else self.first

    def beyond(self, most: int | None) -> int | None:
        """Its length where it is longer than `most`, as an endless run always is; else (or with no limit) None."""
        if most is None or not self.inside:
            return None
        length = max(self.length, most + 1) if self.endless else self.length
        return length if length > most else None


def runs(line: WorkLine, has: Callable[[int], bool]) -> Iterator[Run]:
    """Each longest run of days for which `has` holds, once; wrapped where the cycle repeats."""
    days = line.cycle.days
    if line.cycle.wraps:
        if all(has(day) for day in range(days)):
            yield Run(0, 2 * days, whole=False, inside=True, endless=True)
            return
        for first in range(days):
            if has(first) and not has(first - 1):
                length = next(n for n in range(1, days + 1) if not has(first + n))
                yield Run(first, length, whole=True, inside=True)
        return
    day = -line.history
    while day < days:
        length = next(n for n in range(days - day + 1) if day + n == days or not has(day + n))
        if length:
            yield Run(day, length, whole=day > 0 and day + length < days, inside=day + length > 0)
        day += length + 1


def forbid_short_runs(model: Model, least: int, has: Callable[[int], Bool], name: str) -> None:
    """No run shorter than `least` of days for which `has` is true; one that touches an open end may be short.

    In a period that does not repeat, no window passes its ends, so a run there is not held to a minimum.
    """
    cycle = model.cycle
    for length in range(1, min(least, cycle.days)):
        for window in cycle.windows(length + 2):
            before, *run, after = window
            model.forbid(
                model.negated(has(before)),
                *(has(day) for day in run),
                model.negated(has(after)),
                name=f"{name}.short{length}.{window.start}",
            )
