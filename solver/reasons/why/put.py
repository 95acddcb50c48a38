"""Put it there: the same roster with that one day changed, audited; nothing is solved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from solver.auditing import Audit, audit
from solver.domain.cycle import WEEK_DAYS
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.reasons.why.effect import Effect, effect
from solver.reasons.why.question import Question
from solver.rules.base import Rule


def put(scenario: Scenario, before: Audit, question: Question, rules: Sequence[Rule]) -> Effect:
    """What follows at once; where the size no longer fits the hours, with the size that fits best, if that is better.

    On a line that all walk, everyone gets it, each in the week that is hers.
    """
    days = days_of(scenario, question)
    held, fitted = (
        effect(
            before, audit(scenario, changed_roster(before.roster, days, question.code, fit=fit), rules=rules)
        )
        for fit in (False, True)
    )
    return min((held, fitted), key=lambda one: len(one.breaches))


def days_of(scenario: Scenario, question: Question) -> dict[str, int]:
    """Whose day is changed: on a shared line everyone's."""
    if scenario.cycle.rotation != "shared":
        return {question.employee: question.day}
    _, first = question.place(scenario)
    return {
        one.id: (first + turn * WEEK_DAYS) % scenario.cycle.days
        for turn, one in enumerate(scenario.employees)
    }


def changed_roster(roster: Roster, days: Mapping[str, int], code: str, *, fit: bool) -> Roster:
    """The roster with another code on one day of some lines; with `fit` their sizes follow their hours."""
    lines = (
        _with(line, days[line.employee], code, fit=fit) if line.employee in days else line
        for line in roster.lines
    )
    return roster.model_copy(update={"lines": tuple(lines)})


def _with(line: Line, day: int, code: str, *, fit: bool) -> Line:
    """The line with another code on a day; hours and F1 are worked out anew, and where it shall `fit`, the size."""
    update: dict[str, object] = {
        "days": (*line.days[:day], code, *line.days[day + 1 :]),
        "minutes": None,
        "balance_minutes": None,
        "f1": (),
    }
    if fit:
        update["position_basis_points"] = None
    return line.model_copy(update=update)
