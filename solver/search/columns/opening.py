"""Where the tracks of a line begin in a period that does not repeat, and where they may end.

What lies before the period is known or not; what comes after it never is. A track whose beginning cannot be told is
left out: the line is then held to less here, and to all of it by the audit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS
from solver.search.weekly.rests import LONG_AGO, DailyRests, WeeklyRests
from solver.search.weekly.runs import Runs, Sequences, State, Track
from solver.search.weekly.weekends import Apart, FreeWeekends, WorkedSundays


@dataclass(frozen=True)
class Opened:
    """A track that begins with what is known of the days before the period."""

    track: Track
    start: State

    @property
    def weekly(self) -> bool:
        return self.track.weekly

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        yield from self.track.after(state, dow, code)

    def may_end(self, state: State) -> bool:
        """Whether the period may end so: what a week must have is in it. Runs may be cut short there."""
        if not isinstance(self.track, WeeklyRests | FreeWeekends):
            return True
        return any(True for _ in self.track.after(state, 0, ""))


def opened(track: Track, before: Sequence[str]) -> Opened | None:
    """The track with its beginning; None where it cannot be told."""
    if not before:
        return Opened(track, track.start)
    if isinstance(track, WeeklyRests):
        return Opened(track, (_last_end(track, before), 0, True))
    if isinstance(track, Runs):
        return Opened(_Continued(track, _last_run(track, before)), _CONTINUES)
    if not isinstance(track, DailyRests | Sequences | Apart | WorkedSundays):
        return Opened(track, track.start)
    state = track.start
    for place, code in enumerate(before, start=-len(before)):
        states = list(track.after(state, place % WEEK_DAYS, code))
        if len(states) != 1:
            return None
        state = states[0]
    return Opened(track, state)


_CONTINUES = "continues"


@dataclass(frozen=True)
class _Continued:
    """A run that began before the period: held to its maximum, and as it touches the beginning to no minimum."""

    track: Runs
    last: tuple[object, int]
    weekly: bool = False
    start: State = _CONTINUES

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        if state != _CONTINUES:
            yield from self.track.after(state, dow, code)
        elif self.track.value_of(code) == self.last[0]:
            yield from self.track.after((*self.last, False), dow, code)
        else:
            yield from self.track.after(None, dow, code)


def _last_run(track: Runs, before: Sequence[str]) -> tuple[object, int]:
    """The value of the last day before the period, and for how many days in a row."""
    values = [track.value_of(code) for code in reversed(before)]
    same = next((place for place, value in enumerate(values) if value != values[0]), len(values))
    return values[0], same


def _last_end(track: WeeklyRests, before: Sequence[str]) -> int:
    """When the last work before the period ended, in minutes after its first midnight."""
    ends = [
        place * DAY_MINUTES + track.spans[code][1]
        for place, code in enumerate(before, start=-len(before))
        if code in track.spans
    ]
    return max(ends, default=LONG_AGO)
