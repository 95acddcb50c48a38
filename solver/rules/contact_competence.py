"""Who may be whose contact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from solver.domain.employee import Employee, Resident
from solver.domain.finding import Finding
from solver.domain.residents import contacts_by_resident, team_around
from solver.domain.roster import Contacts
from solver.domain.work import Sheet
from solver.rules.base import Card, Model, Rule
from solver.rules.contact_choice import CONTACTS, choices


class ContactCompetence(Rule):
    """`detail` says what is wrong, `resident` with whom. A role that nobody has is a warning, also where somebody is
    fixed: a roster that people made may have no contacts yet, and a unit may have too few who can be one.
    """

    of_one_line = False
    card = Card(
        id="contact_competence",
        level="unit",
        name="Kontaktenes kompetanse",
        sentence="Primær- og sekundærkontakt er to ulike ansatte med stilling og minst den kompetansen beboeren skal "
        "ha, begge i et team som ikke er større enn avtalt; den som er bestemt på forhånd, er det.",
        law="Enhetens regler",
        parameters=(
            ("residents.contacts.primary", ""),
            ("residents.contacts.secondary", ""),
            ("residents.contacts.team", "people"),
            ("residents.fixed", ""),
        ),
    )

    def enforce(self, model: Model) -> None:
        for resident in model.scenario.residents:
            name = f"{self.card.id}.{resident.id}"
            primary, secondary = (choices(model, resident, role) for role in CONTACTS)
            team = choices(model, resident, "team")
            for found in (primary, secondary):
                model.add(sum(found.values()) <= 1, name)
            for one in primary.keys() & secondary.keys():
                model.forbid(primary[one], secondary[one], name=f"{name}.{one}")
            for employee in model.employees:
                self._hold_one(model, resident, employee)
            if resident.contacts.team is not None:
                model.add(sum(team.values()) <= resident.contacts.team, name)

    def _hold_one(self, model: Model, resident: Resident, employee: Employee) -> None:
        """A contact is of the team, and who is of the team has a position; where no size is asked for, the team is the
        contacts alone, and who is fixed.
        """
        name = f"{self.card.id}.{resident.id}.{employee.id}"
        member = choices(model, resident, "team").get(employee.id, 0)
        roles = [choices(model, resident, role).get(employee.id, 0) for role in CONTACTS]
        for literal in roles:
            model.implies(literal, member, name=name)
        model.implies(member, model.used(employee), name=name)
        if resident.contacts.team is None and not isinstance(member, int):
            model.implies(member, *roles, name=name)

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        given = contacts_by_resident(sheet.roster)
        for resident in sheet.scenario.residents:
            if resident.id in given:
                yield from self._around(sheet, resident, given[resident.id])
            else:
                yield self._wrong(resident, None, "no_contacts", severity="warning")

    def _around(self, sheet: Sheet, resident: Resident, given: Contacts) -> Iterator[Finding]:
        for role, person in (("primary", given.primary), ("secondary", given.secondary)):
            fixed, least = getattr(resident.fixed, role), getattr(resident.contacts, role)
            if person is None:
                yield self._wrong(resident, None, f"no_{role}", severity="warning")
            elif fixed is not None and person != fixed:
                yield self._wrong(resident, fixed, f"fixed_{role}")
            if person is not None and self._rank(sheet, person) < sheet.scenario.rank_of(least):
                yield self._wrong(resident, person, role)
        if given.primary is not None and given.primary == given.secondary:
            yield self._wrong(resident, given.primary, "same")
        yield from self._team(sheet, resident, team_around(given))

    def _team(self, sheet: Sheet, resident: Resident, team: tuple[str, ...]) -> Iterator[Finding]:
        for person in team:
            employee = sheet.scenario.employee_by_id.get(person)
            if employee is None or employee.vacant:
                yield self._wrong(resident, person, "vacant")
            elif person not in sheet.line_of or sheet.line_of[person].is_zero:
                yield self._wrong(resident, person, "no_position")
        for person in resident.fixed.team if team else ():
            if person not in team:
                yield self._wrong(resident, person, "fixed_team")
        asked = resident.contacts.team
        if asked is not None and len(team) != asked:
            severity = "breach" if len(team) > asked else "warning"
            yield self._wrong(
                resident, None, "team", severity=severity, amount=len(team), limit=asked, unit="people"
            )

    @staticmethod
    def _rank(sheet: Sheet, person: str) -> int:
        employee = sheet.scenario.employee_by_id.get(person)
        return sheet.scenario.rank_of(employee.competence if employee else None)

    def _wrong(self, resident: Resident, person: str | None, detail: str, **values: Any) -> Finding:
        return self.found(resident=resident.id, employee=person, detail=detail, **values)
