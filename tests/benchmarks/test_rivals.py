"""The rivals plan the same scenario by the same rules: on units that all can prove, everyone says the same."""

import pytest

import solver
from benchmarks.rivals import mip, rival
from solver.domain.scenario import Scenario
from tests.builders import Data, line, scenario

GOALS = ["cover", "unwanted_part_time", "weekend_balance", "strain"]
DAY: Data = {"days": ["mon", "tue", "wed", "thu", "fri"], "start": "07:30", "end": "15:00", "min": 2}
LATE: Data = {"days": ["mon", "tue", "wed", "sat", "sun"], "start": "15:00", "end": "22:30", "min": 1}
SMALL = scenario(
    demand=[DAY, LATE],
    goals=GOALS,
    agreement={"position_step": 25, "hours_tolerance_percent": 15},
    rules={"forbidden_sequences": [["A", "D"]], "max_consecutive_days": 5},
    employees=[
        line("E1", shifts=["D", "A"], position={"current": 75, "wanted": 100}),
        line("E2", shifts=["D", "A"], position={"current": 50, "wanted": 75}),
        line("V1", shifts=["D"], vacant=True, position={"min": 50, "max": 100}),
    ],
)
SHARED = scenario(
    weeks=2,
    rotation="shared",
    demand=[DAY | {"min": 1}],
    goals=["cover", ["strain", {"id": "weekend_balance", "weight": 2}]],
    agreement={"hours_tolerance_percent": 40},
    employees=[line("E1", shifts=["D", "A"]), line("E2", shifts=["D", "A"])],
)
PERIOD = scenario(
    rotation="none",
    demand=[LATE],
    goals=[["cover", {"id": "wishes", "weight": 450}]],
    agreement={"hours_tolerance_percent": 90},
    employees=[line("E1", before=["A"] * 4, wishes=[{"days": ["wed"], "shift": "A", "want": False}])],
    rules={"max_consecutive_days": 5, "min_consecutive_days_off": 2},
)
UNITS = {"each line alone": SMALL, "a shared line": SHARED, "a period": PERIOD}
WAYS = [
    "textbook",
    pytest.param("mip", marks=pytest.mark.skipif(not mip.is_here(), reason=mip.NOT_HERE)),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", UNITS)
def test_a_rival_finds_what_heltid_finds(name: str, way: str) -> None:
    unit: Scenario = UNITS[name]
    ours = solver.plan(unit, work=20, workers=1, seconds=300)
    theirs = rival(way, unit, 300, workers=1, seed=1)
    assert (ours.status, theirs["status"], theirs.get("broken")) == ("optimal", "optimal", None)
    assert _worth(unit, {goal.id: goal.value for goal in ours.goals}) == _worth(
        unit, {name: goal["value"] for name, goal in theirs["goals"].items()}
    )


def _worth(unit: Scenario, values: dict[str, float]) -> list[float]:
    """What each stage is worth."""
    return [
        sum(step.weight * values[step.id] if len(steps) > 1 else values[step.id] for step in steps)
        for steps in unit.goal_stages
    ]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_impossible_is_told_as_that(way: str) -> None:
    unit = scenario(
        employees=[line(max_weekends=0, min_weekends=0, rules={"max_minutes": 0})], goals=["cover"]
    )
    assert rival(way, unit, 300, workers=1, seed=1)["status"] == "infeasible"
