"""The people around each resident in a roster, how often she meets them, and who is new since the first roster."""

from __future__ import annotations

from dataclasses import dataclass

from solver.auditing import Audit
from solver.domain.residents import contacts_by_resident
from solver.domain.roster import Contacts, Continuity
from solver.domain.scenario import GoalId
from solver.domain.work import Sheet
from solver.goals.registry import GOALS

CONTACT_ROLES = ("primary", "secondary")
GAPS: tuple[GoalId, ...] = ("contact_gaps", "team_gaps")


@dataclass(frozen=True)
class Around:
    """One resident in one roster; without `contacts` the roster does not say who they are.

    `changed` are the roles (primary, secondary) that somebody else has than in the first roster.
    """

    contacts: Contacts | None
    continuity: Continuity
    changed: tuple[str, ...] = ()


def around_each(checked: Audit, first: Audit) -> dict[str, Around]:
    """By resident; nothing is changed where one of the two rosters does not say who the contacts are."""
    given, before = contacts_by_resident(checked.roster), contacts_by_resident(first.roster)
    return {
        one.resident: Around(
            given.get(one.resident), one, _changed(given.get(one.resident), before.get(one.resident))
        )
        for one in checked.continuity
    }


def gaps(sheet: Sheet) -> dict[GoalId, int]:
    """Windows of all residents without a contact, and without anyone of the team, whether they are goals or not."""
    return {name: GOALS[name].measure(sheet, None) for name in GAPS} if sheet.scenario.residents else {}


def _changed(given: Contacts | None, before: Contacts | None) -> tuple[str, ...]:
    if given is None or before is None:
        return ()
    return tuple(role for role in CONTACT_ROLES if getattr(given, role) != getattr(before, role))
