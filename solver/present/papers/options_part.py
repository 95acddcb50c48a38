"""The options side by side, and each with what it means: the parts that several papers have."""

from __future__ import annotations

from collections.abc import Iterator

from solver.forum.contacts import contact_changes
from solver.forum.review import Option, Review
from solver.present.findings import resident_name, who
from solver.present.forum_words import (
    MOST_HOLES,
    STATUS,
    change_words,
    hole_words,
    kind_words,
    moves,
    person_words,
    points,
    proof_words,
)
from solver.present.papers.document import Block, Bullets, Heading, Paragraph, Table, table
from solver.present.text import amount, number, sentence
from solver.present.words import say

SIDE_BY_SIDE = ("", "Alternativ", "Svar", "Små", "Hele", "Lyses ut", "Andres dager", "Tillegg kr/år")
PEOPLE = ("Hvem", "Før", "Etter", "Helger før", "Helger etter", "Endrede dager")
ROLES = {"primary": "primærkontakt", "secondary": "sekundærkontakt"}


def number_of(option: Option, review: Review) -> int:
    """An option's number in the papers, from 1."""
    return review.options.index(option) + 1


def side_by_side(review: Review, lang: str) -> Table:
    """Every option in the forum's order, one row each."""
    rows = [_row(option, review, lang) for option in review.options]
    return table((say(name, lang) if name else "" for name in SIDE_BY_SIDE), rows, right=(0, 3, 4, 6, 7))


def _row(option: Option, review: Review, lang: str) -> list[str]:
    people = ", ".join(who(name, review.case.unit_by_id[unit].scenario) for unit, name in option.draft.people)
    named = kind_words(option, lang) + (f": {people}" if people else "")
    first = [str(number_of(option, review)), named, say(STATUS[option.status], lang)]
    if option.worth is None or option.cost is None:
        return [*first, "", "", "", "", ""]
    return [
        *first,
        str(option.worth.small),
        str(-option.worth.not_full),
        advertised_words(option, lang),
        str(option.worth.changed_days),
        kroner(option.worth.cost_ore, lang),
    ]


def kroner(ore: int, lang: str) -> str:
    """Øre a year as whole kroner with a sign."""
    whole = round(ore / 100)
    return f"{'+' if whole > 0 else ''}{number(whole, lang)}"


def advertised_words(option: Option, lang: str) -> str:
    """The sizes of the lines that an option leaves for an advertisement."""
    lines = advertised(option)
    return ", ".join(points(size, lang) for size in lines) if lines else say("ingenting", lang)


def advertised(option: Option) -> list[int]:
    """The sizes, in basis points; a line over two units with both its parts."""
    joined = {(one.unit, one.line): one.person for one in option.draft.seconds}
    people = {joined.get(person, person) for person in option.draft.advertised}
    return [one.size for one in option.positions if one.person in people]


def option_blocks(option: Option, review: Review, lang: str) -> Iterator[Block]:
    """All that is known of one option."""
    place = number_of(option, review)
    yield Heading(say("Alternativ {number}: {kind}", lang, number=place, kind=kind_words(option, lang)), 3)
    told = list(moves(option, review, lang)) if option.is_solved else []
    if told:
        yield Bullets(tuple(told))
    yield Paragraph(" ".join(proof_words(option, review, lang)))
    if option.is_solved:
        yield from _solved(option, review, lang)
    yield from _unmet(option, lang)


def _solved(option: Option, review: Review, lang: str) -> Iterator[Block]:
    rows = [change_words(change, review, lang) for change in option.changes]
    yield table((say(name, lang) for name in PEOPLE), rows, right=(1, 2, 3, 4, 5))
    yield Bullets(tuple(_facts(option, review, lang)))


def _facts(option: Option, review: Review, lang: str) -> Iterator[str]:
    assert option.cost is not None
    yield say("Dekning: ingen nye hull. Alt behov og alle kompetansekrav som dekkes i dag, dekkes.", lang)
    changed = contact_changes(review.today, option.afters)
    for one in changed:
        scenario = next(after.scenario for after in option.afters if after.unit == one.unit)
        before = who(one.before, review.today.scenario(one.unit)) or say("ingen", lang)
        told = say(
            "{resident}: {role} er {before}, blir {after}",
            lang,
            resident=resident_name(one.resident, scenario, lang),
            role=say(ROLES[one.role], lang),
            before=before,
            after=who(one.after, scenario) or say("ingen", lang),
        )
        yield sentence(told)
    if not changed and any(after.scenario.residents for after in option.afters):
        yield say("Kontakter: alle beboere beholder sine.", lang)
    difference = option.cost.ore_a_year - review.cost.ore_a_year
    yield say(
        "Tillegg for ubekvem arbeidstid: {more} kr i året mot i dag. Stillingene er til sammen de samme.",
        lang,
        more=kroner(difference, lang),
    )
    if option.is_over(review.case.budget):
        yield say("Det er mer enn beløpet i saken.", lang)
    lines = advertised_words(option, lang)
    yield say("Lyses ut: {lines}.", lang, lines=lines)
    same = review.equals(option)
    if same:
        numbers = ", ".join(str(number_of(one, review)) for one in same)
        yield say(
            "Likt med alternativ {numbers} i forumets rekkefølge: hvem det blir, avgjør mennesker.",
            lang,
            numbers=numbers,
        )
    for second in option.draft.seconds:
        if second.person in option.draft.people:
            yield say(
                "{who} arbeider da i to enheter, {minutes} reise mellom dem. Hviletid og helger er holdt over begge.",
                lang,
                who=person_words(second.person, review, lang),
                minutes=amount(second.travel_minutes, "minutes", lang),
            )


def _unmet(option: Option, lang: str) -> Iterator[Block]:
    """The facts of § 14-3 (3): which demand goes unmet in the best roster found."""
    if option.is_solved:
        yield Paragraph(
            say(
                "Fakta om ulempe (aml § 14-3 (3)): ikke noe behov blir stående udekket som dekkes i dag.",
                lang,
            )
        )
    elif option.holes:
        minutes = amount(sum(hole.person_minutes for hole in option.holes), "minutes", lang)
        yield Paragraph(
            say(
                "Fakta om ulempe (aml § 14-3 (3)): i den beste turnusen som ble funnet, står {minutes} udekket.",
                lang,
                minutes=minutes,
            )
        )
        told = [hole_words(hole, lang) for hole in option.holes[:MOST_HOLES]]
        if len(option.holes) > MOST_HOLES:
            told.append(say("... og {count} til", lang, count=len(option.holes) - MOST_HOLES))
        yield Bullets(tuple(told))
