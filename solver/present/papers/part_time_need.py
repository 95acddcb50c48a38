"""The documentation of the need for part-time that aml § 14-1 b asks for before anybody is hired part-time.

It says what was tried and what came of it, with the proof where there is one and the doubt where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.employee import FULL_BASIS_POINTS
from solver.forum.options.sharing import MOST_GROUPS, MOST_TOGETHER
from solver.forum.review import Option, Review
from solver.present.forum_words import KINDS, kind_words, points, proof_words
from solver.present.papers.case_part import closing, names, title_of, vacancy_text
from solver.present.papers.claims_part import law_link
from solver.present.papers.document import Block, Document, Heading, Paragraph, table
from solver.present.papers.options_part import advertised, number_of, option_blocks
from solver.present.text import spans
from solver.present.words import say

WIDTH = (
    "Høyst {people} deler timene, og høyst {groups} grupper av hvert slag er prøvd, de som etter stillingene kan gi "
    "mest først."
)
TRIED = ("", "Prøvd", "Hva det ga")


def part_time_need(review: Review, lang: str, chosen: Option | None = None) -> Document:
    """Of the option chosen; where nothing is, of the best one."""
    title = say("Dokumentasjon av behov for deltid: {title}", lang, title=title_of(review.case))
    return Document("behov-for-deltid", title, tuple(_blocks(review, lang, chosen or review.best)), lang)


def _blocks(review: Review, lang: str, chosen: Option | None) -> Iterator[Block]:
    law = review.law.paragraph("14-1b")
    yield Paragraph(say(law.sentence, lang))
    yield law_link(law, lang)
    yield Heading(say("Behovet", lang))
    yield Paragraph(vacancy_text(review, lang))
    yield Heading(say("Hva som er prøvd", lang))
    rows = _tried(review, lang)
    if rows:
        yield table((say(name, lang) if name else "" for name in TRIED), rows, right=(0,))
    missing = [kind for kind in KINDS if kind not in {one.draft.kind for one in review.options}]
    if missing:
        yield Paragraph(
            say(
                "Ikke aktuelt i denne saken: {kinds}.",
                lang,
                kinds=", ".join(say(KINDS[kind], lang) for kind in missing),
            )
        )
    yield Paragraph(say(WIDTH, lang, people=MOST_TOGETHER, groups=MOST_GROUPS))
    yield Heading(say("Hva som blir igjen", lang))
    yield from _left(review, chosen, lang)
    yield from closing(review, lang)


def _tried(review: Review, lang: str) -> list[list[str]]:
    """One row for each answer; options with the very same one stand together."""
    rows: dict[str, list[Option]] = {}
    for option in review.options:
        if option.draft.kind != "advertise":
            rows.setdefault(" ".join(proof_words(option, review, lang)), []).append(option)
    return [
        [
            spans(number_of(one, review) for one in options),
            "; ".join(_what(one, review, lang) for one in options),
            proof,
        ]
        for proof, options in rows.items()
    ]


def _what(option: Option, review: Review, lang: str) -> str:
    return f"{kind_words(option, lang)}: {names(review, option.draft.people, lang)}".strip(": ")


def _left(review: Review, chosen: Option | None, lang: str) -> Iterator[Block]:
    """What would be advertised, and why it is not larger: in the words of what was proven."""
    if chosen is None:
        yield Paragraph(
            say(
                "Ingen av alternativene er funnet i tide. Dette er ikke noe bevis for at deltid trengs.", lang
            )
        )
        return
    small = [size for size in advertised(chosen) if size < FULL_BASIS_POINTS]
    if not small:
        yield Paragraph(
            say(
                "Alternativ {number} lyser ikke ut noen deltidsstilling. Velges det, ansettes ingen på deltid.",
                lang,
                number=number_of(chosen, review),
            )
        )
        yield from option_blocks(chosen, review, lang)
        return
    sizes = ", ".join(points(size, lang) for size in small)
    yield Paragraph(
        say("Alternativ {number} lyser ut {sizes}.", lang, number=number_of(chosen, review), sizes=sizes)
    )
    others = [one for one in review.options if one.draft.kind != "advertise" and one is not chosen]
    proven = sum(one.status == "impossible" for one in others)
    unknown = sum(one.status == "unknown" for one in others)
    yield Paragraph(
        say(
            "Av de andre alternativene er {proven} bevist umulige, {unknown} ikke funnet i tide og {solved} mulige.",
            lang,
            proven=proven,
            unknown=unknown,
            solved=len(others) - proven - unknown,
        )
    )
    if unknown:
        yield Paragraph(say("At noe ikke ble funnet i tide, viser ikke at det er umulig.", lang))
    yield from option_blocks(chosen, review, lang)
