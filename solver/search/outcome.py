"""What is told of a search: the roster with its goals, bounds, holes and warnings, at the end and on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from solver.auditing import Audit, audit, shown
from solver.domain.roster import Contacts, GoalValue, Roster, RosterCycle, Run, Status
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.rules.base import Rule
from solver.search.contact_settling import settled
from solver.search.improve import Search
from solver.search.limits import Limits
from solver.search.model import lines_of
from solver.search.progress import Progress
from solver.search.stages import Stage

TELLING_SECONDS, TELLING_TIMES = 1.0, 10
"""Between two rosters told of on the way: seconds at least, and so many times what checking one took."""


@dataclass(frozen=True)
class Asked:
    """How a plan is to be made."""

    workers: int
    seed: int
    current: Roster | None
    progress: Callable[[Progress], None]
    start: Roster | None = None
    """a roster found earlier, to go on from"""
    better: Callable[[Roster], None] | None = None
    """told of rosters on the way, each checked as the last one is"""


@dataclass(frozen=True)
class Result:
    """What a search came to, beside its roster."""

    scenario: Scenario
    stages: Sequence[Stage]
    limits: Limits
    first_seconds: float | None


@dataclass
class Telling:
    """Tells of better rosters while the search goes on: checked, and not more often than checking is worth."""

    search: Search
    rules: Sequence[Rule]
    asked: Asked
    not_before: float = 0.0

    def __call__(self, values: tuple[int, ...]) -> None:
        limits = self.search.limits
        if self.asked.better is None or limits.elapsed < self.not_before:
            return
        begun = limits.elapsed
        roster = checked_roster(self.search, values, self.rules, self.asked)
        if roster is not None:
            self.asked.better(roster)
        self.not_before = limits.elapsed + max(TELLING_SECONDS, TELLING_TIMES * (limits.elapsed - begun))


def checked_roster(
    search: Search, values: tuple[int, ...], rules: Sequence[Rule], asked: Asked
) -> Roster | None:
    """The roster of these values with all that is told of it; None where the audit finds a breach."""
    scenario = search.model.scenario
    draft = Roster(scenario=scenario.id, lines=tuple(lines_of(search.model, values)))
    draft = with_contacts(scenario, draft, search.contacts_of(values))
    checked = audit(scenario, draft, current=asked.current, rules=rules)
    if checked.breaches:
        return None
    return told(Result(scenario, search.stages, search.limits, search.first_seconds), checked, asked)


def with_contacts(scenario: Scenario, roster: Roster, contacts: Sequence[Contacts]) -> Roster:
    """The roster with its contacts, and nobody missing among them who could be there."""
    if not scenario.residents:
        return roster
    around = settled(Sheet.of(scenario, roster), contacts)
    return roster.model_copy(update={"contacts": around})


def told(result: Result, checked: Audit, asked: Asked) -> Roster:
    """The roster with its goals, bounds, holes, warnings and measures."""
    scenario, stages = result.scenario, result.stages
    proven = all(stage.proven for stage in stages)
    update = {
        "lines": checked.roster.lines,
        "contacts": checked.roster.contacts,
        "goals": tuple(_with_bound(value, stages) for value in checked.goals),
        "holes": checked.holes,
        "findings": checked.warnings,
        "measures": checked.measures,
        "continuity": checked.continuity,
    }
    told = empty(scenario, "optimal" if proven else "feasible", result.limits, asked)
    return told.model_copy(update=update | {"run": run_of(result.limits, asked, result.first_seconds)})


def _with_bound(value: GoalValue, stages: Sequence[Stage]) -> GoalValue:
    """The goal's value with the bound that its own stage proved; in a weighted sum no goal has one of its own, but 0 is
    the least that any goal can be.
    """
    for stage in stages:
        if len(stage.steps) == 1 and stage.steps[0].id == value.id and stage.bound is not None:
            return value.model_copy(update={"bound": shown(stage.bound, stage.scale)})
    return value.model_copy(update={"bound": 0}) if value.value == 0 else value


def empty(scenario: Scenario, status: Status, limits: Limits, asked: Asked) -> Roster:
    """What every outcome says of itself."""
    notes = () if scenario.agreement.law_checked else ({"code": "law_not_checked"},)
    return Roster(
        scenario=scenario.id,
        status=status,
        cycle=RosterCycle(weeks=scenario.cycle.weeks, rotation=scenario.cycle.rotation),
        run=run_of(limits, asked),
        notes=notes,
    )


def run_of(limits: Limits, asked: Asked, first_seconds: float | None = None) -> Run:
    return Run(
        seconds=round(limits.elapsed, 2),
        first_roster_seconds=None if first_seconds is None else round(first_seconds, 2),
        workers=asked.workers,
        seed=asked.seed,
        stopped_by=limits.stopped_by or "proven",
        version=version("heltid"),
    )
