"""Why no roster exists: the places in the scenario that cannot hold together, law always in force.

Every collision is proven by solving again on a scenario with fewer givens and no least of demand, and none of
its places can be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.finding import Finding
from solver.domain.roster import Reason
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.reasons.between import collision_of_all, collisions_of_days
from solver.reasons.breaking import forced, least_broken, not_reached
from solver.reasons.budget import over_budget
from solver.reasons.core import Collision
from solver.reasons.givens import DATED, of_links
from solver.reasons.lines import impossible_lines
from solver.reasons.proof import Prover
from solver.reasons.reduced import only
from solver.rules.base import Rule
from solver.rules.position import PositionRule
from solver.rules.registry import RULES
from solver.search.limits import Limits

HOURS = ("position", "shifts", "other_minutes", "weekly_minutes", "norm")
"""What of a line decides which sizes its hours can give."""


def collisions(scenario: Scenario, rules: Sequence[Rule], limits: Limits) -> tuple[Reason, ...]:
    """The reasons found within the limits, each with what it breaks; none where nothing was found in time."""
    prover = Prover(rules, limits)
    alone = list(impossible_lines(scenario, prover))
    return tuple(_of_lines(scenario, alone, prover)) if alone else tuple(_together(scenario, prover))


def _of_lines(scenario: Scenario, alone: Sequence[Collision], prover: Prover) -> Iterator[Reason]:
    """The reasons of lines; of those that differ only in whose line it is, the first shows what breaks."""
    known: dict[tuple[str, ...], Reason] = {}
    for found in alone:
        kind = tuple(given.path.partition("].")[2] or given.path for given in found.givens[1:])
        if kind in known and not any(place.startswith(DATED) for place in kind):
            yield _reason(found, known[kind].rules, ())
            continue
        known[kind] = _of_line(scenario, found, prover)
        yield known[kind]


def _of_line(scenario: Scenario, found: Collision, prover: Prover) -> Reason:
    """The reason of one line, and how near the rules let it come to an amount that it cannot reach."""
    reduced = only(scenario, found.narrowed)
    broken, short = forced(reduced, prover), not_reached(reduced, prover)
    findings = least_broken(reduced, broken, prover)
    nearest = least_broken(reduced, short, prover) if short != broken else ()
    if broken == ("position",) and _is_about_hours(found):
        findings, nearest = (_no_combination(reduced),), findings
    return _reason(found, broken, findings, nearest)


def _reason(
    found: Collision, broken: Sequence[str], findings: Sequence[Finding], nearest: Sequence[Finding] = ()
) -> Reason:
    return Reason(
        paths=found.paths,
        days=found.days,
        rules=tuple(broken),
        findings=tuple(findings),
        nearest=tuple(nearest),
        minimal=found.proven,
    )


def _is_about_hours(found: Collision) -> bool:
    """Whether only a size and what a line's shifts are take part."""
    places = [given.path.partition(".")[2] for given in found.givens if "." in given.path]
    return all(place == "days" or place.startswith(HOURS) for place in places)


def _no_combination(scenario: Scenario) -> Finding:
    """That no shifts of the line give its size, or one between its smallest and its largest."""
    employee = scenario.employees[0]
    low, high = employee.min_basis_points, employee.max_basis_points
    detail = "no_combination" if low == high else "no_combination_between"
    return Finding(
        rule=PositionRule.card.id, law=PositionRule.card.law, employee=employee.id,
        amount=number(low), limit=number(high), unit="percent", detail=detail,
    )  # fmt: skip


def _together(scenario: Scenario, prover: Prover) -> Iterator[Reason]:
    """Why lines that are possible alone are impossible together."""
    if not of_links(scenario) and set(prover.rules) <= set(RULES):
        return
    over = over_budget(scenario, prover, sizes_alone=True)
    found = [] if over else list(collisions_of_days(scenario, prover))
    if not over and not found:
        over = over_budget(scenario, prover, sizes_alone=False)
        last = None if over else collision_of_all(scenario, prover)
        found = [last] if last else []
    if over:
        yield _reason(over[0], (over[1].rule,), (over[1],))
    for one in found:
        reduced = only(scenario, one.narrowed)
        broken = _links_of(one) or forced(reduced, prover)
        yield _reason(one, broken, least_broken(reduced, broken, prover))


def _links_of(found: Collision) -> tuple[str, ...]:
    """The rules that hold the lines together; each line alone is possible, so that only they are broken."""
    paths = [given.path for given in found.givens]
    most = any(path.startswith("demand") for path in paths)
    return ("demand_max",) * most + ("budget",) * ("budget_fte" in paths)
