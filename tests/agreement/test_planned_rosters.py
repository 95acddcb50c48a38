"""A roster that was planned stands with the audit and the oracle, and is worth what both of them count."""

import json
from collections import Counter
from random import Random

from hypothesis import given

import solver
from solver.domain.roster import Roster
from solver.files.scenario import parse_scenario
from tests import oracle
from tests.agreement.examples import chances, examples
from tests.agreement.judges import breaches, found_by_oracle, roster_of
from tests.agreement.moved import shuffled
from tests.agreement.rosters import wild
from tests.agreement.scenarios import eased, scenarios
from tests.builders import Data

SECONDS = 60.0
"""a lid only: what is found depends on the work, which is the same on every machine"""


def planned(unit: Data, current: Roster | None = None) -> Roster:
    scenario = parse_scenario(unit)
    return solver.plan(scenario, work=0.5, workers=1, seed=1, seconds=SECONDS, current=current)


def plain(roster: Roster) -> Data:
    found: Data = json.loads(roster.model_dump_json(by_alias=True))
    return found


def test_a_planned_roster_has_no_breach_and_the_values_it_states() -> None:
    seen: Counter[str | None] = Counter()

    @examples(30)
    @given(scenarios(weeks=4, lines=3).map(eased), chances)
    def stands(unit: Data, rng: Random) -> None:
        current = wild(parse_scenario(unit), unit, rng)
        roster = planned(unit, roster_of(current))
        seen[roster.status] += 1
        assert {"code": "audit_failed"} not in roster.notes
        if roster.lines:
            assert solver.audit(parse_scenario(unit), roster).breaches == ()
            assert breaches(found_by_oracle(unit, plain(roster))) == set()
            assert [hole.model_dump() for hole in roster.holes] == oracle.holes(unit, plain(roster))
            _goals_agree(unit, roster, current)
            _sums_agree(unit, roster)

    stands()
    assert seen["optimal"] + seen["feasible"] >= 15, "too few examples can be planned"


def _goals_agree(unit: Data, roster: Roster, current: Data) -> None:
    counted = oracle.goals(unit, plain(roster), current)
    assert {goal.id: goal.value for goal in roster.goals} == {
        goal.id: counted[goal.id] for goal in roster.goals
    }
    assert all(goal.bound is None or goal.bound <= goal.value for goal in roster.goals)


def _sums_agree(unit: Data, roster: Roster) -> None:
    counted = oracle.sums(unit, plain(roster))
    for line in roster.lines:
        assert line.minutes == counted[line.employee]["minutes"]
        assert abs((line.balance_minutes or 0) - counted[line.employee]["balance_minutes"]) <= 0.5


@examples(12)
@given(scenarios(weeks=2, lines=2, rotations=("individual", "none")).map(eased), chances)
def test_the_order_of_the_file_changes_no_optimum(unit: Data, rng: Random) -> None:
    first, other = planned(unit), planned(shuffled(unit, rng))
    assert (first.status == "infeasible") == (other.status == "infeasible")
    if first.status == other.status == "optimal":
        assert first.goals == other.goals
