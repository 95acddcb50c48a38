"""The goals of a roster in words, each with its value, what is proven, and its unit."""

from __future__ import annotations

from solver.domain.roster import GoalValue, Roster
from solver.domain.scenario import Scenario
from solver.goals.registry import GOALS
from solver.present.text import amount, columns
from solver.present.words import say

NEAR = 1e-6
IN_SUM, IN_SUM_PROVEN = "veies sammen med andre", "veies sammen med andre; summen er bevist best"


def goal_name(goal: str, lang: str) -> str:
    """The goal in a few words; `first` is the search for a first roster."""
    if goal == "first":
        return say("Første turnus", lang)
    names = {str(one): goal.name for one, goal in GOALS.items()}
    return say(names.get(goal, goal), lang)


def goal_amount(value: float, unit: str, lang: str) -> str:
    """A goal's amount; person-minutes also as hours, which is how a planner counts them."""
    told = amount(value, unit, lang)
    return f"{told} ({amount(value, 'minutes', lang)})" if unit == "person-minutes" and value >= 60 else told


def proven(goal: GoalValue, lang: str) -> str:
    """What is known of how much better the goal could be."""
    if goal.bound is None:
        return say("ingen grense bevist", lang)
    if goal.value - goal.bound <= NEAR:
        return say("bevist best", lang)
    return say("bevist minst {bound}", lang, bound=amount(goal.bound, goal.unit, lang))


def goal_rows(roster: Roster, scenario: Scenario, lang: str) -> list[list[str]]:
    """Each goal in its order: its name, its value, and what is proven of it."""
    summed = {step.id for steps in scenario.goal_stages if len(steps) > 1 for step in steps}
    in_sum = say(IN_SUM_PROVEN if roster.status == "optimal" else IN_SUM, lang)
    return [
        [
            goal_name(goal.id, lang),
            goal_amount(goal.value, goal.unit, lang),
            in_sum if goal.bound is None and goal.id in summed else proven(goal, lang),
        ]
        for goal in roster.goals
    ]


def goal_lines(roster: Roster, scenario: Scenario, lang: str) -> list[str]:
    """One line for each goal, in its order."""
    rows = goal_rows(roster, scenario, lang)
    return [line for line in columns(["", "", ""], rows) if line] if rows else []
