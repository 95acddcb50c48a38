"""Faults of the service's own small bodies and parameters, in the words the library uses for files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError

from solver.domain.fault import Fault, FaultError, fault, path_of

T = TypeVar("T")
LONGEST_VALUE, MOST_FAULTS = 40, 100
_NEVER = r"\x00-\x1f\x7f-\x9f\ufffe\uffff"
PLAIN_TEXT = rf"^[^\s{_NEVER}]([^{_NEVER}]*[^\s{_NEVER}])?$"
"""one line of text, no control characters, no space at either end"""
PLACES = ("body", "query", "path", "header", "cookie")
SAID = {
    "missing": ("missing", "Feltet mangler.", "Legg det til."),
    "extra_forbidden": ("unknown_field", "Ukjent felt.", "Fjern det."),
    "json_invalid": ("not_json", "Innholdet er ikke gyldig JSON.", "Se etter komma og anførselstegn."),
    "uuid_": ("not_an_id", "«{value}» er ikke en id.", "Skriv id-en slik tjenesten ga den."),
    "int_": ("not_a_number", "«{value}» er ikke et helt tall.", "Skriv et helt tall."),
    "float_": ("not_a_number", "«{value}» er ikke et tall.", "Skriv et tall."),
    "finite_": ("not_a_number", "«{value}» er ikke et tall.", "Skriv et tall."),
    "greater_than_equal": ("out_of_range", "{value} er for lite.", "Skriv {ge} eller mer."),
    "less_than_equal": ("out_of_range", "{value} er for mye.", "Skriv {le} eller mindre."),
    "string_too_short": ("empty", "Teksten er tom.", "Skriv noe her, eller fjern feltet."),
    "string_too_long": ("text_too_long", "Teksten er lengre enn {max_length} tegn.", "Kort den ned."),
    "string_pattern": ("characters", "«{value}» har mellomrom eller tegn som ikke kan stå her.", "Fjern dem."),
    "string_type": ("not_text", "Må være tekst, ikke «{value}».", "Skriv teksten i anførselstegn."),
    "bool_": ("not_a_bool", "Må være true eller false, ikke «{value}».", "Skriv true eller false."),
    "literal_error": ("unknown_word", "«{value}» er ukjent her.", "Skriv en av: {expected}."),
    "list_type": ("not_a_list", "Må være en liste, ikke «{value}».", "Skriv [..]."),
    "model_": ("not_fields", "Må være felt, ikke «{value}».", "Skriv {{\"felt\": verdi}}."),
    "dict_type": ("not_fields", "Må være felt, ikke «{value}».", "Skriv {{\"felt\": verdi}}."),
}  # fmt: skip


def faults_of(wrong: RequestValidationError) -> Sequence[Fault]:
    """Every fault, the first at each place; of very many the first ones, and how many there are besides."""
    found: dict[str, Fault] = {}
    errors = wrong.errors()
    for one in _faults(errors[:MOST_FAULTS]):
        found.setdefault(one.path, one)
    if len(errors) > MOST_FAULTS:
        message = "Filen har {count} feil til."
        found[""] = fault("", "more", message, "Rett disse først.", count=len(errors) - MOST_FAULTS)
    return tuple(found.values())


def checked_body(shape: TypeAdapter[T], fields: Any) -> T:
    """A body's fields as a shape; raises Invalid with every fault."""
    try:
        return shape.validate_python(fields)
    except ValidationError as wrong:
        errors = [error | {"loc": ("body", *error["loc"])} for error in wrong.errors(include_url=False)]
        raise FaultError(faults_of(RequestValidationError(errors))) from None


def _faults(errors: Sequence[Any]) -> Iterator[Fault]:
    for error in errors:
        where, *place = error["loc"]
        path = path_of(place if where in PLACES else error["loc"])
        kind = next((name for name in SAID if error["type"].startswith(name)), None)
        if error["type"] == "json_invalid":
            path = ""
        if kind is None:
            yield fault(
                path, "wrong", "«{value}» kan ikke stå her.", "Se API-beskrivelsen.", value=_shown(error)
            )
            continue
        code, message, instead = SAID[kind]
        yield fault(path, code, message, instead, **{"value": _shown(error)} | _limits(error))


def _limits(error: Any) -> dict[str, object]:
    return {name: str(value)[:LONGEST_VALUE] for name, value in (error.get("ctx") or {}).items()}


def _shown(error: Any) -> str:
    value = error.get("input")
    if isinstance(value, dict | list | tuple):
        return "{..}" if isinstance(value, dict) else "[..]"
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 2] + ".."
