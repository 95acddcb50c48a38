"""Who is whose contact, as the model sees it: one literal for each resident, role and employee that may have it."""

from __future__ import annotations

from typing import Literal

from solver.domain.employee import Employee, Resident
from solver.domain.scenario import Scenario
from solver.rules.base import Bool, Linear, Model

Role = Literal["primary", "secondary", "team"]
CONTACTS: tuple[Role, Role] = ("primary", "secondary")
ROLES: tuple[Role, ...] = (*CONTACTS, "team")


def choices(model: Model, resident: Resident, role: Role) -> dict[str, Bool]:
    """For each employee (by id) who may have the role, whether she has it. A team holds both contacts too."""
    key = "contact", resident.id, role
    if key not in model.kept:
        model.kept[key] = _choices(model, resident, role)
    found: dict[str, Bool] = model.kept[key]
    return found


def _choices(model: Model, resident: Resident, role: Role) -> dict[str, Bool]:
    fixed = fixed_in(resident, role)
    if fixed and role != "team":
        return {fixed[0]: 1}
    return {
        one.id: 1 if one.id in fixed else model.boolean(f"contact.{resident.id}.{role}.{one.id}")
        for one in model.employees
        if one.id in fixed or may_be(model.scenario, resident, role, one)
    }


def may_be(scenario: Scenario, resident: Resident, role: Role, employee: Employee) -> bool:
    """Whether the employee could ever have the role: a person who may have a position, with the competence."""
    if employee.vacant or employee.max_basis_points == 0:
        return False
    asked = None if role == "team" else getattr(resident.contacts, role)
    return asked is None or scenario.rank_of(employee.competence) >= scenario.rank_of(asked)


def fixed_in(resident: Resident, role: Role) -> tuple[str, ...]:
    """Those decided already; a fixed contact is of the team too."""
    contacts = tuple(one for one in (resident.fixed.primary, resident.fixed.secondary) if one is not None)
    if role == "team":
        return (*contacts, *resident.fixed.team)
    one = getattr(resident.fixed, role)
    return () if one is None else (one,)


def contact_literals(model: Model, resident: Resident) -> dict[str, Bool]:
    """For each employee, something that is true only where she is primary or secondary contact."""
    key = "contact", resident.id, "either"
    if key not in model.kept:
        primary, secondary = (choices(model, resident, role) for role in CONTACTS)
        found = dict(primary)
        for one, literal in secondary.items():
            if one not in found:
                found[one] = literal
            elif not isinstance(found[one], int) and not isinstance(literal, int):
                either = model.boolean(f"contact.{resident.id}.either.{one}")
                model.implies(either, found[one], literal, name=f"contact.{resident.id}.{one}")
                found[one] = either
            else:
                found[one] = 1
        model.kept[key] = found
    literals: dict[str, Bool] = model.kept[key]
    return literals


def filled(model: Model) -> Linear:
    """How many roles somebody has."""
    residents = model.scenario.residents
    return sum(sum(choices(model, resident, role).values()) for resident in residents for role in ROLES)
