"""A finding as a sentence, and findings as a table, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.present.finding_words import AT_LEAST, FREE, OTHERWISE, SENTENCES, SHAPES
from solver.present.text import amount, columns, day_name, sentence
from solver.present.words import say
from solver.rules.base import Card
from solver.rules.registry import RULES

DISCLAIMER = "Rapporten er et hjelpemiddel, ikke juridisk rådgivning."
HEADER = ("", "Regel", "Paragraf", "Hvem", "Uke", "Dag", "Funnet", "Grense", "Hva det gjelder")
SECONDARY = "{law}, bare lest i en annenhåndskilde"
NO_LAW = "Ingen lov eller avtale er kontrollert (avtalen har nivå not_norwegian)."


@cache
def _cards() -> dict[str, Card]:
    return {rule.card.id: rule.card for rule in RULES}


def rule_name(rule: str, lang: str) -> str:
    """The rule's name from its card."""
    known = _cards().get(rule)
    return say(known.name if known else rule, lang)


def law_of(rule: str, lang: str) -> str:
    """The paragraph on the rule's card."""
    known = _cards().get(rule)
    return say(known.law, lang) if known else ""


def who(employee: str | None, scenario: Scenario | None) -> str:
    """An employee by id, and by name where the scenario has one."""
    if not employee:
        return ""
    known = scenario.employee_by_id.get(employee) if scenario else None
    return f"{employee} {known.name}" if known and known.name and known.name != employee else employee


def resident_name(resident: str | None, scenario: Scenario | None, lang: str) -> str:
    """A resident by id, and by name where the scenario has one."""
    if not resident:
        return ""
    known = next((one.name for one in scenario.residents if one.id == resident), None) if scenario else None
    told = f"{resident} {known}" if known and known != resident else resident
    return say("beboer {name}", lang, name=told)


def finding_sentence(finding: Finding, scenario: Scenario | None, lang: str) -> str:
    """Who, when, what, the limit and the paragraph: `E01 Ada, uke 3 man: hvilen er 9 t (aml § 10-8)`."""
    place = _who(finding, scenario, lang)
    if finding.week is not None:
        week = say("uke {week}", lang, week=finding.week)
        place.append(f"{week} {day_name(finding.day, lang)}" if finding.day else week)
    where = ", ".join(place)
    text = f"{where}: {what_is_wrong(finding, lang)}" if where else what_is_wrong(finding, lang)
    return f"{sentence(text)} ({_law(finding, scenario, lang)})."


def _law(finding: Finding, scenario: Scenario | None, lang: str) -> str:
    """The paragraph, and that nobody read it there where that is so."""
    told = say(finding.law, lang)
    return say(SECONDARY, lang, law=told) if _is_secondary(finding, scenario) else told


def _is_secondary(finding: Finding, scenario: Scenario | None) -> bool:
    """Whether the paragraph a finding names was only read in a secondary source."""
    sources = scenario.agreement.sources.values() if scenario else ()
    named = [source.status for source in sources if source.paragraph == finding.law]
    if named:
        return "secondary" in named
    return any(card.law == finding.law and card.secondary for card in _cards().values())


def _who(finding: Finding, scenario: Scenario | None, lang: str) -> list[str]:
    """The employee and the resident it is about, those there are."""
    told = who(finding.employee, scenario), resident_name(finding.resident, scenario, lang)
    return [one for one in told if one]


def what_is_wrong(finding: Finding, lang: str) -> str:
    """What was found, without the place and the paragraph."""
    kinds = [kind for kind in (finding.unit, finding.detail) if kind is not None]
    keys = [(finding.rule, kind) for kind in (*kinds, None)]
    template = next((SENTENCES[key] for key in keys if key in SENTENCES), OTHERWISE)
    return say(
        template,
        lang,
        rule=rule_name(finding.rule, lang),
        amount=_amount(finding, lang),
        limit=limit_of(finding, lang),
        exact=_exact(finding, lang),
        detail=_detail(finding, lang),
    )


def limit_of(finding: Finding, lang: str) -> str:
    """The limit, with whether it is a most or a least: `høyst 5 dager`."""
    if finding.limit is None:
        return ""
    is_least = (finding.rule, finding.unit) in AT_LEAST or (finding.amount or 0) < finding.limit
    return say("minst {value}" if is_least else "høyst {value}", lang, value=_exact(finding, lang))


def _exact(finding: Finding, lang: str) -> str:
    return "" if finding.limit is None else _in_unit(finding, finding.limit, lang)


def _amount(finding: Finding, lang: str) -> str:
    return "" if finding.amount is None else _in_unit(finding, finding.amount, lang)


def _in_unit(finding: Finding, value: float, lang: str) -> str:
    if finding.rule == "budget" and finding.unit == "percent":
        return amount(value / 100, "fte", lang)
    return amount(value, finding.unit, lang)


def _detail(finding: Finding, lang: str) -> str:
    detail = finding.detail or ""
    if finding.rule == "forbidden_sequence":
        return " - ".join(code or say(FREE, lang) for code in detail.split(","))
    if finding.rule == "weekend_shape":
        return say(SHAPES.get(detail, detail), lang)
    return detail or (say(FREE, lang) if finding.rule == "pinned" else "")


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Breaches before warnings, otherwise as they came."""
    return sorted(findings, key=lambda finding: finding.severity != "breach")


def findings_table(findings: Iterable[Finding], scenario: Scenario | None, lang: str) -> list[str]:
    """Findings as lines of text: breaches, then warnings."""
    rows = [_row(finding, scenario, lang) for finding in in_order(findings)]
    return columns([say(name, lang) if name else "" for name in HEADER], rows, right=(4,))


def _row(finding: Finding, scenario: Scenario | None, lang: str) -> list[str]:
    return [
        say("BRUDD" if finding.severity == "breach" else "varsel", lang),
        rule_name(finding.rule, lang),
        _law(finding, scenario, lang),
        ", ".join(_who(finding, scenario, lang)),
        "" if finding.week is None else str(finding.week),
        day_name(finding.day, lang) if finding.day else "",
        _amount(finding, lang),
        limit_of(finding, lang),
        "" if finding.detail is None else what_is_wrong(finding, lang),
    ]
