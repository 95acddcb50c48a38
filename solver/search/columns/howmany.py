"""How many lines to lay anew at a time, as the tries so far teach."""

from __future__ import annotations

from dataclasses import dataclass

START_PART, FEWEST, GROWTH = 4, 3, 6
"""Which part of the lines is laid anew at first, how many at least, and by which part their number changes."""
TRIES, FAILURES = 3, 24
"""After how many tries that might have given something there are fewer, and after how many in all something else is
tried."""


@dataclass
class HowMany:
    """More where the program of few has nothing better, fewer where that of many has, but nothing comes of it."""

    people: int

    def __post_init__(self) -> None:
        self.number = min(max(FEWEST, self.people // START_PART), self.people)
        self.failures, self.in_vain, self.widest = 0, 0, 0

    def learn(self, better: bool, hopeless: bool) -> None:
        if better:
            self.failures, self.in_vain, self.widest = 0, 0, 0
            return
        self.failures, self.widest = self.failures + 1, max(self.widest, self.number)
        step = max(self.number // GROWTH, 1)
        self.in_vain += not hopeless
        if hopeless:
            self.number = min(self.number + step, self.people)
        elif self.in_vain >= TRIES:
            self.number, self.in_vain = max(self.number - step, min(FEWEST, self.people)), 0

    def rest(self) -> None:
        """Count failures anew, as something else was tried."""
        self.failures = 0

    @property
    def gives_nothing(self) -> bool:
        return self.failures >= FAILURES

    @property
    def is_stuck(self) -> bool:
        """Whether many tries gave nothing, all lines at once among them."""
        return self.gives_nothing and self.widest >= self.people
