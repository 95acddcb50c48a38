"""Residents: contacts who exist and are two different people, in teams with room for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from solver.domain.checks.base import Law
from solver.domain.employee import Resident
from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Scenario

CONTACTS = ("primary", "secondary")


def fixed_contacts_exist(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for index, resident in enumerate(scenario.residents):
        for place, employee in _fixed(resident):
            path = f"residents[{index}].fixed.{place}"
            meant = [one for one in scenario.employees if one.id == employee]
            if not meant:
                yield _unknown(path, employee, scenario)
            elif all(one.vacant for one in meant):
                message, instead = "«{id}» er en ledig linje.", "Skriv en ansatt."
                yield fault(path, "vacant_contact", message, instead, id=employee)
            elif all(one.max_basis_points == 0 for one in meant):
                message, instead = "«{id}» har ingen stilling.", "Velg en annen, eller gi en stilling over 0."
                yield fault(path, "unused_contact", message, instead, id=employee)


def contacts_are_two_people(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for index, resident in enumerate(scenario.residents):
        fixed = resident.fixed
        if fixed.primary is not None and fixed.primary == fixed.secondary:
            message, instead = "«{id}» er også primærkontakt.", "Velg en annen."
            yield fault(
                f"residents[{index}].fixed.secondary", "same_contact", message, instead, id=fixed.primary
            )


def teams_have_room(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """A team counts both contacts, and everyone who is fixed to it."""
    for index, resident in enumerate(scenario.residents):
        asked, team = resident.contacts, resident.contacts.team
        contacts = (asked.primary is not None) + (asked.secondary is not None)
        least = max(contacts, len({employee for _, employee in _fixed(resident)}))
        if team is not None and team < least:
            message, instead = "Teamet er {team}, men {least} er bestemt.", "Skriv {least} eller mer."
            yield fault(f"residents[{index}].contacts.team", "team", message, instead, team=team, least=least)


def fixed_contacts_have_the_competence(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for index, resident in enumerate(scenario.residents):
        for role in CONTACTS:
            asked, employee = getattr(resident.contacts, role), getattr(resident.fixed, role)
            known = scenario.employee_by_id.get(employee)
            if not known or known.vacant or known.competence not in (None, *scenario.competences):
                continue
            if scenario.rank_of(known.competence) < scenario.rank_of(asked):
                message, instead = (
                    "«{id}» har ikke kompetansen «{asked}».",
                    "Velg en annen, eller senk kravet.",
                )
                path = f"residents[{index}].fixed.{role}"
                yield fault(path, "contact_competence", message, instead, id=employee, asked=asked)


def fixed_contacts_are_within_the_limits(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """Nobody is decided for more residents than one may have; a contact is of the team too."""
    for role in (*CONTACTS, "team"):
        limit, count = getattr(scenario.contact_limits, role), Counter[str]()
        for index, resident in enumerate(scenario.residents):
            fixed = [(place, one) for place, one in _fixed(resident) if role in (place, "team")]
            for employee, place in {one: place for place, one in reversed(fixed)}.items():
                count[employee] += 1
                if limit is not None and count[employee] == limit + 1:
                    message, instead = "«{id}» er bestemt for flere enn {limit} beboere.", "Velg en annen."
                    path = f"residents[{index}].fixed.{place}"
                    yield fault(path, "contact_load", message, instead, id=employee, limit=limit)


def _fixed(resident: Resident) -> Iterator[tuple[str, str]]:
    for name, employee in (("primary", resident.fixed.primary), ("secondary", resident.fixed.secondary)):
        if employee is not None:
            yield name, employee
    for index, employee in enumerate(resident.fixed.team):
        yield f"team[{index}]", employee


def _unknown(path: str, employee: str, scenario: Scenario) -> Fault:
    message = "«{id}» finnes ikke blant de ansatte."
    near = nearest(employee, scenario.employee_by_id)
    if near:
        return fault(path, "unknown_employee", message, "Mente du «{near}»?", id=employee, near=near)
    return fault(path, "unknown_employee", message, "Skriv id-en til en ansatt.", id=employee)
