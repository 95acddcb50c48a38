"""Why a scenario is impossible, in words: what in the file cannot hold together, and what it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from solver.domain.finding import Finding
from solver.domain.roster import Reason, Roster
from solver.domain.scenario import Scenario
from solver.present.findings import NO_LAW, finding_sentence, law_of, rule_name
from solver.present.places import place_words
from solver.present.words import say

MOST_REASONS = 10
MOST_PLACES = 12
MOST_FINDINGS = 4


def reason_lines(roster: Roster, scenario: Scenario, lang: str) -> Iterator[str]:
    """The reasons one after another; a scenario without known reasons says so."""
    yield say("Ingen turnus kan holde alle reglene.", lang)
    for reason in roster.reasons[:MOST_REASONS]:
        yield ""
        yield from told_reason(reason, scenario, lang)
    yield from _more(len(roster.reasons) - MOST_REASONS, lang)
    if roster.reasons:
        yield ""
        yield say("Endre minst ett sted i hver grunn. Da kan flere grunner vise seg.", lang)
    else:
        yield say("Det er bevist, men hva det skyldes, er ikke funnet i tide.", lang)
    if not scenario.agreement.law_checked:
        yield say(NO_LAW, lang)


def told_reason(
    reason: Reason, scenario: Scenario, lang: str, known: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """One reason; `known` has the words for places that are not in the scenario."""
    if reason.paths:
        message = "Dette kan ikke gjelde samtidig:" if len(reason.paths) > 1 else "Dette kan ikke gjelde:"
        yield say(message, lang)
    for path in reason.paths[:MOST_PLACES]:
        words = known.get(path) or place_words(path, scenario, lang, reason.days.get(path, ()))
        yield f"  {path}: {words}" if words else f"  {path}"
    yield from _more(len(reason.paths) - MOST_PLACES, lang)
    if reason.rules:
        names = [rule_name(rule, lang) + _law(rule, lang) for rule in reason.rules]
        yield "  " + say("Det bryter: {rules}.", lang, rules="; ".join(names))
    yield from _findings(reason.findings, scenario, lang)
    if reason.nearest:
        yield "  " + say("Nærmest en kommer når reglene ellers holdes:", lang)
        yield from _findings(reason.nearest, scenario, lang)
    if not reason.minimal:
        yield "  " + say("Tiden var ute før alt var prøvd: noe av dette er kanskje uten betydning.", lang)


def _findings(findings: Sequence[Finding], scenario: Scenario, lang: str) -> Iterator[str]:
    yield from (f"  {finding_sentence(one, scenario, lang)}" for one in findings[:MOST_FINDINGS])
    yield from _more(len(findings) - MOST_FINDINGS, lang)


def _more(count: int, lang: str) -> Iterator[str]:
    if count > 0:
        yield "  " + say("... og {count} til", lang, count=count)


def _law(rule: str, lang: str) -> str:
    law = law_of(rule, lang)
    return f" ({law})" if law else ""
