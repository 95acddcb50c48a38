"""The cheapest lines of people who share a graph, for given prices: dynamic programming over the days, all at once.

Prices are whole numbers, so that what is proven by them is exact. What may not be costs `NEVER`.
"""

from __future__ import annotations

from itertools import combinations
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.search.columns.moves import Laid

Ints = npt.NDArray[np.integer[Any]]
Codes = tuple[int, ...]
"""One line: the number of each day's code."""
NEVER = 2**28
FORBIDDEN = 2**27
"""a line that costs this or more is none"""
LIMIT = 2**29


class Paths:
    """The cost of the cheapest way to every state of every day: [state, person, cell].

    `prices`: [day, code, person]; `ending`: [person, *counts], what each count at the end costs.
    """

    def __init__(self, laid: Laid, prices: Ints, ending: Ints) -> None:
        self.laid, self.prices = laid, prices
        people = prices.shape[2]
        first = np.full((1, people, prod(laid.shapes[0])), LIMIT, dtype=np.int32)
        first[0, :, -int(np.dot(laid.lows[0], laid.strides))] = 0
        self.costs: list[Ints] = [first]
        self.groups: list[Ints] = []
        for day in range(len(laid.days)):
            self._step(day)
        self.totals = self.costs[-1] + ending.reshape(1, people, -1)

    def _step(self, day: int) -> None:
        """From the costs before a day to those after it."""
        laid, before = self.laid, self._merged(day, self.costs[-1])
        moves, length, begins = laid.days[day], prod(laid.shapes[day + 1]), laid.begins(day)
        group = self.prices[day][moves.groups].min(axis=1)
        after = np.full((laid.sizes[day + 1], group.shape[1], length), LIMIT, dtype=np.int32)
        for move in moves.moves:
            shift = move.shift + begins
            first, last = max(0, -shift), min(before.shape[2], length - shift)
            if last <= first:
                continue
            found = before[move.source.ravel(), :, first:last]
            found += group[move.group.ravel()][..., None]
            best = found.reshape(*move.source.shape, *found.shape[1:]).min(axis=1)
            into = slice(first + shift, last + shift)
            after[move.target, :, into] = np.minimum(after[move.target, :, into], best)
        np.minimum(after, LIMIT, out=after)
        self._guard(day + 1, after)
        self.costs.append(after)
        self.groups.append(group)

    def _cells(self, day: int, costs: Ints) -> Ints:
        """A view with an axis for each count."""
        return costs.reshape(*costs.shape[:2], *self.laid.shapes[day])

    def _guard(self, day: int, costs: Ints) -> None:
        """What went over an edge is nowhere."""
        for place, guard in enumerate(self.laid.guards):
            if guard:
                np.moveaxis(self._cells(day, costs), place + 2, 0)[-guard:] = LIMIT

    def _merged(self, day: int, costs: Ints) -> Ints:
        """The costs before a day, where counts that will be too few to be told apart are the fewest that are."""
        raised = self.laid.raised(day)
        if not raised:
            return costs
        merged = costs.copy()
        for place in raised:
            cells = np.moveaxis(self._cells(day, merged), place + 2, 0)
            np.minimum(cells[0], cells[1], out=cells[1])
        return merged

    def least(self) -> Ints:
        """What each person's cheapest line costs; `FORBIDDEN` or more where there is none."""
        return self.totals.min(axis=(0, 2))  # type: ignore[no-any-return]

    def cheapest(self, most: int) -> list[list[Codes]]:
        """Each person's cheapest lines, no two with the same end."""
        _, people, length = self.totals.shape
        flat = self.totals.swapaxes(0, 1).reshape(people, -1)
        count = min(most, flat.shape[1])
        places = np.argpartition(flat, count - 1, axis=1)[:, :count]
        costs = np.take_along_axis(flat, places, axis=1)
        order = np.argsort(costs, axis=1, kind="stable")
        costs, places = np.take_along_axis(costs, order, axis=1), np.take_along_axis(places, order, axis=1)
        person, rank = np.nonzero(costs < FORBIDDEN)
        state, cell = np.divmod(places[person, rank], length)
        codes = self._back(person, state, cell)
        found: list[list[Codes]] = [[] for _ in range(people)]
        for place, line in zip(person, codes.tolist(), strict=True):
            found[place].append(tuple(line))
        return found

    def within(self, person: int, above: int, most: int) -> list[Codes]:
        """One person's lines that cost so much more than her cheapest at most; of too many those near the cheapest."""
        limit = min(int(self.totals[:, person].min()) + above, FORBIDDEN - 1)
        state: Ints
        cell: Ints
        state, cell = np.nonzero(self.totals[:, person] <= limit)
        left = limit - self.totals[state, person, cell]
        wanted = self.costs[-1][state, person, cell]
        codes = np.zeros((len(state), len(self.laid.days)), dtype=np.int16)
        for day in reversed(range(len(self.laid.days))):
            line, step, code, cost = self._steps_within(day, (state, person, cell), wanted + left)
            left = left[line] - (cost - wanted[line])
            near = np.argsort(-left, kind="stable")[:most]
            line, step, code, left = line[near], step[near], code[near], left[near]
            moves = self.laid.days[day]
            cell = cell[line] - moves.shift[state[line], step] - self.laid.begins(day)
            state, codes = moves.source[state[line], step], codes[line]
            codes[:, day] = code
            wanted = self._merged(day, self.costs[day])[state, person, cell]
            cell = self._unmerged(day, (state, np.full(len(state), person), cell), wanted)
        return [tuple(line) for line in codes.tolist()]

    def _steps_within(
        self, day: int, at: tuple[Ints, int, Ints], limit: Ints
    ) -> tuple[Ints, Ints, Ints, Ints]:
        """The steps to some cells with which a line stays within its limit: line, step, code and the cost there."""
        state, person, cell = at
        moves, merged = self.laid.days[day], self._merged(day, self.costs[day])[:, person]
        place = cell[:, None] - moves.shift[state] - self.laid.begins(day)
        inside = (place >= 0) & (place < merged.shape[1]) & moves.real[state]
        before = merged[moves.source[state], np.where(inside, place, 0)]
        codes = moves.groups[moves.group[state]]
        cost = before[..., None] + self.prices[day][codes, person]
        first = np.arange(codes.shape[2]) == 0
        may = inside[..., None] & (cost <= limit[:, None, None]) & (first | (codes != codes[..., :1]))
        line, step, which = np.nonzero(may)
        return line, step, codes[line, step, which], cost[line, step, which]

    def _back(self, person: Ints, state: Ints, cell: Ints) -> Ints:
        """The ways back from some ends: [line, day], each day's code."""
        codes = np.zeros((len(person), len(self.laid.days)), dtype=np.int32)
        each = np.arange(len(person))
        wanted = self.costs[-1][state, person, cell]
        for day in reversed(range(len(self.laid.days))):
            moves, merged = self.laid.days[day], self._merged(day, self.costs[day])
            source, group = moves.source[state], moves.group[state]
            before = cell[:, None] - moves.shift[state] - self.laid.begins(day)
            inside = (before >= 0) & (before < merged.shape[2])
            place = np.where(inside, before, 0)
            cost = merged[source, person[:, None], place] + self.groups[day][group, person[:, None]]
            step = (inside & (cost == wanted[:, None])).argmax(axis=1)
            alike = moves.groups[group[each, step]]
            cheapest = self.prices[day][alike, person[:, None]].argmin(axis=1)
            codes[:, day] = alike[each, cheapest]
            state, cell = source[each, step], place[each, step]
            wanted = merged[state, person, cell]
            cell = self._unmerged(day, (state, person, cell), wanted)
        return codes

    def _unmerged(self, day: int, at: tuple[Ints, Ints, Ints], wanted: Ints) -> Ints:
        """The cell that a merged cost comes from."""
        state, person, cell = at
        costs, raised = self.costs[day], [self.laid.strides[place] for place in self.laid.raised(day)]
        back = [sum(some) for count in range(1, len(raised) + 1) for some in combinations(raised, count)]
        for far in back:
            other = np.maximum(cell - far, 0)
            is_there = (costs[state, person, cell] > wanted) & (costs[state, person, other] == wanted)
            cell = np.where(is_there, other, cell)
        return cell
