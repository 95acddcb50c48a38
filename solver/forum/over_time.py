"""The indicators over time: one entry for each closed case, as it was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Closed:
    """A closed case: when it was decided, what it was about, and its indicators (`heltid.review/1`) after."""

    date: str
    name: str
    indicators: Mapping[str, Any]


def over_time(cases: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> tuple[Closed, ...]:
    """Closed cases with their reviews, both as plain values, by date; what was not decided is left out."""
    found = []
    for case, review in cases:
        decision = case.get("decision")
        options = {option["id"]: option for option in review.get("options", ())}
        if decision and decision["option"] in options:
            name = case.get("name") or case["id"]
            found.append(Closed(decision["date"], name, options[decision["option"]]["indicators"]))
    return tuple(sorted(found, key=lambda one: one.date))
