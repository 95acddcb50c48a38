"""The page about the rules, made from their cards: `python -m solver.present.rules_page > docs/rules.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from solver.rules.base import Card, Rule
from solver.rules.registry import RULES

LEVELS = {
    "law": "Lov",
    "agreement": "Avtale",
    "unit": "Enhetens egne regler",
}
UNITS = {
    "minutes": "minutter",
    "percent": "prosent",
    "percent of full time": "prosent av full stilling",
    "full-time equivalents": "årsverk",
    "days": "dager",
    "shifts": "vakter",
    "nights": "netter",
    "weeks": "uker",
    "weekends": "helger",
    "Sundays": "søndager",
    "people": "personer",
    "residents": "beboere",
    "per week": "per uke",
    "day and time": "dag og klokkeslett",
}
INTRODUCTION = """\
# Reglene

Denne siden er laget av reglenes egne kort. Den lages på nytt med

    python -m solver.present.rules_page > docs/rules.md

En test ser etter at den er lik kortene. Siden er et hjelpemiddel, ikke juridisk rådgivning.
"""
SECONDARY = (
    "**Bare lest i en annenhåndskilde:** kontroller mot kilden før regelen brukes som lov eller avtale."
)


def rules_page(rules: Sequence[Rule] = RULES) -> str:
    """Every rule in Markdown, by level: law, agreement, the unit's own."""
    return "\n".join([INTRODUCTION, *_body([rule.card for rule in rules])])


def _body(cards: Sequence[Card]) -> Iterator[str]:
    for level, heading in LEVELS.items():
        chosen = [card for card in cards if card.level == level]
        if chosen:
            yield f"## {heading}\n"
        for card in chosen:
            yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield f"### {card.name}\n"
    yield f"{card.sentence}\n"
    yield f"- Regel: `{card.id}`"
    yield f"- Paragraf: {f'[{card.law}]({card.link})' if card.link else card.law}"
    settings = [
        f"`{name}`" + (f" ({UNITS.get(unit, unit)})" if unit else "") for name, unit in card.parameters
    ]
    yield f"- Innstillinger: {', '.join(settings)}"
    yield f"\n{SECONDARY}\n" if card.secondary else ""


def main() -> None:
    """Write the page to standard output as UTF-8, whatever the terminal prefers."""
    sys.stdout.buffer.write(rules_page().encode())


if __name__ == "__main__":
    main()
