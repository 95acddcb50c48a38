"""What the service says: the message id is the bokmål sentence, English a catalogue here beside the library's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from babel.messages.pofile import read_po

from solver.domain.fault import Text
from solver.present.words import sentence_in

Lang = Literal["nb", "en"]
LONGEST_HEADER = 200


def say(text: Text | str, lang: str = "nb", **values: object) -> str:
    """The sentence in the reader's language, its values put in."""
    message = text.message if isinstance(text, Text) else text
    told = dict(text.values) | values if isinstance(text, Text) else values
    own = catalogue().get(message) if lang == "en" else None
    return (own or sentence_in(message, lang)).format(**told)


@cache
def catalogue() -> dict[str, str]:
    """The service's own sentences in English."""
    with Path(__file__).with_name("en.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id and entry.string}


def language_of(accept: str | None) -> Lang:
    """The language that an Accept-Language header asks for first; bokmål where it names none of ours."""
    for part in (accept or "")[:LONGEST_HEADER].lower().split(","):
        word = part.split(";")[0].strip().split("-")[0]
        if word in ("nb", "no", "nn"):
            return "nb"
        if word == "en":
            return "en"
    return "nb"
