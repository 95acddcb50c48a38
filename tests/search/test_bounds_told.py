"""The bound that stands beside each goal of a plan."""

import solver
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
