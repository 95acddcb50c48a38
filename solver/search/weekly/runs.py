"""What a rule about days in a row must remember of the days before: as little as decides what may come next.

A `Track` is one rule read from day to day. Its start knows nothing of what came before and forbids nothing for it, so
that whatever may stand on a line is accepted from any Monday on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

State = Any
"""Whatever a track remembers; hashable, of few values."""
Limits = tuple[int, int | None]
"""Fewest and most days in a row."""


class Track(Protocol):
    """One rule, from day to day."""

    @property
    def weekly(self) -> bool:
        """Whether it matters which day of the week it is."""

    @property
    def start(self) -> State: ...
    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """What is remembered after a day with this code; nothing where it is forbidden, several where the rule itself
        has a choice.
        """


@dataclass(frozen=True)
class Runs:
    """Days in a row with the same value, each value with its limits; a value without limits is None's."""

    value_of: Callable[[str], Hashable]
    limits: Mapping[Hashable, Limits]
    weekly: bool = False
    start: State = None

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        """State: the value, how many days in a row (no further than matters), and whether its first day was seen."""
        value = self.value_of(code)
        least, most = self.limits.get(value, (0, None))
        if state is not None and state[0] == value:
            length, seen = state[1] + 1, state[2]
        else:
            if state is not None and state[2] and state[1] < self.limits.get(state[0], (0, None))[0]:
                return
            length, seen = 1, state is not None
        if most is not None and length > most:
            return
        yield value, min(length, least or 1) if most is None else length, seen or length >= least


@dataclass(frozen=True)
class Sequences:
    """Codes of days in a row that nobody has. It remembers the longest beginning of one that the last days are."""

    forbidden: frozenset[tuple[str, ...]]
    weekly: bool = False
    start: State = ()

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        last = (*state, code)
        ends = [last[place:] for place in range(len(last) + 1)]
        if not self.forbidden.intersection(ends):
            yield next(end for end in ends if self._begins(end))

    def _begins(self, end: tuple[str, ...]) -> bool:
        return not end or any(sequence[: len(end)] == end for sequence in self.forbidden)
