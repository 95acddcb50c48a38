"""What the forum's answers are called, and what is proven of them, in words."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.values import clock
from solver.domain.values import number as percent
from solver.forum.new_holes import NewHole
from solver.forum.order import Held
from solver.forum.people import Change, changed_days_of_others
from solver.forum.review import Option, Review
from solver.forum.today import Person
from solver.present.balances import balance_sentence
from solver.present.findings import who
from solver.present.text import amount, day_name, number
from solver.present.words import say

KINDS = {
    "extend_one": "utvid én",
    "extend_several": "utvid flere",
    "move_line": "flytt en hel linje",
    "combined": "stilling på tvers av enheter",
    "pool": "felles linje for flere enheter",
    "split": "utvid, og lys ut resten",
    "arrangement": "endre ordningen, og utvid",
    "advertise": "lys ut som i dag",
}
NEW_LINES = {"REST": "ny ledig linje"}
STATUS = {"solved": "løst", "impossible": "bevist umulig", "unknown": "ikke funnet i tide"}
COMPETENCES = {"assistant": "assistent", "skilled": "fagarbeider", "college": "treårig høyskole"}
"""the competences of the example units; others are called what the scenario calls them"""
MOST_HOLES = 6


def points(size: int, lang: str) -> str:
    """Basis points as `87,5 %`."""
    return f"{number(percent(size), lang)} %"


def competence_words(competence: str | None, lang: str) -> str:
    return say(COMPETENCES.get(competence or "", competence or "-"), lang)


def kind_words(option: Option, lang: str) -> str:
    """The kind, with what tells it from others of its kind."""
    return say(KINDS[option.draft.kind], lang)


def person_words(person: Person, review: Review, lang: str) -> str:
    """An employee by id and name, with the unit."""
    unit, employee = person
    place = review.case.unit_by_id[unit]
    after = next(
        (
            one.scenario
            for option in review.options
            for one in option.afters
            if one.unit == unit and employee in one.scenario.employee_by_id
        ),
        place.scenario,
    )
    name = say(NEW_LINES[employee], lang) if employee in NEW_LINES else who(employee, after)
    return f"{name} ({place.title})"


def moves(option: Option, review: Review, lang: str) -> Iterator[str]:
    """Who goes from what to what, one sentence each; a person's lines in two units together."""
    for before, after in pairs(option, review):
        name = person_words(after.person, review, lang)
        if before and before.size != after.size:
            yield say(
                "{who}: {before} til {after}",
                lang,
                who=name,
                before=points(before.size, lang),
                after=points(after.size, lang),
            )
        elif not before:
            yield say("{who}: ny linje på {after}", lang, who=name, after=points(after.size, lang))


def pairs(option: Option, review: Review) -> Iterator[tuple[Held | None, Held]]:
    """Each position that is not as it was, with what it was."""
    before = {one.person: one for one in review.positions}
    for one in option.positions:
        old = before.get(one.person)
        if old is None or old.size != one.size:
            yield old, one


def proof_words(option: Option, review: Review, lang: str) -> Iterator[str]:
    """What is proven of an option, on what conditions, and what is not; never more than that."""
    if option.is_solved:
        yield from _solved(option, lang)
        if any(one.changes_bound for one in option.answer.units):
            yield from _conditions(option, review, lang)
    elif option.status == "impossible":
        yield from _impossible(option, lang)
        yield from _conditions(option, review, lang)
    else:
        yield say("En turnus for dette er ikke funnet i tide. Det betyr ikke at det er umulig.", lang)


def _conditions(option: Option, review: Review, lang: str) -> Iterator[str]:
    """What was held while it was proven, besides law, agreement and rules."""
    if option.draft.seconds:
        yield say("Beviset gjelder når linjen i den andre enheten er som i dag.", lang)
    if option.draft.kind == "move_line":
        yield say("Beviset gjelder når hele den ledige linjen overtas med de samme dagene.", lang)
    if any(len(one.ask.shared) > 1 for one in option.answer.units):
        least = points(review.case.least_extension_basis_points, lang)
        yield say("Beviset gjelder når alle timene deles og ingen får mindre enn {least}.", lang, least=least)


def _solved(option: Option, lang: str) -> Iterator[str]:
    changed = changed_days_of_others(option.changes)
    bounds = [one.changes_bound for one in option.answer.units]
    least = None if any(one is None for one in bounds) else sum(one or 0 for one in bounds)
    if changed == 0:
        yield say("Ingen av de andre får endret noen dag.", lang)
    elif least is not None and least >= changed:
        yield say(
            "De andre får endret {days}. Bevist: med disse stillingene går det ikke med færre.",
            lang,
            days=amount(changed, "days", lang),
        )
    elif least:
        yield say(
            "De andre får endret {days}. Bevist minst: {least}. Om det går med færre enn funnet, er ikke avklart.",
            lang,
            days=amount(changed, "days", lang),
            least=amount(least, "days", lang),
        )
    else:
        yield say(
            "De andre får endret {days}. Om det går med færre, er ikke avklart.",
            lang,
            days=amount(changed, "days", lang),
        )
    if not all(one.sizes_proven for one in option.answer.units):
        yield say("Om timene kan deles bedre mellom de samme, er ikke avklart.", lang)


def _impossible(option: Option, lang: str) -> Iterator[str]:
    for one in option.answer.units:
        if one.status != "impossible":
            continue
        if one.least_uncovered:
            yield say(
                "Bevist: uansett hvordan vaktene legges, blir minst {minutes} uten dekning når lov, avtale og regler "
                "holdes og ingen andre får endret stilling.",
                lang,
                minutes=amount(one.least_uncovered, "minutes", lang),
            )
        else:
            yield say(
                "Bevist: lov, avtale, regler, stillinger og vakter som er bestemt, kan ikke holdes samtidig, "
                "selv om ikke noe behov måtte dekkes.",
                lang,
            )
    scenario = option.answer.units[0].ask.scenario
    yield from (balance_sentence(balance, scenario, lang) for balance in option.short)


def hole_words(hole: NewHole, lang: str) -> str:
    """`uke 3 lør 22:30-07:15: 1 mangler`."""
    week = say("uke {week}", lang, week=hole.day // WEEK_DAYS + 1)
    day = day_name(DAY_NAMES[hole.day % WEEK_DAYS], lang)
    missing = say("{count} mangler", lang, count=hole.missing)
    return f"{week} {day} {clock(hole.start)}-{clock(hole.end)}: {missing}"


def change_words(change: Change, review: Review, lang: str) -> list[str]:
    """A row of a table: who, size, weekends, hours in weekends, days that differ."""
    before, after = change.before, change.after
    return [
        person_words(change.person, review, lang),
        points(before.size, lang) if before else "-",
        points(after.size, lang) if after else "-",
        str(before.weekends) if before else "-",
        str(after.weekends) if after else "-",
        str(len(change.days)) if before and after else "-",
    ]
