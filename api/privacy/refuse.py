"""Eleven-digit numbers are refused: nobody's national identity number has a place here.

Only when somebody cannot work is stored, never why; the scenario has no field for a reason, and unknown fields are
refused by the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from solver.domain.fault import Fault, FaultError, fault

ELEVEN_DIGITS = re.compile(r"(?<![0-9A-Za-z])\d{6}[ .-]?\d{5}(?![0-9A-Za-z])")
"""as a national identity number is written, with or without a mark after the birth date"""
SHORTEST = 10**10


def identity_numbers(value: object, path: str = "") -> Iterator[Fault]:
    """A fault for each eleven-digit number in plain JSON values, texts and keys alike."""
    if isinstance(value, dict):
        for key, inner in value.items():
            where = f"{path}.{key}" if path else str(key)
            if isinstance(key, str) and ELEVEN_DIGITS.search(key):
                yield _fault(path or "(toppen)")
                continue
            yield from identity_numbers(inner, where)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from identity_numbers(inner, f"{path}[{place}]")
    elif _is_one(value):
        yield _fault(path or "(toppen)")


def refuse_identity_numbers(value: object) -> None:
    """Raise FaultError where there is any."""
    if found := list(identity_numbers(value)):
        raise FaultError(found)


def _is_one(value: object) -> bool:
    if isinstance(value, str):
        return ELEVEN_DIGITS.search(value) is not None
    return isinstance(value, int) and SHORTEST <= value < 10 * SHORTEST


def _fault(path: str) -> Fault:
    return fault(
        path,
        "identity_number",
        "Her står et tall på elleve sifre. Fødselsnumre lagres ikke.",
        "Bruk et alias, for eksempel E01.",
    )
