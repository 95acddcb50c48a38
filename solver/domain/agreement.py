"""The agreement: law plus tariff plus local agreement, each value with its source.

What is left out is the law's main rule, and no value goes further than its level opens; both are data
(`data/law/aml.yaml`), not code. Source: arbeidsmiljøloven chapter 10.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from solver.domain.cycle import WEEK_MINUTES
from solver.domain.values import Hundredths, Id, Name, PlainDate, Shape, Time, WeekTime

Level = Literal["main", "individual", "local", "authority", "central", "not_norwegian"]
Minutes = int


class NormGround(Shape):
    """What earns the shorter week of turnus: every n-th Sunday, or minutes a week on evenings and nights."""

    every_nth_sunday: int | None = Field(None, ge=1, le=52)
    evening_and_night_weekly_minutes: int | None = Field(None, ge=0, le=WEEK_MINUTES)


class AverageWeek(Shape):
    """Most working minutes a week on average, in every window of that many weeks."""

    minutes: int = Field(ge=1, le=WEEK_MINUTES)
    weeks: int = Field(ge=1, le=52)


class ShortDailyRest(Shape):
    """A shorter rest that was agreed; the next one is longer by what it lacked."""

    floor_minutes: int = Field(ge=0, le=WEEK_MINUTES)
    max_per_week: int | None = Field(1, ge=0, le=7)
    """left out: one"""


class ShortWeeklyRest(Shape):
    """A shorter weekly rest that was agreed; the next week's is longer by what it lacked."""

    floor_minutes: int = Field(ge=0, le=WEEK_MINUTES)


class SundayRule(Shape):
    """When a Sunday counts as worked, and how often that may be."""

    zone: tuple[WeekTime, WeekTime]
    rule: Literal["next_free", "averaged"]
    max_in_a_row: int = Field(3, ge=1, le=52)

    @property
    def longest_row(self) -> int:
        """The most worked Sundays in a row."""
        return 1 if self.rule == "next_free" else self.max_in_a_row


class Span(Shape):
    """A part of the day; an end not after its start lies on the next day."""

    from_minutes: Time = Field(alias="from")
    until_minutes: Time = Field(alias="until")


class Tredelt(Shape):
    """How a three-part roster earns a shorter week (HTA 4.2.4): minutes a week, credits in sixtieths."""

    base_weekly_minutes: int = Field(ge=1, le=WEEK_MINUTES)
    floor_weekly_minutes: int = Field(ge=1, le=WEEK_MINUTES)
    ceiling_weekly_minutes: int = Field(ge=1, le=WEEK_MINUTES)
    night: Span
    night_credit_sixtieths: int = Field(ge=0, le=60)
    sunday_credit_sixtieths: int = Field(ge=0, le=60)


class Source(Shape):
    """Where a value was read."""

    paragraph: Name
    link: str | None = None
    text: str | None = None
    status: Literal["read", "secondary"] = "read"


class Agreement(Shape):
    """Every limit of law and tariff for one unit. `None` is no limit, only with level `not_norwegian`."""

    id: Id
    name: Name | None = None
    level: Level
    valid_from: PlainDate | None = None
    valid_to: PlainDate | None = None
    sources: dict[str, Source] = Field(default_factory=dict)
    full_time_weekly_minutes: int = Field(ge=1, le=WEEK_MINUTES)
    norm: Literal["fixed", "tredelt"]
    norm_ground: NormGround | None
    norm_ground_window: Span
    """when evening and night minutes count for the shorter week"""
    tredelt: Tredelt
    max_shift_minutes: int | None = Field(ge=1, le=WEEK_MINUTES)
    max_week_minutes: int | None = Field(ge=1, le=WEEK_MINUTES)
    max_average_week_minutes: AverageWeek | None
    min_daily_rest_minutes: int | None = Field(ge=0, le=WEEK_MINUTES)
    short_daily_rest: ShortDailyRest | None = None
    min_weekly_rest_minutes: int | None = Field(ge=0, le=WEEK_MINUTES)
    short_weekly_rest: ShortWeeklyRest | None = None
    sunday: SundayRule | None
    hours_tolerance_basis_points: Hundredths | None = Field(alias="hours_tolerance_percent")
    """of full time in the cycle"""
    position_step_basis_points: Hundredths = Field(
        alias="position_step", gt=0, le=10_000, json_schema_extra={"exclusiveMinimum": 0, "maximum": 100}
    )
    """percent"""
    long_shift_minutes: int | None = Field(ge=1, le=WEEK_MINUTES)

    @property
    def law_checked(self) -> bool:
        return self.level != "not_norwegian"

    @property
    def least_daily_rest_minutes(self) -> int:
        """The shortest rest there may be between shifts: the shorter one where it is agreed."""
        short = self.short_daily_rest
        return short.floor_minutes if short else self.min_daily_rest_minutes or 0

    @property
    def least_weekly_rest_minutes(self) -> int:
        """The shortest weekly rest there may be: the shorter one where it is agreed."""
        short = self.short_weekly_rest
        return short.floor_minutes if short else self.min_weekly_rest_minutes or 0

    def law(self, field: str, otherwise: str) -> str:
        """The paragraph a finding names for this field: the agreement's own source, or the law's."""
        source = self.sources.get(field)
        return source.paragraph if source else otherwise
