"""What a goal is: an amount that a person understands, the smaller the better."""

from __future__ import annotations

from solver.domain.roster import Roster
from solver.domain.scenario import GoalId, Scenario
from solver.domain.work import Sheet
from solver.rules.base import Linear, Model


class Goal:
    """Base of every goal: `measure` counts it on any roster, `express` says it in the model; never shared logic.

    Both give whole numbers in 1/`scale` of the `unit` (percent points are counted in hundredths).
    """

    id: GoalId
    unit: str
    scale: int = 1
    name: str
    """message id: the goal in a few words of bokmål"""
    in_weekends: bool = False
    """whether Saturdays and Sundays alone decide it, or nearly so"""

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        """The value on a roster. `current` is the roster that `changes` compares with."""
        raise NotImplementedError

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        """The value as an expression of the model; a stage makes it as small as it can."""
        raise NotImplementedError

    def ceiling(self, scenario: Scenario) -> int:
        """A number the value cannot pass, for the variable that holds it."""
        return 10**9
