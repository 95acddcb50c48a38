"""One design: the fewest lines counts can do with, proven, and then a roster of just those lines.

The goals: nobody missing, then as much as people want, then few small positions, few lines, few in part time. Counts
over many lines of every kind prove what no roster of such lines can better; the roster is laid with the lines used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from solver.auditing import shown
from solver.domain.employee import Employee
from solver.domain.roster import GoalValue, Roster
from solver.domain.scenario import GoalId, Scenario
from solver.domain.work import Sheet
from solver.forum.design.kinds import Kind, kinds_of, lines_of
from solver.goals.positions import positions
from solver.goals.registry import GOALS
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits
from solver.search.outcome import Asked, empty
from solver.search.run import search
from solver.search.sizing import Sizing
from solver.search.stages import ordered_goals

GOALS_OF_DESIGN: Final[tuple[GoalId, ...]] = (
    "cover", "unwanted_part_time", "small_positions", "lines_used", "part_time",
)  # fmt: skip
COUNTING_SHARE: Final = 0.3
SPARE: Final = 1
"""Lines more of each kind in use, where just those that counts use have no roster that covers as much."""
Proven = Mapping[GoalId, tuple[int | None, int | None]]
"""What counts reach of each goal, and what they prove."""
Status = Literal["solved", "impossible", "unknown"]


@dataclass(frozen=True)
class Seat:
    """Lines of one kind and size (basis points), and how many there are of them."""

    kind: str
    employee: Employee
    size: int
    count: int


@dataclass(frozen=True)
class Design:
    """What should be there besides the people who stay.

    `solved`: `roster` is a legal roster of these lines. `goals` have the bounds that counts prove of any roster of the
    people who stay and lines of these kinds; `impossible`: no roster at all keeps the rules.
    """

    status: Status
    scenario: Scenario
    roster: Roster
    goals: tuple[GoalValue, ...] = ()
    seats: tuple[Seat, ...] = ()
    counted: Mapping[str, float] | None = None
    """where no roster was found: the values that counts reach, which no roster can better"""


def design(scenario: Scenario, there: Sequence[Employee], limits: Limits, asked: Asked) -> Design:
    """The design beside those who are there already; the rest is lines of any of the scenario's kinds."""
    return _Designing(scenario, tuple(there), kinds_of(scenario), limits, asked).made()


@dataclass
class _Designing:
    scenario: Scenario
    there: tuple[Employee, ...]
    kinds: tuple[Kind, ...]
    limits: Limits
    asked: Asked
    rules: Sequence[Rule] = RULES

    def made(self) -> Design:
        wide = self._scenario([kind.most for kind in self.kinds])
        stages = ordered_goals(wide.goal_stages)
        counting = self.limits.within(COUNTING_SHARE)
        sizing = Sizing.of(
            wide, self.rules, stages, workers=self.asked.workers, seed=self.asked.seed, limits=counting
        )
        bounds, reached = sizing.goal_by_goal(
            counting, lambda stage: counting.part(1 / (len(stages) - stage))
        )
        self.limits.used_work += counting.used_work
        if sizing.impossible:
            return Design("impossible", wide, empty(wide, "infeasible", self.limits, self.asked))
        if sizing.values is None:
            return Design("unknown", wide, empty(wide, "unknown", self.limits, self.asked))
        used = Counter(
            one.id.rpartition("-")[0]
            for one in wide.employees[len(self.there) :]
            if sizing.values[sizing.model.position(one).index]
        )
        return self._laid(used, dict(zip(GOALS_OF_DESIGN, zip(reached, bounds, strict=True), strict=True)))

    def _laid(self, used: Counter[str], proven: Proven) -> Design:
        """The roster of the lines in use; with a spare line of each kind where those have none as good."""
        best: tuple[Scenario, Roster] | None = None
        for turn, spare in enumerate((0, SPARE)):
            numbers = [used[kind.name] + (spare if used[kind.name] else 0) for kind in self.kinds]
            narrow = self._scenario(numbers)
            part = self.limits.within(0.6 if turn == 0 else 1)
            roster = search(narrow, self.rules, part, self.asked)
            self.limits.used_work += part.used_work
            if roster.lines and (best is None or _worth(roster) < _worth(best[1])):
                best = narrow, roster
            if best and best[1].goals[0].value == shown(proven["cover"][1] or 0, 1):
                break
        if best is None:
            counted: dict[str, float] = {
                name: shown(value, GOALS[name].scale)
                for name, (value, _) in proven.items()
                if value is not None
            }
            narrow = self._scenario([used[kind.name] for kind in self.kinds])
            nothing = empty(narrow, "unknown", self.limits, self.asked)
            return Design("unknown", narrow, nothing, counted=counted)
        scenario, roster = best
        return Design(
            "solved", scenario, roster, tuple(_goals(roster, proven)), tuple(_seats(self, scenario, roster))
        )

    def _scenario(self, numbers: Sequence[int]) -> Scenario:
        fresh = lines_of(self.kinds, numbers)
        return self.scenario.with_changes(
            {"employees": (*self.there, *fresh), "goals": GOALS_OF_DESIGN, "residents": ()}
        )


def _worth(roster: Roster) -> tuple[float, ...]:
    return tuple(goal.value for goal in roster.goals)


def _goals(roster: Roster, proven: Proven) -> list[GoalValue]:
    """Each goal with what counts prove of it, as long as the goals before it are what they were counted to be."""
    found, holds = [], True
    for name, goal in zip(GOALS_OF_DESIGN, roster.goals, strict=True):
        scale = GOALS[name].scale
        reached, bound = proven[name]
        is_known = holds and bound is not None
        found.append(goal.model_copy(update={"bound": shown(bound or 0, scale) if is_known else None}))
        holds = holds and reached is not None and goal.value * scale <= reached
    return found


def _seats(making: _Designing, scenario: Scenario, roster: Roster) -> list[Seat]:
    """The new lines in use, those alike together, the largest of each kind first."""
    held = positions(Sheet.of(scenario, roster))
    counted = Counter(
        (one.id.rpartition("-")[0], held[one.id])
        for one in scenario.employees[len(making.there) :]
        if held[one.id]
    )
    like = {kind.name: kind.like for kind in making.kinds}
    return [
        Seat(name, like[name].model_copy(update={"id": name}), size, count)
        for (name, size), count in sorted(counted.items(), key=lambda one: (one[0][0], -one[0][1]))
    ]
