"""Designs of one unit under each arrangement: from demand alone, or beside those who stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from solver.comparison.arrangements import Arrangement
from solver.domain.fault import FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Scenario
from solver.forum.design.designing import design
from solver.forum.design.over_time import Leaving, Step, over_time
from solver.search.limits import Limits
from solver.search.outcome import Asked


@dataclass(frozen=True)
class Proposal:
    """One arrangement with what should be there, now and at each day that somebody leaves."""

    settings: Mapping[str, str]
    steps: tuple[Step, ...]

    @property
    def is_solved(self) -> bool:
        """Whether every day that was asked about has its roster."""
        return all(step.design.status == "solved" for step in self.steps)

    @property
    def worth(self) -> tuple[bool, tuple[float, ...]]:
        """Solved before others, then the goals of the last day in their order."""
        return not self.is_solved, tuple(goal.value for goal in self.steps[-1].design.goals)


def proposals(
    made: Sequence[Arrangement], leaving: Sequence[Leaving] | None, limits: Limits, asked: Asked
) -> tuple[Proposal, ...]:  # fmt: skip
    """Each arrangement's, the best first, in equal parts of the time. `leaving`: None is from demand alone."""
    found = []
    for turn, one in enumerate(made):
        part = limits.within(1 / (len(made) - turn))
        if leaving is None:
            steps: tuple[Step, ...] = (Step(None, (), design(one.scenario, (), part, asked)),)
        else:
            steps = over_time(one.scenario, leaving, part, asked)
        limits.used_work += part.used_work
        found.append(Proposal(one.settings, steps))
    return tuple(sorted(found, key=lambda one: one.worth))


def leaving_of(scenario: Scenario, given: Mapping[str, date]) -> tuple[Leaving, ...]:
    """Those who leave, and when; FaultError with each id that nobody has."""
    people = {one.id for one in scenario.employees if not one.vacant}
    faults = []
    for name in given:
        if name not in people:
            near = nearest(name, people)
            instead = "Mente du «{near}»?" if near else "Skriv id-en til en som er ansatt."
            faults.append(
                fault("--leaves", "unknown", "«{name}» finnes ikke.", instead, name=name, near=near)
            )
    if faults:
        raise FaultError(faults)
    return tuple(Leaving(name, when) for name, when in given.items())


def leaves(text: Sequence[str], read: Callable[[str], date]) -> dict[str, date]:
    """`E07=2028-08-01` for each who leaves; FaultError for what cannot be read."""
    found, faults = {}, []
    for one in text:
        name, _, day = one.partition("=")
        try:
            found[name] = read(day)
        except ValueError:
            message, instead = "«{value}» er ikke en ansatt og en dato.", "Skriv E07=2028-08-01."
            faults.append(fault("--leaves", "leaves", message, instead, value=one))
    if faults:
        raise FaultError(faults)
    return found
