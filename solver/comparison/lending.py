"""A roster laid under another arrangement than the one it was made for: what it is worth there, and what is proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.auditing import Audit, audit
from solver.domain.roster import GoalValue, Roster
from solver.domain.scenario import Scenario
from solver.rules.base import Rule
from solver.search.outcome import with_contacts


def measured(scenario: Scenario, roster: Roster, rules: Sequence[Rule]) -> Roster:
    """A roster made for cover alone with every goal of the scenario counted on it, and somebody in every role around
    residents who may be; only cover has its bound.
    """
    if not roster.lines:
        return roster
    with_them = with_contacts(scenario, roster, ())
    return _told(with_them, audit(scenario, with_them, rules=rules), {"cover": roster.goals[0].bound})


def lent(scenario: Scenario, own: Roster, other: Roster, rules: Sequence[Rule]) -> Roster:
    """The other roster where it keeps every rule of the scenario and is better, goal by goal in order; or its own."""
    checked = audit(scenario, other, rules=rules)
    theirs = [one.value for one in checked.goals]
    if checked.breaches or (own.lines and [one.value for one in own.goals] <= theirs):
        return own
    return _told(other, checked, dict(_still_proven(own.goals, theirs)))


def _still_proven(goals: Sequence[GoalValue], theirs: Sequence[float]) -> Iterator[tuple[str, float | None]]:
    """A bound was proven with the goals before it at most what they were; it is kept while they are no more now."""
    for goal, value in zip(goals, theirs, strict=False):
        yield goal.id, goal.bound
        if value > goal.value:
            break


def _told(roster: Roster, checked: Audit, bounds: dict[str, float | None]) -> Roster:
    goals = tuple(one.model_copy(update={"bound": bounds.get(one.id)}) for one in checked.goals)
    update = {
        "lines": checked.roster.lines,
        "goals": goals,
        "holes": checked.holes,
        "findings": checked.warnings,
        "measures": checked.measures,
        "continuity": checked.continuity,
        "status": "feasible",
    }
    return roster.model_copy(update=update)
