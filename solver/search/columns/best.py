"""The best roster so far, as one line for each person, and the columns kept for later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from solver.search.columns.pool import Pool
from solver.search.columns.problem import Column, Problem
from solver.search.limits import Limits
from solver.search.stages import Stage


@dataclass
class Best:
    """`adopted` is told of each better roster, after its stages know its worth."""

    problem: Problem
    stages: Sequence[Stage]
    limits: Limits
    adopted: Callable[[int], None]
    first_seconds: float | None = None
    lines: list[Column] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pool = Pool(len(self.problem.people))

    def ceilings(self, index: int) -> list[int]:
        """What the stages before one may come to."""
        return [earlier.ceiling or 0 for earlier in self.stages[:index]]

    def adopt(self, lines: Sequence[Column], index: int) -> bool:
        """Keep a roster that is better in its stage, and no worse in those before than they may be."""
        if len(lines) < len(self.problem.people) or self.problem.overfull(lines):
            return False
        worth = self.problem.value(lines)
        best, held = self.stages[index].best, zip(worth, self.ceilings(index), strict=False)
        if self.lines and (any(v > most for v, most in held) or (best is not None and worth[index] >= best)):
            return False
        self.lines = sorted(lines, key=lambda column: column.place)
        self.pool.add(self.lines)
        if self.first_seconds is None:
            self.first_seconds = self.limits.elapsed
        for place, (stage, value) in enumerate(zip(self.stages, worth, strict=True)):
            is_earlier = place < index and stage.best is not None
            stage.best = min(stage.best or 0, value) if is_earlier else value
            stage.raise_bound(None)
        self.adopted(index)
        return True

    def adopt_some(self, lines: Sequence[Column], index: int) -> bool:
        """The roster with these people's lines in place of theirs, where that is better."""
        again = {one.place for one in lines}
        return self.adopt([*(one for one in self.lines if one.place not in again), *lines], index)
