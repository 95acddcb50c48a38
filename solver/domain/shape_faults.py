"""A shape's own faults (pydantic's) as ours: the path in the file, a sentence, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from pydantic_core import ErrorDetails

from solver.domain.fault import Fault, fault
from solver.domain.kinds import Kind, fields_of, nearest, range_of, words_of
from solver.domain.values import Unquoted

LONGEST_VALUE: Final = 40
MANY_WORDS: Final = 7
NUMBER: Final = re.compile(r"-?[0-9]{1,20}([.,][0-9]{1,20})?")
DAYS: Final = {
    "man": "mon",
    "tir": "tue",
    "ons": "wed",
    "tor": "thu",
    "fre": "fri",
    "lør": "sat",
    "søn": "sun",
}
SAID: Final[dict[str, tuple[str, str, str]]] = {
    "missing": ("missing", "Feltet mangler.", "Legg det til."),
    "tuple_type": ("not_a_list", "Må være en liste, ikke «{value}».", "Skriv [{value}]."),
    "dict_type": ("not_fields", "Må være felt, ikke «{value}».", "Skriv {{felt: verdi}}."),
    "model_type": ("not_fields", "Må være felt, ikke «{value}».", "Skriv {{felt: verdi}}."),
    "bool_type": ("not_a_bool", "Må være true eller false, ikke «{value}».", "Skriv true eller false."),
    "percent": ("not_a_number", "Må være et tall, ikke «{value}».", "Skriv et tall fra {low} til {high}."),
    "percent_decimals": ("decimals", "{value} har mer enn to desimaler.", "Skriv høyst to desimaler."),
    "day_time": ("not_a_day_time", "«{value}» er ikke dag og klokkeslett.", "Skriv det slik: fri 18:00."),
    "date": ("not_a_date", "«{value}» er ikke en dato.", "Skriv år-måned-dag, som 2027-01-04."),
    "too_long": ("too_many", "Listen har {count} verdier, men kan ha høyst {limit}.", "Del den opp."),
    "too_short": ("too_few", "Listen har {count} verdier, men må ha minst {limit}.", "Legg til flere."),
    "string_too_short": ("empty", "Teksten er tom.", "Skriv noe her, eller fjern feltet."),
    "string_too_long": ("text_too_long", "Teksten er lengre enn {limit} tegn.", "Kort den ned."),
}
EMPTY: Final = ("empty", "Feltet er tomt.", "Skriv en verdi, eller fjern feltet.")


def shape_fault(error: ErrorDetails, path: str, here: Sequence[Kind], around: Sequence[Kind]) -> Fault:
    """Our fault for one of pydantic's; `here` is what may stand at the place, `around` what holds it."""
    kind, value = error["type"], error["input"]
    if value is None and kind != "missing":
        code, message, instead = EMPTY
        return fault(path, code, message, instead)
    if kind == "extra_forbidden":
        return _unknown_field(path, around)
    for starts, make in MAKERS.items():
        if kind.startswith(starts):
            return make(path, value, here)
    code, message, instead = SAID.get(kind, ("wrong", "«{value}» kan ikke stå her.", "Se docs/format.md."))
    low, high = range_of(here)
    limit = next((value for name, value in error.get("ctx", {}).items() if name.endswith("_length")), None)
    if kind.startswith("too_"):
        limit = error["ctx"]["max_length" if kind == "too_long" else "min_length"]
    count = len(value) if isinstance(value, tuple | dict) else 0
    return fault(
        path, code, message, instead, value=shown(value), low=low, high=high, limit=limit, count=count
    )


def shown(value: object) -> str:
    """A value as the file writes it, shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{..}"
    if isinstance(value, tuple | list):
        return "[..]"
    text = "null" if value is None else str(value)
    if isinstance(value, str) and NUMBER.fullmatch(text):
        text = f'"{text}"'  # a number in quotes is text, and must look it
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 2] + ".."


def choice(path: str, value: object, words: Sequence[str]) -> Fault:
    """A word that is none of those there are to choose from."""
    near = DAYS.get(str(value)[:3].lower())
    near = near if near in words else nearest(str(value), words)
    message = "«{value}» er ukjent her."
    if near and len(words) > MANY_WORDS:
        return fault(path, "unknown_word", message, "Mente du «{near}»?", value=shown(value), near=near)
    if near:
        return fault(path, "unknown_word", message, "Mente du «{near}»? Skriv en av: {words}.",
                     value=shown(value), near=near, words=", ".join(words))  # fmt: skip
    return fault(
        path, "unknown_word", message, "Skriv en av: {words}.", value=shown(value), words=", ".join(words)
    )


def _unknown_field(path: str, around: Sequence[Kind]) -> Fault:
    known = fields_of(around)
    name = path.rpartition(".")[2]
    near = nearest(name, known)
    if near:
        return fault(path, "unknown_field", "Ukjent felt.", "Mente du «{near}»?", near=near)
    return fault(path, "unknown_field", "Ukjent felt.", "Kjente felt her: {known}.", known=", ".join(known))


def _choice(path: str, value: object, here: Sequence[Kind]) -> Fault:
    return choice(path, value, words_of(here))


def _text(path: str, value: object, here: Sequence[Kind]) -> Fault:
    if isinstance(value, dict | tuple):
        return fault(path, "not_text", "Må være tekst, ikke en liste eller felt.", "Skriv ett ord.")
    message, instead = "Må være tekst, ikke {value}.", 'Skriv det i anførselstegn: "{value}".'
    return fault(path, "not_text", message, instead, value=shown(value))


def _pattern(path: str, value: object, here: Sequence[Kind]) -> Fault:
    message = "«{value}» har mellomrom eller tegn som ikke kan stå her."
    return fault(path, "characters", message, "Fjern dem.", value=shown(value))


def _unquoted(path: str, value: object, here: Sequence[Kind]) -> Fault:
    found = re.match(r"(\d{1,2}):(\d{2})", value) if isinstance(value, Unquoted) else None
    if not found:
        message, instead = "«{value}» er ikke et klokkeslett.", 'Skriv "TT:MM" i anførselstegn, som "07:30".'
        return fault(path, "not_a_time", message, instead, value=shown(value))
    time = f"{int(found[1]) % 24:02d}:{found[2]}"
    message, instead = "Klokkeslettet {value} mangler anførselstegn.", 'Skriv det i anførselstegn: "{time}".'
    return fault(path, "time_unquoted", message, instead, value=value, time=time)


def _time(path: str, value: object, here: Sequence[Kind]) -> Fault:
    message, instead = "«{value}» er ikke et klokkeslett.", 'Skriv "TT:MM", som "07:30".'
    if value == "24:00":
        return fault(path, "not_a_time", message, 'Skriv "00:00".', value=value)
    return fault(path, "not_a_time", message, instead, value=shown(value))


def _number(path: str, value: object, here: Sequence[Kind]) -> Fault:
    low, high = range_of(here)
    whole = not any(kind.type is float for kind in here)
    if low is None or high is None:
        message = "Må være et helt tall, ikke «{value}»." if whole else "Må være et tall, ikke «{value}»."
        return fault(path, "not_a_number", message, "Skriv et tall.", value=shown(value))
    if not whole:
        message, instead = "Må være et tall, ikke «{value}».", "Skriv et tall fra {low} til {high}."
        return fault(path, "not_a_number", message, instead, value=shown(value), low=low, high=high)
    message, instead = "Må være et helt tall, ikke «{value}».", "Skriv et helt tall fra {low} til {high}."
    return fault(path, "not_a_number", message, instead, value=shown(value), low=low, high=high)


def _range(path: str, value: object, here: Sequence[Kind]) -> Fault:
    low, high = range_of(here)
    message = "{value} er utenfor det som er mulig."
    if high is None:
        return fault(path, "out_of_range", message, "Skriv {low} eller mer.", value=shown(value), low=low)
    return fault(path, "out_of_range", message, "Skriv et tall fra {low} til {high}.",
                 value=shown(value), low=low, high=high)  # fmt: skip


MAKERS: Final[dict[str, Callable[[str, Any, Sequence[Kind]], Fault]]] = {
    "literal_error": _choice,
    "string_type": _text,
    "string_pattern_mismatch": _pattern,
    "time_unquoted": _unquoted,
    "time": _time,
    "int_": _number,
    "float_": _number,
    "greater_than": _range,
    "less_than": _range,
}
