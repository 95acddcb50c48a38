"""Windows of residents without a contact there."""

from __future__ import annotations

from collections.abc import Mapping

from solver.domain.employee import Resident
from solver.domain.residents import pair_around
from solver.domain.roster import Contacts
from solver.goals.resident_windows import ResidentGoal
from solver.rules.base import Bool, Model
from solver.rules.contact_choice import contact_literals


class ContactGaps(ResidentGoal):
    """Neither the primary nor the secondary contact works at least half of the window."""

    id = "contact_gaps"
    name = "Vinduer uten kontakt til stede"

    def people(self, contacts: Contacts | None) -> tuple[str, ...]:
        return pair_around(contacts)

    def chosen(self, model: Model, resident: Resident) -> Mapping[str, Bool]:
        return contact_literals(model, resident)
