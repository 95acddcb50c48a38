"""The scenario with the shift that was asked about decided, and the names of places in it."""

from __future__ import annotations

from collections.abc import Mapping

from solver.domain.employee import Pin
from solver.domain.roster import Reason
from solver.domain.scenario import Scenario
from solver.reasons.why.question import Question


def pinned(scenario: Scenario, question: Question) -> Scenario:
    """The scenario with the shift decided, as the last of the line's pins."""
    employee, day = question.place(scenario)
    pin = Pin.on(day, question.code)
    people = tuple(
        one.model_copy(update={"pinned": (*one.pinned, pin)}) if one.id == employee else one
        for one in scenario.employees
    )
    return scenario.with_changes({"employees": people})


def with_paths(reason: Reason, told: Mapping[str, str]) -> Reason:
    """The reason with other names for its places, or for what they begin with; the first that fits is taken."""

    def named(path: str) -> str:
        fitting = [old for old in told if path == old or path.startswith(f"{old}.")]
        return path.replace(fitting[0], told[fitting[0]], 1) if fitting else path

    days = {named(path): days for path, days in reason.days.items()}
    return reason.model_copy(update={"paths": tuple(map(named, reason.paths)), "days": days})
