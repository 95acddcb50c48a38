"""The holes in the cover, merged: `uke 1-3, 7 lør 10:00-12:00: mangler 1 (college)`."""

from __future__ import annotations

from collections.abc import Iterable

from solver.domain.cycle import DAY_NAMES
from solver.domain.roster import Hole
from solver.domain.scenario import Scenario
from solver.holes import joined
from solver.present.text import day_name, spans
from solver.present.words import say

AT_MOST = 30
Alike = tuple[int, str, str, str, int]
"""Row, day, start, end and how many are missing: what holes have in common that are told as one."""


def hole_lines(holes: Iterable[Hole], scenario: Scenario, lang: str) -> list[str]:
    """Holes as lines, alike ones as one; after thirty lines only how many more there are."""
    weeks: dict[Alike, list[int]] = {}
    for hole in joined(holes):
        weeks.setdefault((hole.row, hole.day, hole.start, hole.end, hole.missing), []).append(hole.week)
    told = sorted(weeks.items(), key=lambda one: (one[1][0], _place(one[0][1]), one[0][2], one[0][0]))
    lines = [_line(alike, spans(found), scenario, lang) for alike, found in told]
    if len(lines) <= AT_MOST:
        return lines
    more = say("... og {count} linjer til", lang, count=len(lines) - AT_MOST)
    return [*lines[:AT_MOST], more]


def hole_line(hole: Hole, scenario: Scenario, lang: str) -> str:
    """One hole."""
    return _line((hole.row, hole.day, hole.start, hole.end, hole.missing), str(hole.week), scenario, lang)


def _line(alike: Alike, weeks: str, scenario: Scenario, lang: str) -> str:
    row, day, start, end, missing = alike
    place = {"weeks": weeks, "day": day_name(day, lang), "start": start, "end": end, "missing": missing}
    line = say("uke {weeks} {day} {start}-{end}: mangler {missing}", lang, **place)
    asked = scenario.demand[row] if row < len(scenario.demand) else None
    whom = asked.whom if asked else ()
    return f"{line} ({', '.join(whom)})" if whom else line


def _place(day: str) -> int:
    return DAY_NAMES.index(day) if day in DAY_NAMES else len(DAY_NAMES)
