"""Rosters side by side, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from solver.comparison.rosters import Comparison, Difference, Share, Side
from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.scenario import Scenario
from solver.domain.values import number as percent
from solver.goals.registry import GOALS
from solver.present.compared_contacts import around_json, around_lines
from solver.present.findings import DISCLAIMER, NO_LAW, finding_sentence, in_order, who
from solver.present.goals import goal_amount, goal_name
from solver.present.text import columns, day_name, hours, number
from solver.present.words import say

MEASURES = {
    "average_position": "gjennomsnittlig stilling, %",
    "full_time": "hele stillinger",
    "positions_80_100": "stillinger på 80-100 %",
    "small_positions": "små stillinger",
    "lines_used": "linjer i bruk",
    "fte": "årsverk i stillinger",
    "paid_fte": "betalte årsverk",
}
PERSON = "stilling / helger / helgetimer"
MOST_DAYS, MOST_FINDINGS = 60, 20


def comparison_lines(found: Comparison, lang: str) -> Iterator[str]:
    """Goals and measures in columns, then each person and resident, what the audit found, and the days that differ."""
    scenario, names = found.scenario, [side.name for side in found.sides]
    right = range(1, len(names) + 1)
    yield scenario.name or scenario.id
    yield from ("", *columns(["", *names], list(_totals(found.sides, lang)), right=right))
    people = [
        [who(one.id, scenario), *(_person(side.people.get(one.id), lang) for side in found.sides)]
        for one in scenario.employees
    ]
    yield from ("", *columns([say(PERSON, lang), *names], people, right=right))
    yield from around_lines(found, lang)
    for side in found.sides:
        yield from _findings(side, scenario, lang)
    for side, days in zip(found.sides[1:], found.differences[1:], strict=True):
        yield from _days(names[0], side.name, days, scenario=scenario, lang=lang)
    yield ""
    if not scenario.agreement.law_checked:
        yield say(NO_LAW, lang)
    yield say(DISCLAIMER, lang)


def _totals(sides: Sequence[Side], lang: str) -> Iterator[list[str]]:
    for place, goal in enumerate(sides[0].checked.goals):
        values = [goal_amount(side.checked.goals[place].value, goal.unit, lang) for side in sides]
        yield [goal_name(goal.id, lang), *values]
    asked = {goal.id for goal in sides[0].checked.goals}
    for gap in (one for one in sides[0].gaps if one not in asked):
        amounts = [goal_amount(side.gaps[gap], GOALS[gap].unit, lang) for side in sides]
        yield [goal_name(gap, lang), *amounts]
    for name, words in MEASURES.items():
        yield [say(words, lang), *(number(side.checked.measures.get(name, 0), lang) for side in sides)]
    yield [say("brudd", lang), *(str(len(side.checked.breaches)) for side in sides)]
    yield [say("varsler", lang), *(str(len(side.checked.warnings)) for side in sides)]


def _person(share: Share | None, lang: str) -> str:
    if share is None:
        return "-"
    position = number(percent(share.position), lang)
    return f"{position} % / {share.weekends} / {hours(share.weekend_minutes)}"


def _findings(side: Side, scenario: Scenario, lang: str) -> Iterator[str]:
    told = [finding_sentence(one, scenario, lang) for one in in_order(side.checked.findings)]
    if told:
        yield from ("", say("Funn i {name}", lang, name=side.name))
        yield from (f"  {line}" for line in told[:MOST_FINDINGS])
        yield from _more(len(told) - MOST_FINDINGS, lang)


def _days(
    first: str, other: str, days: Sequence[Difference], *, scenario: Scenario, lang: str
) -> Iterator[str]:
    yield ""
    if not days:
        yield say("{other} har de samme dagene som {first}.", lang, other=other, first=first)
        return
    yield say(
        "{other} har {count} dager annerledes enn {first}:", lang, other=other, first=first, count=len(days)
    )
    for one in days[:MOST_DAYS]:
        week = say("uke {week}", lang, week=one.day // WEEK_DAYS + 1)
        free = say("fri", lang)
        day = day_name(DAY_NAMES[one.day % WEEK_DAYS], lang)
        yield f"  {who(one.employee, scenario)}, {week} {day}: {one.before or free} -> {one.after or free}"
    yield from _more(len(days) - MOST_DAYS, lang)


def _more(count: int, lang: str) -> Iterator[str]:
    if count > 0:
        yield "  " + say("... og {count} til", lang, count=count)


def comparison_json(found: Comparison) -> str:
    """The same as JSON; positions in percent, times in minutes, and every day that differs from the first roster."""
    rosters = [
        {
            "name": side.name,
            "goals": [one.model_dump(mode="json", exclude={"bound"}) for one in side.checked.goals],
            "measures": side.checked.measures,
            "findings": [
                one.model_dump(mode="json", exclude_none=True) for one in in_order(side.checked.findings)
            ],
            "people": {
                name: asdict(share) | {"position": percent(share.position)}
                for name, share in side.people.items()
            },
            "residents": around_json(side),
            **side.gaps,
            "differences": [asdict(one) for one in days],
        }
        for side, days in zip(found.sides, found.differences, strict=True)
    ]
    whole = {
        "schema": "heltid.comparison/1",
        "scenario": found.scenario.id,
        "rosters": rosters,
        "law_checked": found.scenario.agreement.law_checked,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)
