"""The scenario: what is asked of a roster."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from solver.domain.agreement import Agreement
from solver.domain.cycle import DAY_NAMES, Cycle, Rotation
from solver.domain.employee import ContactLimits, Employee, Resident
from solver.domain.shift import Shift
from solver.domain.unit_rules import UnitRules
from solver.domain.values import Code, Hundredths, Id, Name, Percent, PlainDate, Shape
from solver.domain.windows import Window

GoalId = Literal[
    "cover", "below_wanted", "surplus", "unwanted_part_time", "small_positions", "part_time", "lines_used",
    "contact_gaps", "team_gaps", "weekend_balance", "weekend_hours_balance", "evening_balance",
    "night_balance", "wishes", "strain", "changes",
]  # fmt: skip
DEFAULT_GOALS: tuple[GoalId, ...] = (
    "cover", "unwanted_part_time", "small_positions", "part_time", "contact_gaps", "team_gaps",
    "weekend_balance", "wishes", "strain",
)  # fmt: skip


class CycleShape(Shape):
    """How long the plan is and how it repeats."""

    weeks: int = Field(ge=1, le=200)
    rotation: Rotation = "individual"
    start: PlainDate | None = None
    """the Monday of week 1"""


class Demand(Window):
    """At every moment of the window, how many people are on shift. Rows count independently."""

    min: int | None = Field(None, ge=0, le=1000)
    wanted: int | None = Field(None, ge=0, le=1000)
    max: int | None = Field(None, ge=0, le=1000)
    competence: Id | None = None
    skill: Id | None = None
    group: Id | None = None
    shifts: tuple[Code, ...] | None = Field(None, min_length=1)
    """the codes that count; left out: all"""

    @property
    def whom(self) -> tuple[str, ...]:
        """The words that narrow who counts, for those who read them."""
        return tuple(one for one in (self.competence, self.skill, self.group, *(self.shifts or ())) if one)

    def counts_shift(self, code: str) -> bool:
        """Whether those who are on this shift count."""
        return self.shifts is None or code in self.shifts

    @property
    def least(self) -> int:
        return self.min or 0

    @property
    def preferred(self) -> int:
        return self.least if self.wanted is None else self.wanted

    @property
    def counts_everyone(self) -> bool:
        return self.competence is None and self.skill is None and self.group is None


class GoalStep(Shape):
    """One goal: alone, what it may give up for later ones (`slack`); in a weighted sum, its `weight`."""

    id: GoalId
    slack: Annotated[float, Field(ge=0, le=10**9)] = 0
    weight: int = Field(1, ge=0, le=10**6)


def _goal_kind(entry: object) -> str:
    if isinstance(entry, dict | GoalStep):
        return "step"
    return "sum" if isinstance(entry, tuple | list) else "word"


# One branch is chosen by what stands there, so that a fault is told once and not once for every branch.
GoalPart = Annotated[
    Annotated[GoalId, Tag("word")] | Annotated[GoalStep, Tag("step")], Discriminator(_goal_kind)
]  # fmt: skip
GoalEntry = Annotated[
    Annotated[GoalId, Tag("word")]
    | Annotated[GoalStep, Tag("step")]
    | Annotated[tuple[GoalPart, ...], Field(min_length=1), Tag("sum")],
    Discriminator(_goal_kind),
]
SmallPosition = Annotated[
    Annotated[Percent, Tag("size")] | Annotated[dict[str, Percent], Tag("by_competence")],
    Discriminator(lambda given: "by_competence" if isinstance(given, dict) else "size"),
]


class Scenario(Shape):
    """One unit's staffing scenario (schema `heltid.scenario/1`)."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    schema_id: Literal["heltid.scenario/1"] = Field(alias="schema")
    id: Id
    name: Name | None = None
    cycle_shape: CycleShape = Field(alias="cycle")
    agreement: Agreement
    competences: tuple[Id, ...] = ()
    """lowest first; a higher one may do a lower one's work"""
    shifts: tuple[Shift, ...] = Field(min_length=1, max_length=100)
    demand: tuple[Demand, ...] = Field((), max_length=2000)
    employees: tuple[Employee, ...] = Field(min_length=1, max_length=1000)
    residents: tuple[Resident, ...] = Field((), max_length=1000)
    contact_limits: ContactLimits = ContactLimits()
    rules: UnitRules = UnitRules()
    goals: tuple[GoalEntry, ...] = DEFAULT_GOALS
    small_position: SmallPosition = 6500
    """percent; or by competence with `default`"""
    budget_fte_hundredths: Hundredths | None = Field(None, alias="budget_fte")

    @cached_property
    def cycle(self) -> Cycle:
        return Cycle(self.cycle_shape.weeks, self.cycle_shape.rotation)

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What follows from the scenario alone and is asked for again and again (see `domain.demand.segments`)."""
        return {}

    @cached_property
    def shift_by_code(self) -> dict[str, Shift]:
        return {shift.code: shift for shift in self.shifts}

    @cached_property
    def employee_by_id(self) -> dict[str, Employee]:
        return {employee.id: employee for employee in self.employees}

    @cached_property
    def goal_stages(self) -> tuple[tuple[GoalStep, ...], ...]:
        """The goals in order; a nested list is one stage with several steps."""
        return tuple(
            tuple(_step(one) for one in entry) if isinstance(entry, tuple) else (_step(entry),)
            for entry in self.goals
        )

    def with_changes(self, update: dict[str, Any]) -> Scenario:
        """A copy that has forgotten what it had worked out from the fields that changed."""
        copy = self.model_copy(update=update)
        for name, value in vars(Scenario).items():
            if isinstance(value, cached_property):
                copy.__dict__.pop(name, None)
        return copy

    def rules_of(self, employee: Employee) -> UnitRules:
        """The unit's rules with this line's own in their place."""
        return self.rules.with_own(employee.rules)

    def rank_of(self, competence: str | None) -> int:
        """Place of a competence from the lowest (0); -1 where there is none."""
        return self.competences.index(competence) if competence in self.competences else -1

    def counts_in(self, row: Demand, employee: Employee) -> bool:
        """Whether this line's shifts count in a row of demand."""
        return (
            employee.counts_in_cover
            and (row.competence is None or self.rank_of(employee.competence) >= self.rank_of(row.competence))
            and (row.skill is None or row.skill in employee.skills)
            and (row.group is None or row.group in employee.groups)
        )

    def weekly_minutes_of(self, employee: Employee) -> int:
        """Full-time minutes a week of this line."""
        return employee.weekly_minutes or self.agreement.full_time_weekly_minutes

    def full_time_minutes_of(self, employee: Employee) -> int:
        """Full-time minutes in the cycle of this line."""
        return self.weekly_minutes_of(employee) * self.cycle.weeks

    def norm_of(self, employee: Employee) -> Literal["fixed", "tredelt"]:
        return employee.norm or self.agreement.norm

    def is_long(self, shift: Shift) -> bool:
        """Whether a shift is longer by the clock than the agreement's `long_shift_minutes`."""
        limit = self.agreement.long_shift_minutes
        return limit is not None and shift.clock_minutes > limit

    def small_below(self, employee: Employee) -> int:
        """The size in basis points under which this line's position is small."""
        if isinstance(self.small_position, int):
            return self.small_position
        given = self.small_position
        return given.get(employee.competence or "", given.get("default", 6500))

    def pinned_code(self, employee: Employee, day: int) -> str | None:
        """The code pinned on a day of the cycle, or None."""
        return next((pin.shift for pin in employee.pinned if pin.includes(day)), None)

    def place(self, week: int, day: str) -> int:
        """The day of the cycle with this week (from 1) and name."""
        return (week - 1) * 7 + DAY_NAMES.index(day)


def _step(entry: GoalId | GoalStep) -> GoalStep:
    return entry if isinstance(entry, GoalStep) else GoalStep(id=entry)
