"""docs/rules.md says what the cards say."""

from pathlib import Path

import pytest

from solver.present.rules_page import LEVELS, UNITS, rules_page
from solver.rules.base import Card, Rule
from solver.rules.registry import RULES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_committed_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), (
        "python -m solver.present.rules_page > docs/rules.md"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.id)
def test_every_rule_stands_there_with_its_sentence_paragraph_and_settings(rule: Rule) -> None:
    page = rules_page()
    assert rule.card.sentence in page
    assert f"`{rule.card.id}`" in page
    assert rule.card.law in page
    assert all(f"`{setting}`" in page for setting, _ in rule.card.parameters)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.card.id)
def test_every_level_and_unit_of_a_card_has_words(rule: Rule) -> None:
    assert rule.card.level in LEVELS
    assert {unit for _, unit in rule.card.parameters if unit} <= set(UNITS)


def test_what_was_read_in_a_secondary_source_is_marked() -> None:
    class Second(Rule):
        """A rule from a secondary source."""

        card = Card(id="x", level="agreement", name="X", sentence="Setning.", law="lov", secondary=True)

    assert "annenhåndskilde" in rules_page([Second()])
    Second.card = Card(id="x", level="agreement", name="X", sentence="Setning.", law="lov")
    assert "annenhåndskilde" not in rules_page([Second()])
