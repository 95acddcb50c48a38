"""The largest average position that counts allow: no roster that covers as much has a larger one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.scenario import Scenario
from solver.reasons.staffing import for_cover
from solver.rules.base import Rule
from solver.search.counts import CountModel
from solver.search.limits import Limits, Share
from solver.search.outcome import Asked
from solver.search.solve import solve

PERCENT = 100
MOST_ROUNDS = 8


def position_bound(
    scenario: Scenario,
    uncovered: int,
    average: Fraction,
    *,
    limits: Limits,
    asked: Asked,
    rules: Sequence[Rule],
) -> Fraction | None:
    """In percent; None in shared rotation, which has no counts, and where time was too short.

    By Dinkelbach's method: with a guess g, the most of the positions less g for each line used. Where that is 0, g is
    the largest average; where it is more, what was found gives the next guess, and what is proven a bound all the same.
    """
    if scenario.cycle.rotation == "shared":
        return None
    model = CountModel(for_cover(scenario), rules)
    model.add(model.uncovered() <= uncovered, "covered")
    sizes = [model.position(one) for one in model.lines]
    used = [model.used(one) for one in model.lines]
    always = max(1, sum(one.min_basis_points > 0 and not one.vacant for one in scenario.employees))
    best, guess = None, ceil(average * FULL_BASIS_POINTS / PERCENT)
    for _ in range(MOST_ROUNDS):
        if limits.stopped_by:
            break
        problem = model.cp.clone()
        problem.maximize(sum(sizes) - guess * sum(used))
        share = Share(
            max(0.05, limits.seconds_left / 2), None if limits.work_left is None else limits.work_left / 2
        )
        found = solve(problem, limits, share, workers=asked.workers, seed=asked.seed, way="small")
        if found.bound is None or found.infeasible:
            break
        bound = Fraction(guess) + Fraction(max(0, found.bound), always)
        best = bound if best is None else min(best, bound)
        if found.values is None or not found.objective or found.objective <= 0:
            break
        values = found.values
        total, lines = (
            sum(one if isinstance(one, int) else values[one.index] for one in ones) for ones in (sizes, used)
        )
        guess = max(guess + 1, ceil(Fraction(total, max(lines, 1))))
    return None if best is None else min(best / PERCENT, Fraction(PERCENT))


def least_uncovered(scenario: Scenario, limits: Limits, asked: Asked, rules: Sequence[Rule]) -> int | None:
    """Person-minutes that no roster covers, as far as counts tell; None where nothing was proven."""
    if scenario.cycle.rotation == "shared" or limits.stop():
        return None
    model = CountModel(for_cover(scenario), rules)
    model.cp.minimize(model.uncovered())
    rest = Limits(max(1.0, limits.seconds_left), None, limits.stop, finishing_seconds=0)
    share = Share(rest.seconds, limits.work)
    return solve(model.cp, rest, share, workers=asked.workers, seed=asked.seed, way="small").bound
