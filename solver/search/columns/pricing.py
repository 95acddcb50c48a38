"""The cheapest lines at given prices of the rows, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.search.columns.kinds import MOST_CELLS, Kind, broken_count, limits_of
from solver.search.columns.paths import FORBIDDEN, NEVER, Ints, Path, Paths
from solver.search.columns.people import Person
from solver.search.columns.problem import Column, Problem

LARGEST = 2**26
"""what the prices of a line may come to, so that sums stay whole numbers of 32 bits"""
STEPS = 16
"""In how many steps a code becomes as dear as the dearest day, where its number is not counted."""
WORK_A_CELL, WORK_A_DAY = 7e-8, 3e-5
"""What pricing counts as work."""
Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass
class Priced:
    """What lines cost at the prices, in 1/`scale`: each person's least, and her cheapest lines. `exact`: whether there
    is nothing less.
    """

    scale: int
    least: dict[int, int]
    columns: list[tuple[Column, int]]
    exact: bool


@dataclass(frozen=True)
class _Prices:
    """Whole prices: what each code gives those of each group, and what each stage weighs; how many lines to tell."""

    gains: Whole
    weights: Whole
    most: int
    above: int | None = None
    """where all lines are told that cost so much more than the cheapest, not only the cheapest"""


class Pricing:
    """Prices lines."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def price(
        self, gains: Floats, weights: Floats, *, who: Sequence[int], most: int = 4, above: float | None = None
    ) -> Priced:
        """Price the lines of these people. `gains`: what one more in each row gives; `most` lines for each, or so many
        of all that cost at most so much `above` the cheapest.
        """
        problem, chosen = self.problem, set(who)
        scale = self._scale(gains, weights)
        prices = _Prices(
            problem.gains(np.rint(gains * scale).astype(np.int64)),
            np.rint(weights * scale).astype(np.int64),
            most,
            None if above is None else int(above * scale),
        )
        out = Priced(scale, {}, [], exact=True)
        for kind in problem.kinds:
            people = [one for one in kind.people if one.place in chosen]
            size = max(1, MOST_CELLS // max(kind.laid.cells if kind.laid else 1, 1))
            for start in range(0, len(people) if problem.seconds_left > 0 else 0, size):
                self._price_some(kind, people[start : start + size], prices, out)
        return out

    def _scale(self, gains: Floats, weights: Floats) -> int:
        """How finely prices can be told."""
        problem = self.problem
        own = max(
            float(np.tensordot(weights, np.abs(one.costs), axes=1).max(axis=1).sum())
            + max(float(np.dot(weights, costs)) for costs in one.size_costs.values())
            for one in problem.people
        )
        shared = np.zeros((problem.scenario.cycle.days, len(problem.codes)))
        _, day, code, row = problem.parts
        np.add.at(shared, (day, code), np.abs(gains[row]))
        return max(1, int(LARGEST // max(own + float(shared.max(axis=1).sum()), 1.0)))

    def _price_some(self, kind: Kind, people: list[Person], given: _Prices, out: Priced) -> None:
        """Price people of one kind; again where a code must be counted first."""
        raw = [self.problem.prices(person, given.gains, given.weights) for person in people]
        prices = np.stack(
            [np.where(p.allowed, one, NEVER).astype(np.int32) for p, one in zip(people, raw, strict=True)],
            axis=2,
        )
        sizes = [
            {size: int(np.dot(given.weights, costs)) for size, costs in person.size_costs.items()}
            for person in people
        ]
        while kind.laid is not None:
            work = kind.laid.cells * len(people) * WORK_A_CELL + len(kind.laid.days) * WORK_A_DAY
            self.problem.worked(work)
            endings = [kind.ending(p, costs) for p, costs in zip(people, sizes, strict=True)]
            paths = Paths(kind.laid, prices, np.stack([one for one, _ in endings]))
            found = paths.cheapest(given.most if given.above is None else 1)
            if self._counts_more(kind, people, found):
                continue
            out.exact = out.exact and not kind.laid.paced
            for person, cost in zip(people, paths.least().tolist(), strict=True):
                out.least[person.place] = int(cost)
            if given.above is not None:
                found = [paths.within(place, given.above, given.most) for place in range(len(people))]
            for place, (person, lines, (_, chosen)) in enumerate(zip(people, found, endings, strict=True)):
                held = [one for one in lines if not broken_count(self.problem.scenario, person, one)]
                if lines and not held:
                    alone = prices[:, :, place : place + 1].copy(), endings[place][0][None]
                    held = self._dearer(kind, person, lines[0], alone)
                for path in held:
                    size = chosen[path.count if kind.unit else 0]
                    out.columns.append((self.problem.column(person, path.codes, size), path.cost))
            break
        for person, own, costs in zip(people, raw, sizes, strict=True):
            self._unused(person, int(own[:, 0].sum()) + costs.get(0, 0), out)

    def _dearer(self, kind: Kind, person: Person, line: Path, own: tuple[Ints, Ints]) -> list[Path]:
        """A line of a person with too many (or too few) of a code that is not counted: ever dearer (or cheaper) until
        the number is right.
        """
        assert kind.laid is not None
        prices, ending = own
        step = max(int(np.abs(prices[np.abs(prices) < NEVER // 2]).max(initial=1)) // STEPS, 1)
        for _ in range(STEPS):
            code = broken_count(self.problem.scenario, person, line)
            if code is None:
                return [line]
            number = self.problem.codes.index(code)
            many = line.codes.count(number) > limits_of(self.problem.scenario, person, code)[1]
            prices[:, number] += step if many else -step
            np.minimum(prices, NEVER, out=prices)
            found = Paths(kind.laid, prices, ending).cheapest(1)[0]
            if not found:
                break
            line = found[0]
        return []

    def _unused(self, person: Person, cost: int, out: Priced) -> None:
        """A line of 0 % works nothing."""
        out.least.setdefault(person.place, FORBIDDEN)
        if person.may_be_unused:
            out.least[person.place] = min(out.least[person.place], cost)
            free = (0,) * len(person.allowed)
            out.columns.append((self.problem.column(person, free, 0), cost))

    def _counts_more(self, kind: Kind, people: list[Person], found: Sequence[Sequence[Path]]) -> bool:
        """Count the codes that some cheapest line has too many of; whether anything is counted anew."""
        broken = {
            broken_count(self.problem.scenario, person, lines[0])
            for person, lines in zip(people, found, strict=True)
            if lines
        }
        counted = [kind.count(code) for code in sorted(filter(None, broken))]
        return any(counted)
