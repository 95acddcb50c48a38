"""A decision closes a case: the option that people chose makes the new scenarios and rosters."""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.domain.case import Case, CaseUnit, Decision
from solver.domain.fault import FaultError, fault
from solver.domain.kinds import nearest
from solver.forum.review import Option, Review


@dataclass(frozen=True)
class Decided:
    """A closed case: the review with the decision in it, the option chosen, and the units it changes.

    `units` hold the new scenario and the new roster of each unit that is touched.
    """

    review: Review
    option: Option
    units: tuple[CaseUnit, ...]

    @property
    def case(self) -> Case:
        return self.review.case


def decide(review: Review, decision: Decision) -> Decided:
    """Close the case; raises FaultError where the option is not one that was solved."""
    solved = {option.id: option for option in review.options if option.is_solved}
    if decision.option not in solved:
        message = "Alternativet «{option}» er ikke blant dem som er løst."
        near = nearest(decision.option, solved)
        if near:
            found = fault(
                "option", "unknown_option", message, "Mente du «{near}»?", option=decision.option, near=near
            )
        else:
            found = fault("option", "unknown_option", message, "Skriv en av: {words}.",
                          option=decision.option, words=", ".join(solved) or "-")  # fmt: skip
        raise FaultError([found])
    option = solved[decision.option]
    closed = review.case.model_copy(update={"decision": decision})
    units = tuple(
        review.case.unit_by_id[after.unit].model_copy(
            update={"scenario": after.scenario, "roster": after.roster}
        )
        for after in option.afters
    )
    return Decided(replace(review, case=closed), option, units)
