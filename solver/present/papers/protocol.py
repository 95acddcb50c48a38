"""The minutes of the consultation with the shop stewards: filled in as far as the case knows, the rest left open."""

from __future__ import annotations

from collections.abc import Iterator

from solver.forum.review import Option, Review
from solver.present.papers.case_part import names, title_of, vacancy_text
from solver.present.papers.claims_part import law_link
from solver.present.papers.document import Block, Bullets, Document, Heading, Paragraph, table
from solver.present.papers.options_part import number_of, side_by_side
from solver.present.words import say

OPEN = "." * 40
ROLES = ("Arbeidsgiver", "Tillitsvalgt", "Verneombud")


def protocol(review: Review, lang: str, chosen: Option | None = None) -> Document:
    title = say("Drøftingsprotokoll: {title}", lang, title=title_of(review.case))
    return Document("droftingsprotokoll", title, tuple(_blocks(review, lang, chosen)), lang)


def _blocks(review: Review, lang: str, chosen: Option | None) -> Iterator[Block]:
    decision = review.case.decision
    yield Paragraph(say("Dato: {day}", lang, day=decision.date if decision else OPEN))
    yield Heading(say("Til stede", lang))
    present = decision.by if decision else ()
    yield Bullets(present or tuple(f"{say(role, lang)}: {OPEN}" for role in ROLES))
    yield Heading(say("Spørsmålet", lang))
    yield Paragraph(vacancy_text(review, lang))
    yield Paragraph(
        say("Kan timene gi noen en større stilling, eller er det behov for å ansette på deltid?", lang)
    )
    for name in ("14-1b", "14-2", "14-3"):
        yield law_link(review.law.paragraph(name), lang)
    yield Heading(say("Grunnlaget", lang))
    yield side_by_side(review, lang)
    people = tuple(one.person for one in review.claims.larger)
    if people:
        yield Paragraph(
            say(
                "Er spurt, eller skal spørres før det avgjøres: {names}.",
                lang,
                names=names(review, people, lang),
            )
        )
    yield Heading(say("Synspunkter", lang))
    yield table((say("Part", lang), say("Syn", lang)), [[say(role, lang), OPEN] for role in ROLES])
    yield Heading(say("Konklusjon", lang))
    if decision and chosen:
        yield Paragraph(
            say(
                "Alternativ {number}. {reasons}",
                lang,
                number=number_of(chosen, review),
                reasons=decision.reasons,
            )
        )
    else:
        yield Paragraph(OPEN)
    yield Heading(say("Underskrifter", lang))
    yield Bullets(tuple(f"{say(role, lang)}: {OPEN}" for role in ROLES))
