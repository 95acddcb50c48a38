"""Units that share lines solved unit by unit: prices divide the shared lines, and each unit then plans its own roster.

Last the shared lines' days are laid once more with every unit's own roster as it is, for the goals of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from solver.auditing import audit, shown
from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.employee import Employee, Pin, Position
from solver.domain.pool import Pool
from solver.domain.roster import Line, Roster, Status
from solver.domain.scenario import Scenario
from solver.domain.values import number as percent
from solver.forum.pools.apart import shared_part
from solver.forum.pools.codes import joint, split
from solver.forum.pools.joining import joined
from solver.forum.pools.laying import laid
from solver.forum.pools.parts import HUNDREDTHS, budget_of, priced_goals
from solver.forum.pools.pricing import Pricing
from solver.forum.pools.together import Pooled, pooled, rules_of
from solver.goals.registry import GOALS
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked, empty, run_of
from solver.search.run import search

PRICING_SHARE: Final = 0.35
LAYING_SHARE: Final = 0.06
"""Of what is left after the prices, what laying the shared lines may use once there are any."""
AGAIN_SHARE: Final = 0.2
"""Of what is left after the shared lines are laid, what laying them once more may use."""


def priced(pool: Pool, limits: Limits, asked: Asked) -> Pooled:
    """Unit by unit, prices between. Every roster that comes back has passed the audit, of all units and of each."""
    whole = joined(pool)
    pricing = Pricing(pool, whole, limits.within(PRICING_SHARE), asked.seed)
    pricing.run()
    limits.used_work += pricing.limits.used_work
    roster = _Planning(pricing, whole, limits, asked).roster()
    return pooled(pool, "priced", whole, roster, rounds=pricing.rounds)


@dataclass
class _Planning:
    """The shared lines laid at what was priced, and each unit planned with them."""

    pricing: Pricing
    whole: Scenario
    limits: Limits
    asked: Asked

    @property
    def pool(self) -> Pool:
        return self.pricing.pool

    def roster(self) -> Roster:
        given = self.pricing.shared
        lines = given and laid(
            self.pool, self.whole, given.amounts, self.limits, share=self.limits.part(LAYING_SHARE),
            workers=self.asked.workers, seed=self.asked.seed,
        )  # fmt: skip
        units = lines and self._units({line.employee: line for line in lines})
        if not lines or not units:
            return empty(self.whole, "unknown", self.limits, self.asked)
        return self._told(self._again(Roster(scenario=self.whole.id, lines=(*units, *lines))))

    def _units(self, shared: Mapping[str, Line]) -> Sequence[Line] | None:
        """Each unit's own lines, planned with the shared lines' days as they are; None where a unit found none."""
        found: list[Line] = []
        for number, unit in enumerate(self.pool.units, start=1):
            waiting = len(self.pool.units) - number
            part = self.limits.within((1 - AGAIN_SHARE) / (1 + waiting))
            roster = search(self._scenario(number, shared), RULES, part, self._silent)
            self.limits.used_work += part.used_work
            if not roster.lines:
                return None
            own = unit.scenario.employee_by_id
            found += [_joint(line, number) for line in roster.lines if line.employee in own]
        return found

    def _scenario(self, number: int, shared: Mapping[str, Line]) -> Scenario:
        """A unit's scenario with the days of the shared lines decided, and its part of the budget."""
        unit = self.pool.units[number - 1].scenario
        people = [
            _pinned(
                shared_part(self.whole, line, shared[line.employee.id], number),
                shared[line.employee.id],
                number,
            )
            for line in self.pool.lines
            if shared[line.employee.id].position_basis_points
        ]
        budget = self._budget(number, shared, {one.id for one in people})
        return unit.with_changes({"employees": (*unit.employees, *people), "budget_fte_hundredths": budget})

    def _budget(self, number: int, shared: Mapping[str, Line], there: set[str]) -> int | None:
        """What a unit may use: what was priced for it, an even part of what is over, and the shared lines there, whose
        whole sizes count in its roster.
        """
        whole = self.whole.budget_fte_hundredths
        if whole is None:
            return None
        full = budget_of(self.whole)
        parts = [
            max(-(-whole * used // most) for used, most in zip(one.budget, full, strict=True))
            for one in self.pricing.chosen[1:]
        ]
        sizes = {name: -(-(line.position_basis_points or 0) // HUNDREDTHS) for name, line in shared.items()}
        over = max(0, whole - sum(parts) - sum(sizes.values())) // len(parts)
        return parts[number - 1] + over + sum(sizes[name] for name in there)

    def _again(self, roster: Roster) -> Roster:
        """The shared lines laid anew, all others' days and sizes held, where that is better for all units."""
        shared = {line.employee.id for line in self.pool.lines}
        lines = {line.employee: line for line in roster.lines}
        people = tuple(one if one.id in shared else _held(one, lines[one.id]) for one in self.whole.employees)
        held = self.whole.with_changes({"employees": people})
        found = search(held, rules_of(self.pool), self.limits, replace(self._silent, start=roster))
        return min((roster, found), key=self._worth) if found.lines else roster

    def _worth(self, roster: Roster) -> tuple[float, ...]:
        """The goals in their order, the smaller the better, after the rules it breaks."""
        checked = audit(self.whole, roster, rules=rules_of(self.pool))
        return (len(checked.breaches), *(goal.value for goal in checked.goals))

    def _told(self, roster: Roster) -> Roster:
        """The roster of all units with its goals, and the bounds that the prices proved where they hold for it."""
        checked = audit(self.whole, roster, rules=rules_of(self.pool))
        bounds = _bounds(self.pricing, {goal.id: goal.value for goal in checked.goals})
        goals = tuple(one.model_copy(update={"bound": bounds.get(one.id)}) for one in checked.goals)
        told = {"lines": checked.roster.lines, "goals": goals, "holes": checked.holes, "findings": checked.warnings,
                "measures": checked.measures, "run": run_of(self.limits, self.asked)}  # fmt: skip
        proven = all(one.value == one.bound for one in goals)
        status: Status = "optimal" if proven else "feasible"
        return empty(self.whole, status, self.limits, self.asked).model_copy(update=told)

    @property
    def _silent(self) -> Asked:
        return replace(self.asked, progress=lambda step: None, better=None, start=None, current=None)


def _pinned(part: Employee, line: Line, number: int) -> Employee:
    """A shared line in one unit, held to her days there."""
    days = [code if here == number else "" for code, here in map(split, line.days)]
    return part.model_copy(update={"pinned": tuple(_pins(days))})


def _pins(days: Sequence[str]) -> Iterator[Pin]:
    for day, code in enumerate(days):
        yield Pin(days=(DAY_NAMES[day % WEEK_DAYS],), weeks=(day // WEEK_DAYS + 1,), shift=code)


def _joint(line: Line, number: int) -> Line:
    """A unit's line among those of all units."""
    days = tuple(joint(code, number) for code in line.days)
    return line.model_copy(update={"employee": joint(line.employee, number), "days": days, "f1": ()})


def _held(one: Employee, line: Line) -> Employee:
    """A line held to its days and its size."""
    size = percent(line.position_basis_points or 0)
    sizes = one.position.model_dump(by_alias=True, exclude_unset=True) | {"min": size, "max": size}
    return one.model_copy(
        update={"position": Position.model_validate(sizes), "pinned": tuple(_pins(line.days))}
    )


def _bounds(pricing: Pricing, values: Mapping[str, float]) -> Mapping[str, float]:
    """A bound holds where the goals before it are at most what they were while it was proven."""
    found: dict[str, float] = {}
    for name, value, bound in zip(priced_goals(pricing.pool), pricing.values, pricing.bounds, strict=False):
        scale = GOALS[name].scale
        if bound is not None:
            found[name] = shown(bound, scale)
        if values[name] * scale > value:
            break
    return found
