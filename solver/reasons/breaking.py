"""Which rules break when the givens of a collision are forced, and by how much."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ortools.sat.python import cp_model

from solver.auditing import completed
from solver.domain.finding import Finding
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.reasons.minimal import minimal
from solver.reasons.proof import Prover
from solver.rules.base import Bool, Rule
from solver.search.model import RosterModel, lines_of

FACTS = ("pinned", "unavailable", "allowed_shifts")
AMOUNTS = ("shift_count", "line_minutes", "weekend_count", "position", "demand_max", "budget")
LEVELS = ("law", "agreement", "unit")
"""What is put back first holds: law breaks only where nothing of the unit's own takes part."""
MOST_APART = 10**13
SHOW_WORK = 0.5
"""Deterministic time for a roster that breaks little; one that breaks a little more shows the same."""


def forced(scenario: Scenario, prover: Prover) -> tuple[str, ...]:
    """The rules, as few as can be, that cannot hold when what the givens say is done."""
    return _left_out(scenario, [*FACTS, *AMOUNTS, *_by_level(prover)], prover)


def not_reached(scenario: Scenario, prover: Prover) -> tuple[str, ...]:
    """The rules, as few as can be, that cannot hold when law, agreement and unit are obeyed."""
    others = [one for one in _by_level(prover) if one not in AMOUNTS]
    return _left_out(scenario, [*FACTS, *others, *AMOUNTS], prover)


def _by_level(prover: Prover) -> list[str]:
    return [rule.card.id for level in LEVELS for rule in prover.rules if rule.card.level == level]


def _left_out(scenario: Scenario, order: Sequence[str], prover: Prover) -> tuple[str, ...]:
    """As few rules as must be left out for there to be a roster; the first in order are put back first."""

    def possible(without: Sequence[str]) -> bool | None:
        verdict = prover.impossible(scenario, without)
        return None if verdict is None else not verdict

    names = list(dict.fromkeys(order))
    if not possible(names):
        return ()
    found, _ = minimal(names, possible)
    return tuple(rule.card.id for rule in prover.rules if rule.card.id in found)


def least_broken(scenario: Scenario, broken: Collection[str], prover: Prover) -> tuple[Finding, ...]:
    """What an audit finds on the roster that holds every other rule and breaks these as little as can be."""
    models: list[RosterModel] = []
    rules = [rule for rule in prover.rules if rule.card.id in broken]

    def soften(model: RosterModel) -> None:
        slack = [literal for rule in rules for literal in _refused(model, rule)]
        for rule in rules:
            first = len(model.cp.proto.constraints)
            rule.enforce(model)
            slack += _softened(model, first, f"{rule.card.id}.")
        model.cp.minimize(cp_model.LinearExpr.sum(slack))
        models.append(model)

    solved = prover.solve(scenario, soften, broken, way="small", work=SHOW_WORK) if rules else None
    if solved is None or solved.values is None:
        return ()
    draft = Roster(scenario=scenario.id, lines=tuple(lines_of(models[0], solved.values)))
    sheet = Sheet.of(scenario, completed(scenario, draft))
    return tuple(one for rule in rules for one in rule.audit(sheet) if one.severity == "breach")


def _refused(model: RosterModel, rule: Rule) -> list[Bool]:
    """The shifts that the rule would not have let be."""
    return [
        literal
        for employee in model.lines
        for day in range(model.cycle.days)
        for shift in model.scenario.shifts
        if not rule.allows(model.scenario, employee, day, shift)
        and not isinstance(literal := model.works(employee, day, shift.code), int)
    ]


def _softened(model: RosterModel, first: int, prefix: str) -> list[Bool]:
    """Let every constraint of a rule from the `first` on be broken; what that costs, as variables."""
    slack: list[Bool] = []
    for constraint in list(model.cp.proto.constraints)[first:]:
        if not constraint.name.startswith(prefix):
            continue
        if constraint.has_bool_or():
            slack.append(model.boolean("broken"))
            constraint.bool_or.literals.append(slack[-1].index)
        elif constraint.has_linear():
            for sign in (1, -1):
                slack.append(model.integer(0, MOST_APART, "apart"))
                constraint.linear.vars.append(slack[-1].index)
                constraint.linear.coeffs.append(sign)
    return slack
