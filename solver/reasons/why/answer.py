"""The answer to why one shift is not there, in three ways."""

from __future__ import annotations

from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.reasons.why.around import Around, Solving
from solver.reasons.why.effect import Effect
from solver.reasons.why.near import Means
from solver.reasons.why.put import put
from solver.reasons.why.question import Question


@dataclass(frozen=True)
class Why:
    """`instead` is the code that stands there (`""` is free); `placed` the roster with only that day changed.

    `around` is what solving gave. Both are None where the shift stands there already.
    """

    scenario: Scenario
    question: Question
    before: Audit
    instead: str
    placed: Effect | None = None
    around: Around | None = None
    seconds: float = 0.0

    @property
    def is_there(self) -> bool:
        return self.around is None

    @property
    def roster(self) -> Roster | None:
        """The roster with the shift there, where one was found."""
        if self.around is None:
            return self.before.roster
        return self.around.effect.checked.roster if self.around.effect else None


def why(scenario: Scenario, roster: Roster, question: Question, means: Means) -> Why:
    """Answer a question on a roster within the limits; `means` as the parameters of `solver.why`."""
    before = audit(scenario, roster, rules=means.rules)
    line = next(one for one in before.roster.lines if one.employee == question.employee)
    instead, limits = line.days[question.day], means.limits
    if instead == question.code:
        return Why(scenario, question, before, instead, seconds=limits.elapsed)
    placed = put(scenario, before, question, means.rules)
    around = Solving(scenario, before, question, means).around(placed)
    return Why(scenario, question, before, instead, placed, around, limits.elapsed)
