"""Units that share lines solved unit by unit: prices divide the shared lines, and each unit then plans its own roster.

Last the shared lines' days are laid once more with every unit's own roster as it is, for the goals of all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from solver.auditing import audit, shown
from solver.domain.employee import Employee, Pin, Position
from solver.domain.pool import Pool
from solver.domain.roster import Line, Roster, Status
from solver.domain.scenario import Demand, Scenario
from solver.domain.values import number as percent
from solver.forum.pools.codes import split
from solver.forum.pools.joining import joined
from solver.forum.pools.parts import Proposal, budget_of, priced_goals
from solver.forum.pools.pricing import Pricing
from solver.forum.pools.together import Pooled, pooled, rules_of
from solver.goals.registry import GOALS
from solver.search.limits import Limits
from solver.search.outcome import Asked, empty, run_of
from solver.search.run import search

PRICING_SHARE: Final = 0.35
AGAIN_SHARE: Final = 0.2
"""Of what is left after the prices, what laying the shared lines once more may use."""


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
        """Unit by unit: each plans its own lines with the shared lines free within what was priced for it."""
        if self.pricing.shared is None:
            return empty(self.whole, "unknown", self.limits, self.asked)
        shared = self._priced_shared(self.pricing.shared)
        found: list[Line] = []
        decided: Mapping[str, Line] = {}
        for number in range(1, len(self.pool.units) + 1):
            waiting = len(self.pool.units) - number
            part = self.limits.within((1 - AGAIN_SHARE) / (1 + waiting) if waiting else 1 - AGAIN_SHARE)
            roster = search(self._scenario(number, shared, decided), rules_of(self.pool), part, self._silent)
            self.limits.used_work += part.used_work
            if not roster.lines:
                return empty(self.whole, "unknown", self.limits, self.asked)
            lines = {line.employee: line for line in roster.lines}
            decided = {name: lines.pop(name) for name in shared}
            found += [line.model_copy(update={"f1": ()}) for line in lines.values()]
        bare = [line.model_copy(update={"f1": ()}) for line in decided.values()]
        return self._told(self._again(Roster(scenario=self.whole.id, lines=(*found, *bare))))

    def _priced_shared(self, given: Proposal) -> Mapping[str, Mapping[str, int]]:
        """How often each shared line works each code, as priced."""
        model = self.pricing.parts[0].model
        found: dict[str, dict[str, int]] = {line.employee.id: {} for line in self.pool.lines}
        for (who, _, code), count in model.count.items():
            found[who][code] = found[who].get(code, 0) + given.values[count.index]
        return found

    def _scenario(
        self, number: int, shared: Mapping[str, Mapping[str, int]], decided: Mapping[str, Line]
    ) -> Scenario:  # fmt: skip
        """A unit's own lines and the shared ones: in units before as decided, in those after at least as priced."""
        own = [one for one in self.whole.employees if one.id not in shared and split(one.id)[1] == number]
        people = [
            _divided(self.whole.employee_by_id[name], number, counts, decided.get(name))
            for name, counts in shared.items()
        ]
        rows = [_of_unit(row, number) for row in self.whole.demand]
        return self.whole.with_changes(
            {
                "employees": (*own, *people),
                "demand": tuple(row for row in rows if row is not None),
                "budget_fte_hundredths": self._budget(number),
            }
        )

    def _budget(self, number: int) -> int | None:
        """What a unit and the shared lines may use: what was priced for them, and an even part of what is over."""
        whole = self.whole.budget_fte_hundredths
        if whole is None:
            return None
        full = budget_of(self.whole)
        parts = [
            max(-(-whole * used // most) for used, most in zip(one.budget, full, strict=True))
            for one in self.pricing.chosen
        ]
        over = max(0, whole - sum(parts)) // len(self.pool.units)
        return parts[0] + parts[number] + over

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


def _divided(one: Employee, number: int, counts: Mapping[str, int], decided: Line | None) -> Employee:
    """A shared line while one unit is planned."""
    before = {code: 0 for code in one.shifts or () if split(code)[1] < number}
    days = decided.days if decided else ()
    pins = {day: code for day, code in enumerate(days) if code in before}
    for code in pins.values():
        before[code] += 1
    after = {code: counts.get(code, 0) for code in one.shifts or () if split(code)[1] > number}
    rules = one.rules.model_copy(
        update={
            "max_shifts": {**(one.rules.max_shifts or {}), **before},
            "min_shifts": {**(one.rules.min_shifts or {}), **after},
        }
    )
    given = [*one.pinned, *(Pin.on(day, code) for day, code in pins.items())]
    return one.model_copy(update={"rules": rules, "pinned": tuple(given)})


def _of_unit(row: Demand, number: int) -> Demand | None:
    """A row as it is while one unit is planned: of another unit only the most that may be there."""
    if any(split(code)[1] == number for code in row.shifts or ()):
        return row
    return None if row.max is None else row.model_copy(update={"min": None, "wanted": None})


def _held(one: Employee, line: Line) -> Employee:
    """A line held to its days and its size."""
    size = percent(line.position_basis_points or 0)
    sizes = one.position.model_dump(by_alias=True, exclude_unset=True) | {"min": size, "max": size}
    return one.model_copy(
        update={
            "position": Position.model_validate(sizes),
            "pinned": tuple(Pin.on(day, code) for day, code in enumerate(line.days)),
        }
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
