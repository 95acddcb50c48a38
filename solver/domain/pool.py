"""Units that share people (schema `heltid.pool/1`): their scenarios, and the lines that work in several of them."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import ConfigDict, Field

from solver.domain.employee import Employee
from solver.domain.scenario import GoalEntry, Scenario
from solver.domain.unit_rules import UnitRules
from solver.domain.values import Hundredths, Id, Name, Shape


class PoolUnit(Shape):
    """A unit that shares people with others, and what is asked of its roster."""

    id: Id
    name: Name | None = None
    scenario: Scenario

    @property
    def title(self) -> str:
        return self.name or self.scenario.name or self.id


class Travel(Shape):
    """The time it takes from one unit to another, and back."""

    between: tuple[Id, Id]
    minutes: int = Field(ge=0, le=600)


class PoolLine(Shape):
    """A line that works in several units; a code of `employee` that several of them have is written `D/1`, with the
    unit's number in the file. `shifts` may leave that out: the code in each of her units.
    """

    employee: Employee
    units: tuple[Id, ...] = Field(min_length=1, max_length=10)
    """the units she may work in"""
    most_units: int | None = Field(None, ge=1, le=10)
    """how many of them at most"""


class Pool(Shape):
    """Units with lines of their own and lines that they share."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    schema_id: Literal["heltid.pool/1"] = Field(alias="schema")
    id: Id
    name: Name | None = None
    units: tuple[PoolUnit, ...] = Field(min_length=2, max_length=10)
    lines: tuple[PoolLine, ...] = Field(min_length=1, max_length=200)
    travel: tuple[Travel, ...] = Field((), max_length=45)
    rules: UnitRules = UnitRules()
    """of the lines that are shared; what is left out is as in the first of the line's units"""
    goals: tuple[GoalEntry, ...] | None = Field(None, min_length=1)
    """of all units together; left out: those of the first unit that can be summed"""
    budget_fte_hundredths: Hundredths | None = Field(None, alias="budget_fte")
    """of all units together"""

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each unit, from 1 as they stand."""
        return {unit.id: number for number, unit in enumerate(self.units, start=1)}

    @property
    def title(self) -> str:
        return self.name or self.id

    def unit(self, name: str) -> PoolUnit:
        return self.units[self.number_of[name] - 1]

    def travel_minutes(self, one: str, other: str) -> int:
        """Between two units; 0 where nothing is said."""
        return next((given.minutes for given in self.travel if {*given.between} == {one, other}), 0)
