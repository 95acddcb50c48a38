"""From a scenario to a roster: build the model, go through the goals, check what came out, say what was proven."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import lcm

from solver.auditing import Audit, audit, shown
from solver.domain.roster import Contacts, GoalValue, Roster, RosterCycle, Run, Status
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.registry import GOALS
from solver.rules.base import Rule
from solver.search.contact_settling import settled
from solver.search.improve import Search
from solver.search.limits import Limits
from solver.search.model import RosterModel, lines_of
from solver.search.progress import Progress
from solver.search.sizing import Sizing
from solver.search.stages import Stage, ordered_goals, stages_of
from solver.search.weekly.start import SharedStart, start_shared


@dataclass(frozen=True)
class Asked:
    """How a plan is to be made."""

    workers: int
    seed: int
    current: Roster | None
    progress: Callable[[Progress], None]


def search(scenario: Scenario, rules: Sequence[Rule], limits: Limits, asked: Asked) -> Roster:
    """Plan a roster; its `status` says what came of it. Every roster that comes back has passed the audit."""
    shared = _shared(scenario, rules, limits, asked) if scenario.cycle.rotation == "shared" else SharedStart()
    if shared.infeasible or shared.is_best or _is_over(limits):
        return _known(shared, scenario, limits, asked)
    model = RosterModel(scenario, rules)
    for rule in rules:
        if limits.stopped_by:
            break
        rule.enforce(model)
    else:
        under_way = Search(
            model=model,
            stages=stages_of(model, asked.current),
            sizing=_sizing(scenario, rules, asked),
            rules=rules,
            limits=limits,
            workers=asked.workers,
            seed=asked.seed,
            current=asked.current,
            progress=asked.progress,
        )
        under_way.start_from(shared)
        under_way.run()
        return _outcome(under_way, rules, asked)
    return _known(shared, scenario, limits, asked)


def _sizing(scenario: Scenario, rules: Sequence[Rule], asked: Asked) -> Sizing | None:
    """Counts are of individual lines; a shared line is one and needs none."""
    if scenario.cycle.rotation == "shared":
        return None
    return Sizing.of(
        scenario, rules, ordered_goals(scenario.goal_stages), workers=asked.workers, seed=asked.seed
    )


def _shared(scenario: Scenario, rules: Sequence[Rule], limits: Limits, asked: Asked) -> SharedStart:
    """What is known of a shared line before any model of its days (decision 0006)."""
    stages = [
        Stage(steps, 0, lcm(*(GOALS[step.id].scale for step in steps)))
        for steps in ordered_goals(scenario.goal_stages)
    ]

    def report(stage: Stage) -> None:
        value, bound = (None if one is None else one / stage.scale for one in (stage.best, stage.bound))
        number = stages.index(stage) + 1
        asked.progress(Progress(number, len(stages), stage.name, value, bound, limits.elapsed))

    return start_shared(
        scenario,
        rules,
        stages,
        limits,
        workers=asked.workers,
        seed=asked.seed,
        current=asked.current,
        report=report,
    )


def _is_over(limits: Limits) -> bool:
    return limits.stopped_by is not None


def _known(shared: SharedStart, scenario: Scenario, limits: Limits, asked: Asked) -> Roster:
    """What can be told without a model of all days."""
    if shared.checked and not shared.infeasible:
        checked = shared.checked
        if scenario.residents:
            checked = audit(scenario, _with_contacts(scenario, checked.roster, ()), current=asked.current)
        return _told(Result(scenario, shared.stages, limits, shared.first_seconds), checked, asked)
    return _empty(scenario, "infeasible" if shared.infeasible else "unknown", limits, asked)


@dataclass(frozen=True)
class Result:
    """What a search came to, beside its roster."""

    scenario: Scenario
    stages: Sequence[Stage]
    limits: Limits
    first_seconds: float | None


def _outcome(search: Search, rules: Sequence[Rule], asked: Asked) -> Roster:
    scenario = search.model.scenario
    if search.infeasible:
        return _empty(scenario, "infeasible", search.limits, asked)
    for values in reversed(search.found):
        draft = Roster(scenario=scenario.id, lines=tuple(lines_of(search.model, values)))
        draft = _with_contacts(scenario, draft, search.contacts_of(values))
        checked = audit(scenario, draft, current=asked.current, rules=rules)
        if not checked.breaches:
            result = Result(scenario, search.stages, search.limits, search.first_seconds)
            return _told(result, checked, asked)
    empty = _empty(scenario, "unknown", search.limits, asked)
    return empty.model_copy(update={"notes": ({"code": "audit_failed"},)}) if search.found else empty


def _with_contacts(scenario: Scenario, roster: Roster, contacts: Sequence[Contacts]) -> Roster:
    """The roster with its contacts, and nobody missing among them who could be there."""
    if not scenario.residents:
        return roster
    around = settled(Sheet.of(scenario, roster), contacts)
    return roster.model_copy(update={"contacts": around})


def _told(result: Result, checked: Audit, asked: Asked) -> Roster:
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
    told = _empty(scenario, "optimal" if proven else "feasible", result.limits, asked)
    return told.model_copy(update=update | {"run": _run(result.limits, asked, result.first_seconds)})


def _with_bound(value: GoalValue, stages: Sequence[Stage]) -> GoalValue:
    """The goal's value with the bound that its own stage proved; in a weighted sum no goal has one of its own, but 0 is
    the least that any goal can be.
    """
    for stage in stages:
        if len(stage.steps) == 1 and stage.steps[0].id == value.id and stage.bound is not None:
            return value.model_copy(update={"bound": shown(stage.bound, stage.scale)})
    return value.model_copy(update={"bound": 0}) if value.value == 0 else value


def _empty(scenario: Scenario, status: Status, limits: Limits, asked: Asked) -> Roster:
    """What every outcome says of itself."""
    return Roster(
        scenario=scenario.id,
        status=status,
        cycle=RosterCycle(weeks=scenario.cycle.weeks, rotation=scenario.cycle.rotation),
        run=_run(limits, asked),
    )


def _run(limits: Limits, asked: Asked, first_seconds: float | None = None) -> Run:
    return Run(
        seconds=round(limits.elapsed, 2),
        first_roster_seconds=None if first_seconds is None else round(first_seconds, 2),
        workers=asked.workers,
        seed=asked.seed,
        stopped_by=limits.stopped_by or "proven",
        version=version("heltid"),
    )
