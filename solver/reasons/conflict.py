"""Demands and rules that cannot hold together: verified by solving again, as few as can be, and the next one.

What counts refute is made small by counts, which takes moments; then every item is tried once more by the whole search,
so that an item stays only where leaving it out gave a roster without a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.domain.scenario import Scenario
from solver.reasons.held import Item, held, items_of
from solver.reasons.minimal import minimal
from solver.reasons.staffing import Staffing

MOST_CONFLICTS = 5


@dataclass(frozen=True)
class Conflict:
    """Items that no roster meets together, law, agreement, people and shifts as they are.

    `minimal`: for every item, a roster was found that meets all the others.
    """

    items: tuple[Item, ...]
    minimal: bool


def conflicts(
    scenario: Scenario, staffing: Staffing, is_over: Callable[[], bool] = lambda: False
) -> tuple[tuple[Conflict, ...], bool]:
    """Up to five, each without the demand rows of those before it, and whether it is known that there are no more.

    A conflict without demand ends the list: nothing can be staffed until it is solved.
    """
    items, found = items_of(scenario), list[Conflict]()
    while len(found) < MOST_CONFLICTS and not (found and is_over()):
        one, known = _next(scenario, items, staffing)
        if one is None:
            return tuple(found), known
        found.append(one)
        rows = [item for item in one.items if item.is_demand]
        if not rows:
            return tuple(found), False
        items = [item for item in items if item not in rows]
    return tuple(found), False


def _next(scenario: Scenario, items: list[Item], staffing: Staffing) -> tuple[Conflict | None, bool]:
    """A conflict among the items; or None, and whether it is known that they hold together."""

    def cannot(by_counts: bool) -> Callable[[Sequence[Item]], bool | None]:
        return lambda kept: staffing.cannot(held(scenario, kept), _paths(kept), by_counts=by_counts)

    kept: Sequence[Item] = items
    if cannot(True)(items):
        kept, _ = minimal(items, cannot(True))
    else:
        verdict = cannot(False)(items)
        if not verdict:
            return None, verdict is False
    whole, proven = minimal(kept, cannot(False))
    parts = [part for item in whole for part in item.split()]
    if len(parts) > len(whole):
        whole, proven = minimal(parts, cannot(False))
    return Conflict(tuple(whole), proven), True


def _paths(kept: Sequence[Item]) -> list[str]:
    return [path for item in kept for path in item.paths]
