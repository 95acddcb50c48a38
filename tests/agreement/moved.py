"""The same scenario told in another order, and the same plan begun a week later."""

from random import Random
from typing import Any

from solver.domain.finding import Finding
from tests.builders import Data

WITH_WEEKS = ("unavailable", "elsewhere", "pinned", "wishes")
WHOLE_LINE = ("weekly_rest", "sunday", "consecutive_days", "consecutive_nights")
"""rules that tell a breach where one of several places will do"""


def shuffled(unit: Data, rng: Random) -> Data:
    """Employees, shifts and demand, and whatever each of them lists, in another order (none of these is shared)."""
    people = [
        person | {name: _mixed(person[name], rng) for name in (*WITH_WEEKS, "skills", "groups", "shifts")}
        for person in unit["employees"]
    ]
    return unit | {
        "shifts": _mixed(unit["shifts"], rng),
        "employees": _mixed(people, rng),
        "demand": _mixed(unit["demand"], rng),
    }


def _mixed(found: list[Any], rng: Random) -> list[Any]:
    return rng.sample(found, len(found))


def a_week_later(unit: Data) -> Data:
    """Every week named is the next one; the last is the first."""
    weeks = unit["cycle"]["weeks"]

    def moved(window: Data) -> Data:
        named = window.get("weeks")
        return window | ({"weeks": sorted(week % weeks + 1 for week in named)} if named else {})

    people = [
        person | {name: [moved(window) for window in person[name]] for name in WITH_WEEKS}
        for person in unit["employees"]
    ]
    return unit | {"employees": people, "demand": [moved(row) for row in unit["demand"]]}


def lines_a_week_later(roster: Data) -> Data:
    lines = [line | {"days": [*line["days"][-7:], *line["days"][:-7]]} for line in roster["lines"]]
    return roster | {"lines": lines}


def told(findings: list[Finding], unit: Data, later: int = 0) -> set[tuple[object, ...]]:
    """Findings as a set, `later` weeks on, each row of demand by what it asks and not by its number."""
    return {
        (one.rule, one.severity, one.employee, *_place(one, unit["cycle"]["weeks"], later), _about(one, unit))
        for one in findings
    }


def _place(one: Finding, weeks: int, later: int) -> tuple[object, ...]:
    """Where and how much; for rules that hold for a whole line, only that they are broken."""
    if one.rule in WHOLE_LINE:
        return ()
    week = None if one.week is None else (one.week - 1 + later) % weeks + 1
    return week, one.day, one.amount, one.limit


def _about(one: Finding, unit: Data) -> str | None:
    if one.rule == "demand_max" and one.detail:
        row = dict(unit["demand"][int(one.detail.removeprefix("demand[").rstrip("]"))])
        del_weeks = {name: value for name, value in row.items() if name != "weeks"}
        return str(sorted(del_weeks.items()))
    return one.detail if one.rule not in WHOLE_LINE else None
