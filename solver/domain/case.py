"""The forum's case (schema `heltid.case/1`): a vacancy, the units in reach, and who wants a larger position.

The case has a date of its own: what counts back in time counts from it, never from the clock.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, StringConstraints, Tag

from solver.domain.employee import Employee
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario, SmallPosition
from solver.domain.values import Hundredths, Id, Name, Percent, PlainDate, Shape

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Budget = Annotated[
    Annotated[Literal["neutral"], Tag("word")] | Annotated[Hundredths, Tag("amount")],
    Discriminator(lambda given: "word" if isinstance(given, str) else "amount"),
]


class CaseUnit(Shape):
    """A unit in reach: what is asked of its roster, and the roster that is in force."""

    id: Id
    name: Name | None = None
    scenario: Scenario
    roster: Roster

    @property
    def title(self) -> str:
        return self.name or self.scenario.name or self.id


class Vacancy(Shape):
    """The line that somebody leaves."""

    unit: Id
    line: Id
    """the leaving line, by its id in the unit's scenario"""
    percent_basis_points: Percent = Field(alias="percent")
    competence: Id
    """what whoever gets the hours must have at least"""
    vacant_from: PlainDate | None = Field(None, alias="from")


class OtherUnit(Shape):
    """Another unit that somebody would also work in."""

    unit: Id
    travel_minutes: int = Field(0, ge=0, le=600)
    """minutes between the two units"""


class ExtraHours(Shape):
    """Hours worked beyond the position in one month."""

    month: Month
    hours_hundredths: Hundredths = Field(alias="hours")


class WantsMore(Shape):
    """Somebody who wants a larger position, and what she has said yes to."""

    unit: Id
    employee: Id
    wanted_basis_points: Percent = Field(alias="wanted")
    """of all units together"""
    also: tuple[OtherUnit, ...] = ()
    max_weekends: int | None = Field(None, ge=0, le=200)
    """most worked weekends in the cycle she has said yes to, where a change of arrangement asks for more"""
    long_shifts: bool = False
    """whether she has said yes to long shifts"""
    extra_hours: tuple[ExtraHours, ...] = Field((), max_length=60)


class Priority(Shape):
    """Somebody who was dismissed for the enterprise's reasons and may have priority (aml § 14-2)."""

    id: Id
    name: Name | None = None
    competence: Id
    dismissed: PlainDate
    notice_ends: PlainDate
    months_employed: int = Field(ge=0, le=24)
    """months employed in the two years before the dismissal"""
    wanted_basis_points: Percent = Field(10_000, alias="wanted")


class Thresholds(Shape):
    """What the forum has set: nothing smaller is advertised, and few positions are smaller than `standing`."""

    advertised_basis_points: Percent = Field(6500, alias="advertised")
    standing: SmallPosition = 6500
    """percent; or by competence with `default`"""


class Arrangement(Shape):
    """A change of arrangement for those who want more and have said yes to it."""

    weekends: int | None = Field(None, ge=1, le=200)
    """worked weekends in the cycle, at most"""
    long_shifts: bool | None = None


class Decision(Shape):
    """What people decided, with their reasons."""

    option: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    date: PlainDate
    reasons: Annotated[str, StringConstraints(min_length=1, max_length=5000)]
    by: tuple[Name, ...] = Field(min_length=1)


class Case(Shape):
    """One case before the forum."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    schema_id: Literal["heltid.case/1"] = Field(alias="schema")
    id: Id
    name: Name | None = None
    date: PlainDate
    units: tuple[CaseUnit, ...] = Field(min_length=1, max_length=30)
    vacancy: Vacancy
    wants_more: tuple[WantsMore, ...] = Field((), max_length=200)
    priority: tuple[Priority, ...] = Field((), max_length=200)
    thresholds: Thresholds = Thresholds()
    budget: Budget = "neutral"
    """`neutral`: no hours more than today; or kroner a year that supplements may rise by as well"""
    hourly_wage: dict[str, Hundredths] = Field(default_factory=dict)
    """kroner an hour by competence"""
    tariff: Id = "ks-tillegg-2023"
    """the supplements: a file in data/tariffs"""
    least_extension_basis_points: Percent = Field(500, alias="least_extension")
    """where hours are shared, nobody gets less than this, and no smaller rest is advertised"""
    most_units: int = Field(2, ge=1, le=10)
    """most units that one person works in"""
    arrangements: tuple[Arrangement, ...] = Field((), max_length=20)
    """changes of arrangement the forum wants tried before hours are shared"""
    decision: Decision | None = None

    @cached_property
    def unit_by_id(self) -> dict[str, CaseUnit]:
        return {unit.id: unit for unit in self.units}

    @property
    def place(self) -> CaseUnit:
        """The unit with the vacancy."""
        return self.unit_by_id[self.vacancy.unit]

    def employee_of(self, wish: WantsMore) -> Employee:
        return self.unit_by_id[wish.unit].scenario.employee_by_id[wish.employee]

    def standing_below(self, competence: str | None) -> int:
        """The size in basis points under which a position is small in this case."""
        given = self.thresholds.standing
        return given if isinstance(given, int) else given.get(competence or "", given.get("default", 6500))
