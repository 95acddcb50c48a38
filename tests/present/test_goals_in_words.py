"""Goals in words: every goal of the contract has a name, and a bound is told for what it is."""

from typing import get_args

import pytest

from solver.domain.roster import GoalValue
from solver.domain.scenario import GoalId
from solver.present.goals import goal_lines, goal_name, proven


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


def test_goals_stand_in_their_order() -> None:
    goals = [GoalValue(id=name, value=0, unit="lines") for name in ("part_time", "small_positions")]
    assert [line.split("  ")[0] for line in goal_lines(goals, "nb")] == [
        "Deltidsstillinger",
        "Små stillinger",
    ]


def test_no_goals_are_no_lines() -> None:
    assert goal_lines([], "nb") == []
