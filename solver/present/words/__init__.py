"""Every sentence a user reads: the message id is the bokmål sentence, English a catalogue (`en.po`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from solver.domain.fault import Fault, Text

LANGUAGES = ("nb", "en")


def say(text: Text | str, lang: str = "nb", **values: object) -> str:
    """The sentence in the reader's language, its values put in; without a translation it stays bokmål."""
    message = text.message if isinstance(text, Text) else text
    told = dict(text.values) | values if isinstance(text, Text) else values
    return sentence_in(message, lang).format(**told)


def fault_line(fault: Fault, lang: str = "nb") -> str:
    """A fault on one line: its path, what is wrong and what to write instead."""
    where = f"{fault.path}: " if fault.path else ""
    line = f"{where}{say(fault.message, lang)} {say(fault.instead, lang) if fault.instead.message else ''}"
    return " ".join(line.split())


def sentence_in(message: str, lang: str) -> str:
    """The message in another language, its values not yet put in."""
    return message if lang == "nb" else catalogue(lang).get(message, message)


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Every translated message of a language; empty for a language there is none for."""
    from babel.messages.pofile import read_po  # slow to load, and bokmål needs none of it

    path = Path(__file__).with_name(f"{lang}.po")
    if lang not in LANGUAGES or not path.is_file():
        return {}
    with path.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id and entry.string}
