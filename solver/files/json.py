"""JSON as plain values; a field that stands twice is named with its path."""

from __future__ import annotations

import json
import math
from typing import Any

from solver.domain.fault import FaultError, fault
from solver.files.source import MISSING, Place, Reading, settled

LONGEST_NUMBER = 30


class Pairs(tuple[tuple[str, Any], ...]):
    """A JSON object before its keys are looked at."""


class Raw(str):
    """A number that is none: NaN, Infinity, or one with far too many digits."""


def read_json(text: str, reading: Reading) -> Any:
    """The value of a JSON text, its lists as tuples. Raises ValueError when the text is not JSON."""
    try:
        value = json.loads(
            text, object_pairs_hook=Pairs, parse_constant=Raw, parse_int=_integer, parse_float=_decimal
        )
    except RecursionError:
        message, instead = "Filen har for mange nivåer inni hverandre.", "Skriv den flatere."
        raise FaultError([fault("", "too_deep", message, instead)]) from None
    return _plain(value, (), reading)


def not_json(wrong: ValueError) -> FaultError:
    """The fault of a text that is not JSON, with the place where it stopped."""
    line, column = getattr(wrong, "lineno", 1), getattr(wrong, "colno", 1)
    message = "Filen er ikke gyldig JSON (linje {line}, tegn {column})."
    instead = "Se etter komma, krøllparenteser og anførselstegn der."
    return FaultError([fault("", "not_json", message, instead, line=line, column=column)])


def _integer(text: str) -> int | Raw:
    return int(text) if len(text) <= LONGEST_NUMBER else Raw(text)


def _decimal(text: str) -> float | Raw:
    value = float(text)
    return value if math.isfinite(value) else Raw(text)


def _plain(value: Any, place: Place, reading: Reading) -> Any:
    reading.count(place)
    if isinstance(value, Pairs):
        return _mapping(value, place, reading)
    if isinstance(value, list):
        items = (_plain(item, (*place, index), reading) for index, item in enumerate(value))
        return tuple(None if item is MISSING else item for item in items)
    if isinstance(value, Raw):
        return reading.not_finite(place, value)
    return reading.text(value, place) if isinstance(value, str) else value


def _mapping(pairs: Pairs, place: Place, reading: Reading) -> dict[str, Any]:
    into: dict[str, Any] = {}
    for name, item in pairs:
        key = reading.entry(into, name, place)
        value = _plain(item, (*place, name), reading)
        if key is not None and value is not MISSING and reading.text(key, place) is not MISSING:
            into[key] = value
    return settled(into)
