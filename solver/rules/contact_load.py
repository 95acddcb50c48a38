"""How many residents one employee is a contact for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from solver.domain.finding import Finding
from solver.domain.residents import contacts_by_resident, team_around
from solver.domain.work import Sheet
from solver.rules.base import Card, Model, Rule
from solver.rules.contact_choice import ROLES, choices


class ContactLoad(Rule):
    """`detail` is the role. Of a team a contact is a member as the others are."""

    of_one_line = False
    card = Card(
        id="contact_load",
        level="unit",
        name="Beboere per kontakt",
        sentence="Ingen ansatt er primærkontakt, sekundærkontakt eller i teamet for flere beboere enn avtalt.",
        law="Enhetens regler",
        parameters=tuple((f"contact_limits.{role}", "residents") for role in ROLES),
    )

    def enforce(self, model: Model) -> None:
        for role in ROLES:
            limit = getattr(model.scenario.contact_limits, role)
            for employee in model.employees if limit is not None else ():
                load = [choices(model, one, role).get(employee.id, 0) for one in model.scenario.residents]
                model.add(sum(load) <= limit, f"{self.card.id}.{employee.id}.{role}")

    def audit(self, sheet: Sheet) -> Iterator[Finding]:
        known = {resident.id for resident in sheet.scenario.residents}
        given = [one for name, one in contacts_by_resident(sheet.roster).items() if name in known]
        loads = {
            "primary": Counter(one.primary for one in given if one.primary is not None),
            "secondary": Counter(one.secondary for one in given if one.secondary is not None),
            "team": Counter(person for one in given for person in team_around(one)),
        }
        for role, load in loads.items():
            limit = getattr(sheet.scenario.contact_limits, role)
            for person, residents in load.items() if limit is not None else ():
                if residents > limit:
                    yield self.found(
                        employee=person, amount=residents, limit=limit, unit="residents", detail=role
                    )
