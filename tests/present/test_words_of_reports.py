"""Every sentence of reports and commands is there in English too."""

import re
from collections import Counter
from pathlib import Path

import pytest

import solver.present.words as words
from solver.present.words import catalogue
from tests.present.messages import said_messages

FIELD = re.compile(r"\{\w+\}")
SAME = {"Start", "Team", "person", "{minutes} min", "{rule}: {amount}, {limit}", "{seconds} s"}


@pytest.mark.parametrize("message", sorted(said_messages()))
def test_a_sentence_has_an_english_one_with_the_same_values(message: str) -> None:
    english = catalogue("en").get(message)
    assert english, f"en.po: {message}"
    assert set(FIELD.findall(english)) == set(FIELD.findall(message))
    assert english != message or message in SAME


def test_no_sentence_is_translated_twice() -> None:
    text = (Path(words.__file__).with_name("en.po")).read_text(encoding="utf-8")
    told = Counter(line for line in text.splitlines() if line.startswith("msgid "))
    assert [line for line, count in told.items() if count > 1] == []
