"""On scenarios so small that every roster can be looked at, a plan is impossible, best or bounded as it says."""

from hypothesis import given

import solver
from solver.domain.roster import Roster
from solver.files.scenario import parse_scenario
from tests.agreement.brute import Values, lawful, stages, tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import Data

NEARLY = 1e-6


def planned(unit: Data) -> Roster:
    return solver.plan(parse_scenario(unit), work=2.0, workers=1, seed=1, seconds=60.0)


@examples(10)
@given(tiny().filter(lawful))
def test_what_has_a_lawful_roster_gets_one(unit: Data) -> None:
    assert planned(unit).status in ("optimal", "feasible")


@examples(10)
@given(tiny().filter(lambda unit: not lawful(unit)))
def test_what_has_no_lawful_roster_at_all_is_told_as_impossible(unit: Data) -> None:
    assert planned(unit).status == "infeasible"


@examples(26)
@given(tiny().map(eased))
def test_what_is_told_as_optimal_is_the_best_of_all_rosters_goal_by_goal(unit: Data) -> None:
    roster, every = planned(unit), lawful(unit)
    assert (roster.status == "infeasible") == (not every)
    if every:
        values: Values = {goal.id: goal.value for goal in roster.goals}
        _bounds_hold(unit, roster, every, values)
        assert roster.status == "optimal"
        _is_best(unit, every, values)


def _is_best(unit: Data, every: list[Values], values: Values) -> None:
    """Each goal in its order is as small as those before it let it be, or given up by its slack and no more."""
    kept = every
    for stage in stages(unit):
        best = min(stage.worth(one) for one in kept)
        assert best - NEARLY <= stage.worth(values) <= best + stage.slack + NEARLY, stage
        kept = [one for one in kept if stage.worth(one) <= best + stage.slack + NEARLY]


def _bounds_hold(unit: Data, roster: Roster, every: list[Values], values: Values) -> None:
    """No roster whose earlier goals are at most the values reported goes under a bound."""
    bounds, kept = {goal.id: goal.bound for goal in roster.goals}, every
    for stage in stages(unit):
        bound = bounds[next(iter(stage.weights))] if len(stage.weights) == 1 else None
        assert bound is None or all(stage.worth(one) >= bound - NEARLY for one in kept), stage
        kept = [one for one in kept if stage.worth(one) <= stage.worth(values) + NEARLY]
