"""The cheapest lines of people who share a graph, for given prices: dynamic programming over the days, all at once.

Prices are whole numbers, so that what is proven by them is exact. What may not be costs `NEVER`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.search.columns.moves import Laid

Ints = npt.NDArray[np.integer[Any]]
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
        at: Any = (0, slice(None), *(-low for low in laid.lows[0]))
        first[at] = 0
        self.costs: list[Ints] = [first]
        self.groups: list[Ints] = []
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
            taken: Any = (move.source, slice(None), *move.taken)
            found = before[taken]
            found += group[move.group][wide]
            best = np.minimum.reduceat(found, move.first, axis=0)
            place: Any = (move.target, slice(None), *move.given)
            after[place] = np.minimum(after[place], best)
        np.minimum(after, LIMIT, out=after)
        self.costs.append(after)
        self.groups.append(group)

    def least(self) -> Ints:
        """What each person's cheapest line costs; `FORBIDDEN` or more where there is none."""
        return self.totals.min(axis=tuple(axis for axis in range(self.totals.ndim) if axis != 1))  # type: ignore[no-any-return]

    def cheapest(self, most: int) -> list[list[Path]]:
        """Each person's cheapest lines, no two with the same end."""
        people = self.totals.shape[1]
        flat = self.totals.swapaxes(0, 1).reshape(people, -1)
        count = min(most, flat.shape[1])
        places = np.argpartition(flat, count - 1, axis=1)[:, :count]
        costs = np.take_along_axis(flat, places, axis=1)
        order = np.argsort(costs, axis=1, kind="stable")
        costs, places = np.take_along_axis(costs, order, axis=1), np.take_along_axis(places, order, axis=1)
        person, rank = np.nonzero(costs < FORBIDDEN)
        shape = self.totals.shape[:1] + self.totals.shape[2:]
        state, *counts = np.unravel_index(places[person, rank], shape)
        ended = np.stack(counts, axis=1) + np.array(self.laid.lows[-1])
        codes = self._back(person, state, ended)
        found: list[list[Path]] = [[] for _ in range(people)]
        for place, cost, line, end in zip(
            person, costs[person, rank], codes.tolist(), ended.tolist(), strict=True
        ):
            found[place].append(Path(tuple(line), tuple(end), int(cost)))
        return found

    def _back(self, person: Ints, state: Ints, counts: Ints) -> Ints:
        """The ways back from some ends: [line, day], each day's code."""
        codes = np.zeros((len(person), len(self.laid.days)), dtype=np.int32)
        each = np.arange(len(person))
        for day in reversed(range(len(self.laid.days))):
            moves, lows = self.laid.days[day], self.laid.lows[day]
            wanted = self.costs[day + 1][(state, person, *(counts - np.array(self.laid.lows[day + 1])).T)]
            source, group = moves.source[state], moves.group[state]
            before = counts[:, None, :] - moves.adds[state]
            place = before - np.array(lows)
            inside = ((place >= 0) & (place < np.array(self.laid.shapes[day]))).all(axis=2)
            place = np.where(inside[:, :, None], place, 0)
            cost = self.costs[day][(source, person[:, None], *np.moveaxis(place, 2, 0))]
            cost = cost + self.groups[day][group, person[:, None]]
            step = (inside & (cost == wanted[:, None])).argmax(axis=1)
            alike = moves.groups[group[each, step]]
            cheapest = self.prices[day][alike, person[:, None]].argmin(axis=1)
            codes[:, day] = alike[each, cheapest]
            state, counts = source[each, step], before[each, step]
        return codes
