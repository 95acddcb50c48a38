"""The shared lines' days: as often each weekday and code as they give, the law held over all units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee
from solver.domain.pool import Pool
from solver.domain.roster import Line
from solver.domain.scenario import Scenario
from solver.forum.pools.few_units import FewUnits
from solver.forum.pools.parts import Place, kind_of
from solver.goals.registry import GOALS
from solver.rules.base import Linear
from solver.rules.registry import RULES
from solver.search.limits import Limits, Share
from solver.search.model import RosterModel, lines_of
from solver.search.sizing import hint
from solver.search.solve import solve


def laid(
    pool: Pool,
    whole: Scenario,
    amounts: Mapping[Place, int],
    limits: Limits,
    *,
    share: Share,
    workers: int,
    seed: int,
) -> Sequence[Line] | None:
    """The lines nearest to these amounts, of the sizes people want, spread over the weeks and nowhere more of them
    than may be there; None where none were found in the share.
    """
    shared = tuple(whole.employee_by_id[line.employee.id] for line in pool.lines)
    scenario = whole.with_changes({"employees": shared, "goals": ("cover",)})
    rules = (*RULES, FewUnits(pool))
    model = RosterModel(scenario, rules, limits)
    for rule in rules:
        rule.enforce(model)
    begun = solve(model.cp, limits, share, workers=workers, seed=seed, way="fit", patient=True)
    if begun.values is None:
        return None
    model.cp.minimize(sum(_apart(model, shared, amounts)) + GOALS["unwanted_part_time"].express(model))
    hint(model.cp, begun.values)
    found = solve(model.cp, limits, share, workers=workers, seed=seed)
    return lines_of(model, found.values or begun.values)


def _apart(model: RosterModel, shared: Sequence[Employee], amounts: Mapping[Place, int]) -> list[Linear]:
    """How far each place is from its amount, and each of its weeks from an even part of it."""
    weeks = model.cycle.weeks
    terms: dict[Place, list[list[Linear]]] = defaultdict(lambda: [[] for _ in range(weeks)])
    for one in shared:
        for day in range(model.cycle.days):
            for code in one.shifts or ():
                literal = model.works(one, day, code)
                if not isinstance(literal, int):
                    terms[kind_of(one), day % WEEK_DAYS, code][day // WEEK_DAYS].append(literal)
    found: list[Linear] = []
    for number, (place, by_week) in enumerate(terms.items()):
        amount, name = amounts.get(place, 0), f"apart.{number}"
        found.append(weeks * _gap(model, sum(map(sum, by_week)), (amount, amount), name))
        even = amount // weeks, -(-amount // weeks)
        found += [_gap(model, sum(one), even, f"{name}.{week}") for week, one in enumerate(by_week) if one]
    return found


def _gap(model: RosterModel, term: Linear, between: tuple[int, int], name: str) -> Linear:
    """How far a term is outside of what it should be."""
    gap = model.integer(0, model.cycle.days, name)
    model.add(gap >= between[0] - term, name)
    model.add(gap >= term - between[1], name)
    return gap
