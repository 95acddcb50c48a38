"""Units that share lines solved as one model, and what came of it for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from solver.auditing import audit
from solver.domain.pool import Pool
from solver.domain.roster import GoalValue, Line, Roster
from solver.domain.scenario import Scenario
from solver.forum.pools.apart import Apart, apart
from solver.forum.pools.codes import split
from solver.forum.pools.few_units import FewUnits
from solver.forum.pools.joining import joined, left_out
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked
from solver.search.run import search

Way = Literal["together", "priced"]


@dataclass(frozen=True)
class Shared:
    """What a shared line does: its size in basis points, and days and weekends in each unit by its number."""

    employee: str
    size: int
    days: Mapping[int, int]
    weekends: Mapping[int, int]


@dataclass(frozen=True)
class Pooled:
    """Units with the roster of all of them together; `units` is empty where there is none.

    `scenario` and `roster` are of all units as one, with codes as `D/1`; a bound of a goal holds over all rosters of
    all units together whose earlier goals are at most the values reported.
    """

    pool: Pool
    way: Way
    scenario: Scenario
    roster: Roster
    units: tuple[Apart, ...] = ()
    goals_left_out: tuple[str, ...] = ()
    rounds: int = 0
    """priced: how many times prices were told to the units"""
    other: Pooled | None = None
    """the other way, where both were asked for"""

    @property
    def is_found(self) -> bool:
        return bool(self.roster.lines)

    @property
    def goals(self) -> tuple[GoalValue, ...]:
        return self.roster.goals

    @property
    def shared(self) -> tuple[Shared, ...]:
        """The shared lines, as they stand in the file."""
        lines = {line.employee: line for line in self.roster.lines}
        return tuple(_shared(lines[one.employee.id]) for one in self.pool.lines if one.employee.id in lines)


def _shared(line: Line) -> Shared:
    days: dict[int, int] = {}
    weekends: dict[int, set[int]] = {}
    for day, code in enumerate(line.days):
        if code:
            number = split(code)[1]
            days[number] = days.get(number, 0) + 1
            if day % 7 >= 5:
                weekends.setdefault(number, set()).add(day // 7)
    counts = {number: len(found) for number, found in weekends.items()}
    return Shared(line.employee, line.position_basis_points or 0, days, counts)


def together(pool: Pool, limits: Limits, asked: Asked) -> Pooled:
    """All units as one model. Every roster that comes back has passed the audit, of all units and of each."""
    scenario = joined(pool)
    return pooled(pool, "together", scenario, search(scenario, rules_of(pool), limits, asked))


def rules_of(pool: Pool) -> tuple[Rule, ...]:
    """What the units' lines are held to together."""
    return (*RULES, FewUnits(pool))


def pooled(pool: Pool, way: Way, scenario: Scenario, roster: Roster, *, rounds: int = 0) -> Pooled:
    """A roster of all units with those of each; without lines where a breach is found."""
    units: tuple[Apart, ...] = ()
    if roster.lines:
        units = apart(pool, scenario, roster)
        whole = audit(scenario, roster, rules=rules_of(pool))
        if whole.breaches or any(one.audit.breaches for one in units):
            roster, units = Roster(status="unknown", notes=({"code": "audit_failed"},)), ()
    return Pooled(pool, way, scenario, roster, units, left_out(pool), rounds)
