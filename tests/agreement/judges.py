"""The three readings of the contract, each asked what it thinks of one roster: the model, the audit, the oracle."""

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from solver.domain.norm import sizes
from solver.domain.residents import contacts_by_resident, team_around
from solver.domain.roster import Contacts, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.rules.base import Rule
from solver.rules.contact_choice import ROLES, choices
from solver.rules.registry import RULES
from solver.search.model import RosterModel
from tests import oracle
from tests.builders import Data, tuples

WARNED = ("norm_ground", "contact_competence")
"""what the oracle warns of too"""
Broken = set[tuple[str, str]]
"""Rules that are broken or warned of: severity and rule"""


def roster_of(given: Data) -> Roster:
    return Roster.model_validate(tuples(given))


def found_by_audit(scenario: Scenario, roster: Roster) -> Broken:
    """What the audit finds, without the warnings that are about the scenario alone."""
    sheet = Sheet.of(scenario, roster)
    found = {(one.severity, one.rule) for rule in RULES for one in rule.audit(sheet)}
    return {one for one in found if one[0] == "breach" or one[1] in WARNED}


def found_by_oracle(unit: Data, given: Data) -> Broken:
    return {(one["severity"], one["rule"]) for one in oracle.check(unit, given)}


def breaches(found: Broken) -> set[str]:
    return {rule for severity, rule in found if severity == "breach"}


def model_of(scenario: Scenario, rules: Sequence[Rule] = RULES) -> RosterModel:
    model = RosterModel(scenario, rules)
    for rule in rules:
        rule.enforce(model)
    return model


def holds(scenario: Scenario, roster: Roster, rules: Iterable[Rule] = RULES) -> bool:
    """Whether the model with these rules has a solution on exactly this roster."""
    model = model_of(scenario, tuple(rules))
    pin(model, roster)
    return solved(model) is not None


def pin(model: RosterModel, roster: Roster) -> None:
    """Leave the model no other roster than this one."""
    for line in roster.lines:
        employee = model.scenario.employee_by_id[line.employee]
        model.add(model.position(employee) == line.position_basis_points, "pinned")
        for day, code in enumerate(line.days):
            for shift in model.scenario.shifts:
                model.add(model.works(employee, day, shift.code) == int(shift.code == code), "pinned")
    pin_contacts(model, roster)


def pin_contacts(model: RosterModel, roster: Roster) -> None:
    """Leave every resident the contacts that the roster says; someone who cannot be one is a contradiction."""
    around = contacts_by_resident(roster)
    for resident in model.scenario.residents:
        given = around.get(resident.id) or Contacts(resident=resident.id)
        team: tuple[str | None, ...] = team_around(given)
        people = {"primary": (given.primary,), "secondary": (given.secondary,), "team": team}
        for role in ROLES:
            known = choices(model, resident, role)
            for one in model.employees:
                model.add(known.get(one.id, 0) == int(one.id in people[role]), "pinned")


def solved(model: RosterModel, seed: int = 1, work: float = 0.5) -> cp_model.CpSolver | None:
    """A solution, or None where none was found in so little work."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = 1, seed
    solver.parameters.max_deterministic_time = work
    status = solver.solve(model.cp)
    assert status != cp_model.MODEL_INVALID, model.cp.validate()
    return solver if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def can_be_said(scenario: Scenario, roster: Roster) -> bool:
    """Whether a model can say the roster at all: sizes the lines may have, no work at 0 %, one line where shared."""
    for line in roster.lines:
        size = line.position_basis_points
        if size not in sizes(scenario, scenario.employee_by_id[line.employee]) or (
            size == 0 and any(line.days)
        ):
            return False
    return ("breach", "shared_line") not in found_by_audit(scenario, roster)
