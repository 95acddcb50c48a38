"""The cheapest lines at given prices of the rows, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.search.columns.dearer import Dearer, Known
from solver.search.columns.kinds import MOST_CELLS, Kind
from solver.search.columns.paths import FORBIDDEN, NEVER, Codes, Ints, Paths
from solver.search.columns.people import Person
from solver.search.columns.problem import Column, Problem

LARGEST = 2**25
"""what the prices of a line may come to, so that sums stay whole numbers of 32 bits"""
TURNS, MOST_TURNS = 3, 16
"""How often lines are priced where codes are made dearer: for the cheapest, and until there is any line at all."""
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
    turns: int
    above: int | None = None
    """where all lines are told that cost so much more than the cheapest, not only the cheapest"""


class Pricing:
    """Prices lines."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.known: Known = {}

    def price(
        self, gains: Floats, weights: Floats, *, who: Sequence[int], most: int = 4, above: float | None = None,
        turns: int = TURNS,
    ) -> Priced:  # fmt: skip
        """Price the lines of these people. `gains`: what one more in each row gives; `most` lines for each, or so many
        of all that cost at most so much `above` the cheapest; `turns`: how often, where codes are made dearer.
        """
        problem, chosen = self.problem, set(who)
        scale = self._scale(gains, weights)
        prices = _Prices(
            problem.gains(np.rint(gains * scale).astype(np.int64)),
            np.rint(weights * scale).astype(np.int64),
            most,
            turns,
            None if above is None else int(above * scale),
        )
        out = Priced(scale, {}, [], exact=True)
        for kind in problem.kinds:
            people = [one for one in kind.people if one.place in chosen]
            if not people:
                continue
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
        out.exact = out.exact and not kind.is_far
        while kind.laid is not None and not self._priced(kind, people, prices, sizes, given=given, out=out):
            pass
        for person, own, costs in zip(people, raw, sizes, strict=True):
            self._unused(person, int(own[:, 0].sum()) + costs.get(0, 0), out)

    def _priced(
        self,
        kind: Kind,
        people: list[Person],
        prices: Ints,
        sizes: list[dict[int, int]],
        *,
        given: _Prices,
        out: Priced,
    ) -> bool:
        """The cheapest lines of people of a kind; False where a code must be counted first."""
        assert kind.laid is not None
        ending = np.stack([kind.ending(person, costs) for person, costs in zip(people, sizes, strict=True)])
        dearer = Dearer(kind, people, prices, scale=out.scale, known=self.known)
        held: list[dict[Codes, None]] = [{} for _ in people]
        who: Ints = np.arange(len(people))
        for turn in range(MOST_TURNS):
            paths = self._paths(kind, dearer.on(prices, who), ending[who])
            found = paths.cheapest(given.most if given.above is None else 1)
            if turn == 0 and self._counts_more(kind, dearer, found):
                return False
            for place, cost in zip(who.tolist(), (paths.least() - dearer.paid(who)).tolist(), strict=True):
                name = people[place].place
                out.least[name] = max(out.least.get(name, cost), cost)
            if given.above is not None:
                found = [paths.within(place, given.above, given.most) for place in range(len(people))]
            for place, lines in zip(who.tolist(), found, strict=True):
                held[place] |= {line: None for line in lines if not dearer.broken(line)}
            there = np.array([place for place, lines in enumerate(found) if lines], dtype=np.int64)
            if not dearer.numbers or given.above is not None or not len(there):
                break
            who = dearer.learn(who[there], np.array([found[place][0] for place in there]))
            who = np.array([one for one in who if turn + 1 < given.turns or not held[one]], dtype=np.int64)
            if not len(who) or self.problem.seconds_left <= 0:
                break
        dearer.remember()
        out.exact = out.exact and not kind.laid.paced
        for place, person in enumerate(people):
            sized = [(line, kind.size(person, line, sizes[place])) for line in held[place]]
            days = np.arange(len(prices))
            costs = [int(prices[days, line, place].sum()) + sizes[place][size] for line, size in sized]
            for number in np.argsort(costs, kind="stable")[: given.most].tolist():
                out.columns.append((self.problem.column(person, *sized[number]), costs[number]))
        return True

    def _paths(self, kind: Kind, prices: Ints, ending: Ints) -> Paths:
        assert kind.laid is not None
        work = kind.laid.cells * prices.shape[2] * WORK_A_CELL + len(kind.laid.days) * WORK_A_DAY
        self.problem.worked(work)
        return Paths(kind.laid, prices, ending)

    def _unused(self, person: Person, cost: int, out: Priced) -> None:
        """A line of 0 % works nothing."""
        out.least.setdefault(person.place, FORBIDDEN)
        if person.may_be_unused:
            out.least[person.place] = min(out.least[person.place], cost)
            free = (0,) * len(person.allowed)
            out.columns.append((self.problem.column(person, free, 0), cost))

    def _counts_more(self, kind: Kind, dearer: Dearer, found: Sequence[Sequence[Codes]]) -> bool:
        """Count the codes that some cheapest line has too many (or too few) of; whether anything is counted anew."""
        broken = {
            self.problem.codes[number] for lines in found if lines for number in dearer.broken(lines[0])
        }
        counted = [kind.count(code) for code in sorted(broken, key=lambda one: kind.limits[one][1])]
        return any(counted)
