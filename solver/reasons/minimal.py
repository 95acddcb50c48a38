"""As few of some items as can be, by leaving out: many at once while that goes, then one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
Holds = Callable[[Sequence[T]], bool | None]
"""Whether what is asked is true of these items; None where it was not found out."""


def minimal(items: Sequence[T], holds: Holds[T]) -> tuple[tuple[T, ...], bool]:
    """The items left, in order, and whether it is proven that no one of them can be left out.

    `holds` is true of all items. The first ones are tried first. The last round leaves everything as it was,
    so that the answer is right also where leaving out one item can make another one needed.
    """
    kept, size = list(items), len(items) // 2
    while size > 1:
        kept, _ = _round(kept, size, holds)
        size = min(size, len(kept)) // 2
    while True:
        left, proven = _round(kept, 1, holds)
        if left == kept:
            return tuple(kept), proven
        kept = left


def _round(items: list[T], size: int, holds: Holds[T]) -> tuple[list[T], bool]:
    """Try to leave out each stretch of `size` items once."""
    kept, at, sure = items, 0, True
    while at < len(kept):
        trial = kept[:at] + kept[at + size :]
        verdict = holds(trial)
        sure = sure and verdict is not None
        if verdict:
            kept = trial
        else:
            at += size
    return kept, sure
