"""Who may claim what, in words: grounds and facts by paragraph, with what is uncertain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.domain.employment_law import EmploymentLaw, Paragraph
from solver.forum.claims import Dismissed, ExtraHours, LargerPosition
from solver.forum.review import Option, Review
from solver.present.forum_words import person_words, points
from solver.present.papers.document import Block, Bullets, Heading, Link, table
from solver.present.papers.document import Paragraph as Text
from solver.present.papers.options_part import number_of
from solver.present.text import number
from solver.present.words import say

LARGER = ("Hvem", "Har", "Ønsker", "Kvalifisert", "Kan arbeide her", "Løst i alternativ", "Bevist umulig i")
REGULAR = {
    "every_month": "timer hver måned",
    "some_months": "timer i {count} av {told} måneder",
    "no_month": "ingen timer",
}
UNLIKE_LAW = "Dette er fakta og grunnlag, ikke en avgjørelse. Rekkefølgen er filens; ingen er rangert."


def claims_blocks(review: Review, lang: str) -> Iterator[Block]:
    """Everyone's grounds, paragraph by paragraph in the law's order."""
    law, found = review.law, review.claims
    yield Text(say(UNLIKE_LAW, lang))
    yield from _head(law.paragraph("14-2"), lang)
    if found.dismissed:
        yield Bullets(tuple(_dismissed(one, lang) for one in found.dismissed))
    else:
        yield Text(say("Ingen er meldt inn.", lang))
    yield from _head(law.paragraph("14-3"), lang)
    if found.larger:
        rows = [_larger(one, review, lang) for one in found.larger]
        yield table((say(name, lang) for name in LARGER), rows, right=(1, 2))
    else:
        yield Text(say("Ingen er meldt inn.", lang))
    yield from _head(law.paragraph("14-4a"), lang)
    if found.extra:
        yield Bullets(tuple(_extra(one, review, law, lang=lang) for one in found.extra))
    else:
        yield Text(say("Ingen timer er meldt inn.", lang))


def law_link(one: Paragraph, lang: str) -> Link:
    """A paragraph with its link; one that was not read there is marked."""
    text = (
        one.paragraph
        if one.status == "read"
        else say("{paragraph} (lest hos en annen)", lang, paragraph=one.paragraph)
    )
    return Link(text, one.link)


def _head(one: Paragraph, lang: str) -> Iterator[Block]:
    yield Heading(one.paragraph, 3)
    yield Text(say(one.sentence, lang))
    yield law_link(one, lang)


def _dismissed(one: Dismissed, lang: str) -> str:
    name = one.priority.name or one.priority.id
    grounds = [
        say("ansatt lenge nok", lang) if one.employed_long_enough else say("ikke ansatt lenge nok", lang),
        say("innen fristen {day}", lang, day=one.last_day)
        if one.lasts
        else say("fristen var {day}", lang, day=one.last_day),
        say("har kompetansen", lang) if one.qualified else say("har ikke kompetansen", lang),
    ]
    return f"{name}: {', '.join(grounds)}"


def _larger(one: LargerPosition, review: Review, lang: str) -> list[str]:
    yes, no = say("ja", lang), say("nei", lang)
    mine = [option for option in review.options if one.person in option.draft.people]
    return [
        person_words(one.person, review, lang),
        points(one.held, lang),
        points(one.wanted, lang),
        yes if one.qualified else no,
        yes if one.reaches else no,
        _numbers((option for option in mine if option.is_solved), review),
        _numbers((option for option in mine if option.status == "impossible"), review),
    ]


def _numbers(options: Iterable[Option], review: Review) -> str:
    return ", ".join(str(number_of(option, review)) for option in options) or "-"


def _extra(one: ExtraHours, review: Review, law: EmploymentLaw, *, lang: str) -> str:
    told = ", ".join(f"{month} {number(hours / 100, lang)}" for month, hours in one.months)
    regular = say(REGULAR[one.regular], lang, count=one.with_hours, told=len(one.months))
    text = say(
        "{who}: {regular} ({told}). I snitt av månedene som er meldt, svarer det til {more} stilling ut over avtalen, "
        "til sammen {actual}.",
        lang,
        who=person_words(one.person, review, lang),
        regular=regular,
        told=told,
        more=points(one.average_basis_points, lang),
        actual=points(one.actual_basis_points, lang),
    )
    if one.missing:
        text += " " + say(
            "Usikkert: {count} av {months} måneder er ikke meldt.",
            lang,
            count=len(one.missing),
            months=law.extra_hours_months,
        )
    return text + " " + say("Om timene er jevnlige i lovens forstand, må vurderes.", lang)
