"""Lines that no number of their shifts brings near enough to any size that they may have. No solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.norm import sizes, tolerance_times_full
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.reasons.balance import Balance
from solver.reasons.reach import Reach


def unreachable(scenario: Scenario, reaches: Sequence[Reach]) -> Iterator[Balance]:
    """The lines whose sizes no sum of shifts comes near; those of a three-part roster depend on more and are not told.

    `required` is the size whose hours lie nearest, in minutes, and `achievable` what comes nearest to it, less or more.
    """
    for reach in reaches:
        tolerance = tolerance_times_full(scenario, reach.employee)
        if tolerance is None or scenario.norm_of(reach.employee) == "tredelt":
            continue
        full = scenario.full_time_minutes_of(reach.employee)
        wanted = [size for size in sizes(scenario, reach.employee) if size > 0]
        if not wanted or 0 in sizes(scenario, reach.employee):
            continue
        sums = _sums(reach, (wanted[-1] * full + tolerance) // FULL_BASIS_POINTS + 1)
        if not any(_hits(sums, reach.employee.other_minutes, size * full, tolerance) for size in wanted):
            yield _told(reach, sums, wanted[0], full)


def _sums(reach: Reach, most: int) -> int:
    """The paid minutes that some number of the line's shifts gives, as bits; one shift beyond `most` is kept too."""
    paid = {reach.shift(code).paid_minutes for _, code in reach.possible} - {0}
    room = (1 << (most + max(paid, default=0) + 1)) - 1
    found = here = 1
    for _ in range(reach.most_shifts(reach.possible)):
        longer = 0
        for minutes in paid:
            longer |= here << minutes
        here = longer & room
        if not here or not here & ~found:
            break
        found |= here
    return found


def _hits(sums: int, other: int, target: int, tolerance: int) -> bool:
    """Whether any sum lies within the tolerance; `target` and `tolerance` are in 1/10,000 minutes."""
    low = max(0, -(-(target - tolerance) // FULL_BASIS_POINTS) - other)
    high = (target + tolerance) // FULL_BASIS_POINTS - other
    return high >= low and bool(sums >> low & ((1 << (high - low + 1)) - 1))


def _told(reach: Reach, sums: int, size: int, full: int) -> Balance:
    target = size * full // FULL_BASIS_POINTS - reach.employee.other_minutes
    reached = [minutes for minutes in range(sums.bit_length()) if sums >> minutes & 1]
    nearest = min(reached, key=lambda minutes: abs(minutes - target))
    details = {
        "position": number(size),
        "nearest": nearest,
        "codes": sorted({code for _, code in reach.possible}),
    }
    apart = abs(target - nearest)
    return Balance("position", "minutes", target, target - apart, employee=reach.employee.id, details=details)
