"""What every file must pass before it is read: its size, its encoding, and limits on what it holds.

Nothing here trusts the file. A fault that stops the reading is raised; one that does not is kept.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any, Final, NoReturn

from solver.domain.fault import Fault, FaultError, fault, path_of

MAX_BYTES: Final = 5_000_000
MAX_NODES: Final = 500_000
MAX_DEPTH: Final = 50
MOST_FAULTS: Final = 100
"""of a roster's lines that are told at once: the nearest name is looked for each time"""
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
Place = tuple[str | int, ...]


class Missing:
    """The type of `MISSING`: a value that was refused, with its fault kept."""


MISSING: Final = Missing()


def read_text(source: str | Path | bytes, name: str) -> str:
    """The text of a file, refused by its size before it is read."""
    content = read_content(source, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        message, instead = "Filen er ikke UTF-8 (linje {line}).", "Lagre den som UTF-8."
        raise FaultError([fault("", "not_utf8", message, instead, line=line)]) from None
    strange = CONTROL.search(text)
    if strange:
        line = text.count("\n", 0, strange.start()) + 1
        message, instead = "Filen har et kontrolltegn (linje {line}).", "Fjern tegnet."
        raise FaultError([fault("", "control_character", message, instead, line=line)])
    return text


def read_content(source: str | Path | bytes, name: str) -> bytes:
    """The bytes of a file (or those given), refused by their size before they are read."""
    if isinstance(source, bytes):
        _refuse_large(len(source), name)
        return source
    path = Path(source)
    try:
        _refuse_large(path.stat().st_size, name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as wrong:
        message, instead = "Filen {name} kan ikke leses.", "Se etter om navnet er rett og om du har tilgang."
        raise FaultError([fault("", "no_file", message, instead, name=name)]) from wrong


def write_whole(path: str | Path, content: bytes) -> None:
    """Write a file that is there whole or as it was."""
    path = Path(path)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _refuse_large(size: int, name: str) -> None:
    if size > MAX_BYTES:
        message, instead = "Filen {name} er for stor: mer enn {limit} byte.", "Del den opp."
        raise FaultError([fault("", "too_large", message, instead, name=name, limit=MAX_BYTES)])


class Reading:
    """What is known so far about a file being read: the faults, and how much it holds."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.nodes = 0
        self.most = MAX_NODES

    def count(self, place: Place) -> None:
        """One value more; refuse a file that holds too many or nests too deeply."""
        self.nodes += 1
        if self.nodes > self.most:
            message, instead = "Filen er for stor: mer enn {limit} verdier.", "Del den opp."
            self.stop(fault("", "too_many_values", message, instead, limit=self.most))
        if len(place) > MAX_DEPTH:
            message, instead = "Filen har mer enn {limit} nivåer inni hverandre.", "Skriv den flatere."
            self.stop(fault("", "too_deep", message, instead, limit=MAX_DEPTH))

    def keep(self, found: Fault) -> Missing:
        """Keep a fault and go on without the value."""
        self.faults.append(found)
        return MISSING

    def stop(self, found: Fault) -> NoReturn:
        """Give up, with this fault and those that were kept."""
        raise FaultError([*self.faults, found])

    def text(self, value: str, place: Place) -> str | Missing:
        """Text without control characters (written as escapes, they pass the file's own check)."""
        if CONTROL.search(value):
            return self.keep(
                fault(path_of(place), "control_character", "Teksten har et kontrolltegn.", "Fjern tegnet.")
            )
        return value

    def not_finite(self, place: Place, value: str) -> Missing:
        message, instead = "«{value}» er ikke et tall som kan brukes.", "Skriv et vanlig tall."
        return self.keep(fault(path_of(place), "not_finite", message, instead, value=value[:40]))

    def entry(self, into: dict[str, Any], key: Hashable, place: Place) -> str | None:
        """The key, or None when it is no text or is there already."""
        if not isinstance(key, str):
            word = str(key).lower() if isinstance(key, bool) else str(key)
            message, instead = "«{key}» er ikke et feltnavn.", 'Skriv det i anførselstegn: "{key}".'
            self.keep(fault(path_of(place), "key_not_text", message, instead, key=word[:40]))
            return None
        if key in into:
            message, instead = "Feltet står to ganger.", "Behold ett av dem."
            self.keep(fault(path_of((*place, key)), "duplicate_key", message, instead))
            if not isinstance(into[key], dict | tuple):
                into[key] = MISSING  # nobody knows which was meant; `settled` takes it away
            return None
        return key


def settled(into: dict[str, Any]) -> dict[str, Any]:
    """A mapping without the values that were refused."""
    return {key: value for key, value in into.items() if value is not MISSING}


def whole(value: object, reading: Reading) -> dict[str, Any]:
    """The mapping that a whole file must be."""
    if value is None or isinstance(value, Missing):
        message, instead = "Filen er tom.", "Skriv feltene, for eksempel «schema: heltid.scenario/1»."
        reading.stop(fault("", "empty_file", message, instead))
    if not isinstance(value, dict):
        message, instead = "Filen må bestå av felt.", "Skriv «felt: verdi» på hver linje."
        reading.stop(fault("", "not_fields", message, instead))
    return value
