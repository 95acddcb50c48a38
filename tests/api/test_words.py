"""Everything the service says is there in English too, with the same values."""

from __future__ import annotations

import string

from api.words import catalogue, language_of
from solver.present.words import catalogue as library
from tests.api.messages import said_messages


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_is_there_in_english_with_the_same_values() -> None:
    english = library("en") | catalogue()
    told = said_messages()
    assert len(told) > 50
    assert sorted(told - english.keys()) == []
    assert [one for one in told if _values(one) != _values(english[one])] == []


def test_the_language_is_the_first_of_ours_that_is_asked_for() -> None:
    asked = {None: "nb", "en": "en", "de, en;q=0.8": "en", "nn-NO, en": "nb", "fr": "nb", "no": "nb"}
    assert {given: language_of(given) for given in asked} == asked
