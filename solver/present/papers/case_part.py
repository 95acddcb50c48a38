"""What is vacant, and what a roster looks like on paper: the parts that several papers have."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.case import Case
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import WorkLine
from solver.forum.review import Review
from solver.present.findings import DISCLAIMER, NO_LAW
from solver.present.forum_words import competence_words, person_words, points
from solver.present.grid import Grid
from solver.present.papers.document import Block, Paragraph, Plan
from solver.present.text import amount, hours, number, plain
from solver.present.words import say

PAPER_WIDTH = 120


def title_of(case: Case) -> str:
    return case.name or case.id


def vacancy_text(review: Review, lang: str) -> str:
    """The vacancy in one sentence."""
    case, work = review.case, review.today.work(review.today.leaving)
    weeks = work.cycle.weeks
    weekends = sum(work.weekend_is_worked(week) for week in range(weeks))
    text = say(
        "{line} ved {unit} blir ledig: {percent}, kompetanse {competence}, {weekends} på {weeks}.",
        lang,
        line=case.vacancy.line,
        unit=case.place.title,
        percent=points(case.vacancy.percent_basis_points, lang),
        competence=competence_words(case.vacancy.competence, lang),
        weekends=amount(weekends, "weekends", lang),
        weeks=amount(weeks, "weeks", lang),
    )
    if case.vacancy.vacant_from:
        text += " " + say("Ledig fra {day}.", lang, day=case.vacancy.vacant_from)
    return text


def line_facts(work: WorkLine, lang: str) -> str:
    """A line's shifts by code, hours and weekends."""
    counts: dict[str, int] = {}
    for _, shift in work.worked_days():
        counts[shift.code] = counts.get(shift.code, 0) + 1
    shifts = ", ".join(f"{count} {code}" for code, count in counts.items())
    weekends = sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))
    return say(
        "{shifts}, {hours} timer og {weekends} på {weeks}",
        lang,
        shifts=shifts or "-",
        hours=hours(work.paid_minutes),
        weekends=amount(weekends, "weekends", lang),
        weeks=amount(work.cycle.weeks, "weeks", lang),
    )


def plan_of(scenario: Scenario, roster: Roster, lang: str, *, is_part: bool = False) -> Plan:
    """A roster as people know it."""
    lines = tuple(plain(line) for line in Grid(scenario, roster, lang, PAPER_WIDTH).lines())
    return Plan(lines, scenario, roster, is_part)


def names(review: Review, people: tuple[tuple[str, str], ...], lang: str) -> str:
    return ", ".join(person_words(person, review, lang) for person in people)


def closing(review: Review, lang: str) -> Iterator[Block]:
    """What every paper ends with: where rates were read, and that it is no legal advice."""
    if any(one.status != "read" for one in review.tariff.supplements):
        yield Paragraph(
            say(
                "Satsene for tillegg ({name}, fra {day}) er ikke lest i tariffavtalen selv. Les den før beløpene "
                "brukes.",
                lang,
                name=review.tariff.name,
                day=review.tariff.valid_from,
            )
        )
    if review.cost.is_least:
        yield Paragraph(say("Timelønn mangler i saken; tilleggene er regnet av minstesatsene.", lang))
    if not all(unit.scenario.agreement.law_checked for unit in review.case.units):
        yield Paragraph(say(NO_LAW, lang))
    read = number(len(review.options), lang)
    yield Paragraph(say("{count} alternativer er prøvd. Mennesker bestemmer.", lang, count=read))
    yield Paragraph(say(DISCLAIMER, lang))
