"""The figures of a review counted again from the files alone: rosters as codes, sizes in percent, clocks by hand.

Nothing here is imported from solver: a figure in a paper that agrees has been counted twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Raw = Mapping[str, Any]
SUPPLEMENTS = {
    "weekend": (("sat", "sun"), 0, 1440, 0.22, 70.0),
    "night": (DAY_NAMES, 21 * 60, 30 * 60, 0.25, 70.0),
    "evening": (DAY_NAMES, 17 * 60, 21 * 60, 0.0, 56.0),
}
"""days, from, until (minutes after midnight), share of the wage, least kroner an hour: domain.md 1.6"""


@dataclass(frozen=True)
class Line:
    """One line of one roster."""

    size: float
    days: tuple[str, ...]

    @property
    def weekends(self) -> int:
        return sum(
            bool(self.days[week * 7 + 5] or self.days[week * 7 + 6]) for week in range(len(self.days) // 7)
        )


def lines(roster: Raw) -> dict[str, Line]:
    """The lines in use."""
    found = {row["employee"]: Line(float(row["position"]), tuple(row["days"])) for row in roster["lines"]}
    return {name: line for name, line in found.items() if line.size}


def changed_days(before: Line, after: Line) -> int:
    return sum(old != new for old, new in zip(before.days, after.days, strict=True))


def kroner(scenario: Raw, roster: Raw, wages: Raw) -> float:
    """Supplements in a year."""
    shifts = {shift["code"]: shift for shift in scenario["shifts"]}
    competence = {one["id"]: one["competence"] for one in scenario["employees"]}
    total = 0.0
    for name, line in lines(roster).items():
        wage = wages[competence[name]]
        for days, first, last, share, least in SUPPLEMENTS.values():
            minutes = sum(
                _overlap(line, day, shifts[code], (days, first, last))
                for day, code in enumerate(line.days)
                if code
            )
            total += minutes / 60 * max(share * wage, least) * 52 / (len(line.days) // 7)
    return total


def _overlap(line: Line, day: int, shift: Raw, window: tuple[tuple[str, ...], int, int]) -> int:
    days, first, last = window
    start, end = _minutes(shift["start"]), _minutes(shift["end"])
    end += 1440 if end <= start else 0
    total = 0
    for offset in (-1, 0, 1):
        if DAY_NAMES[(day + offset) % 7] in days:
            total += max(0, min(end, offset * 1440 + last) - max(start, offset * 1440 + first))
    return total


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def uncovered(scenario: Raw, roster: Raw) -> int:
    """Person-minutes of demand that nobody covers, minute by minute."""
    shifts = {shift["code"]: shift for shift in scenario["shifts"]}
    people = {one["id"]: one for one in scenario["employees"]}
    ranks = {name: rank for rank, name in enumerate(scenario["competences"])}
    length = 7 * scenario["cycle"]["weeks"] * 1440
    missing = 0
    for row in scenario["demand"]:
        there = [0] * length
        for name, line in lines(roster).items():
            if "competence" in row and ranks[people[name]["competence"]] < ranks[row["competence"]]:
                continue
            for day, code in enumerate(line.days):
                for minute in range(*_span(day, shifts[code])) if code else ():
                    there[minute % length] += 1
        for day in range(length // 1440):
            if DAY_NAMES[day % 7] in row.get("days", DAY_NAMES):
                missing += sum(
                    max(0, row["min"] - there[minute % length]) for minute in range(*_span(day, row))
                )
    return missing


def _span(day: int, window: Raw) -> tuple[int, int]:
    start, end = _minutes(window["start"]), _minutes(window["end"])
    return day * 1440 + start, day * 1440 + end + (1440 if end <= start else 0)
