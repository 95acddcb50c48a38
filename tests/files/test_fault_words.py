"""Every sentence a fault may say is there in English too, with the same values."""

from __future__ import annotations

import string

import pytest

from solver.domain.fault import Text, fault
from solver.present.words import catalogue, fault_line, say
from tests.files.messages import fault_messages


def values_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("message", sorted(fault_messages()))
def test_every_sentence_of_a_fault_is_there_in_english(message: str) -> None:
    assert message in catalogue("en")


def test_english_names_the_same_values() -> None:
    other = {
        message: said for message, said in catalogue("en").items() if values_in(message) != values_in(said)
    }
    assert other == {}


def test_a_fault_is_one_line_in_either_language() -> None:
    one = fault(
        "employees[3].positon", "unknown_field", "Ukjent felt.", "Mente du «{near}»?", near="position"
    )
    assert fault_line(one) == "employees[3].positon: Ukjent felt. Mente du «position»?"
    assert fault_line(one, "en") == 'employees[3].positon: Unknown field. Did you mean "position"?'


def test_a_value_with_line_breaks_stays_on_the_line() -> None:
    one = fault("", "unknown_word", "«{value}» er ukjent her.", value="a\nb")
    assert fault_line(one) == "«a b» er ukjent her."


def test_a_sentence_without_a_translation_stays_bokmål() -> None:
    assert say("Ingen slik setning.", "en") == "Ingen slik setning."
    assert say(Text("Uke {week}", {"week": 3}), "de") == "Uke 3"
