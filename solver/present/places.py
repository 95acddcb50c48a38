"""What stands at a place in a scenario: `employees[2].pinned[0]` as `E03 Signe er låst til A uke 1 tir`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS, Cycle
from solver.domain.employee import Employee
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import FreeWeekend, UnitRules
from solver.domain.values import clock, number, week_clock
from solver.domain.windows import Days
from solver.present.finding_words import FREE, SHAPES
from solver.present.findings import who
from solver.present.text import amount, day_name, duration, spans
from solver.present.words import say

WORDS = {
    "line": "{who} har en linje",
    "position.current": "stillingen til {who} er {value}",
    "position.wanted": "{who} ønsker {value} stilling",
    "position.min": "stillingen til {who} skal være minst {value}",
    "position.max": "stillingen til {who} skal være høyst {value}",
    "max_weekends": "{who} arbeider høyst {value}",
    "min_weekends": "{who} arbeider minst {value}",
    "shifts": "{who} går bare {value}",
    "no_shifts": "{who} går ingen vakter",
    "other_minutes": "{who} har {value} utenom vaktene",
    "weekly_minutes": "full tid for {who} er {value} i uken",
    "norm": "normen til {who} er {value}",
    "before": "dagene til {who} før turnusen begynner: {value}",
    "pinned": "{who} er låst til {value} {when}",
    "unavailable": "{who} er ikke tilgjengelig {when}",
    "elsewhere": "{who} arbeider i en annen enhet {when}",
    "own_rules": "egen regel for {who}: {value}",
    "rules": "enhetens regel: {value}",
    "demand": "høyst {value} på jobb {when}",
    "budget_fte": "rammen er {value}",
    "shift_days": "{value} går bare {when}",
}
RULES = {
    "max_consecutive_days": "høyst {value} arbeidsdager på rad",
    "min_consecutive_days": "minst {value} arbeidsdager på rad",
    "min_consecutive_days_off": "minst {value} fridager på rad",
    "max_consecutive_days_off": "høyst {value} fridager på rad",
    "min_consecutive_shifts": "minst {value} på rad",
    "max_consecutive_shifts": "høyst {value} på rad",
    "max_consecutive_nights": "høyst {value} netter på rad",
    "min_weeks_between_weekends": "minst {value} uker mellom arbeidshelger",
    "weekend_shape": "en arbeidshelg er {value}",
    "free_weekend": "en frihelg er fri {value}",
    "forbidden_sequences": "rekkefølgen {value} er ikke tillatt",
    "max_shifts": "høyst {value} i turnusen",
    "min_shifts": "minst {value} i turnusen",
    "max_minutes": "høyst {value} betalt tid i turnusen",
    "min_minutes": "minst {value} betalt tid i turnusen",
}
EVERY_DAY = "hver dag"
LINE = re.compile(r"employees\[(\d+)\](?:\.(.+))?")
ENTRY = re.compile(r"(\w+)\[(\d+)\](?:\.\w+)?")
MOST_SPANS = 4


def place_words(path: str, scenario: Scenario, lang: str, days: Sequence[int] = ()) -> str:
    """What stands at a place, of its days only those given; "" where the scenario has no such place."""
    try:
        line = LINE.fullmatch(path)
        if line:
            employee = scenario.employees[int(line[1])]
            return _of_line(scenario, employee, line[2] or "line", lang, days=days)
        return _of_unit(scenario, path, lang)
    except (LookupError, AttributeError, TypeError):  # nothing stands there
        return ""


def _of_line(scenario: Scenario, employee: Employee, place: str, lang: str, *, days: Sequence[int]) -> str:
    person, entry = who(employee.id, scenario), ENTRY.fullmatch(place)
    if place.startswith("rules."):
        return say(WORDS["own_rules"], lang, who=person, value=_rule(employee.rules, place[6:], lang))
    if entry:
        found = getattr(employee, entry[1])[int(entry[2])]
        code = getattr(found, "shift", "") or say(FREE, lang)
        return say(
            WORDS[entry[1]], lang, who=person, value=code, when=_when(found, scenario.cycle, lang, days)
        )
    if place == "shifts" and not employee.shifts:
        place = "no_shifts"
    return say(WORDS[place], lang, who=person, value=_of_person(employee, place, lang))


def _of_person(employee: Employee, place: str, lang: str) -> str:
    group, _, name = place.partition(".")
    if group == "position":
        return amount(number(getattr(employee.position, f"given_{name}_basis_points") or 0), "percent", lang)
    value: Any = getattr(employee, place, "")
    if place.endswith("_weekends"):
        return amount(value, "weekends", lang)
    if place.endswith("_minutes"):
        return duration(value, lang)
    return ", ".join(code or say(FREE, lang) for code in value) if isinstance(value, tuple) else str(value)


def _of_unit(scenario: Scenario, path: str, lang: str) -> str:
    if path.startswith("rules."):
        return say(WORDS["rules"], lang, value=_rule(scenario.rules, path[6:], lang))
    if path == "budget_fte":
        budget = number(scenario.budget_fte_hundredths or 0)
        return say(WORDS["budget_fte"], lang, value=amount(budget, "fte", lang))
    entry = ENTRY.fullmatch(path)
    if not entry:
        return ""
    if entry[1] == "demand":
        row = scenario.demand[int(entry[2])]
        return say(WORDS["demand"], lang, value=row.max, when=_when(row, scenario.cycle, lang))
    shift = scenario.shifts[int(entry[2])]
    days = Days(days=shift.days)
    return say(WORDS["shift_days"], lang, value=shift.code, when=_when(days, scenario.cycle, lang))


def row_words(number: int, scenario: Scenario, lang: str) -> str:
    """The window of a row of demand, and of whom it asks: `lør-søn 07:30-15:00 (skilled)`."""
    row = scenario.demand[number]
    told = _when(row, scenario.cycle, lang)
    return f"{told} ({', '.join(row.whom)})" if row.whom else told


def _rule(rules: UnitRules, place: str, lang: str) -> str:
    """`max_shifts.L` as `høyst 4 L i turnusen`."""
    name, _, code = place.partition(".")
    entry = ENTRY.fullmatch(name)
    name = entry[1] if entry else name
    value = getattr(rules, name)
    if value is None:
        raise LookupError(place)
    if entry:
        told = " - ".join(one or say(FREE, lang) for one in value[int(entry[2])])
    elif isinstance(value, dict):
        told = f"{value[code]} {code}"
    elif isinstance(value, FreeWeekend):
        told = " - ".join(_week_time(minutes, lang) for minutes in (value.from_minutes, value.until_minutes))
    elif name.endswith("_minutes"):
        told = duration(value, lang)
    else:
        told = say(SHAPES.get(str(value), str(value)), lang)
    return say(RULES[name], lang, value=told)


def _week_time(minutes: int, lang: str) -> str:
    day, time = week_clock(minutes).split()
    return f"{day_name(day, lang)} {time}"


def _when(entry: Days, cycle: Cycle, lang: str, days: Sequence[int] = ()) -> str:
    """Days and times: `uke 1-3 man-fre 07:30-15:00`."""
    told = days_words(days or entry.in_cycle(cycle), cycle, lang)
    start, end = getattr(entry, "start", None), getattr(entry, "end", None)
    return told if start is None and end is None else f"{told} {clock(start or 0)}-{clock(end or 0)}"


def days_words(days: Iterable[int], cycle: Cycle, lang: str) -> str:
    """Days of the cycle by the weeks that have them: `uke 1 tir, uke 4 man-søn`."""
    weeks: dict[int, list[int]] = {}
    for day in days:
        weeks.setdefault(day // WEEK_DAYS + 1, []).append(day % WEEK_DAYS)
    alike: dict[tuple[int, ...], list[int]] = {}
    for week, names in weeks.items():
        alike.setdefault(tuple(names), []).append(week)
    told = [_weeks(found, names, cycle, lang) for names, found in alike.items()]
    return ", ".join(told[:MOST_SPANS]) + (", ..." if len(told) > MOST_SPANS else "")


def _weeks(weeks: list[int], names: tuple[int, ...], cycle: Cycle, lang: str) -> str:
    which = "" if len(weeks) == cycle.weeks else say("uke {week}", lang, week=spans(weeks))
    if len(names) == WEEK_DAYS and not which:
        return say(EVERY_DAY, lang)
    runs = [run.split("-") for run in spans(names).split(", ")]
    told = ", ".join("-".join(day_name(DAY_NAMES[int(day)], lang) for day in run) for run in runs)
    return f"{which} {told}".strip()
