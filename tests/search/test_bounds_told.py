"""The bound that stands beside each goal of a plan."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import solver
from solver.domain.scenario import GoalStep
from solver.search.beginning import Beginning
from solver.search.limits import Limits
from solver.search.solve import Solved
from solver.search.stages import Stage
from solver.search.underway import UnderWay
from tests.builders import line, scenario

MONDAY_OFF = {"wishes": [{"days": ["mon"], "shift": ""}], "position": {"min": 0, "max": 100}}
ROW = {"days": ["mon"], "start": "07:30", "end": "15:00", "min": 1}


def test_in_a_weighted_sum_a_goal_has_a_bound_only_where_it_is_nothing() -> None:
    people = [line("E1", **MONDAY_OFF), line("E2", **MONDAY_OFF)]
    asked = scenario(rotation="none", employees=people, demand=[ROW], goals=["cover", ["wishes", "strain"]])
    roster = solver.plan(asked, work=2, workers=1)
    told = {goal.id: (goal.value, goal.bound) for goal in roster.goals}
    assert roster.status == "optimal"
    assert told == {"cover": (0, 0), "wishes": (1, None), "strain": (0, 0)}


def three_goals() -> tuple[UnderWay, list[Stage]]:
    """A search whose rosters are just what they are worth, three numbers, with a slack of 5 on the second."""
    slack = (0.0, 5.0, 0.0)
    stages = [Stage((GoalStep(id="cover", slack=one),), 0, 1) for one in slack]
    for place, stage in enumerate(stages):
        stage.measure = lambda sheet, current, place=place: sheet[place]  # type: ignore[method-assign, misc]
    model: Any = SimpleNamespace(cp=SimpleNamespace(proto=SimpleNamespace(variables=range(3))))
    search = UnderWay(model, stages, None, (), Limits(1), 1, 1, None, lambda step: None)
    search.sheet = lambda values: values  # type: ignore[method-assign, assignment, return-value]
    return search, stages


def test_a_bound_is_let_go_when_a_goal_before_it_gets_worse() -> None:
    search, stages = three_goals()
    search.adopt(0, Solved(values=(12, 1, 9)))
    for stage, bound in zip(stages, (8, 1, 9), strict=True):
        stage.raise_bound(bound)
    assert [stage.proven for stage in stages] == [False, True, True]
    search.adopt(0, Solved(values=(8, 3, 7)))
    assert [(stage.best, stage.bound, stage.proven) for stage in stages] == [
        (8, 8, True), (3, 1, False), (7, 0, False),
    ]  # fmt: skip


def test_a_bound_stays_while_the_goals_before_it_get_better() -> None:
    search, stages = three_goals()
    search.adopt(0, Solved(values=(12, 4, 9)))
    stages[2].raise_bound(6)
    search.adopt(0, Solved(values=(11, 4, 8)))
    search.adopt(1, Solved(values=(11, 2, 20)))
    assert [(stage.best, stage.bound) for stage in stages] == [(11, None), (2, None), (20, 6)]


def test_counts_prove_a_goal_with_the_slack_of_those_before_it() -> None:
    search, _ = three_goals()
    search.adopt(0, Solved(values=(0, 0, 3)))
    asked = []

    def bound(stage: int, ceilings: Sequence[int | None], *_: object) -> int:
        asked.append(list(ceilings))
        return 0

    sizing: Any = SimpleNamespace(bound=bound, expressions=[0, 0, 0])
    assert Beginning(search, sizing)._unmet() == 2
    assert asked == [[], [0], [0, 5]]
