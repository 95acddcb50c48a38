"""One reader for YAML 1.2 and JSON: plain values, or every fault with its path; never a traceback.

Words are those of YAML's core schema: yes, no, on and off stay words, a date stays text, and a plain word
that looks like a time becomes `Unquoted`. Anchors, aliases and tags are refused, so a small file stays small.
Source: YAML 1.2.2, chapters 7 and 10.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from solver.domain.fault import Fault, FaultError, fault, path_of
from solver.domain.values import Unquoted
from solver.files.json import LONGEST_NUMBER, not_json, read_json
from solver.files.source import MISSING, Missing, Place, Reading, read_text, settled, whole

MAX_BYTES: Final = 2_000_000
MAX_ITEMS: Final = 5_000
MAX_NODES: Final = 200_000
"""YAML is read slowly, so it is held to less than JSON is"""
INTEGER: Final = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
DECIMAL: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
NOT_FINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
LIKE_TIME: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?")
WORDS: Final = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def read_raw(source: str | Path | bytes, name: str = "") -> dict[str, Any]:
    """The fields of a YAML or JSON file, lists as tuples; raises FaultError with every fault of the file."""
    value, faults = read_checked(source, name)
    if faults:
        raise FaultError(faults)
    return value


def read_checked(source: str | Path | bytes, name: str = "") -> tuple[dict[str, Any], list[Fault]]:
    """As `read_raw`, but gives what could be read beside the faults that did not stop the reading."""
    name = name or ("" if isinstance(source, bytes) else str(source))
    text = read_text(source, name)
    reading = Reading()
    if name.lower().endswith(".json") or text.lstrip().startswith("{"):
        try:
            return whole(read_json(text, reading), reading), reading.faults
        except ValueError as wrong:
            if isinstance(wrong, FaultError):
                raise
            if name.lower().endswith(".json"):
                raise not_json(wrong) from None
            reading = Reading()
    return whole(_read_yaml(text, name, reading), reading), reading.faults


def _read_yaml(text: str, name: str, reading: Reading) -> Any:
    if len(text) > MAX_BYTES:
        message = "Filen {name} er for stor for YAML: mer enn {limit} byte."
        instead = "Del den opp, eller skriv den som JSON."
        reading.stop(fault("", "too_large", message, instead, name=name, limit=MAX_BYTES))
    reading.most = MAX_NODES
    builder = Builder(text, reading)
    try:
        return builder.document()
    except RecursionError:
        message, instead = "Filen har for mange nivåer inni hverandre.", "Skriv den flatere."
        reading.stop(fault("", "too_deep", message, instead))
    except (YAMLError, ValueError, IndexError, OverflowError) as wrong:
        if isinstance(wrong, FaultError):
            raise
        mark = wrong.problem_mark if isinstance(wrong, MarkedYAMLError) else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = "Filen er ikke gyldig YAML (linje {line}, tegn {column})."
        instead = "Se etter innrykk (mellomrom, ikke tabulator), kolon med mellomrom etter, og anførselstegn."
        found = fault("", "not_yaml", message, instead, line=line, column=column)
        reading.stop(found)


class Builder:
    """Plain values from the parser's events, one at a time, so that a bomb is refused before it is built."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
        self.reading = reading

    def document(self) -> Any:
        """The one document of the file; None when there is none."""
        value: Any = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message, instead = "Filen har flere dokumenter.", "Fjern linjen «---» og det som følger."
                    self.reading.stop(fault("", "many_documents", message, instead))
                value = self.value(next(self.events), ())
        return value

    def value(self, event: Event, place: Place) -> Any:
        self.reading.count(place)
        self._refuse_marks(event, place)
        if isinstance(event, MappingStartEvent):
            return self.mapping(place)
        if isinstance(event, SequenceStartEvent):
            return self.sequence(place)
        return self.scalar(event, place) if isinstance(event, ScalarEvent) else None

    def mapping(self, place: Place) -> dict[str, Any]:
        into: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            self._refuse_long(len(into), place)
            key = self.key(event, into, place)
            value = self.value(next(self.events), place if key is None else (*place, key))
            if key is not None and key not in into:
                into[key] = value
        return settled(into)

    def key(self, event: Event, into: dict[str, Any], place: Place) -> str | None:
        """The key; a fault is kept where it cannot be one (and the first of two stays)."""
        name = self.value(event, place)
        if isinstance(name, dict | tuple | Missing):
            message, instead = "Et feltnavn må være et ord.", "Skriv «felt: verdi»."
            self.reading.keep(fault(path_of(place), "key_not_text", message, instead))
            return None
        known = self.reading.entry(into, name, place)
        return name if known is None and isinstance(name, str) else known

    def sequence(self, place: Place) -> tuple[Any, ...]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            self._refuse_long(len(items), place)
            value = self.value(event, (*place, len(items)))
            items.append(None if value is MISSING else value)
        return tuple(items)

    def scalar(self, event: ScalarEvent, place: Place) -> Any:
        text = event.value
        if not event.implicit[0]:
            return self.reading.text(text, place)
        if text in WORDS:
            return WORDS[text]
        if text[0] in "0123456789+-.":
            return self._number(text, place)
        return text

    def _number(self, text: str, place: Place) -> Any:
        if LIKE_TIME.fullmatch(text):
            return Unquoted(text)
        if NOT_FINITE.fullmatch(text) or (len(text) > LONGEST_NUMBER and DECIMAL.fullmatch(text)):
            return self.reading.not_finite(place, text)
        if INTEGER.fullmatch(text):
            return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if DECIMAL.fullmatch(text):
            value = float(text)
            return value if abs(value) != float("inf") else self.reading.not_finite(place, text)
        return text

    def _refuse_long(self, length: int, place: Place) -> None:
        if length >= MAX_ITEMS:
            message, instead = "Listen er for lang: mer enn {limit} verdier.", "Del filen opp."
            self.reading.stop(fault(path_of(place), "too_long", message, instead, limit=MAX_ITEMS))

    def _refuse_marks(self, event: Event, place: Place) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            message, instead = "Ankere og pekere (& og *) brukes ikke her.", "Skriv verdien helt ut."
            self.reading.stop(fault(path_of(place), "alias", message, instead))
        tag = getattr(event, "tag", None)
        if tag:
            message, instead = "Merker brukes ikke her.", "Fjern «{tag}»."
            self.reading.stop(fault(path_of(place), "tag", message, instead, tag=str(tag)[:40]))
