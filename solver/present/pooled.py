"""Units that share lines, on a terminal: the goals of all units, what each shared line does, and each unit's holes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from solver.domain.roster import cover_of
from solver.domain.values import number
from solver.forum.pools.together import Pooled, Shared
from solver.present.goals import goal_amount, goal_name, proven
from solver.present.notes import note_lines
from solver.present.text import amount, columns
from solver.present.words import say

WAYS: Final = {
    "together": "én modell for alle enhetene",
    "priced": "enhet for enhet, de felles linjene priset imellom",
}
HEADER: Final = ("Felles linje", "Stilling", "Dager og helger i hver enhet")
NOTHING: Final = {
    "infeasible": "Bevist umulig: ingen turnus holder reglene i alle enhetene, selv uten bemanning.",
    "unknown": "Ikke funnet i tide. Det betyr ikke at det er umulig; gi mer tid med --seconds.",
}


def pooled_lines(found: Pooled, lang: str) -> Iterator[str]:
    """The answer in plain sentences and two tables."""
    pool = found.pool
    yield say(
        "{name}: {units} enheter og {lines} felles linjer, {way}.", lang,
        name=pool.title, units=len(pool.units), lines=len(pool.lines), way=say(WAYS[found.way], lang),
    )  # fmt: skip
    if not found.is_found:
        yield say(NOTHING["infeasible" if found.roster.status == "infeasible" else "unknown"], lang)
        yield from note_lines(found.roster.notes, lang)
        return
    yield say("Loven er kontrollert for hver person over alle enhetene, og for hver enhets turnus.", lang)
    yield from _goals(found, lang)
    yield ""
    yield from _table([say(one, lang) for one in HEADER], [_row(found, one, lang) for one in found.shared])
    yield ""
    for unit, given in zip(found.units, pool.units, strict=True):
        cover = cover_of(unit.roster.goals)
        told = goal_amount(cover.value if cover else 0, "person-minutes", lang)
        yield say("{unit}: udekket {amount}, {lines} linjer.", lang, unit=given.title, amount=told,
                  lines=len(unit.roster.lines))  # fmt: skip
    if found.goals_left_out:
        names = ", ".join(goal_name(one, lang) for one in found.goals_left_out)
        yield say("Mål som gjelder én enhet av gangen og ikke er regnet med her: {names}.", lang, names=names)
    if found.other:
        yield from _other(found.other, lang)


def _goals(found: Pooled, lang: str) -> Iterator[str]:
    rows = [
        [goal_name(one.id, lang), goal_amount(one.value, one.unit, lang), proven(one, lang)]
        for one in found.goals
    ]
    yield from (line for line in columns(["", "", ""], rows) if line)


def _other(other: Pooled, lang: str) -> Iterator[str]:
    yield ""
    yield say("Til sammenligning, {way}:", lang, way=say(WAYS[other.way], lang))
    if other.is_found:
        yield from _goals(other, lang)
    else:
        yield say(NOTHING["infeasible" if other.roster.status == "infeasible" else "unknown"], lang)


def _row(found: Pooled, one: Shared, lang: str) -> list[str]:
    names = [unit.title for unit in found.pool.units]
    parts = [
        say(
            "{unit}: {days} dager, {weekends} helger",
            lang,
            unit=names[place - 1],
            days=days,
            weekends=one.weekends.get(place, 0),
        )
        for place, days in sorted(one.days.items())
    ]
    return [one.employee, amount(number(one.size), "percent", lang), "; ".join(parts) or say("ubrukt", lang)]


def _table(header: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield from columns(header, rows)
