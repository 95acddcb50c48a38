"""The unit's own rules, and one line's own in their place."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from solver.domain.cycle import WEEK_MINUTES
from solver.domain.values import Code, CodeOrFree, Shape, WeekTime

WeekendShape = Literal["any", "both", "both_or_long", "one_long", "long_and_short"]
Count = Annotated[int, Field(ge=0, le=1400)]
PeriodMinutes = Annotated[int, Field(ge=0, le=200 * WEEK_MINUTES)]
FreeDays = Annotated[int, Field(ge=1, le=100)]


class FreeWeekend(Shape):
    """The span no shift may overlap in a weekend that is not worked."""

    from_minutes: WeekTime = Field(alias="from")
    until_minutes: WeekTime = Field(alias="until")


class UnitRules(Shape):
    """All optional: a rule that is left out holds nobody."""

    max_consecutive_days: FreeDays | None = None
    min_consecutive_days: FreeDays | None = None
    min_consecutive_days_off: FreeDays | None = None
    max_consecutive_days_off: FreeDays | None = None
    min_consecutive_shifts: dict[Code, FreeDays] | None = None
    """days in a row with the same code, by code"""
    max_consecutive_shifts: dict[Code, FreeDays] | None = None
    max_consecutive_nights: FreeDays | None = None
    min_weeks_between_weekends: FreeDays | None = None
    """worked weekends start at least this many weeks apart"""
    weekend_shape: WeekendShape | None = None
    """any | both | both_or_long | one_long | long_and_short"""
    free_weekend: FreeWeekend | None = None
    """no shift overlaps this in a weekend that is not worked"""
    forbidden_sequences: (
        tuple[Annotated[tuple[CodeOrFree, ...], Field(min_length=2, max_length=14)], ...] | None
    ) = None
    """codes of days in a row; `""` is a free day"""
    max_shifts: dict[Code, Count] | None = None
    """per line in the cycle"""
    min_shifts: dict[Code, Count] | None = None
    max_minutes: PeriodMinutes | None = None
    """paid minutes of a line in the cycle"""
    min_minutes: PeriodMinutes | None = None

    def with_own(self, own: UnitRules) -> UnitRules:
        """These rules with one line's own in their place."""
        return self.model_copy(update={name: getattr(own, name) for name in own.model_fields_set})
