"""What is counted on the days of a line, where a rule limits the number or a goal makes it small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from solver.domain.cycle import DAY_MINUTES, SATURDAY, SUNDAY
from solver.goals.strain import LONG_RUN_DAYS, SHORT_REST_MINUTES
from solver.search.weekly.rests import LONG_AGO
from solver.search.weekly.runs import State, Track


class Count(Track, Protocol):
    """A track that forbids nothing and counts."""

    @property
    def name(self) -> str: ...

    def events(self, state: State, dow: int, code: str) -> int:
        """How many a day with this code adds."""


@dataclass(frozen=True)
class WorkedWeekends:
    """Worked weekends, each on its first working day; remembers whether Saturday was worked."""

    name: str = "weekends"
    weekly: bool = True
    start: State = False

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        yield dow == SATURDAY and bool(code)

    def events(self, state: State, dow: int, code: str) -> int:
        return int(bool(code) and (dow == SATURDAY or (dow == SUNDAY and not state)))


@dataclass(frozen=True)
class Strains:
    """Short rests, single free days and working days from the fifth in a row (as in `goals.strain`)."""

    spans: Mapping[str, tuple[int, int]]
    name: str = "strain"
    weekly: bool = False
    start: State = (LONG_AGO, 0, False)

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: when work ended, in minutes after this day's midnight; working days in a row; whether yesterday was
        the first free day after work.
        """
        end, run, _ = state
        if code:
            yield self._kept(self.spans[code][1]), min(run + 1, LONG_RUN_DAYS), False
        else:
            yield self._kept(end), 0, run > 0

    def _kept(self, end: int) -> int:
        """Seen from the next midnight; no shift begins before it."""
        return end - DAY_MINUTES if end - DAY_MINUTES > -SHORT_REST_MINUTES else LONG_AGO

    def events(self, state: State, dow: int, code: str) -> int:
        end, run, is_single = state
        if not code:
            return 0
        is_short = self.spans[code][0] - end < SHORT_REST_MINUTES
        return sum((is_short, is_single, run + 1 >= LONG_RUN_DAYS))
