"""The cheapest lines of people who share a graph, for given prices: dynamic programming over the days, all at once.

Prices are whole numbers, so that what is proven by them is exact. What may not be costs `NEVER`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from solver.search.columns.graph import Ints
from solver.search.columns.moves import Laid

NEVER = 2**28
FORBIDDEN = 2**27
"""a line that costs this or more is none"""
LIMIT = 2**29


@dataclass(frozen=True)
class Path:
    """One line: the number of each day's code, what was counted along it, and what it costs at the prices."""

    codes: tuple[int, ...]
    counts: tuple[int, ...]
    cost: int


class Paths:
    """The cost of the cheapest way to every state of every day.

    `prices`: [day, code, person]; `ending`: [person, *counts], what each count at the end costs.
    """

    def __init__(self, laid: Laid, prices: Ints, ending: Ints) -> None:
        self.laid, self.prices = laid, prices
        people = prices.shape[2]
        first = np.full((1, people, *laid.shapes[0]), LIMIT, dtype=np.int32)
        first[(0, slice(None), *(-low for low in laid.lows[0]))] = 0
        self.costs, self.groups = [first], []
        for day in range(len(laid.days)):
            self._step(day)
        self.totals = self.costs[-1] + ending[None]

    def _step(self, day: int) -> None:
        """From the costs before a day to those after it."""
        before, laid = self.costs[-1], self.laid
        moves = laid.days[day]
        group = self.prices[day][moves.groups].min(axis=1)
        after = np.full((laid.sizes[day + 1], group.shape[1], *laid.shapes[day + 1]), LIMIT, dtype=np.int32)
        wide = (...,) + (None,) * len(laid.lows[day])
        for move in moves.moves:
            found = before[(move.source, slice(None), *move.taken)]
            found += group[move.group][wide]
            best = np.minimum.reduceat(found, move.first, axis=0)
            place = (move.target, slice(None), *move.given)
            after[place] = np.minimum(after[place], best)
        np.minimum(after, LIMIT, out=after)
        self.costs.append(after)
        self.groups.append(group)

    def least(self) -> Ints:
        """What each person's cheapest line costs; `FORBIDDEN` or more where there is none."""
        return self.totals.min(axis=tuple(axis for axis in range(self.totals.ndim) if axis != 1))  # type: ignore[no-any-return]

    def cheapest(self, person: int, most: int, below: int = FORBIDDEN) -> Iterator[Path]:
        """A person's cheapest lines, each with another end, that cost less than `below`."""
        totals = self.totals[:, person]
        flat = totals.reshape(-1)
        places = np.argpartition(flat, most)[:most] if most < flat.size else np.arange(flat.size)
        for place in places[np.argsort(flat[places], kind="stable")]:
            if flat[place] >= min(below, FORBIDDEN):
                return
            state, *counts = (int(one) for one in np.unravel_index(place, totals.shape))
            yield self._path(person, state, tuple(counts), int(flat[place]))

    def _path(self, person: int, state: int, counts: tuple[int, ...], cost: int) -> Path:
        """The way back from an end."""
        lows, codes = self.laid.lows, []
        ended = tuple(count + low for count, low in zip(counts, lows[-1], strict=True))
        here = ended
        for day in reversed(range(len(self.laid.days))):
            state, group, here = self._back(day, person, state, here)
            alike = self.laid.days[day].groups[group]
            codes.append(int(alike[self.prices[day, alike, person].argmin()]))
        return Path(tuple(reversed(codes)), ended, cost)

    def _back(self, day: int, person: int, state: int, here: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        """A cheapest step to a state with these counts: the state and counts before it, and its group of codes."""
        lows, shape = self.laid.lows[day], self.laid.shapes[day]
        after = self.laid.lows[day + 1]
        wanted = self.costs[day + 1][(state, person, *(c - low for c, low in zip(here, after, strict=True)))]
        for source, group, added in self.laid.days[day].coming[state]:
            before = tuple(count - more for count, more in zip(here, added, strict=True))
            place = tuple(count - low for count, low in zip(before, lows, strict=True))
            if all(0 <= one < size for one, size in zip(place, shape, strict=True)):
                if self.costs[day][(source, person, *place)] + self.groups[day][group, person] == wanted:
                    return source, group, before
        raise AssertionError("a cost that no step leads to")
