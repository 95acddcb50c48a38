"""Neither the order of the file nor the week with which a cycle begins changes what an audit finds."""

from random import Random

from hypothesis import given

import solver
from solver.files.scenario import parse_scenario
from tests.agreement.examples import chances, examples
from tests.agreement.judges import roster_of
from tests.agreement.moved import a_week_later, lines_a_week_later, shuffled, told
from tests.agreement.rosters import nearly_legal
from tests.agreement.scenarios import scenarios
from tests.builders import Data


def found(unit: Data, made: Data, later: int = 0) -> set[tuple[object, ...]]:
    audit = solver.audit(parse_scenario(unit), roster_of(made))
    return told(list(audit.findings), unit, later)


@examples(40)
@given(scenarios(rotations=("individual", "none")), chances)
def test_the_order_of_the_file_changes_no_finding_and_no_goal(unit: Data, rng: Random) -> None:
    made = nearly_legal(parse_scenario(unit), unit, rng)
    other = shuffled(unit, rng)
    assert found(other, made | {"lines": rng.sample(made["lines"], len(made["lines"]))}) == found(unit, made)
    audits = [solver.audit(parse_scenario(each), roster_of(made)) for each in (unit, other)]
    assert audits[0].goals == audits[1].goals
    assert audits[0].measures == audits[1].measures


@examples(40)
@given(scenarios(rotations=("individual",)), chances)
def test_a_cycle_that_begins_a_week_later_has_the_same_findings_a_week_later(unit: Data, rng: Random) -> None:
    made = nearly_legal(parse_scenario(unit), unit, rng)
    later, lines = a_week_later(unit), lines_a_week_later(made)
    assert found(later, lines) == found(unit, made, later=1)
    audits = [
        solver.audit(parse_scenario(each), roster_of(one)) for each, one in ((unit, made), (later, lines))
    ]
    assert audits[0].goals == audits[1].goals
