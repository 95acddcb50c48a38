"""A shared line before any model of its days: proof that there is none, bounds of the first goals, a first roster.

What the flow does not know (rules that are not local, pins, wishes) it leaves out: what is impossible for it is
impossible, its bounds hold, and its line counts once the whole audit has passed it. Decision 0006.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.domain.cycle import WEEK_DAYS
from solver.domain.norm import sizes
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.stages import Stage
from solver.search.weekly.bounds import Bounds, Report
from solver.search.weekly.circuit import line_of
from solver.search.weekly.flow import FlowModel
from solver.search.weekly.local import steps_of
from solver.search.weekly.walks import Walks

MOST_ORDERS = 12
"""How many orders of a line's weeks are tried until one passes the audit."""


@dataclass
class SharedStart:
    """What is known of a shared line: the stages with what the flow proved of them, each given those before it; and
    the roster as it was audited, without a breach.
    """

    infeasible: bool = False
    stages: Sequence[Stage] = ()
    checked: Audit | None = None
    first_seconds: float | None = None

    @property
    def is_best(self) -> bool:
        """Whether every goal is proven, so that nothing is left to search for."""
        return self.checked is not None and all(stage.proven for stage in self.stages)


def start_shared(
    scenario: Scenario,
    rules: Sequence[Rule],
    stages: Sequence[Stage],
    limits: Limits,
    *,
    workers: int,
    seed: int,
    current: Roster | None = None,
    report: Report = lambda stage: None,
) -> SharedStart:
    """What can be said of a scenario with `rotation: shared`; `stages` are its goals in order."""
    may_be_unused = 0 in sizes(scenario, scenario.employees[0])
    walks = Walks(FlowModel(scenario, rules, *steps_of(scenario, rules)), limits, workers, seed)
    bounds = Bounds(walks, stages, may_be_unused, report)
    bounds.run()
    out = SharedStart(bounds.nobody_works and not may_be_unused, stages)
    if all(rule in RULES for rule in rules) and not out.infeasible:  # one's own may ask what no audit sees
        out.checked = _first_that_holds(_drafts(walks, bounds), walks, rules, current)
    if out.checked:
        out.first_seconds = limits.elapsed
        bounds.measured(out.checked.roster, current)
    return out


def _drafts(walks: Walks, bounds: Bounds) -> Iterator[Roster]:
    """Rosters of the best walk, its steps in one order after another; the unused line where no other can be."""
    model, chance = walks.model, random.Random(walks.seed)
    if bounds.values is None:
        if bounds.nobody_works:
            yield _roster(model.scenario, ("",) * model.cycle.days, 0)
        return
    taken = model.taken(bounds.values)
    size = number(bounds.values[model.position(model.lines[0]).index])
    for _ in range(MOST_ORDERS):
        yield _roster(model.scenario, line_of(taken), size)
        taken = dict(chance.sample(list(taken.items()), len(taken)))


def _first_that_holds(
    drafts: Iterable[Roster], walks: Walks, rules: Sequence[Rule], current: Roster | None
) -> Audit | None:
    """The first that passes the audit."""
    for roster in drafts:
        checked = audit(walks.model.scenario, roster, current=current, rules=rules)
        if not checked.breaches:
            return checked
        if walks.limits.stopped_by:
            break
    return None


def _roster(scenario: Scenario, days: tuple[str, ...], size: float) -> Roster:
    """Everyone on the line, each a week after the one before."""
    lines = [
        Line(
            employee=employee.id,
            position_basis_points=size,  # type: ignore[arg-type]
            days=days[-WEEK_DAYS * turn :] + days[: -WEEK_DAYS * turn] if turn else days,
        )
        for turn, employee in enumerate(scenario.employees)
    ]
    return Roster(scenario=scenario.id, lines=tuple(lines))
