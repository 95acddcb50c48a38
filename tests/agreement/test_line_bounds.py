"""What is proven of goals line by line, against every lawful roster of a tiny unit."""

from hypothesis import given

from solver.domain.scenario import Scenario
from solver.files.scenario import parse_scenario
from solver.rules.registry import RULES
from solver.search.limits import Limits, Share
from solver.search.line_bound import LineBounds
from solver.search.stages import Stage, ordered_goals, scale_of
from tests.agreement.brute import Values, lawful, tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import Data

NEARLY = 1e-6
TINY = tiny(weeks=2, lines=2, rotations=("individual", "none"))
ORDERS = (["unwanted_part_time", "strain", "wishes"], ["wishes", "strain"], [["strain", "wishes"]])


def searched(scenario: Scenario) -> list[Stage]:
    goals = ordered_goals(scenario.goal_stages)
    return [Stage(steps, 0, scale_of(steps)) for steps in goals]


def worth(stage: Stage, values: Values) -> float:
    return stage.scale * sum(
        values[step.id] * (step.weight if len(stage.steps) > 1 else 1) for step in stage.steps
    )


def bounds_hold(unit: Data, every: list[Values]) -> None:
    """With each earlier stage at the least there is, and with each at what some other roster has."""
    scenario = parse_scenario(unit)
    for chosen in (every[0], every[-1]):
        stages, kept = searched(scenario), every
        alone = LineBounds(scenario, RULES, Limits(60.0, work=20.0), 1, 1, None)
        for place, stage in enumerate(stages):
            bound = alone.bound(stages, place, Share(60.0, 1.0))
            assert bound is None or all(worth(stage, one) >= bound - NEARLY for one in kept), stage.name
            stage.best = round(worth(stage, chosen))
            kept = [one for one in kept if worth(stage, one) <= stage.best + NEARLY]


@examples(10)
@given(TINY.map(eased))
def test_no_lawful_roster_goes_under_what_is_proven_line_by_line(unit: Data) -> None:
    every = lawful(unit | {"goals": ORDERS[0]})
    for goals in ORDERS if every else ():
        bounds_hold(unit | {"goals": goals}, every)
