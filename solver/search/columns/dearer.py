"""What codes cost beside their price, where their number is limited but not counted along a line.

Each above the most (or each missing from the least) is made dearer, until the cheapest line has a number that may be.
A line within the limits pays nothing for it in all, so none of them costs less than what the cheapest does then
(Lagrangian relaxation).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.search.columns.kinds import Kind
from solver.search.columns.paths import NEVER, Codes, Ints
from solver.search.columns.people import Person

Whole = npt.NDArray[np.int64]
Known = dict[tuple[int, str], float]
"""What a person's code cost beside its price, last time."""
STEPS = 16
"""In how many steps a code becomes as dear as the dearest day; each next step is twice as large."""
ENOUGH = 64
"""A change that is a smaller part than this changes nothing."""


class Dearer:
    """People of a kind: `values` [person, code] in the prices' unit, over 0 for dearer and under 0 for cheaper."""

    def __init__(
        self, kind: Kind, people: Sequence[Person], prices: Ints, *, scale: int, known: Known
    ) -> None:
        limits, shifts = kind.priced, kind.scenario.shifts
        number = {shift.code: place for place, shift in enumerate(shifts, start=1)}
        self.numbers = [number[code] for code in limits]
        self.limits = [(number[code], *each) for code, each in limits.items()]
        self.least, self.most = np.array(list(limits.values()), dtype=np.int64).reshape(-1, 2).T
        self.keys = [[(person.place, code) for code in limits] for person in people]
        self.known, self.scale = known, scale
        told = [[int(known.get(key, 0.0) * scale) for key in keys] for keys in self.keys]
        self.values = np.array(told, dtype=np.int64).reshape(len(people), len(limits))
        dearest = np.where(np.abs(prices) < NEVER // 2, np.abs(prices), 0).max(axis=(0, 1), initial=1)
        self.step = np.repeat(np.maximum(dearest // STEPS, 1)[:, None].astype(float), len(limits), axis=1)
        self.below = np.full(self.values.shape, -np.inf)
        self.above = np.full(self.values.shape, np.inf)
        self.cap = NEVER // 8 // len(prices)

    def on(self, prices: Ints, who: Ints) -> Ints:
        """The prices of some people with what codes cost beside them: [day, code, person]."""
        if not self.numbers:
            return prices[:, :, who]
        found = prices[:, :, who].astype(np.int64)
        found[:, self.numbers] += self.values[who].T[None]
        barred = prices[:, :, who] >= NEVER
        return np.where(barred, NEVER, found).astype(np.int32)

    def paid(self, who: Ints) -> Whole:
        """What lines with just as many as may be pay (or get) in all."""
        bounds = np.where(self.values[who] > 0, self.most, self.least)
        total: Whole = (self.values[who] * bounds).sum(axis=1)
        return total

    def broken(self, line: Codes) -> list[int]:
        """The codes that a line has too many or too few of."""
        return [number for number, least, most in self.limits if not least <= line.count(number) <= most]

    def learn(self, who: Ints, lines: npt.NDArray[Any]) -> Ints:
        """Make codes dearer or cheaper after each person's cheapest line [person, day]; for whom anything changed."""
        there = np.stack([(lines == number).sum(axis=1) for number in self.numbers], axis=1)
        old = self.values[who]
        over = np.where((old > 0) | (there > self.most), there - self.most, 0)
        over = np.where((old < 0) | (there < self.least), there - self.least, over)
        below = np.where(over > 0, old, np.maximum(self.below[who], np.where(old > 0, 0, -np.inf)))
        above = np.where(over < 0, old, np.minimum(self.above[who], np.where(old < 0, 0, np.inf)))
        far = np.where(over > 0, above, below)
        is_between = np.isfinite(far)
        new = np.where(
            is_between, (old + np.where(is_between, far, 0)) / 2, old + np.sign(over) * self.step[who]
        )
        new = np.clip(np.where(over == 0, old, new), -self.cap, self.cap).astype(np.int64)
        self.step[who] *= np.where(is_between | (over == 0), 1, 2)
        self.below[who], self.above[who], self.values[who] = below, above, new
        changed = (np.abs(new - old) * ENOUGH > np.abs(old)).any(axis=1)
        return who[changed]

    def remember(self) -> None:
        for keys, values in zip(self.keys, self.values.tolist(), strict=True):
            self.known.update(zip(keys, (value / self.scale for value in values), strict=True))
