"""The case paper: what is vacant, the options side by side, each in full, who may claim what, and the numbers."""

from __future__ import annotations

from collections.abc import Iterator

from solver.forum.indicators import indicators
from solver.forum.review import Review
from solver.present.papers.case_part import closing, plan_of, title_of, vacancy_text
from solver.present.papers.claims_part import claims_blocks
from solver.present.papers.document import Block, Document, Heading, Paragraph
from solver.present.papers.indicators_part import indicators_table
from solver.present.papers.options_part import option_blocks, side_by_side
from solver.present.words import say

ORDER = (
    "Rekkefølgen er forumets: færrest stillinger under tersklene, så flest hele, så færrest endrede dager for andre, "
    "så kostnad. Alternativer som gir nye hull, står sist. Personer er ikke rangert."
)


def case_paper(review: Review, lang: str) -> Document:
    return Document(
        "saksframlegg",
        say("Saksframlegg: {title}", lang, title=title_of(review.case)),
        tuple(_blocks(review, lang)),
        lang,
    )


def summary(review: Review, lang: str) -> Document:
    """What a command tells on a terminal: the options side by side, the best in full, and the numbers."""
    blocks: list[Block] = [Paragraph(vacancy_text(review, lang)), side_by_side(review, lang)]
    blocks.append(Paragraph(say(ORDER, lang)))
    for option in review.options[:1]:
        blocks += option_blocks(option, review, lang)
    blocks += [Heading(say("Nøkkeltall", lang)), _indicators(review, lang)]
    return Document("sammendrag", title_of(review.case), (*blocks, *closing(review, lang)), lang)


def _blocks(review: Review, lang: str) -> Iterator[Block]:
    case = review.case
    yield Heading(say("Hva som er ledig", lang))
    yield Paragraph(vacancy_text(review, lang))
    yield Paragraph(say("Saken er fra {day}.", lang, day=case.date))
    yield Heading(say("Alternativene side om side", lang))
    yield side_by_side(review, lang)
    yield Paragraph(say(ORDER, lang))
    for option in review.options:
        yield from option_blocks(option, review, lang)
    yield Heading(say("Hvem som kan ha krav", lang))
    yield from claims_blocks(review, lang)
    yield Heading(say("Nøkkeltall før og etter", lang))
    yield _indicators(review, lang)
    yield from _plans(review, lang)
    yield from closing(review, lang)


def _indicators(review: Review, lang: str) -> Block:
    columns = [(say("i dag", lang), indicators(review.positions))]
    if review.best:
        columns.append((say("alternativ 1", lang), indicators(review.best.positions)))
    return indicators_table(columns, lang)


def _plans(review: Review, lang: str) -> Iterator[Block]:
    """The rosters of the best option, before and after."""
    if review.best is None:
        return
    for after in review.best.afters:
        unit = review.case.unit_by_id[after.unit].title
        yield Heading(say("Turnus i dag: {unit}", lang, unit=unit), 3)
        yield plan_of(review.today.scenario(after.unit), review.today.roster(after.unit), lang)
        yield Heading(say("Turnus i alternativ 1: {unit}", lang, unit=unit), 3)
        yield plan_of(after.scenario, after.roster, lang)
