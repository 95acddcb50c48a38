"""No goal is written and forgotten: the files, the registry and the contract's table name the same, in its units."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any, get_args

import pytest

import solver.goals
from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import DEFAULT_GOALS, GoalId
from solver.goals.base import Goal
from solver.goals.registry import GOALS, in_order
from tests.builders import scenario

CONTRACT = {
    "cover": "person-minutes",
    "below_wanted": "person-minutes",
    "surplus": "person-minutes",
    "unwanted_part_time": "percent points",
    "small_positions": "lines",
    "part_time": "lines",
    "lines_used": "lines",
    "contact_gaps": "windows",
    "team_gaps": "windows",
    "weekend_balance": "weekends",
    "weekend_hours_balance": "minutes",
    "evening_balance": "shifts",
    "night_balance": "shifts",
    "wishes": "weight",
    "strain": "events",
    "changes": "days",
}


def written() -> Iterator[type[Goal]]:
    """Every goal in the files of solver/goals; what others are built on has no id."""
    for module in pkgutil.iter_modules(solver.goals.__path__):
        found = importlib.import_module(f"solver.goals.{module.name}")
        for _, one in inspect.getmembers(found, inspect.isclass):
            if issubclass(one, Goal) and one.__module__ == found.__name__ and hasattr(one, "id"):
                yield one


def test_every_goal_that_is_written_is_registered() -> None:
    assert sorted(one.id for one in written()) == sorted(GOALS)
    assert {type(goal) for goal in GOALS.values()} == set(written())


def test_the_goals_are_those_of_the_contract_in_its_units() -> None:
    assert set(get_args(GoalId)) == set(CONTRACT)
    assert {name: goal.unit for name, goal in GOALS.items()} == CONTRACT


def test_a_scenario_without_goals_has_the_contracts_own() -> None:
    """In their order: the first nine of its example."""
    assert DEFAULT_GOALS == (
        "cover", "unwanted_part_time", "small_positions", "part_time", "contact_gaps", "team_gaps", "weekend_balance",
        "wishes", "strain",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "met"),
    [
        (["part_time", "cover"], [["cover"], ["part_time"]]),
        (["part_time"], [["cover"], ["part_time"]]),
        (["part_time", ["wishes", "cover"]], [["wishes", "cover"], ["part_time"]]),
        ([], [["cover"]]),
    ],
)
def test_cover_comes_first_wherever_it_stands(given: list[Any], met: list[list[str]]) -> None:
    asked = scenario(goals=given)
    assert [[step.id for step in steps] for steps in in_order(asked.goal_stages)] == met
    told = [goal.id for goal in audit(asked, Roster()).goals]
    assert told == [one for steps in met for one in steps]
