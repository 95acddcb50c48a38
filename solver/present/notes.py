"""What a reader should know besides: a roster's notes, which are data, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from solver.present.words import say

NOTES = {
    "contacts_not_planned": "Kontaktene for beboerne er ikke planlagt.",
    "other_scenario": "Turnusen er laget for en annen utgave av scenariet.",
    "exchanges_not_all_tried": "Tiden var ute før alle par av ansatte var prøvd; flere kan kanskje bytte linje.",
    "audit_failed": "Det som ble funnet, holdt ikke i kontrollen og er forkastet. Det er en programfeil.",
}


def note_lines(notes: Iterable[Mapping[str, Any]], lang: str) -> list[str]:
    """Each note as a sentence; one that nobody has words for, as its code.

    That no law was checked is said by whatever shows a roster, noted or not.
    """
    lines = []
    for note in notes:
        code = str(note.get("code", ""))
        if code == "law_not_checked":
            continue
        values = {name: value for name, value in note.items() if name != "code"}
        lines.append(say(NOTES[code], lang, **values) if code in NOTES else code)
    return [line for line in lines if line]
