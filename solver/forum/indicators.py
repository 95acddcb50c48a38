"""The numbers a forum follows over time, of the positions in its units; a person's lines in two units are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.domain.employee import FULL_BASIS_POINTS
from solver.forum.order import Held

LIMITS = (6000, 6500, 8000)


@dataclass(frozen=True)
class Indicators:
    """Of people's positions; what is vacant or advertised stands by itself. Sizes are basis points."""

    people: int
    full_time: int
    average: float
    under: dict[int, int]
    """people under each of `LIMITS`"""
    advertised: tuple[int, ...]
    """the sizes of vacant lines"""
    total: int
    """all positions together, the vacant ones included"""

    @property
    def full_time_share(self) -> float:
        """Percent of the people who have full time."""
        return 100 * self.full_time / self.people if self.people else 0.0


def indicators(positions: Sequence[Held]) -> Indicators:
    """The indicators of these positions."""
    sizes = [one.size for one in positions if not one.vacant]
    vacant = tuple(sorted(one.size for one in positions if one.vacant))
    return Indicators(
        people=len(sizes),
        full_time=sum(size >= FULL_BASIS_POINTS for size in sizes),
        average=sum(sizes) / len(sizes) if sizes else 0.0,
        under={limit: sum(size < limit for size in sizes) for limit in LIMITS},
        advertised=vacant,
        total=sum(sizes) + sum(vacant),
    )
