"""What the front door gives, as pandas tables that a planner can keep: columns in the reader's language.

Amounts stay numbers: positions in percent, hours as decimal hours, holes in minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from solver.auditing import Audit
from solver.comparison.frontier import Point
from solver.comparison.rosters import Comparison
from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.roster import Hole, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import number as percent
from solver.domain.work import Sheet
from solver.present.comparison import MEASURES
from solver.present.findings import finding_sentence, in_order
from solver.present.frontier import settings_words
from solver.present.goals import goal_name
from solver.present.text import HOUR_MINUTES, day_name
from solver.present.words import say

Tables = dict[str, pd.DataFrame]
LINE = (
    "ansatt",
    "navn",
    "kompetanse",
    "stilling, %",
    "timer i snitt per uke",
    "balanse, timer",
    "helger",
    "helgetimer",
)
GOAL = ("mål", "verdi", "bevist minst", "enhet")
HOLE = ("rad", "uke", "dag", "fra", "til", "mangler", "minutter")
FINDING = ("alvor", "regel", "lov eller avtale", "ansatt", "funn")
SEVERITY = {"breach": "brudd", "warning": "varsel"}
ARRANGEMENT = (
    "ordning", "udekkede timer", "gjennomsnittlig stilling, %", "høyst mulig, %", "hele stillinger", "linjer i bruk",
    "helger i året", "timer i en arbeidet helg", "formelen, %", "slått av",
)  # fmt: skip


def tables(value: object, scenario: Scenario | None, lang: str) -> Tables:
    """The tables of a roster or an audit, of a comparison, or of a frontier's points, by name."""
    if isinstance(value, Comparison):
        return _comparison(value, lang)
    if isinstance(value, tuple) and value and all(isinstance(one, Point) for one in value):
        return {"arrangements": _arrangements(value, lang)}
    if isinstance(value, Roster) and scenario:
        from solver.auditing import audit

        return _audited(scenario, audit(scenario, value), value, lang=lang)
    if isinstance(value, Audit) and scenario:
        return _audited(scenario, value, value.roster, lang=lang)
    raise TypeError(say("Dette har ingen tabeller her; en turnus og en kontroll trenger scenariet.", lang))


def _audited(scenario: Scenario, checked: Audit, roster: Roster, *, lang: str) -> Tables:
    """Where no roster was found (infeasible, unknown) each table is empty."""
    if not roster.lines:
        kinds = {"lines": LINE, "goals": GOAL, "holes": HOLE, "findings": FINDING}
        empty = {name: _table(columns, (), lang) for name, columns in kinds.items()}
        return {"roster": _days(scenario, roster, lang)} | empty
    return {
        "roster": _days(scenario, roster, lang),
        "lines": _lines(scenario, checked, lang),
        "goals": _goals(roster if roster.goals else checked, lang),
        "holes": _table(HOLE, [_hole(one, lang) for one in checked.holes], lang),
        "findings": _findings(scenario, checked, lang),
    }


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]], lang: str) -> pd.DataFrame:
    return pd.DataFrame([list(row) for row in rows], columns=[say(name, lang) for name in columns])


def _days(scenario: Scenario, roster: Roster, lang: str) -> pd.DataFrame:
    """A row for each line, a column for each day, Monday of week 1 first."""
    days = [
        f"{say('uke {week}', lang, week=day // WEEK_DAYS + 1)} {day_name(DAY_NAMES[day % WEEK_DAYS], lang)}"
        for day in range(scenario.cycle.days)
    ]
    rows = {line.employee: list(line.days) for line in roster.lines}
    found = pd.DataFrame.from_dict(rows, orient="index", columns=days)
    return found.rename_axis(say("ansatt", lang))


def _lines(scenario: Scenario, checked: Audit, lang: str) -> pd.DataFrame:
    rows, sheet = [], Sheet.of(scenario, checked.roster)
    weekend_days = {day for day in range(scenario.cycle.days) if day % WEEK_DAYS >= WEEK_DAYS - 2}
    for line in sheet.lines:
        given, weeks = line.given, scenario.cycle.weeks
        weekend = sum(
            scenario.shift_by_code[code].paid_minutes for day in weekend_days if (code := line.code(day))
        )
        rows.append(
            (
                line.employee.id,
                line.employee.name or "",
                line.employee.competence or "",
                percent(given.position_basis_points or 0) if given else 0,
                round(line.paid_minutes / weeks / HOUR_MINUTES, 2),
                round((given.balance_minutes or 0) / HOUR_MINUTES, 2) if given else 0,
                sum(line.weekend_is_worked(week) for week in range(weeks)),
                round(weekend / HOUR_MINUTES, 2),
            )
        )
    return _table(LINE, rows, lang)


def _goals(of: Roster | Audit, lang: str) -> pd.DataFrame:
    rows = [(goal_name(goal.id, lang), goal.value, goal.bound, goal.unit) for goal in of.goals]
    return _table(GOAL, rows, lang)


def _hole(hole: Hole, lang: str) -> Sequence[Any]:
    start, end = (int(text[:2]) * HOUR_MINUTES + int(text[3:]) for text in (hole.start, hole.end))
    minutes = (end - start) % (24 * HOUR_MINUTES) or 24 * HOUR_MINUTES
    return (
        hole.row, hole.week, day_name(hole.day, lang), hole.start, hole.end, hole.missing, hole.missing * minutes
    )  # fmt: skip


def _findings(scenario: Scenario, checked: Audit, lang: str) -> pd.DataFrame:
    rows = [
        (
            say(SEVERITY[one.severity], lang), one.rule, one.law, one.employee or "",
            finding_sentence(one, scenario, lang),
        )
        for one in in_order(checked.findings)
    ]  # fmt: skip
    return _table(FINDING, rows, lang)


def _comparison(found: Comparison, lang: str) -> Tables:
    """One column for each roster."""
    names = [side.name for side in found.sides]
    goals = {
        goal_name(goal.id, lang): [side.checked.goals[place].value for side in found.sides]
        for place, goal in enumerate(found.sides[0].checked.goals)
    }
    measures = {
        say(words, lang): [side.checked.measures.get(name, 0) for side in found.sides]
        for name, words in MEASURES.items()
    }
    faults = {say("brudd", lang): [len(side.checked.breaches) for side in found.sides]}

    def people(of: Callable[[Any], Any]) -> pd.DataFrame:
        rows = {
            one.id: [of(side.people[one.id]) if one.id in side.people else None for side in found.sides]
            for one in found.scenario.employees
        }
        return pd.DataFrame.from_dict(rows, orient="index", columns=names)

    totals = pd.DataFrame.from_dict(goals | measures | faults, orient="index", columns=names)
    return {
        "totals": totals,
        "positions": people(lambda share: percent(share.position)),
        "weekends": people(lambda share: share.weekends),
        "weekend_hours": people(lambda share: round(share.weekend_minutes / HOUR_MINUTES, 2)),
    }


def _arrangements(points: Sequence[Point], lang: str) -> pd.DataFrame:
    return _table(ARRANGEMENT, [_arrangement(point, lang) for point in points], lang)


def _arrangement(point: Point, lang: str) -> Sequence[Any]:
    first = settings_words(point.arrangement.settings, lang)
    if point.uncovered is None:
        return (first, *[None] * (len(ARRANGEMENT) - 1))
    measured = point.roster.measures
    minutes = point.minutes_a_weekend
    return (
        first,
        round(point.uncovered / HOUR_MINUTES, 2),
        measured["average_position"],
        None if point.position_bound is None else round(point.position_bound, 1),
        measured["full_time"],
        measured["lines_used"],
        point.weekends_a_year,
        None if minutes is None else round(minutes / HOUR_MINUTES, 2),
        point.formula.average_position if point.formula else None,
        ", ".join(str(other + 1) for other in point.dominated_by),
    )
