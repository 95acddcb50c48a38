"""Solve around it: the roster nearest to the one that is with the shift there, or what stands in the way.

First with every goal as good as it is. Where that is impossible, goal by goal in their order: the first that cannot
be as good is the one that binds, the earlier ones are held, and its own is made as good as it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from solver.auditing import Audit, audit
from solver.domain.cycle import WEEK_DAYS
from solver.domain.roster import Line, Reason
from solver.domain.scenario import Scenario
from solver.reasons.collision import collisions
from solver.reasons.givens import line_path
from solver.reasons.why.effect import Effect, effect
from solver.reasons.why.near import Held, Means, Nearby, Part
from solver.reasons.why.pinned import pinned, with_paths
from solver.reasons.why.question import OPTION, Question
from solver.search.limits import OutOfTimeError
from solver.search.lines import LineModel
from solver.search.solve import Solved, solve

Outcome = Literal["free", "costs", "impossible", "unknown"]
ALONE_SECONDS, ALONE_WORK = 5.0, 2.0
SMALL_PART, WHOLE_PART, GOAL_PART, LAST_PART = 0.1, 0.4, 0.3, 0.7
"""Of what is left: a part of the roster, all of it with every goal held, one goal, and the fewest days at last."""
WEEKS_AROUND, MOST_LINES = 1, 6
"""How many weeks before and after, and how many lines, are looked through first."""


@dataclass(frozen=True)
class Around:
    """What came of it.

    `free`: there is a roster with the shift in which no goal is worse; `costs`: one in which `goal` is, or with
    `goal_binds` False only none was found in which it is not; `impossible`: no roster that holds the rules has it.
    `least`: the goal is proven to be no smaller. `fewest`: the changed days are proven to be at least so many, the
    goals before held as they are.
    """

    outcome: Outcome
    effect: Effect | None = None
    goal: str | None = None
    goal_binds: bool = False
    least: bool = False
    fewest: int | None = None
    reasons: tuple[Reason, ...] = ()


class Solving:
    """One question on one roster."""

    def __init__(self, scenario: Scenario, before: Audit, question: Question, means: Means) -> None:
        self.scenario, self.before, self.question, self.means = scenario, before, question, means
        self.rules, self.limits = means.rules, means.limits
        self.pinned = pinned(scenario, question)

    def around(self, put: Effect) -> Around:
        """Solve around it; `put` is the roster with just that day changed."""
        if not put.breaches and not self.before.breaches and not put.worse:
            return Around("free", put, fewest=len(put.days))
        if self._cannot_alone():
            return self._impossible(alone=True)
        try:
            near = Nearby(self.pinned, self.before.roster, self.means)
        except OutOfTimeError:
            return self._kept(put)
        if self.limits.stopped_by:
            return self._kept(put)
        found = self._with_all(near)
        return self._checked(found if found.outcome == "free" else self._by_goals(near), put)

    # -- the ways of solving -----------------------------------------------------------------------------------

    def _with_all(self, near: Nearby) -> Around:
        """Every goal as good as it is."""
        solved = self._nearest(near, near.values(), WHOLE_PART)
        return Around("unknown") if near.best is None else self._near(near, solved, Around("free"))

    def _nearest(self, near: Nearby, held: Sequence[Held], part: float) -> Solved:
        """The fewest changed days: first among parts that are quick to look through, then everywhere."""
        for one in self._parts():
            near.nearest(held, self.limits.part(SMALL_PART), one)
        if near.fewest is not None:
            near.nearest(held, self.limits.part(part / 2), way="near")
        return near.nearest(held, self.limits.part(part))

    def _parts(self) -> Iterator[Part]:
        """The lines that could exchange that day with the one asked about, and the weeks around it."""
        cycle, (employee, day) = self.scenario.cycle, self.question.place(self.scenario)
        if len(self.scenario.employees) > MOST_LINES and cycle.rotation != "shared":
            yield Part(lines={employee, *self._others(day)})
        weeks = {(day // WEEK_DAYS + step) % cycle.weeks for step in range(-WEEKS_AROUND, WEEKS_AROUND + 1)}
        if len(weeks) < cycle.weeks:
            yield Part(weeks=weeks)

    def _others(self, day: int) -> list[str]:
        """Those who work the code that day, then others who are of the same competence."""
        asked = self.scenario.employee_by_id[self.question.employee]
        lines = [one for one in self.before.roster.lines if one.employee != asked.id]

        def order(line: Line) -> tuple[bool, bool, bool]:
            person = self.scenario.employee_by_id[line.employee]
            code = line.days[day]
            return code != self.question.code, person.competence != asked.competence, not code

        return [line.employee for line in sorted(lines, key=order)[: MOST_LINES - 1]]

    def _by_goals(self, near: Nearby) -> Around:
        """Goal by goal, the earlier ones held, until one cannot be as good; then the fewest days at that price."""
        held: list[Held] = []
        told = Around("free")
        for part in self._parts() if near.best is None else ():
            near.nearest((), self.limits.part(SMALL_PART), part)
        for one in near.values():
            if self._is_worse(near, one):
                solved = self._least(near, one, held)
                if solved.infeasible and not held:
                    return self._impossible(alone=False)
                worth = near.worth(one.stage)
                if worth is None:
                    return Around("unknown")
                if worth > one.most:
                    told = _price(one, worth, solved)
                    held.append(replace(one, most=worth))
                    break
            held.append(one)
        return self._near(near, self._nearest(near, held, LAST_PART), told)

    def _is_worse(self, near: Nearby, one: Held) -> bool:
        """Whether the best roster found has a goal worse than it was, or there is no roster."""
        worth = near.worth(one.stage)
        return worth is None or worth > one.most

    def _least(self, near: Nearby, one: Held, held: Sequence[Held]) -> Solved:
        """A goal as good as it was, or nearly: first in parts, so that the roster stays near, then everywhere."""
        for part in self._parts():
            solved = near.least(one, held, self.limits.part(SMALL_PART), part)
            if not self._is_worse(near, one):
                return solved
        return near.least(one, held, self.limits.part(GOAL_PART))

    def _near(self, near: Nearby, solved: Solved, told: Around) -> Around:
        changed = effect(self.before, audit(self.scenario, near.found(), rules=self.rules))
        fewest = None if solved.bound is None else max(1, min(solved.bound, len(changed.days)))
        return replace(told, effect=changed, fewest=fewest)

    # -- what was found ----------------------------------------------------------------------------------------

    def _checked(self, found: Around, put: Effect) -> Around:
        """Nothing that breaks a rule is told as a roster, and nothing is told as impossible that stands there."""
        if found.effect and found.effect.checked.breaches:
            found = Around("unknown")
        return (
            self._kept(put)
            if found.outcome in ("unknown", "impossible") and not put.checked.breaches
            else found
        )

    def _kept(self, put: Effect) -> Around:
        """Where nothing better was found: the roster with just that day changed, if it breaks nothing."""
        if put.checked.breaches:
            return Around("unknown")
        worse = {one.id for one in put.worse}
        order = [step.id for steps in self.scenario.goal_stages for step in steps if step.id in worse]
        return Around("costs" if worse else "free", put, goal=next(iter(order), None))

    def _cannot_alone(self) -> bool:
        """Whether the line has no roster of its own with the shift there, whatever the others do."""
        employee = self.pinned.employee_by_id[self.question.place(self.scenario)[0]]
        alone = LineModel(self.pinned, self.rules, employee)
        share = self.limits.at_most(ALONE_SECONDS, ALONE_WORK)
        return solve(alone.cp, self.limits, share, workers=1, seed=self.means.seed, way="check").infeasible

    def _impossible(self, *, alone: bool) -> Around:
        """That no roster has it, with the places that collide."""
        index = [one.id for one in self.scenario.employees].index(self.question.place(self.scenario)[0])
        line = self.pinned.employees[index]
        asked, of_line = self.pinned, alone and self.scenario.cycle.rotation != "shared"
        if of_line:
            nothing = {"demand": (), "residents": (), "budget_fte_hundredths": None}
            asked = asked.with_changes(nothing | {"employees": (line,)})
        pin = f"employees[{0 if of_line else index}].pinned[{len(line.pinned) - 1}]"
        told = {pin: OPTION} | ({"employees[0]": line_path(index)} if of_line else {})
        found = collisions(asked, self.rules, self.limits)
        return Around("impossible", reasons=tuple(with_paths(one, told) for one in found))


def _price(held: Held, worth: int, solved: Solved) -> Around:
    """The goal that became worse, and what is proven of that."""
    binds = solved.bound is not None and solved.bound > held.most
    return Around("costs", goal=held.stage.name, goal_binds=binds, least=solved.bound == worth)
