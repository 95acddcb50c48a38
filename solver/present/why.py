"""Why one shift is not there, in three ways: put it there, solve around it, say what changes; as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.finding import Finding
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.present.finding_words import FREE
from solver.present.findings import DISCLAIMER, NO_LAW, finding_sentence, in_order, who
from solver.present.goals import goal_amount, goal_name
from solver.present.reasons import told_reason
from solver.present.text import amount, columns, day_name
from solver.present.words import say
from solver.reasons.why.answer import Why
from solver.reasons.why.around import Around
from solver.reasons.why.effect import DayChange, Effect
from solver.reasons.why.question import OPTION

OUTCOMES = {
    "free": "Det går: en turnus som holder alle reglene, har det slik, og ingen mål blir dårligere.",
    "binds": "Det går, men ikke uten at dette blir dårligere (bevist): {goal}.",
    "costs": "Det går, men i turnusen som er funnet, er dette dårligere: {goal}. Om det kan unngås, er ikke funnet ut.",
    "impossible": "Det går ikke: ingen turnus som holder reglene, har det slik. Det er bevist.",
    "unknown": "Det er ikke funnet ut i tiden som var satt av. Det betyr ikke at det er umulig.",
}
LEAST = "Mindre dårlig går ikke (bevist)."
DAYS = {
    "known": "{days} er annerledes. Færre går ikke (bevist).",
    "between": "{days} er annerledes. Færre enn {fewest} går ikke (bevist).",
    "found": "{days} er annerledes.",
}
MOST_DAYS, MOST_FINDINGS = 60, 12


def why_lines(found: Why, lang: str) -> Iterator[str]:
    """The question, then its three answers."""
    scenario = found.scenario
    yield scenario.name or scenario.id
    yield _asked(found, lang)
    if found.before.breaches:
        count = len(found.before.breaches)
        yield say("Turnusen har selv {count} brudd, som heltid audit viser.", lang, count=count)
    if found.placed and found.around:
        yield from ("", say("Settes det rett inn, og alt annet står:", lang))
        yield from (f"  {line}" for line in _placed(found.placed, scenario, lang))
        yield from ("", say("Legges turnusen om rundt det:", lang))
        yield from (f"  {line}" for line in _around(found, found.around, lang))
        if found.around.effect:
            yield from ("", say("Det som endres:", lang))
            yield from (f"  {line}" for line in _changes(found.around.effect, scenario, lang))
    yield ""
    if not scenario.agreement.law_checked:
        yield say(NO_LAW, lang)
    yield say(DISCLAIMER, lang)


def _asked(found: Why, lang: str) -> str:
    question = found.question
    place = {
        "who": who(question.employee, found.scenario),
        "code": question.code or say(FREE, lang),
        "when": _when(question.day, lang),
        "instead": found.instead or say(FREE, lang),
    }
    if found.is_there:
        return say("{who} har {code} {when} allerede.", lang, **place)
    return say("Hvorfor har ikke {who} {code} {when}? I turnusen står {instead}.", lang, **place)


def _when(day: int, lang: str) -> str:
    week = say("uke {week}", lang, week=day // WEEK_DAYS + 1)
    return f"{week} {day_name(DAY_NAMES[day % WEEK_DAYS], lang)}"


def _placed(placed: Effect, scenario: Scenario, lang: str) -> Iterator[str]:
    warnings = [one for one in placed.broken if one not in placed.breaches]
    if placed.breaches:
        yield say("Da brytes:", lang)
        yield from _findings(placed.breaches, scenario, lang)
    else:
        yield say("Da brytes ingen regel.", lang)
    if warnings:
        yield say("Det gir varsel:", lang)
        yield from _findings(warnings, scenario, lang)
    yield from _sizes_and_goals(placed, scenario, lang)


def _findings(findings: Sequence[Finding], scenario: Scenario, lang: str) -> Iterator[str]:
    told = [f"  {finding_sentence(one, scenario, lang)}" for one in in_order(findings)]
    yield from told[:MOST_FINDINGS]
    yield from _more(len(told) - MOST_FINDINGS, lang)


def _more(count: int, lang: str) -> Iterator[str]:
    if count > 0:
        yield "  " + say("... og {count} til", lang, count=count)


def _around(found: Why, around: Around, lang: str) -> Iterator[str]:
    kind = "binds" if around.outcome == "costs" and around.goal_binds else around.outcome
    goal = " + ".join(goal_name(one, lang).lower() for one in (around.goal or "").split("+"))
    yield say(OUTCOMES[kind], lang, goal=goal)
    if kind == "binds" and around.least:
        yield say(LEAST, lang)
    if around.effect and any(resident.windows for resident in found.scenario.residents):
        yield say("Beboernes kontakter er holdt som de er.", lang)
    if around.effect:
        days = len(around.effect.days)
        known = "found" if not around.fewest else "known" if around.fewest >= days else "between"
        yield say(DAYS[known], lang, days=amount(days, "days", lang), fewest=around.fewest)
    question = found.question
    words = say(
        "{who} har {code} {when}",
        lang,
        who=who(question.employee, found.scenario),
        code=question.code or say(FREE, lang),
        when=_when(question.day, lang),
    )
    for reason in around.reasons:
        yield from told_reason(reason, found.scenario, lang, {OPTION: words})
    if around.reasons and not any(OPTION in reason.paths for reason in around.reasons):
        yield say("Det er umulig også uten dette: ingen turnus holder alle reglene.", lang)
    if around.outcome == "impossible" and not around.reasons:
        yield say("Det er bevist, men hva det skyldes, er ikke funnet i tide.", lang)


def _changes(effect: Effect, scenario: Scenario, lang: str) -> Iterator[str]:
    told = list(_days(effect.days, scenario, lang))
    yield from told[:MOST_DAYS]
    yield from _more(len(told) - MOST_DAYS, lang)
    yield from _sizes_and_goals(effect, scenario, lang)


def _days(days: Iterable[DayChange], scenario: Scenario, lang: str) -> Iterator[str]:
    """One line for each person: `E07 Kari: uke 2 lør D -> fri, uke 3 lør fri -> D`."""
    for employee, group in groupby(days, key=lambda one: one.employee):
        free = say(FREE, lang)
        told = [f"{_when(one.day, lang)} {one.before or free} -> {one.after or free}" for one in group]
        yield f"{who(employee, scenario)}: {', '.join(told)}"


def _sizes_and_goals(effect: Effect, scenario: Scenario, lang: str) -> Iterator[str]:
    for one in effect.sizes:
        before, after = (amount(number(size), "percent", lang) for size in (one.before, one.after))
        yield say("Stillingen til {who}: {before} -> {after}", lang, who=who(one.employee, scenario),
                  before=before, after=after)  # fmt: skip
    rows = [
        [goal_name(one.id, lang), goal_amount(one.before, one.unit, lang), "->",
         goal_amount(one.after, one.unit, lang)]
        for one in effect.goals
    ]  # fmt: skip
    yield from columns([""] * 4, rows)[1:] if rows else [say("Ingen mål endres.", lang)]
