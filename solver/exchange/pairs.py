"""Pairs of people whose whole lines could be swapped: no rule is broken then, and no goal changes.

A whole line is its days, its position and its F1 days. Two lines that are the same count too: who has which of them is
as open. Vacant lines are nobody's. In shared rotation it is the places on the line that are swapped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.exchange.others import Others
from solver.exchange.places import Places
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.rules.shared_line import SharedLine


@dataclass(frozen=True)
class Exchanges:
    """The pairs in the order of the file; not `complete` where time was up before every pair was tried."""

    pairs: tuple[tuple[str, str], ...]
    complete: bool = True


def exchanges(
    scenario: Scenario,
    roster: Roster,
    *,
    current: Roster | None = None,
    rules: Sequence[Rule] = RULES,
    is_over: Callable[[], bool] = lambda: False,
) -> Exchanges:
    """The exchangeable pairs of a roster that was completed and has no breach; `is_over` is asked before each pair."""
    sheet = Sheet.of(scenario, roster)
    held = [rule for rule in rules if not isinstance(rule, SharedLine)]
    places, others = Places(sheet, held, current), Others(sheet, held, current)
    people = [one for one in scenario.employees if not one.vacant and one.id in sheet.line_of]
    found: list[tuple[str, str]] = []
    for one, other in combinations(people, 2):
        if is_over():
            return Exchanges(tuple(found), complete=False)
        if places.can_be_swapped(one, other) and others.are_served_alike(one, other):
            found.append((one.id, other.id))
    return Exchanges(tuple(found))
