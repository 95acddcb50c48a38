"""Residents with the people around them, and how often they meet them, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from solver.domain.residents import pair_around, team_around
from solver.domain.roster import Contacts, Continuity, Roster
from solver.domain.scenario import Scenario
from solver.present.text import columns, number
from solver.present.words import say

HEADER = ("Beboer", "Primær", "Sekundær", "Resten av teamet", "Med kontakt", "Lengst uten", "Ulike ansatte")
RIGHT = (4, 5, 6)


def contact_lines(
    contacts: Iterable[Contacts], found: Sequence[Continuity], scenario: Scenario, lang: str
) -> list[str]:
    """A row for each resident; nothing where the scenario has none."""
    around, names = {one.resident: one for one in contacts}, {one.id: one.name for one in scenario.residents}
    rows = [
        [
            f"{one.resident} {names.get(one.resident) or ''}".rstrip(),
            *_people(around.get(one.resident)),
            *(_met(one, lang) if one.resident in around else ["-", "-", "-"]),
        ]
        for one in found
    ]
    return columns([say(name, lang) for name in HEADER], rows, right=RIGHT) if rows else []


def _met(one: Continuity, lang: str) -> list[str]:
    """Nothing of windows that are none; and where nobody is said to be a contact, nothing is known."""
    return [
        f"{number(one.with_contact_percent, lang)} %" if one.windows else "-",
        say("{days} dager", lang, days=one.longest_absence_days),
        str(one.faces) if one.windows else "-",
    ]


def contact_rows(roster: Roster, scenario: Scenario) -> Iterator[list[str]]:
    """Each resident with primary, secondary and everyone in the team, all by id; blank where there is none."""
    around = {one.resident: one for one in roster.contacts}
    for resident in scenario.residents:
        one = around.get(resident.id) or Contacts(resident=resident.id)
        yield [resident.id, one.primary or "", one.secondary or "", *one.team]


def _people(contacts: Contacts | None) -> list[str]:
    if contacts is None:
        return ["-", "-", "-"]
    rest = [one for one in team_around(contacts) if one not in pair_around(contacts)]
    return [contacts.primary or "-", contacts.secondary or "-", " ".join(rest) or "-"]
