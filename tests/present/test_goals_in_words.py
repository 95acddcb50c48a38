"""Goals in words: every goal of the contract has a name, and a bound is told for what it is."""

from typing import Any, get_args

import pytest

from solver.domain.roster import GoalValue, Roster
from solver.domain.scenario import GoalId
from solver.present.goals import goal_lines, goal_name, proven
from tests.present.helpers import unit


@pytest.mark.parametrize("goal", get_args(GoalId))
def test_every_goal_has_a_name_in_both_languages(goal: str) -> None:
    assert goal not in (goal_name(goal, "nb"), goal_name(goal, "en"))
    assert goal_name(goal, "nb") != goal_name(goal, "en")


@pytest.mark.parametrize(
    ("value", "bound", "said"),
    [(60, 60, "bevist best"), (60, 30, "bevist minst 30 personminutter"), (60, None, "ingen grense bevist")],
)
def test_a_bound_is_told_for_what_it_is(value: int, bound: int | None, said: str) -> None:
    assert proven(GoalValue(id="cover", value=value, bound=bound, unit="person-minutes"), "nb") == said


def lines_of(goals: tuple[Any, ...], *values: GoalValue, status: str = "feasible") -> list[str]:
    return goal_lines(Roster.model_validate({"goals": values, "status": status}), unit(goals=goals), "nb")


def test_goals_stand_in_their_order() -> None:
    names = ("part_time", "small_positions")
    lines = lines_of(names, *(GoalValue(id=name, value=0, unit="lines") for name in names))
    assert [line.split("  ")[0] for line in lines] == ["Deltidsstillinger", "Små stillinger"]


def test_a_goal_in_a_sum_has_no_bound_of_its_own_and_says_so() -> None:
    goals, one = ("cover", ("wishes", "strain")), GoalValue(id="wishes", value=1, unit="weight")
    assert lines_of(goals, one)[0].endswith("veies sammen med andre")
    assert lines_of(goals, one, status="optimal")[0].endswith("summen er bevist best")
    assert lines_of(goals, one.model_copy(update={"value": 0, "bound": 0}))[0].endswith("bevist best")


def test_no_goals_are_no_lines() -> None:
    assert lines_of(()) == []
