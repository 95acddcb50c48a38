"""The overview of involuntary part-time in the case's units: who has what, wants what, and has worked beyond it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.forum.indicators import indicators
from solver.forum.over_time import Closed
from solver.forum.review import Review
from solver.present.forum_words import competence_words, person_words, points
from solver.present.papers.case_part import closing
from solver.present.papers.document import Block, Document, Heading, Paragraph, table
from solver.present.papers.indicators_part import indicators_table, over_time_table
from solver.present.text import number
from solver.present.words import say

HEADER = ("Hvem", "Kompetanse", "Har", "Ønsker", "Mangler", "Også i", "Timer ut over avtalt, meldte måneder")


def overview(review: Review, lang: str, closed: Sequence[Closed] = ()) -> Document:
    """With the indicators of cases that were closed before, where there are any."""
    title = say("Oversikt over uønsket deltid, {day}", lang, day=review.case.date)
    return Document("uonsket-deltid", title, tuple(_blocks(review, lang, closed)), lang)


def _blocks(review: Review, lang: str, closed: Sequence[Closed]) -> Iterator[Block]:
    rows = [_row(review, place, lang) for place in range(len(review.today.candidates))]
    if rows:
        yield table((say(name, lang) for name in HEADER), rows, right=(2, 3, 4))
    missing = sum(one.room for one in review.today.candidates)
    yield Paragraph(
        say(
            "{count} ønsker mer, til sammen {size} stilling.",
            lang,
            count=len(rows),
            size=points(missing, lang),
        )
    )
    yield Heading(say("Nøkkeltall", lang))
    yield indicators_table([(say("i dag", lang), indicators(review.positions))], lang)
    if closed:
        yield Heading(say("Nøkkeltall over tid", lang))
        yield over_time_table(closed, lang)
    yield from closing(review, lang)


def _row(review: Review, place: int, lang: str) -> list[str]:
    one = review.today.candidates[place]
    extra = next((found for found in review.claims.extra if found.person == one.person), None)
    hours = sum(hundredths for _, hundredths in extra.months) / 100 if extra else 0
    told = (
        say("{hours} t i {count} måneder", lang, hours=number(hours, lang), count=len(extra.months))
        if extra
        else "-"
    )
    return [
        person_words(one.person, review, lang),
        competence_words(one.employee.competence, lang),
        points(one.held, lang),
        points(one.wish.wanted_basis_points, lang),
        points(one.room, lang),
        ", ".join(review.case.unit_by_id[other.unit].title for other in one.wish.also) or "-",
        told,
    ]
