"""Why a scenario cannot be staffed and the least that must give, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.present.balances import balance_sentence
from solver.present.changes import offer_lines, refusal_words
from solver.present.findings import DISCLAIMER, NO_LAW
from solver.present.lacking import lacking_json, lacking_lines
from solver.present.places import place_words, row_words
from solver.present.reasons import reason_lines
from solver.present.text import amount
from solver.present.words import say
from solver.reasons.changes.base import Offer
from solver.reasons.conflict import Conflict
from solver.reasons.explanation import Explanation
from solver.reasons.held import Item

OUTCOMES = {
    "staffed": "Behovet kan dekkes: en turnus uten hull er funnet.",
    "impossible": "Behovet kan ikke dekkes. Det er bevist.",
    "unknown": "Om behovet kan dekkes, er ikke funnet ut i tiden som var satt av. Det betyr ikke at det er umulig.",
}
GROUPS = {
    "max_weekends": "ingen av {lines} arbeider flere helger enn sin grense ({range})",
    "min_weekends": "{lines} arbeider minst så mange helger som bestemt ({range})",
    "position.min": "{lines} har en minste stilling",
    "position.max": "{lines} har en største stilling",
    "shifts": "{lines} går bare sine egne vaktkoder",
    "long_shifts": "{lines} har ikke sagt ja til langvakter",
    "unavailable": "{lines} er ikke tilgjengelig til alle tider",
    "elsewhere": "{lines} arbeider også i en annen enhet",
    "pinned": "{lines} har låste dager",
    "rules": "{lines} har egne regler",
}
MOST_TOLD = 12


def explanation_lines(found: Explanation, lang: str) -> Iterator[str]:
    """The three steps in plain words; of the arithmetic only what is short."""
    scenario = found.scenario
    yield scenario.name or scenario.id
    yield say(OUTCOMES[found.outcome], lang)
    short = [one for one in found.arithmetic if one.is_short]
    if short:
        yield from ("", say("Regnestykket", lang))
        yield from (f"  {balance_sentence(one, scenario, lang)}" for one in short[:MOST_TOLD])
        if len(short) > MOST_TOLD:
            yield "  " + say("... og {count} til", lang, count=len(short) - MOST_TOLD)
    if found.collisions:
        yield ""
        reasons = Roster(scenario=scenario.id, status="infeasible", reasons=found.collisions)
        yield from reason_lines(reasons, scenario, lang)
    elif found.outcome == "impossible":
        yield from _conflicts(found, lang)
        yield from _changes(found, lang)
    if found.lacking:
        yield from lacking_lines(found.lacking, scenario, lang)
    yield ""
    if not scenario.agreement.law_checked:
        yield say(NO_LAW, lang)
    yield say(DISCLAIMER, lang)


def _conflicts(found: Explanation, lang: str) -> Iterator[str]:
    for one in found.conflicts:
        together = "Dette kan ikke gjelde samtidig, når loven og avtalen holdes:"
        single = "Dette kan ikke nås med dem som er der, når loven og avtalen holdes:"
        yield from ("", say(together, lang) if len(one.items) > 1 else say(single, lang))
        yield from (f"  {_path(item)}: {item_words(item, found.scenario, lang)}" for item in one.items)
        minimal = "Uten ett av dem, hvilket som helst, går resten sammen: for hvert er det funnet en turnus."
        without = "Uten det går resten sammen: det er funnet en turnus."
        unsure = "Tiden var ute før alt var prøvd: noe av dette er kanskje uten betydning."
        known = say(minimal, lang) if len(one.items) > 1 else say(without, lang)
        yield "  " + (known if one.minimal else say(unsure, lang))
    if not found.conflicts:
        yield from ("", say("Hva som ikke kan gjelde samtidig, er ikke funnet ut i tide.", lang))
    elif found.complete:
        yield say("Uten disse kravene til bemanning kan resten dekkes.", lang)
    else:
        yield say("Det kan finnes flere grunner.", lang)


def _changes(found: Explanation, lang: str) -> Iterator[str]:
    yield from ("", say("Det minste som må gi seg. Hvert forslag er nok alene:", lang))
    for number, offer in enumerate(found.offers, start=1):
        first, *rest = offer_lines(offer, found.scenario, lang)
        yield f"  {number}. {first}"
        yield from (f"     {line.strip()}" for line in rest)
    if not found.offers:
        yield "  " + say("Ingen forslag er funnet.", lang)
    no_help = refusal_words(found.refusals, True, lang)
    if no_help:
        yield "  " + say("Ikke nok alene (bevist): {kinds}.", lang, kinds=no_help)
    unknown = refusal_words(found.refusals, False, lang)
    if unknown:
        yield "  " + say("Ikke funnet ut i tide: {kinds}.", lang, kinds=unknown)
    if found.scenario.agreement.law_checked:
        yield "  " + say("Loven er holdt i alle forslagene. Den gir seg aldri.", lang)


def _path(item: Item) -> str:
    return item.paths[0] if len(item.paths) == 1 else f"employees[..].{item.kind}"


def item_words(item: Item, scenario: Scenario, lang: str) -> str:
    """What an item of a conflict asks for."""
    path = item.paths[0]
    if item.is_demand:
        number = int(path.partition("[")[2].partition("]")[0])
        row = row_words(number, scenario, lang)
        return say("minst {value} på jobb {where}", lang, value=scenario.demand[number].least, where=row)
    if item.kind not in GROUPS or (len(item.paths) == 1 and item.kind not in ("long_shifts",)):
        return place_words(path, scenario, lang) or item.kind
    lines = len({one.partition(".")[0] for one in item.paths})
    values = sorted(_values(item, scenario))
    told = "" if not values else str(values[0]) if values[0] == values[-1] else f"{values[0]}-{values[-1]}"
    return say(GROUPS[item.kind], lang, lines=amount(lines, "lines", lang), range=told)


def _values(item: Item, scenario: Scenario) -> list[int]:
    """The numbers of a group of limits."""
    if not item.kind.endswith("_weekends"):
        return []
    places = [int(path.partition("[")[2].partition("]")[0]) for path in item.paths]
    return [getattr(scenario.employees[place], item.kind) for place in places]


def explanation_json(found: Explanation, lang: str) -> str:
    """All of it as JSON: every balance, short or not; conflicts; offers with their edits; and what was no help."""
    scenario = found.scenario
    whole = {
        "schema": "heltid.explanation/1",
        "scenario": scenario.id,
        "outcome": found.outcome,
        "arithmetic": [
            one.plain() | {"text": balance_sentence(one, scenario, lang)} for one in found.arithmetic
        ],
        "conflicts": [_conflict(one, scenario, lang) for one in found.conflicts],
        "conflicts_complete": found.complete,
        "reasons": [one.model_dump(mode="json") for one in found.collisions],
        "changes": [_offer(one) for one in found.offers],
        "no_help": [asdict(one) for one in found.refusals],
        "roster": lacking_json(found.lacking) if found.lacking else None,
        "law_checked": scenario.agreement.law_checked,
        "seconds": round(found.seconds, 2),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _conflict(one: Conflict, scenario: Scenario, lang: str) -> dict[str, Any]:
    items = [
        {"kind": item.kind, "paths": item.paths, "text": item_words(item, scenario, lang)}
        for item in one.items
    ]
    return {"items": items, "minimal": one.minimal}


def _offer(one: Offer) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "cost": one.cost,
        "unit": one.unit,
        "proven_least": one.proven,
        "edits": [asdict(edit) for edit in one.edits],
        "measures": one.roster.measures,
    }
