"""A roster as it may be shown: completed, audited now, and with no proof that is about something else."""

from __future__ import annotations

from solver.auditing import Audit, audit
from solver.domain.fault import FaultError, fault
from solver.domain.roster import GoalValue, Roster
from solver.domain.scenario import Scenario
from solver.files.scenario import scenario_sha256

COMPARED_ELSEWHERE = "changes"
"""a goal that only the roster it is compared with can tell"""


def as_told(roster: Roster, scenario: Scenario) -> Roster:
    """The roster with what an audit finds in it now.

    Status and bounds are kept where the roster is of this scenario and its goals are as it says; one that was edited
    has lost them. Raises FaultError for a roster without lines.
    """
    if not roster.lines:
        message = "Filen har ingen turnus (status {status})."
        raise FaultError([fault("", "no_lines", message, status=roster.status or "-")])
    checked = audit(scenario, roster)
    is_same = roster.scenario_sha256 == scenario_sha256(scenario) and _alike(roster, checked)
    update = {
        "findings": checked.findings,
        "holes": checked.holes,
        "measures": checked.measures,
        "continuity": checked.continuity,
        "goals": roster.goals if is_same else checked.goals,
        "status": roster.status if is_same else None,
        "run": roster.run if is_same else None,
        "notes": (*(roster.notes if is_same else ()), *checked.notes),
        "exchangeable": roster.exchangeable if is_same else (),
    }
    return checked.roster.model_copy(update=update)


def _alike(roster: Roster, checked: Audit) -> bool:
    return bool(roster.goals) and _values(roster.goals) == _values(checked.goals)


def _values(goals: tuple[GoalValue, ...]) -> dict[str, float]:
    return {goal.id: goal.value for goal in goals if goal.id != COMPARED_ELSEWHERE}
