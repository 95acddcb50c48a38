"""Wishes that were not met, and days that differ from the roster people have."""

import pytest

from solver.goals.registry import GOALS
from tests.builders import Data
from tests.goals.helpers import roster, scenario, value


@pytest.mark.parametrize(
    ("wish", "unmet"),
    [
        ({"shift": "A"}, 6),
        ({"shift": "A", "want": False}, 1),
        ({"shift": ""}, 2),
        ({"shift": "", "want": False}, 5),
        ({}, 5),
        ({"want": False}, 2),
    ],
)
def test_each_day_of_a_wish_counts_by_itself(wish: Data, unmet: int) -> None:
    assert value("wishes", scenario({"wishes": [wish]}), "D A") == unmet


def test_an_unmet_wish_counts_with_its_weight_on_its_own_days() -> None:
    wishes = [{"days": ["mon"], "weeks": [2], "shift": "D", "weight": 3}, {"days": ["tue"], "shift": "D"}]
    asked = scenario({"wishes": wishes}, weeks=2)
    assert value("wishes", asked, "D D") == 3 + 1
    assert GOALS["wishes"].ceiling(asked) == 3 + 2


def test_someone_missing_from_the_roster_is_free() -> None:
    asked = scenario({"wishes": [{"days": ["mon"], "shift": "D"}, {"days": ["tue"], "shift": ""}]})
    assert value("wishes", asked) == 1


def test_changes_are_the_days_with_another_code() -> None:
    asked = scenario({})
    assert value("changes", asked, "D A . N", current=roster(7, {"E1": "D . D N"})) == 2


def test_nothing_changes_where_there_is_no_current_roster() -> None:
    assert value("changes", scenario({}), "D A") == 0


def test_for_someone_new_every_worked_day_is_a_change() -> None:
    asked = scenario({}, {})
    assert value("changes", asked, "D A", "D D D", current=roster(7, {"E1": "D A", "X9": "D"})) == 3


def test_for_someone_who_is_taken_out_every_day_worked_before_is_a_change() -> None:
    asked = scenario({}, {})
    assert value("changes", asked, "D A", current=roster(7, {"E1": "D A", "E2": "N N"})) == 2


def test_a_current_roster_of_another_length_is_free_where_it_says_nothing() -> None:
    asked = scenario({})
    assert value("changes", asked, "D . . . . . D", current=roster(6, {"E1": "D"})) == 1
    assert value("changes", asked, "D", current=roster(14, {"E1": "D . . . . . . D"})) == 0
