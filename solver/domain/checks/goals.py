"""Goals: each once, and a weight or a slack only where it means something."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.checks.base import Law
from solver.domain.fault import Fault, fault
from solver.domain.scenario import GoalStep, Scenario


def goals_stand_once(scenario: Scenario, law: Law) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for path, step, _ in _steps(scenario):
        if step.id in seen:
            message, instead = "Målet «{id}» står også i {place}.", "Fjern det ene."
            yield fault(path, "duplicate_goal", message, instead, id=step.id, place=seen[step.id])
        seen.setdefault(step.id, path)


def weights_and_slacks_have_meaning(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for path, step, in_sum in _steps(scenario):
        if step.weight != 1 and not in_sum:
            message, instead = (
                "Vekt gjelder bare mål i en egen liste.",
                "Skriv [{{id: ..., weight: ...}}, ...].",
            )
            yield fault(f"{path}.weight", "weight", message, instead)
        if step.slack and in_sum:
            message, instead = "Slakk gjelder ikke mål i en vektet sum.", "Fjern slack."
            yield fault(f"{path}.slack", "slack", message, instead)


def _steps(scenario: Scenario) -> Iterator[tuple[str, GoalStep, bool]]:
    """Each goal with its path and whether it is part of a weighted sum."""
    for index, (entry, steps) in enumerate(zip(scenario.goals, scenario.goal_stages, strict=True)):
        in_sum = isinstance(entry, tuple)
        for place, step in enumerate(steps):
            yield f"goals[{index}][{place}]" if in_sum else f"goals[{index}]", step, in_sum
