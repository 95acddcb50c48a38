"""Every goal there is."""

from __future__ import annotations

from solver.domain.scenario import GoalId, GoalStep
from solver.goals.base import Goal
from solver.goals.changes import Changes
from solver.goals.contact_gaps import ContactGaps
from solver.goals.demand_goals import BelowWanted, Cover, Surplus
from solver.goals.position_counts import LinesUsed, PartTime, SmallPositions
from solver.goals.spread import EveningBalance, NightBalance, WeekendBalance, WeekendHoursBalance
from solver.goals.strain import Strain
from solver.goals.team_gaps import TeamGaps
from solver.goals.unwanted_part_time import UnwantedPartTime
from solver.goals.wishes import Wishes

GOALS: dict[GoalId, Goal] = {
    "cover": Cover(),
    "below_wanted": BelowWanted(),
    "surplus": Surplus(),
    "unwanted_part_time": UnwantedPartTime(),
    "small_positions": SmallPositions(),
    "part_time": PartTime(),
    "lines_used": LinesUsed(),
    "contact_gaps": ContactGaps(),
    "team_gaps": TeamGaps(),
    "weekend_balance": WeekendBalance(),
    "weekend_hours_balance": WeekendHoursBalance(),
    "evening_balance": EveningBalance(),
    "night_balance": NightBalance(),
    "wishes": Wishes(),
    "strain": Strain(),
    "changes": Changes(),
}


def in_order(stages: tuple[tuple[GoalStep, ...], ...]) -> list[tuple[GoalStep, ...]]:
    """The stages as they are met: the one with `cover` first, whether anybody named it or not."""
    covering = [steps for steps in stages if any(step.id == "cover" for step in steps)]
    return [*(covering or [(GoalStep(id="cover"),)]), *(steps for steps in stages if steps not in covering)]
