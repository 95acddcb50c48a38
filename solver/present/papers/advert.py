"""The advertisement of what remains, with its real roster; where nothing remains, the notice of who gets the hours."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import FULL_BASIS_POINTS
from solver.forum.review import Option, Review
from solver.present.forum_words import competence_words, moves, points
from solver.present.papers.case_part import line_facts, plan_of, title_of
from solver.present.papers.claims_part import law_link
from solver.present.papers.document import Block, Bullets, Document, Heading, Paragraph
from solver.present.text import amount
from solver.present.words import say

PART_TIME = (
    "Før det ansettes på deltid, skal behovet være dokumentert skriftlig og drøftet med de tillitsvalgte "
    "(aml § 14-1 b)."
)


def advert(review: Review, lang: str, chosen: Option | None = None) -> Document:
    title = say("Utlysning: {title}", lang, title=title_of(review.case))
    return Document("utlysning", title, tuple(_blocks(review, chosen or review.best, lang)), lang)


def _blocks(review: Review, chosen: Option | None, lang: str) -> Iterator[Block]:
    if chosen is None:
        yield Paragraph(
            say("Ingen av alternativene er funnet i tide; utlysningen har ingen turnus å vise.", lang)
        )
        return
    if not chosen.draft.advertised:
        yield Paragraph(say("Ingenting lyses ut. Timene går til dem som har stilling her:", lang))
        yield Bullets(tuple(moves(chosen, review, lang)))
    for person in chosen.draft.advertised:
        yield from _line(review, chosen, person, lang)
    yield law_link(review.law.paragraph("14-1"), lang)


def _line(review: Review, chosen: Option, person: tuple[str, str], lang: str) -> Iterator[Block]:
    """One position: its size, its units, and every shift it has."""
    case = review.case
    parts = [person, *(one.person for one in chosen.draft.seconds if (one.unit, one.line) == person)]
    afters = {after.unit: after for after in chosen.afters}
    works = [afters[unit].sheet.line_of[line] for unit, line in parts]
    size = sum(work.given.position_basis_points or 0 for work in works if work.given)
    yield Heading(
        say(
            "{percent} fast stilling, {competence}, {units}",
            lang,
            percent=points(size, lang),
            competence=competence_words(case.vacancy.competence, lang),
            units=", ".join(case.unit_by_id[unit].title for unit, _ in parts),
        )
    )
    if case.vacancy.vacant_from:
        yield Paragraph(say("Ledig fra {day}.", lang, day=case.vacancy.vacant_from))
    for (unit, line), work in zip(parts, works, strict=True):
        yield Paragraph(f"{case.unit_by_id[unit].title}: {line_facts(work, lang)}.")
        given = afters[unit].roster
        only = given.model_copy(update={"lines": tuple(one for one in given.lines if one.employee == line)})
        yield plan_of(afters[unit].scenario, only, lang, is_part=True)
    if size < FULL_BASIS_POINTS:
        yield Paragraph(say(PART_TIME, lang))
    if size < case.thresholds.advertised_basis_points:
        threshold = points(case.thresholds.advertised_basis_points, lang)
        yield Paragraph(say("Stillingen er under terskelen på {size}.", lang, size=threshold))
    weekly = round(sum(work.paid_minutes for work in works) / works[0].cycle.weeks)
    yield Paragraph(say("Arbeidstid i snitt: {time} i uka.", lang, time=amount(weekly, "minutes", lang)))
