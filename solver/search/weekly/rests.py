"""What the rests of a line must remember from day to day: when work ended, and what the next rest must be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from solver.domain.cycle import DAY_MINUTES
from solver.search.weekly.runs import State

LONG_AGO = -(10**6)


@dataclass(frozen=True)
class DailyRests:
    """Rest between two shifts; a shorter one that was agreed is made good by the next, and few are had a week.

    A short rest counts in the week of the shift before it, as the audit counts it.
    """

    spans: Mapping[str, tuple[int, int]]
    limit: int
    floor: int
    most_a_week: int | None = None
    start: State = (LONG_AGO, 0, 0, False)

    @property
    def weekly(self) -> bool:
        return self.most_a_week is not None

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: when work ended, in minutes after this day's midnight; how long the next rest must be; how many
        short rests the week of that work has; whether that week is over.
        """
        end, needed, short, is_over = state
        is_over = is_over or (self.weekly and dow == 0)
        if not code:
            yield self._kept(end - DAY_MINUTES, needed, short, is_over)
            return
        begin, until = self.spans[code]
        rest = begin - end
        if rest < needed:
            return
        is_short = self.floor <= rest < self.limit
        if is_short and self.most_a_week is not None and short + 1 > self.most_a_week:
            return
        next_needed = 2 * self.limit - rest if is_short else self.floor
        count = 0 if is_over or not self.weekly else short + is_short
        yield self._kept(until - DAY_MINUTES, next_needed, count, False)

    def _kept(self, end: int, needed: int, short: int, is_over: bool) -> State:
        """Without what no longer matters: no shift begins before its midnight."""
        if -end >= max(needed, self.limit):
            return LONG_AGO, 0, 0 if is_over else short, False
        return end, needed, short, is_over


@dataclass(frozen=True)
class WeeklyRests:
    """In each week a rest with a whole day in it (F1); one that serves two weeks is twice as long.

    What a shorter rest leaves to make good is not remembered.
    """

    spans: Mapping[str, tuple[int, int]]
    limit: int
    floor: int
    weekly: bool = True
    start: State = (LONG_AGO, 0, True)

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: when work ended, in minutes after this day's midnight; how many weeks this rest serves already (two
        for more); whether this week has its rest.
        """
        end, serves, has_rest = state
        if dow == 0:
            if not has_rest:
                return
            has_rest = False
        if code:
            begin, until = self.spans[code]
            if begin - end >= (LONG_AGO, self.floor, 2 * self.limit)[serves]:
                yield max(end, until) - DAY_MINUTES, 0, has_rest
            return
        yield self._kept(end, serves, has_rest)
        if end <= 0 and not has_rest:
            yield self._kept(end, min(serves + 1, 2), True)

    def _kept(self, end: int, serves: int, has_rest: bool) -> State:
        return max(end - DAY_MINUTES, -2 * self.limit - DAY_MINUTES), serves, has_rest
