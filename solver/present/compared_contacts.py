"""The contacts of rosters side by side: who they are in each, how often a resident meets them, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from solver.comparison.contacts import CONTACT_ROLES, Around
from solver.comparison.rosters import Comparison, Side
from solver.domain.residents import team_around
from solver.present.text import columns, number
from solver.present.words import say

MET = "med kontakt / dager uten / ulike ansatte"
WHO = "primær / sekundær"
CHANGED = "* er en annen enn i {first}."
UNCHANGED = "{other} har de samme kontaktene som {first}."
NONE_SAID = "{name} sier ikke hvem kontaktene er; alle tidsrom er regnet som uten."
NOTHING, MARK = "-", "*"


def around_lines(found: Comparison, lang: str) -> Iterator[str]:
    """A row for each resident with what she meets, and one with who the contacts are; nothing without residents."""
    residents, names = found.scenario.residents, [side.name for side in found.sides]
    if not residents:
        return
    right = range(1, len(names) + 1)
    for head, cell in ((MET, _met), (WHO, _who)):
        rows = [
            [
                f"{one.id} {one.name or ''}".rstrip(),
                *(cell(side.around[one.id], lang) for side in found.sides),
            ]
            for one in residents
        ]
        yield from ("", *columns([say(head, lang), *names], rows, right=right))
    yield from _changes(found, lang)


def _met(around: Around, lang: str) -> str:
    """`84,5 % / 3 / 12`; who meets a resident first is not known without contacts."""
    one = around.continuity
    if not one.windows or around.contacts is None:
        return NOTHING
    return f"{number(one.with_contact_percent, lang)} % / {one.longest_absence_days} / {one.faces}"


def _who(around: Around, lang: str) -> str:
    """`E01 / E05*`, with a mark on who is another than in the first roster."""
    if around.contacts is None:
        return NOTHING
    return " / ".join(
        (getattr(around.contacts, role) or NOTHING) + (MARK if role in around.changed else "")
        for role in CONTACT_ROLES
    )


def _changes(found: Comparison, lang: str) -> Iterator[str]:
    first = found.sides[0]
    if any(around.changed for side in found.sides for around in side.around.values()):
        yield say(CHANGED, lang, first=first.name)
    for side in found.sides:
        if not _says(side):
            yield say(NONE_SAID, lang, name=side.name)
        elif side is not first and _says(first) and not any(one.changed for one in side.around.values()):
            yield say(UNCHANGED, lang, other=side.name, first=first.name)


def _says(side: Side) -> bool:
    return any(around.contacts for around in side.around.values())


def around_json(side: Side) -> dict[str, Any]:
    """By resident: primary, secondary and team, which of them changed, and what `continuity` says; null: not said."""
    return {
        name: {
            "primary": one.contacts.primary if one.contacts else None,
            "secondary": one.contacts.secondary if one.contacts else None,
            "team": list(team_around(one.contacts)) if one.contacts else None,
            "changed": list(one.changed),
            "windows": one.continuity.windows,
            "with_contact_percent": one.continuity.with_contact_percent if one.contacts else None,
            "longest_absence_days": one.continuity.longest_absence_days if one.contacts else None,
            "faces": one.continuity.faces if one.contacts else None,
        }
        for name, one in side.around.items()
    }
