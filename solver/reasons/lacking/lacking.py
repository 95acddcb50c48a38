"""What a roster lacks, each with its reason: the holes in its cover, and the percents that people wanted more."""

from __future__ import annotations

from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.holes import joined
from solver.reasons.lacking.among import Others
from solver.reasons.lacking.holes import HoleReason, HoleReasons
from solver.reasons.lacking.sizes import SizeReason, size_reasons
from solver.reasons.why.effect import Effect
from solver.reasons.why.near import Means
from solver.search.limits import OutOfTimeError

HUNDREDTHS = 100


@dataclass(frozen=True)
class Lacking:
    """What one roster lacks.

    `helpers`: people whose line alone can be laid so that less is missing, with the roster that gives; `nobody` says
    that this is proven of everyone: whoever lays only her own line anew leaves as much missing. `complete`: every hole
    and every size has its reason, or there was no time for the rest. `wanted_fte` is what all want together, where the
    budget has not room for it.
    """

    checked: Audit
    holes: tuple[HoleReason, ...] = ()
    helpers: tuple[tuple[str, Effect], ...] = ()
    nobody: bool = False
    sizes: tuple[SizeReason, ...] = ()
    complete: bool = True
    wanted_fte: float | None = None


def lacking(scenario: Scenario, roster: Roster, means: Means) -> Lacking:
    """What the roster lacks and why, as far as there is time."""
    checked, limits = audit(scenario, roster, rules=means.rules), means.limits
    asked = list(joined(checked.holes))
    known = HoleReasons(scenario, checked, means.rules)
    holes = tuple(known.all(asked, lambda: limits.stopped_by is not None))
    others = Others(scenario, checked, means)
    helpers, nobody = _helpers(others) if asked else ((), False)
    sizes = tuple(size_reasons(others))
    people = [one for one in scenario.employees if not one.vacant]
    short = sum(others.size(one) < one.wanted_basis_points for one in people)
    return Lacking(
        checked, holes, helpers, nobody, sizes,
        complete=len(holes) == len(asked) and len(sizes) == short,
        wanted_fte=_beyond(scenario),
    )  # fmt: skip


def _helpers(others: Others) -> tuple[tuple[tuple[str, Effect], ...], bool]:
    """Who could leave less missing by her own line alone, and whether it is proven that nobody can."""
    if others.scenario.cycle.rotation == "shared":
        return (), False
    found: list[tuple[str, Effect]] = []
    proven = True
    for employee in others.scenario.employees:
        try:
            one = others.least_uncovered(employee)
        except OutOfTimeError:
            return tuple(found), False
        if one.effect and any(goal.id == "cover" and goal.after < goal.before for goal in one.effect.goals):
            found.append((employee.id, one.effect))
        proven = proven and one.proven and one.effect is not None
    return tuple(found), proven and not found


def _beyond(scenario: Scenario) -> float | None:
    """The full-time equivalents that people want together, where they are more than the budget."""
    budget = scenario.budget_fte_hundredths
    wanted = sum(one.wanted_basis_points for one in scenario.employees if not one.vacant)
    if budget is None or wanted * HUNDREDTHS <= budget * FULL_BASIS_POINTS:
        return None
    return wanted / FULL_BASIS_POINTS
