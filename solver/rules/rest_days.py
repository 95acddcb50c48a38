"""Placing F1: for each week a day whose rest is long enough, so that no rest serves more weeks than it can.

Used by the audit and to fill in `f1` of a roster; no part of the model.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from solver.domain.cycle import DAY_MINUTES, WEEK_DAYS
from solver.domain.work import WorkLine

FOREVER = 10**9
PREFERRED = (6, 5, 0, 4, 1, 3, 2)
"""Sunday first: § 10-8 (4) wants the weekly rest to hold it as far as possible."""


@dataclass(frozen=True)
class Missing:
    """A week (from 0) without a rest that serves it, and its longest rest with a whole day in the week, in minutes;
    where its day was given, the rest around that day.
    """

    week: int
    longest: int
    in_two_weeks: bool
    """whether that rest has a whole day in the week before or after as well"""
    lacking: int
    """what the week before lacked, in minutes, which this one should have made good"""


@dataclass(frozen=True)
class Placement:
    """F1 for each week as a day of the cycle (-1 where there is none), and the weeks that lack one."""

    days: tuple[int, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class _State:
    """What the weeks so far leave: the rest used last, what is left of it, and what the last week lacked."""

    rest: int | None = None
    left: int = 0
    lacking: int = 0


@dataclass(frozen=True)
class _Option:
    """A day whose whole calendar day is free: the rest it lies in (known by its start) and that rest's length."""

    day: int
    rest: int
    length: int


_Best = dict[_State, tuple[int, int, tuple[int, ...]]]
"""For each state the fewest weeks missing, then the fewest days that are not Sundays, and the days chosen."""


def placed(line: WorkLine, given: Sequence[int] = ()) -> Placement:
    """Place (or, where days are given, check) the F1 days of a line."""
    rests = _Rests(line)
    options = [_options(rests, week, given) for week in range(line.cycle.weeks)]
    plan = _Plan(options, _ahead(options, rests.turn if line.cycle.wraps else None), *_limits(line))
    ends = plan.walk(_State())
    if line.cycle.wraps:
        # a plan that repeats must end as it began, so each way in is tried from every way out
        round_trips = [plan.walk(_turned(end, rests)).get(end) for end in ends]
        results = [result for result in round_trips if result is not None]
    else:
        results = list(ends.values())
    days = min(results)[2]
    lacking = plan.lacking(days, rests if line.cycle.wraps else None)
    missing = tuple(
        _missing(rests, week, options[week], lacking[week]) for week, day in enumerate(days) if day < 0
    )
    return Placement(days, missing)


def _missing(rests: _Rests, week: int, options: Sequence[_Option], lacking: int) -> Missing:
    own = max(options, key=lambda rest: rest.length, default=None)
    if own is None:
        return Missing(week, 0, in_two_weeks=False, lacking=lacking)
    beside = {rest.rest for other in (week - 1, week + 1) for rest in rests.of(other)}
    return Missing(week, own.length, own.rest in beside, lacking)


def _limits(line: WorkLine) -> tuple[int, int]:
    agreement = line.scenario.agreement
    return agreement.min_weekly_rest_minutes or 0, agreement.least_weekly_rest_minutes


def _ahead(options: list[list[_Option]], turn: int | None) -> list[set[int]]:
    """For each week the rests that the next week may use as well; only those are worth remembering."""
    of_weeks = [{option.rest for option in week} for week in options]
    after_last = {rest + turn for rest in of_weeks[0]} if turn is not None else set()
    return [*of_weeks[1:], after_last]


@dataclass(frozen=True)
class _Plan:
    """The options of every week, the rests the week after may use, and the limits."""

    options: list[list[_Option]]
    ahead: list[set[int]]
    limit: int
    floor: int

    def walk(self, start: _State) -> _Best:
        """Every state after the last week, with the best way to it."""
        states: _Best = {start: (0, 0, ())}
        for week, ahead in zip(self.options, self.ahead, strict=True):
            reached: _Best = {}
            for state, (missed, other, days) in states.items():
                _keep(reached, _State(state.rest, state.left), ahead, (missed + 1, other, (*days, -1)))
                for option in week:
                    after = _served(state, option, self.limit, self.floor)
                    if after:
                        late = other + PREFERRED.index(option.day % WEEK_DAYS)
                        _keep(reached, after, ahead, (missed, late, (*days, option.day)))
            states = reached
        return states

    def lacking(self, days: Sequence[int], turning: _Rests | None) -> list[int]:
        """What the week before each week lacked, where the F1 are these; with the rests of a cycle that repeats, as it
        is the second time around.
        """
        found, state = list[int](), _State()
        for _ in range(2 if turning else 1):
            found = []
            for week, day in zip(self.options, days, strict=True):
                found.append(state.lacking)
                chosen = next((option for option in week if option.day == day), None)
                served = chosen and _served(state, chosen, self.limit, self.floor)
                state = served or _State(state.rest, state.left)
            state = _turned(state, turning) if turning else state
        return found


def _turned(state: _State, rests: _Rests) -> _State:
    """The same state seen from the next turn of the cycle."""
    return state if state.rest is None else _State(state.rest - rests.turn, state.left, state.lacking)


def _keep(reached: _Best, state: _State, ahead: set[int], way: tuple[int, int, tuple[int, ...]]) -> None:
    if state.rest not in ahead:
        state = _State(lacking=state.lacking)
    if state not in reached or way < reached[state]:
        reached[state] = way


def _served(state: _State, option: _Option, limit: int, floor: int) -> _State | None:
    """The state after this option serves a week, or None where its rest is too short."""
    fresh = option.rest != state.rest
    available = option.length if fresh else state.left
    needed = limit + state.lacking
    if available >= needed:
        return _State(option.rest, available - needed)
    if fresh and not state.lacking and available >= floor:
        return _State(option.rest, 0, limit - available)
    return None


def _options(rests: _Rests, week: int, given: Sequence[int]) -> list[_Option]:
    """The days that may be the week's F1: the one given, or any where none is (-1)."""
    days = [week * WEEK_DAYS + day for day in PREFERRED]
    if given and (week >= len(given) or given[week] >= 0):
        days = [day for day in given[week : week + 1] if day // WEEK_DAYS == week]
    found = [rests.around(day) for day in days]
    return [option for option in found if option]


class _Rests:
    """The rests of a line: what lies between stretches of work, over the cycle and one turn on both sides of it."""

    def __init__(self, line: WorkLine) -> None:
        days = line.cycle.days
        self.turn = days * DAY_MINUTES if line.cycle.wraps else FOREVER
        around = (-days, 2 * days - 1) if line.cycle.wraps else (-line.history, days - 1)
        work: list[tuple[int, int]] = []
        for period in line.periods(*around):
            if work and period.start <= work[-1][1]:
                work[-1] = (work[-1][0], max(work[-1][1], period.end))
            else:
                work.append((period.start, period.end))
        self.work = work
        self.ends = [end for _, end in work]

    def around(self, day: int) -> _Option | None:
        """The continuous rest that holds the whole calendar day, or None where some of it is worked."""
        midnight = day * DAY_MINUTES
        # the first stretch of work that ends after this midnight decides where the rest ends
        at = bisect_right(self.ends, midnight)
        end = self.work[at][0] if at < len(self.work) else FOREVER
        if end < midnight + DAY_MINUTES:
            return None
        start = self.work[at - 1][1] if at else -FOREVER
        return _Option(day, start, end - start)

    def of(self, week: int) -> list[_Option]:
        """The rests with a whole calendar day in the week."""
        found = [self.around(week * WEEK_DAYS + day) for day in range(WEEK_DAYS)]
        return [rest for rest in found if rest]
