"""The least that must give, in words: what was tried, what it costs and what is proven of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from solver.domain.scenario import Scenario
from solver.present.findings import who
from solver.present.places import place_words, row_words
from solver.present.text import amount, number
from solver.present.words import say
from solver.reasons.changes.base import Edit, Offer, Refusal

OFFERS = {
    "weekends": "{cost} til i alt, delt på {people}:",
    "long_shifts": "Ja til langvakter fra {people}:",
    "heads": "{cost} færre på jobb, lagt sammen over tidsrommene:",
    "lines": "{lines}, med rammen økt tilsvarende:",
    "budget": "Rammen økes med {cost}:",
    "rule": "En av enhetens regler faller bort:",
    "agreement": "En avtale på et høyere nivå («{level}»), som partene må inngå: {name}.",
}
NEW_LINES = ("{lines} ny linje", "{lines} nye linjer")
KINDS = {
    "weekends": "flere arbeidshelger",
    "long_shifts": "ja til langvakter",
    "heads": "færre på jobb",
    "lines": "nye linjer (inntil 16)",
    "budget": "større ramme",
    "rule": "å ta bort én av enhetens regler",
    "agreement": "avtalene på høyere nivå som Heltid kjenner",
}
PROVEN = {
    True: "Bevist: mindre av samme slag er ikke nok. Prøvd: en turnus uten hull, snittstilling {position} %.",
    False: "Om mindre av samme slag er nok, er ikke funnet ut. Prøvd: en turnus uten hull, snittstilling {position} %.",
}
EDITS = {
    "max_weekends": "{who}: høyst {after} i stedet for {before}",
    "heads": "minst {after} i stedet for {before} {where}",
    "line": "{count} på {position} %, {competence}",
    "budget": "rammen: {after} årsverk i stedet for {before}",
}
MOST_EDITS = 24


def offer_lines(offer: Offer, scenario: Scenario, lang: str) -> Iterator[str]:
    """One change: what it is, place by place, and how sure it is that it is the least."""
    values = {"level": offer.details.get("level", ""), "name": offer.details.get("name", "")}
    people = len([edit for edit in offer.edits if edit.path.startswith("employees")])
    one, many = NEW_LINES
    yield say(
        OFFERS[offer.kind],
        lang,
        cost=amount(offer.cost, offer.unit, lang),
        people=amount(people, "people", lang),
        lines=say(one if offer.cost == 1 else many, lang, lines=number(offer.cost, lang)),
        **values,
    )
    told = list(_edits(offer, scenario, lang))
    yield from (f"  {line}" for line in told[:MOST_EDITS])
    position = number(offer.roster.measures.get("average_position", 0), lang)
    yield "  " + say(PROVEN[offer.proven], lang, position=position)


def _edits(offer: Offer, scenario: Scenario, lang: str) -> Iterator[str]:
    lines = Counter(_size(edit) for edit in offer.edits if offer.kind == "lines" and edit.before is None)
    for (size, competence), count in lines.items():
        values = {
            "count": amount(count, "lines", lang),
            "position": number(size, lang),
            "competence": competence,
        }
        yield say(EDITS["line"], lang, **values).rstrip(", ")
    for edit in offer.edits:
        if edit.path == "budget_fte":
            before, after = number(edit.before, lang), number(edit.after, lang)
            yield say(EDITS["budget"], lang, before=before, after=after)
        elif offer.kind == "weekends":
            after = amount(edit.after, "weekends", lang)
            yield say(EDITS["max_weekends"], lang, who=_who(edit, scenario), before=edit.before, after=after)
        elif offer.kind == "long_shifts":
            yield _who(edit, scenario)
        elif offer.kind == "heads":
            where = row_words(_index(edit), scenario, lang)
            yield say(EDITS["heads"], lang, before=edit.before, after=edit.after, where=where)
        elif offer.kind == "rule":
            yield place_words(edit.path, scenario, lang) or edit.path


def _size(edit: Edit) -> tuple[float, str]:
    return edit.after["position"]["max"], edit.after.get("competence") or ""


def _index(edit: Edit) -> int:
    return int(edit.path.partition("[")[2].partition("]")[0])


def _who(edit: Edit, scenario: Scenario) -> str:
    return who(scenario.employees[_index(edit)].id, scenario)


def refusal_words(refusals: tuple[Refusal, ...], proven: bool, lang: str) -> str:
    """The kinds that are proven to be no help, or those that were not found out, as a list."""
    kinds = [one.kind for one in refusals if one.applies and one.proven == proven]
    return ", ".join(say(KINDS[kind], lang) for kind in kinds)
