"""The law check as a table: each rule with its paragraph, the limit that holds in this unit, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.values import number as percent
from solver.present.finding_words import SHAPES
from solver.present.findings import rule_name
from solver.present.papers.paper import Table
from solver.present.text import amount, duration, number
from solver.present.words import say
from solver.rules.base import Card, Rule
from solver.rules.registry import RULES

HEADER: Final = ("Regel", "Paragraf", "Grense", "Resultat")
LIMITS: Final = {
    "shift_length": "høyst {max_shift_minutes}",
    "daily_rest": "minst {min_daily_rest_minutes}",
    "weekly_rest": "minst {min_weekly_rest_minutes}",
    "week_hours": "høyst {max_week_minutes}",
    "average_week_hours": "høyst {average} over {weeks} uker",
    "sunday": "høyst {in_a_row} på rad",
    "long_shift_consent": "samtykke over {long_shift_minutes}",
    "position": "avvik høyst {tolerance}",
}
SHORTER: Final = "{limit}, avtalt ned til {floor}"
IN_ORDER, BREACHES, WARNINGS = "i orden", "brudd: {count}", "varsler: {count}"
SECONDARY: Final = "* Bare lest i en annenhåndskilde; kontroller mot kilden."
NO_LIMIT: Final = "ingen grense"
MOST, LEAST = "høyst {value}", "minst {value}"
MARK = " *"


def law_check(findings: Iterable[Finding], scenario: Scenario, lang: str) -> Table:
    """Every rule of law and agreement, and those of the unit that are in use; rows with breaches are marked."""
    found = list(findings)
    cards = [rule.card for rule in RULES if _in_use(rule, scenario, found)]
    rows = [
        [
            rule_name(card.id, lang),
            _paragraph(card, scenario, lang),
            _limit(card, scenario, lang),
            _result(card, found, lang),
        ]
        for card in cards
    ]
    broken = {one.rule for one in found if one.severity == "breach"}
    marked = [place for place, card in enumerate(cards) if card.id in broken]
    return Table([say(name, lang) for name in HEADER], rows, widths=(4, 4, 5, 2), marked=marked)


def _in_use(rule: Rule, scenario: Scenario, found: Iterable[Finding]) -> bool:
    card = rule.card
    return (
        card.level != "unit"
        or any(one.rule == card.id for one in found)
        or any(_is_set(scenario, path) for path, _ in card.parameters if not path.startswith("agreement."))
    )


def _is_set(scenario: Scenario, path: str) -> bool:
    """Whether a scenario says anything of a field that a rule's card names."""
    first, *rest = path.split(".")
    if first == "cycle":
        return scenario.cycle.rotation == "shared"
    nodes: list[Any] = [getattr(scenario, "budget_fte_hundredths" if first == "budget_fte" else first)]
    if first == "rules":
        nodes += [one.rules for one in scenario.employees]
    for name in rest:
        flat = [one for node in nodes for one in (node if isinstance(node, tuple) else (node,))]
        nodes = [getattr(one, name, None) for one in flat if one is not None]
    return any(node not in (None, (), "day", "evening") for node in nodes)


def _fields(card: Card) -> Iterator[str]:
    """The agreement's fields that the rule reads."""
    yield from (path.split(".")[1] for path, _ in card.parameters if path.startswith("agreement."))


def _paragraph(card: Card, scenario: Scenario, lang: str) -> str:
    """Where the limit was read for this unit, marked where nobody read it there."""
    if card.level == "unit":
        return say(card.law, lang)
    field = next(_fields(card), "")
    source = scenario.agreement.sources.get(field)
    is_secondary = source.status == "secondary" if source else card.secondary
    told = source.paragraph if source else say(card.law, lang)
    return told + (MARK if is_secondary else "")


def _limit(card: Card, scenario: Scenario, lang: str) -> str:
    if card.id not in LIMITS:
        return _own_limit(card, scenario, lang)
    agreement = scenario.agreement
    if getattr(agreement, _FIRST.get(card.id) or next(_fields(card))) is None:
        return say(NO_LIMIT, lang)
    minutes = {
        name: duration(value, lang)
        for name, value in agreement
        if name.endswith("_minutes") and isinstance(value, int)
    }
    average, sunday, tolerance = (
        agreement.max_average_week_minutes,
        agreement.sunday,
        agreement.hours_tolerance_basis_points,
    )
    told = say(
        LIMITS[card.id],
        lang,
        **minutes,
        average=duration(average.minutes, lang) if average else "",
        weeks=average.weeks if average else "",
        in_a_row=amount(sunday.longest_row, "sundays", lang) if sunday else "",
        tolerance=f"{number(percent(tolerance or 0), lang)} %",
    )
    short = {"daily_rest": agreement.short_daily_rest, "weekly_rest": agreement.short_weekly_rest}.get(
        card.id
    )
    return say(SHORTER, lang, limit=told, floor=duration(short.floor_minutes, lang)) if short else told


def _own_limit(card: Card, scenario: Scenario, lang: str) -> str:
    """The unit's own limits, as far as they are amounts: `høyst 5 dager, minst 2 dager`."""
    told = []
    for path, unit in card.parameters:
        name = path.removeprefix("rules.")
        value = getattr(scenario.rules, name, None) if path.startswith("rules.") else None
        if card.id == "budget" and path == "budget_fte" and scenario.budget_fte_hundredths is not None:
            told.append(say(MOST, lang, value=amount(scenario.budget_fte_hundredths / 100, "fte", lang)))
        elif card.id == "weekend_shape" and isinstance(value, str) and value in SHAPES:
            told.append(say(SHAPES[value], lang))
        elif isinstance(value, int):
            told.append(say(MOST if name.startswith("max") else LEAST, lang, value=amount(value, unit, lang)))
        elif isinstance(value, dict):
            bound = MOST if name.startswith("max") else LEAST
            told += [
                f"{code} {say(bound, lang, value=amount(one, unit, lang))}" for code, one in value.items()
            ]
    return ", ".join(told)


_FIRST: Final = {"position": "hours_tolerance_basis_points"}


def _result(card: Card, found: Iterable[Finding], lang: str) -> str:
    alike = [one.severity for one in found if one.rule == card.id]
    breaches, warnings = alike.count("breach"), alike.count("warning")
    told = [say(BREACHES, lang, count=breaches)] if breaches else []
    told += [say(WARNINGS, lang, count=warnings)] if warnings else []
    return ", ".join(told) or say(IN_ORDER, lang)
