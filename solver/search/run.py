"""From a scenario to a roster: build the model, go through the goals, check what came out, say what was proven."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from solver.auditing import Audit, audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.goals.registry import GOALS
from solver.rules.base import Rule
from solver.search.columns.start import Told, start_columns
from solver.search.improve import Search
from solver.search.limits import Limits, OutOfTimeError
from solver.search.model import RosterModel
from solver.search.outcome import Asked, Result, Telling, checked_roster, empty, told, with_contacts
from solver.search.progress import Progress
from solver.search.sizing import Sizing
from solver.search.stages import Stage, ordered_goals, stages_of
from solver.search.weekly.start import SharedStart, start_shared


def search(scenario: Scenario, rules: Sequence[Rule], limits: Limits, asked: Asked) -> Roster:
    """Plan a roster; its `status` says what came of it. Every roster that comes back has passed the audit."""
    shared = _started(scenario, rules, limits, asked)
    if shared.infeasible or shared.is_best or _is_over(limits):
        return _known(shared, scenario, limits, asked)
    try:
        under_way = _begun(scenario, rules, limits, asked)
    except OutOfTimeError:
        return _known(shared, scenario, limits, asked)
    under_way.start_from(shared)
    _go_on(under_way, rules, asked)
    under_way.run()
    return _outcome(under_way, rules, asked)


def _begun(scenario: Scenario, rules: Sequence[Rule], limits: Limits, asked: Asked) -> Search:
    """A search with its models built."""
    model = RosterModel(scenario, rules, limits)
    for rule in rules:
        rule.enforce(model)
    under_way = Search(
        model=model,
        stages=stages_of(model, asked.current),
        sizing=_sizing(scenario, rules, limits, asked),
        rules=rules,
        limits=limits,
        workers=asked.workers,
        seed=asked.seed,
        current=asked.current,
        progress=asked.progress,
    )
    if asked.better:
        under_way.adopted = Telling(under_way, rules, asked)
    return under_way


def _sizing(scenario: Scenario, rules: Sequence[Rule], limits: Limits, asked: Asked) -> Sizing | None:
    """Counts are of individual lines; a shared line is one and needs none."""
    if scenario.cycle.rotation == "shared":
        return None
    goals = ordered_goals(scenario.goal_stages)
    return Sizing.of(scenario, rules, goals, workers=asked.workers, seed=asked.seed, limits=limits)


def _started(scenario: Scenario, rules: Sequence[Rule], limits: Limits, asked: Asked) -> SharedStart:
    """What is known before any model of all days: of a shared line by its flow (decision 0006), of a period that does
    not repeat by its columns (decision 0018).
    """
    if scenario.cycle.rotation == "individual":
        return SharedStart()
    stages = [
        Stage(steps, 0, lcm(*(GOALS[step.id].scale for step in steps)))
        for steps in ordered_goals(scenario.goal_stages)
    ]

    def report(stage: Stage) -> None:
        value, bound = (None if one is None else one / stage.scale for one in (stage.best, stage.bound))
        number = stages.index(stage) + 1
        asked.progress(Progress(number, len(stages), stage.name, value, bound, limits.elapsed))

    def better(checked: Audit) -> None:
        if asked.better:
            asked.better(told(Result(scenario, stages, limits, limits.elapsed), checked, asked))

    if scenario.cycle.rotation == "none":
        on_the_way = Told(report, better if asked.better else None)
        return start_columns(
            scenario, rules, stages, limits, workers=asked.workers, seed=asked.seed, told=on_the_way,
            given=asked.start,
        )  # fmt: skip
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
            checked = audit(scenario, with_contacts(scenario, checked.roster, ()), current=asked.current)
        return told(Result(scenario, shared.stages, limits, shared.first_seconds), checked, asked)
    return empty(scenario, "infeasible" if shared.infeasible else "unknown", limits, asked)


def _go_on(search: Search, rules: Sequence[Rule], asked: Asked) -> None:
    """Begin with the roster that was found earlier, where it still breaks nothing."""
    if asked.start and asked.start.lines and not search.found:
        checked = audit(search.model.scenario, asked.start, current=asked.current, rules=rules)
        if not checked.breaches:
            search.start_from(SharedStart(checked=checked, first_seconds=search.limits.elapsed))


def _outcome(search: Search, rules: Sequence[Rule], asked: Asked) -> Roster:
    scenario = search.model.scenario
    if search.infeasible:
        return empty(scenario, "infeasible", search.limits, asked)
    for values in reversed(search.found):
        roster = checked_roster(search, values, rules, asked)
        if roster is not None:
            return roster
    nothing = empty(scenario, "unknown", search.limits, asked)
    if search.found:
        return nothing.model_copy(update={"notes": (*nothing.notes, {"code": "audit_failed"})})
    return _line_by_line(search, rules, asked) or nothing


def _line_by_line(search: Search, rules: Sequence[Rule], asked: Asked) -> Roster | None:
    """What was laid line by line, where it breaks no rule."""
    scenario = search.model.scenario
    if not search.beside:
        return None
    checked = audit(scenario, Roster(lines=tuple(search.beside)), current=asked.current, rules=rules)
    if checked.breaches:
        return None
    found = SharedStart(stages=search.stages, checked=checked, first_seconds=search.limits.elapsed)
    return _known(found, scenario, search.limits, asked)
