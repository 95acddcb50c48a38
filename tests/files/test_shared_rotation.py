"""Shared rotation: as many people as weeks, all alike, and nothing only one of them may have."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.files.good import faults

Changes = dict[str, Any]


def told(*employees: Changes, weeks: int = 3) -> list[str]:
    """The faults of three people in shared rotation, changed."""
    people = [
        {"id": f"E{one + 1}", "position": {"current": 80}, "max_weekends": 1}
        | (employees[one] if one < len(employees) else {})
        for one in range(3)
    ]
    raw = {
        "schema": "heltid.scenario/1",
        "id": "shared",
        "cycle": {"weeks": weeks, "rotation": "shared"},
        "agreement": "ks-turnus-local",
        "shifts": [{"code": "D", "start": "07:30", "end": "15:00"},
                   {"code": "A", "start": "15:00", "end": "22:00"}],
        "employees": people,
    }  # fmt: skip
    return faults(json.dumps(raw), "t.json")


def test_three_alike_share_three_weeks() -> None:
    assert told() == []


def test_what_comes_to_the_same_is_alike() -> None:
    same = {"position": {"min": 80, "max": 80}, "shifts": ["A", "D"], "weekly_minutes": 2130, "norm": "fixed"}
    assert told({}, same) == []


def test_there_are_as_many_people_as_weeks() -> None:
    assert told(weeks=4) == [
        "employees: 3 ansatte deler en linje på 4 uker. Skriv like mange ansatte som uker."
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("shifts", ["D"]), ("position", {"current": 90}), ("norm", "tredelt"), ("weekly_minutes", 2000),
        ("other_minutes", 60), ("max_weekends", 2), ("min_weekends", 1), ("long_shifts", True),
        ("vacant", True),
    ],
)  # fmt: skip
def test_one_who_differs_is_named(name: str, value: object) -> None:
    lines = told({}, {name: value})
    said = f"employees[1].{name}: Alle går i samme linje, men {name} er ulik E1. Skriv det likt for alle."
    assert said in lines
    assert all(line.startswith("employees[1].") for line in lines)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pinned", [{"days": ["mon"], "weeks": [1], "shift": "D"}]),
        ("unavailable", [{"days": ["mon"]}]),
        ("elsewhere", [{"days": ["mon"], "start": "08:00", "end": "12:00"}]),
        ("rules", {"max_consecutive_days": 4}),
    ],
)
def test_what_only_one_may_have_is_refused(name: str, value: object) -> None:
    assert told({}, {}, {name: value}) == [
        f"employees[2].{name}: Alle går i samme linje, så ingen kan ha dette alene. Fjern feltet."
    ]


def test_each_may_have_a_competence_and_wishes_of_their_own() -> None:
    assert told({"skills": ["medication"], "wishes": [{"days": ["mon"], "shift": "D"}]}) == []
