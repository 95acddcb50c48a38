"""The library's faults as the API tells them: a little of what was sent is repeated, enough to find it again."""

from __future__ import annotations

from collections.abc import Sequence

from api.words import say
from solver.domain.fault import Fault, Text, fault

MOST_FAULTS, LONGEST_PATH, LONGEST_VALUE, LONGEST_INSTEAD = 100, 160, 80, 300
"""so that an answer is never much longer than what was asked"""


def told_faults(faults: Sequence[Fault], lang: str) -> list[dict[str, str]]:
    """The faults; where there are very many, the last one says how many there are besides."""
    if len(faults) > MOST_FAULTS:
        message, instead = "Det er {count} feil til.", "Rett disse først."
        more = fault("", "more_faults", message, instead, count=len(faults) - MOST_FAULTS)
        faults = (*faults[:MOST_FAULTS], more)
    return [_told(one, lang) for one in faults]


def _told(found: Fault, lang: str) -> dict[str, str]:
    return {
        "path": _short(found.path, LONGEST_PATH),
        "code": found.code,
        "message": _said(found.message, lang, LONGEST_VALUE),
        "instead": _said(found.instead, lang, LONGEST_INSTEAD) if found.instead.message else "",
    }


def _said(text: Text, lang: str, most: int) -> str:
    """A sentence whose values are no longer than this."""
    values = {name: _short(one, most) if isinstance(one, str) else one for name, one in text.values.items()}
    return say(text.message, lang, **values)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 2] + ".."
