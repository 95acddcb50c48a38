"""Open roles given to who has room: where the search chose nobody, or never came to the contacts. Needs no solver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.domain.employee import Employee, Resident
from solver.domain.residents import is_there, occasions, pair_around, team_around
from solver.domain.roster import Contacts
from solver.domain.work import Sheet
from solver.rules.contact_choice import ROLES, Role, fixed_in, may_be


def settled(sheet: Sheet, contacts: Sequence[Contacts]) -> tuple[Contacts, ...]:
    """The contacts with open roles given to who has room, most windows first: no gap comes of it."""
    scenario, found = sheet.scenario, {one.resident: one for one in contacts}
    for resident in scenario.residents:
        found.setdefault(resident.id, Contacts(resident=resident.id))
    room = _Room(sheet, found)
    for resident in scenario.residents:
        windows = list(occasions(scenario, resident))
        by_presence = sorted(
            sheet.lines, key=lambda line: -sum(is_there(line, *one) for one in windows) if windows else 0
        )
        for role in ROLES:
            for line in by_presence:
                if room.has(resident, role, line.employee):
                    found[resident.id] = _with(found[resident.id], role, line.employee.id)
    return tuple(found[one.id] for one in scenario.residents)


@dataclass(frozen=True)
class _Room:
    """Who may still take which role, with the contacts so far."""

    sheet: Sheet
    found: dict[str, Contacts]

    def has(self, resident: Resident, role: Role, employee: Employee) -> bool:
        """Whether the role is open and the employee may take it, with what she and the team are allowed."""
        who, team = employee.id, team_around(self.found[resident.id])
        fixed = fixed_in(resident, role)
        if role != "team" and fixed and who not in fixed:
            return False
        if not may_be(self.sheet.scenario, resident, role, employee) and who not in fixed:
            return False
        if self.sheet.line_of[who].is_zero or not self._is_open(resident, role, who):
            return False
        return self._may_take(role, who) and (who in team or self._may_join(resident, who))

    def _is_open(self, resident: Resident, role: Role, who: str) -> bool:
        around = self.found[resident.id]
        if role != "team":
            return getattr(around, role) is None and who not in pair_around(around)
        wanted = resident.contacts.team or 0
        return who not in team_around(around) and (
            len(team_around(around)) < wanted or who in fixed_in(resident, role)
        )

    def _may_take(self, role: Role, who: str) -> bool:
        limit = getattr(self.sheet.scenario.contact_limits, role)
        load = sum(who in _in_role(one, role) for one in self.found.values())
        return limit is None or load < limit

    def _may_join(self, resident: Resident, who: str) -> bool:
        size = resident.contacts.team
        return (size is None or len(team_around(self.found[resident.id])) < size) and self._may_take(
            "team", who
        )


def _in_role(contacts: Contacts, role: Role) -> tuple[str | None, ...]:
    return team_around(contacts) if role == "team" else (getattr(contacts, role),)


def _with(around: Contacts, role: Role, who: str) -> Contacts:
    if role != "team":
        around = around.model_copy(update={role: who})
        return around.model_copy(update={"team": team_around(around)})
    return around.model_copy(update={"team": (*team_around(around), who)})
