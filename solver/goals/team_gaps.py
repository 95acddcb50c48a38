"""Windows of residents without anybody of the team there."""

from __future__ import annotations

from collections.abc import Mapping

from solver.domain.employee import Resident
from solver.domain.residents import team_around
from solver.domain.roster import Contacts
from solver.goals.resident_windows import ResidentGoal
from solver.rules.base import Bool, Model
from solver.rules.contact_choice import choices


class TeamGaps(ResidentGoal):
    """Nobody in the resident's team, contacts included, works at least half of the window."""

    id = "team_gaps"
    name = "Vinduer uten team til stede"

    def people(self, contacts: Contacts | None) -> tuple[str, ...]:
        return team_around(contacts)

    def chosen(self, model: Model, resident: Resident) -> Mapping[str, Bool]:
        return choices(model, resident, "team")
