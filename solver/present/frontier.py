"""What each arrangement allows, as a table, as JSON and beside the weekend arithmetic."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from solver.comparison.frontier import Point
from solver.domain.scenario import Scenario
from solver.present.findings import DISCLAIMER, NO_LAW
from solver.present.text import columns, duration, hours, number
from solver.present.words import say

HEADER = (
    "", "Ordning", "Udekket", "Bevist minst", "Snittstilling", "Høyst mulig", "Hele", "Linjer", "Helger i året",
    "Timer per helg", "Formel", "Slått av",
)  # fmt: skip
SETTINGS = {"weekends": "{value} helger", "long_shifts": "langvakter {value}", "agreement": "avtale {value}"}
SWITCHED = {"on": "på", "off": "av"}
NOTHING = {"infeasible": "umulig", "unknown": "ikke funnet ut"}
RIGHT = (0, 2, 3, 4, 5, 6, 7, 8, 9, 10)
CHECK = (
    "{number}: formelen gir {formula} % på {heads} hoder (en arbeidet helg er {minutes}, hver {nth}. uke i snitt); "
    "turnusens dag- og aftenlinjer har {own} % på {lines}. Utenfor formelen: {night} årsverk natt, {beyond} utover "
    "behovet."
)
WHY = (
    "Formelen regner med at behovet etter klokken er dekket, uten natt. Turnusen går utover det fordi vaktene ikke "
    "følger behovet time for time og kompetansekravene telles for seg; der noe er udekket, har den færre hoder."
)
EXPLAINED = (
    "Høyst mulig er bevist: ingen turnus med så god dekning har større snittstilling. Slått av, av turnusene som "
    "ble funnet: like gode eller bedre i dekning, snittstilling, hele stillinger, helger i året og timer per helg. "
    "En strek er ikke funnet ut."
)


def frontier_lines(points: Sequence[Point], scenario: Scenario, lang: str) -> Iterator[str]:
    """One row for each arrangement, then the formula beside each and what it leaves out."""
    yield scenario.name or scenario.id
    rows = [_row(place, point, lang) for place, point in enumerate(points, start=1)]
    yield from ("", *columns([say(name, lang) if name else "" for name in HEADER], rows, right=RIGHT))
    yield from ("", say(EXPLAINED, lang))
    told = [line for place, point in enumerate(points, start=1) for line in _check(place, point, lang)]
    if told:
        yield from ("", say("Helgeregnestykket ved siden av", lang), *told, say(WHY, lang))
    yield ""
    if not scenario.agreement.law_checked:
        yield say(NO_LAW, lang)
    yield say(DISCLAIMER, lang)


def settings_words(settings: Mapping[str, str], lang: str) -> str:
    """`4 helger, langvakter på`."""
    told = [
        say(SETTINGS[name], lang, value=say(SWITCHED.get(value, value), lang))
        for name, value in settings.items()
    ]
    return ", ".join(told)


def _row(place: int, point: Point, lang: str) -> list[str]:
    first = [str(place), settings_words(point.arrangement.settings, lang)]
    if point.uncovered is None:
        nothing = say(NOTHING.get(point.roster.status or "", "-"), lang)
        bound = "" if point.cover_bound is None else hours(point.cover_bound)
        return [*first, nothing, bound, *([""] * (len(HEADER) - 4))]
    measured, formula = point.roster.measures, point.formula
    return [
        *first,
        hours(point.uncovered),
        "-" if point.cover_bound is None else hours(point.cover_bound),
        _percent(measured["average_position"], lang),
        _percent(point.position_bound, lang),
        number(measured["full_time"], lang),
        number(measured["lines_used"], lang),
        "-" if point.weekends_a_year is None else number(point.weekends_a_year, lang),
        "-" if point.minutes_a_weekend is None else hours(point.minutes_a_weekend),
        _percent(formula.average_position if formula else None, lang),
        ", ".join(str(other + 1) for other in point.dominated_by),
    ]


def _percent(value: float | None, lang: str) -> str:
    return "-" if value is None else f"{number(round(value, 1), lang)} %"


def _check(place: int, point: Point, lang: str) -> Iterator[str]:
    formula = point.formula
    if formula is None:
        return
    yield say(
        CHECK,
        lang,
        number=place,
        formula=number(formula.average_position, lang),
        heads=number(formula.heads, lang),
        minutes=duration(formula.minutes_a_weekend, lang),
        nth=number(formula.every_nth, lang),
        own=number(formula.own_average, lang),
        lines=formula.lines,
        night=number(formula.night_fte, lang),
        beyond=number(formula.beyond_fte, lang),
    )


def frontier_json(points: Sequence[Point], scenario: Scenario) -> str:
    """Every arrangement with its figures, bounds, formula and the lines of its roster."""
    whole = {
        "schema": "heltid.frontier/1",
        "scenario": scenario.id,
        "arrangements": [_plain(point) for point in points],
        "law_checked": scenario.agreement.law_checked,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _plain(point: Point) -> dict[str, Any]:
    roster = point.roster
    return {
        "settings": point.arrangement.settings,
        "status": roster.status,
        "cover": point.uncovered,
        "cover_bound": point.cover_bound,
        "measures": roster.measures,
        "average_position_bound": None if point.position_bound is None else round(point.position_bound, 2),
        "weekends_a_year": point.weekends_a_year,
        "minutes_a_weekend": point.minutes_a_weekend,
        "formula": asdict(point.formula) if point.formula else None,
        "dominated_by": point.dominated_by,
        "goals": [one.model_dump(mode="json") for one in roster.goals],
        "lines": [one.model_dump(mode="json", by_alias=True) for one in roster.lines],
    }
