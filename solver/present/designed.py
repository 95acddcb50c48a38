"""Designs on a terminal: what to advertise, in plain sentences, and what is proven of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.forum.design.designing import Design, Seat
from solver.forum.design.over_time import Step
from solver.forum.design.proposals import Proposal
from solver.present.forum_words import COMPETENCES
from solver.present.frontier import settings_words
from solver.present.goals import goal_amount, goal_name, proven
from solver.present.text import amount, columns
from solver.present.words import say

SEATS: Final = ("Antall", "Stilling", "Kompetanse", "Vakter", "Helger", "Langvakter")
STATUS: Final = {
    "impossible": "Bevist umulig: ingen linjer av disse slagene holder reglene.",
    "unknown": "Ingen turnus er funnet i tide. Det betyr ikke at det er umulig; gi mer tid med --seconds.",
}
YES_NO: Final = {True: "ja", False: "nei"}


def designed_lines(found: Sequence[Proposal], scenario: Scenario, lang: str) -> Iterator[str]:
    """Each arrangement, the best first."""
    yield scenario.name or scenario.id
    for one in found:
        yield ""
        if one.settings:
            yield settings_words(one.settings, lang)
        for step in one.steps:
            yield from _step(step, scenario, lang)
    yield ""
    yield say("Det som er bevist, gjelder alle turnuser av linjer av de slagene scenariet har, høyst så mange av "
              "hvert slag som det er regnet med.", lang)  # fmt: skip


def _step(step: Step, scenario: Scenario, lang: str) -> Iterator[str]:
    if step.when:
        left = ", ".join(step.left)
        yield say("Fra {date}, når {names} har sluttet:", lang, date=step.when.isoformat(), names=left)
    made = step.design
    if made.status != "solved":
        yield say(STATUS[made.status], lang)
        yield from _counted(made, lang)
        return
    lines = sum(seat.count for seat in step.advertised)
    full = sum(seat.count for seat in step.advertised if seat.size >= 10_000)
    yield (
        say("{lines} stillinger, {full} av dem hele:", lang, lines=lines, full=full)
        if lines
        else say("Ingenting trenger å lyses ut.", lang)
    )
    if lines:
        header = [say(one, lang) for one in SEATS]
        yield from columns(header, [_row(seat, scenario, lang) for seat in step.advertised])
    for name, before, after in step.larger:
        sizes = [amount(number(one), "percent", lang) for one in (before, after)]
        yield say(
            "{name} får større stilling: {before} blir {after}.",
            lang,
            name=name,
            before=sizes[0],
            after=sizes[1],
        )
    rows = [
        [goal_name(one.id, lang), goal_amount(one.value, one.unit, lang), proven(one, lang)]
        for one in made.goals
    ]
    yield from (line for line in columns(["", "", ""], rows) if line)


def _counted(made: Design, lang: str) -> Iterator[str]:
    """What counts say no roster can better, where there is none."""
    if made.counted and made.counted.get("cover"):
        told = goal_amount(made.counted["cover"], "person-minutes", lang)
        yield say("Etter regnestykket er {amount} udekket det minste som er funnet.", lang, amount=told)


def _row(seat: Seat, scenario: Scenario, lang: str) -> list[str]:
    like = seat.employee
    codes = scenario.shift_by_code if like.shifts is None else like.shifts
    competence = COMPETENCES.get(like.competence or "", like.competence or "")
    weekends = say("fritt", lang) if like.max_weekends is None else str(like.max_weekends)
    return [
        str(seat.count), amount(number(seat.size), "percent", lang), say(competence, lang) if competence else "",
        " ".join(codes), weekends, say(YES_NO[like.long_shifts], lang),
    ]  # fmt: skip
