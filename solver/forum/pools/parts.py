"""The parts a price goes between: each unit with what it would take of the shared lines, and the shared lines.

Parts are counts behind rosters (`search.counts`): how often each line works each code on each weekday. A unit may take
as much of every shared line as the line could work there if it worked nowhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import lcm
from typing import Final

from ortools.sat.python import cp_model

from solver.domain.employee import FULL_BASIS_POINTS, Employee
from solver.domain.pool import Pool
from solver.domain.scenario import GoalId, Scenario
from solver.domain.unit_rules import UnitRules
from solver.forum.asking import position
from solver.forum.pools.apart import KEPT
from solver.forum.pools.codes import split
from solver.forum.pools.joining import goals_of
from solver.goals.registry import GOALS
from solver.rules.base import Linear
from solver.rules.registry import RULES
from solver.search.counts import CountModel
from solver.search.limits import Limits, Share
from solver.search.solve import solve

PRICED: Final[tuple[GoalId, ...]] = ("cover", "unwanted_part_time", "small_positions", "part_time")
"""Goals whose value follows from counts."""
SCALE: Final = 1000
"""What a price of 1 is in whole numbers."""
HUNDREDTHS: Final = 100
LARGEST_SCALE: Final = 10**7

Kind = tuple[object, ...]
"""What tells shared lines apart for a unit: competence, skills and groups."""
Place = tuple[Kind, int, str]
"""A kind of line, a weekday and a code among all units."""


@dataclass(frozen=True)
class Proposal:
    """What a part would do at some price: its goals and its share of the budget, and of each place what it takes (a
    unit) or gives (the shared lines). `values` are those of its model.
    """

    part: int
    goals: tuple[int, ...]
    budget: tuple[int, ...]
    amounts: Mapping[Place, int]
    values: tuple[int, ...]


@dataclass(frozen=True)
class Prices:
    """Whole prices (times SCALE): of a place, of a goal that is held to its ceiling, and of the budget."""

    places: Mapping[Place, int]
    goals: tuple[int, ...]
    budget: tuple[int, ...]


@dataclass
class Part:
    """A unit (its number), or the shared lines (0)."""

    number: int
    model: CountModel
    goals: Sequence[Linear]
    budget: Sequence[Linear]
    places: Mapping[Place, Linear]
    lines: Sequence[Employee]
    """its own, whose goals and sizes it answers for"""

    def propose(
        self, prices: Prices, limits: Limits, share: Share, *, seed: int,
        most: Mapping[Place, int] | None = None, least: Mapping[Place, int] | None = None,
    ) -> tuple[Proposal | None, int | None]:  # fmt: skip
        """The best for this part at these prices, and its proven bound (times SCALE). `most`: it takes no more;
        `least`: it gives no less.
        """
        problem = self.model.cp.clone()
        for place, term in self.places.items() if most is not None else ():
            problem.add(term <= (most or {}).get(place, 0))
        for place, amount in (least or {}).items():
            problem.add(self.places[place] >= amount)
        sign = -1 if self.number == 0 else 1
        terms = [
            *zip(self.goals, prices.goals, strict=False),
            *zip(self.budget, prices.budget, strict=False),
            *((term, sign * prices.places.get(place, 0)) for place, term in self.places.items()),
        ]
        problem.minimize(sum(price * term for term, price in terms))
        found = solve(problem, limits, share, workers=1, seed=seed, way="small", patient=True)
        if found.values is None:
            return None, found.bound
        return self._proposal(found.values), found.bound

    def nearest(
        self, taken: Mapping[Place, float], prices: Prices, limits: Limits, share: Share, *, seed: int
    ) -> Proposal | None:  # fmt: skip
        """What of this the part can give, what is dear first."""
        problem, terms = self.model.cp.clone(), []
        for number, (place, term) in enumerate(self.places.items()):
            asked = round(HUNDREDTHS * taken.get(place, 0))
            missing = problem.new_int_var(0, max(0, asked), f"missing.{number}")
            problem.add(missing >= asked - HUNDREDTHS * term)
            terms.append((1 + prices.places.get(place, 0) // SCALE) * missing)
        problem.minimize(sum(terms))
        found = solve(problem, limits, share, workers=1, seed=seed, way="small", patient=True)
        if found.values is None:
            return None
        return self._proposal(found.values[: len(self.model.cp.proto.variables)])

    def as_counted(
        self, counts: Mapping[tuple[str, int, str], int], sizes: Mapping[str, int], limits: Limits, share: Share, *,
        seed: int,
    ) -> Proposal | None:  # fmt: skip
        """What the part does where all units are counted so: each line's codes by weekday, and its size."""
        problem = self.model.cp.clone()
        for key, count in self.model.count.items():
            problem.add(count == counts.get(key, 0))
        for line in self.lines:
            problem.add(self.model.position(line) == sizes[line.id])
        problem.minimize(sum(term for term in self.goals))
        found = solve(problem, limits, share, workers=1, seed=seed, way="count", patient=True)
        return None if found.values is None else self._proposal(found.values)

    def _proposal(self, values: tuple[int, ...]) -> Proposal:
        def at(term: Linear) -> int:
            return _value(term, values)

        return Proposal(
            self.number,
            tuple(map(at, self.goals)),
            tuple(map(at, self.budget)),
            {place: amount for place, term in self.places.items() if (amount := at(term))},
            values,
        )


def priced_goals(pool: Pool) -> tuple[GoalId, ...]:
    """The goals that are priced: the first of all the units' together whose values follow from counts."""
    found: list[GoalId] = []
    for one in goals_of(pool):
        if not isinstance(one, str) or one not in PRICED:
            break
        found.append(one)
    return tuple(found)


@dataclass(frozen=True)
class Parts:
    """The shared lines and the units by number, and by number each unit together with the shared lines."""

    alone: Sequence[Part]
    paired: Mapping[int, Part]


def parts_of(pool: Pool, whole: Scenario, limits: Limits) -> Parts:
    """Every part of the units' scenario."""
    shared = [whole.employee_by_id[line.employee.id] for line in pool.lines]
    goals, scale = priced_goals(pool), _scale(whole)
    bare = whole.with_changes({"employees": tuple(shared), "demand": (), "budget_fte_hundredths": None})
    alone = [_part(goals, scale, limits, number=0, scenario=bare, own=shared, shared=shared)]
    paired = {}
    for number in range(1, len(pool.units) + 1):
        own = [one for one in whole.employees if split(one.id)[1] == number and one not in shared]
        copies = [one for one in (_copy(each, number) for each in shared) if one.shifts]
        shifts = tuple(shift for shift in whole.shifts if split(shift.code)[1] == number)
        codes = {shift.code for shift in shifts}
        rows = tuple(row for row in whole.demand if codes & {*(row.shifts or ())})
        asked = bare.with_changes({"employees": (*own, *copies), "demand": rows, "shifts": shifts})
        alone.append(_part(goals, scale, limits, number=number, scenario=asked, own=own, shared=copies))
        both = bare.with_changes({"employees": (*own, *shared), "demand": rows})
        paired[number] = _part(
            goals, scale, limits, number=number, scenario=both, own=[*own, *shared], shared=shared
        )
    return Parts(alone, paired)


def _part(
    goal_ids: Sequence[GoalId], scale: int, limits: Limits, *,
    number: int, scenario: Scenario, own: Sequence[Employee], shared: Sequence[Employee],
) -> Part:  # fmt: skip
    model = CountModel(scenario, RULES, limits)
    goals = [model.uncovered() if one == "cover" else GOALS[one].express(model) for one in goal_ids]
    places: dict[Place, list[Linear]] = defaultdict(list)
    kinds = {one.id: kind_of(one) for one in shared}
    for (who, weekday, code), count in model.count.items():
        if who in kinds:
            places[kinds[who], weekday, code].append(count)
    paid = [-(-scale // scenario.full_time_minutes_of(one)) * model.minutes(one) for one in own]
    budget = [sum(model.position(one) for one in own), sum(paid)]
    terms = {place: cp_model.LinearExpr.sum(counts) for place, counts in places.items()}
    return Part(number, model, goals, budget, terms, own)


def kind_of(employee: Employee) -> Kind:
    """Lines of one kind count alike in every row of demand."""
    return employee.competence, employee.skills, employee.groups, employee.counts_in_cover


def budget_of(whole: Scenario) -> tuple[int, ...]:
    """The most that positions (basis points) and paid minutes (as parts weigh them) may be together; none without."""
    if whole.budget_fte_hundredths is None:
        return ()
    budget = whole.budget_fte_hundredths
    return budget * FULL_BASIS_POINTS // HUNDREDTHS, budget * _scale(whole) // HUNDREDTHS


def _scale(whole: Scenario) -> int:
    return min(lcm(*map(whole.full_time_minutes_of, whole.employees)), LARGEST_SCALE)


def _copy(shared: Employee, number: int) -> Employee:
    """A shared line as a unit may use it: nobody's wish, held to what every part of a line is held to."""
    kept = {name: getattr(shared.rules, name) for name in KEPT}
    return shared.model_copy(
        update={
            "position": position(current=0, wanted=0, least=0, most=max(FULL_BASIS_POINTS, shared.max_basis_points)),
            "shifts": tuple(code for code in shared.shifts or () if split(code)[1] == number),
            "rules": UnitRules(**dict.fromkeys(UnitRules.model_fields) | kept),
            "min_weekends": None, "pinned": (), "wishes": (), "other_minutes": 0, "vacant": False,
        }
    )  # fmt: skip


def _value(term: Linear, values: Sequence[int]) -> int:
    """What an expression of the model comes to."""
    if isinstance(term, int):
        return term
    flat = cp_model.FlatIntExpr(term)
    known = zip(flat.vars, flat.coeffs, strict=True)
    return int(flat.offset + sum(c * values[v.index] for v, c in known))
