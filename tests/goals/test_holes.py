"""Holes: where and when how many are missing."""

from typing import Any

from solver.domain.scenario import Scenario
from solver.holes import holes
from tests.goals.helpers import scenario, sheet


def found(asked: Scenario, **lines: str) -> list[tuple[Any, ...]]:
    return [tuple(hole.model_dump().values()) for hole in holes(sheet(asked, lines))]


def test_a_hole_says_when_and_how_many_are_missing() -> None:
    any_number = {"min": 0, "start": "00:00", "end": "00:00"}
    asked = scenario(
        {}, {}, weeks=2, demand=[any_number, {"days": ["sat"], "start": "09:00", "end": "22:00", "min": 2}]
    )
    assert found(asked, E1=". . . . . L .   . . . . . L .", E2=". . . . . . .   . . . . . D .") == [
        (1, 1, "sat", "09:00", "10:00", 2),
        (1, 1, "sat", "10:00", "22:00", 1),
        (1, 2, "sat", "09:00", "10:00", 1),
        (1, 2, "sat", "15:00", "22:00", 1),
    ]


def test_stretches_with_as_many_missing_are_one_hole() -> None:
    asked = scenario({}, {}, demand=[{"days": ["mon"], "start": "07:30", "end": "22:30", "min": 2}])
    assert found(asked, E1="D", E2="A") == [(0, 1, "mon", "07:30", "22:30", 1)]


def test_a_hole_after_midnight_belongs_to_the_day_of_its_window() -> None:
    asked = scenario({}, demand=[{"days": ["sun"], "start": "22:30", "end": "08:00", "min": 1}])
    assert found(asked, E1=". . . . . . N") == [(0, 1, "sun", "07:30", "08:00", 1)]


def test_a_covered_roster_has_no_holes() -> None:
    asked = scenario({}, demand=[{"days": ["mon"], "start": "08:00", "end": "15:00", "min": 1}])
    assert found(asked, E1="D") == []
