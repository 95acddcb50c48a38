"""The example units as they come with Heltid, planned by work and not by the clock."""

from functools import cache
from pathlib import Path

import solver
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.data import unit_path
from solver.files.scenario import dump_scenario, parse_scenario
from tests import oracle
from tests.builders import tuples

LID_SECONDS = 3600.0
"""Far more than the work takes anywhere; a test that meets it is too large."""


@cache
def unit(name: str) -> Scenario:
    return solver.load(unit_path(name))


def head(name: str) -> str:
    """The comment at the top of a unit's file, without its marks."""
    lines = Path(unit_path(name)).read_text(encoding="utf-8").splitlines()
    ends = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return "\n".join(line.removeprefix("#").strip() for line in lines[:ends])


def with_goals(scenario: Scenario, *goals: str) -> Scenario:
    """The same unit with fewer goals, so that all the work goes into them."""
    return parse_scenario(tuples(dump_scenario(scenario) | {"goals": goals}))


def without_pins(scenario: Scenario, *employees: str) -> Scenario:
    """The same unit with nothing decided beforehand for these people."""
    given = dump_scenario(scenario)
    lines = [one | {"pinned": []} if one["id"] in employees else one for one in given["employees"]]
    return parse_scenario(tuples(given | {"employees": lines}))


def planned(scenario: Scenario, work: float) -> Roster:
    """A roster by one worker and one seed: the same on every machine."""
    roster = solver.plan(scenario, seconds=LID_SECONDS, work=work, workers=1, seed=1)
    assert roster.run is not None
    assert roster.run.stopped_by != "time"
    return roster


def breaches(scenario: Scenario, roster: Roster) -> list[str]:
    """The rules a roster breaks, by the audit."""
    return sorted({one.rule for one in solver.audit(scenario, roster).breaches})


def breaches_by_oracle(scenario: Scenario, roster: Roster) -> list[str]:
    """The rules a roster breaks, by a second reading of the contract that shares no code with Heltid."""
    made = roster.model_dump(mode="json", by_alias=True)
    found = oracle.check(dump_scenario(scenario), made)
    return sorted({one["rule"] for one in found if one["severity"] == "breach"})
