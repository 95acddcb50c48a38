"""People, vacant lines and residents."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS, WEEK_MINUTES
from solver.domain.unit_rules import UnitRules
from solver.domain.values import Code, CodeOrFree, Id, Name, Percent, Shape
from solver.domain.windows import Days, TimedDays, Window

FULL_BASIS_POINTS = 10_000


class Position(Shape):
    """Position sizes in percent of full time."""

    given_current_basis_points: Percent | None = Field(None, alias="current")
    given_wanted_basis_points: Percent | None = Field(None, alias="wanted")
    given_min_basis_points: Percent | None = Field(None, alias="min")
    given_max_basis_points: Percent | None = Field(None, alias="max")


class Pin(Days):
    """Days on which the shift is decided already; `""` is a free day."""

    shift: CodeOrFree

    @classmethod
    def on(cls, day: int, code: str) -> Pin:
        """One day of the cycle (from 0) with its code."""
        return cls(days=(DAY_NAMES[day % WEEK_DAYS],), weeks=(day // WEEK_DAYS + 1,), shift=code)


class Wish(Days):
    """A wish for (with `want: false`, against) a shift; without a shift, any shift. `""` is a free day."""

    shift: CodeOrFree | None = None
    want: bool = True
    weight: int = Field(1, ge=0, le=1000)

    def met_by(self, code: str) -> bool:
        """Whether a day with this code meets the wish."""
        has = bool(code) if self.shift is None else code == self.shift
        return has == self.want


class Employee(Shape):
    """One line: a person, or a line nobody has yet (`vacant`)."""

    id: Id
    name: Name | None = None
    vacant: bool = False
    competence: Id | None = None
    skills: tuple[Id, ...] = ()
    groups: tuple[Id, ...] = ()
    position: Position = Position()
    max_weekends: int | None = Field(None, ge=0, le=200)
    """most worked weekends in the cycle"""
    min_weekends: int | None = Field(None, ge=0, le=200)
    long_shifts: bool = False
    """consent to shifts longer than the agreement's `long_shift_minutes`"""
    shifts: tuple[Code, ...] | None = None
    """the codes this line works; left out: all"""
    unavailable: tuple[TimedDays, ...] = ()
    elsewhere: tuple[Window, ...] = ()
    """work in another unit: counts in law, not in position or cover"""
    pinned: tuple[Pin, ...] = ()
    wishes: tuple[Wish, ...] = ()
    rules: UnitRules = UnitRules()
    """this line's own, in place of the unit's"""
    other_minutes: int = Field(0, ge=0, le=200 * WEEK_MINUTES)
    """paid minutes in the cycle outside shifts"""
    counts_in_cover: bool = True
    weekly_minutes: int | None = Field(None, ge=1, le=WEEK_MINUTES)
    """full time for this line where it differs from the agreement's"""
    norm: Literal["fixed", "tredelt"] | None = None
    before: tuple[CodeOrFree, ...] = Field((), max_length=100)
    """rotation none: the codes of the days before day 1, oldest first"""

    @property
    def wanted_basis_points(self) -> int:
        """The size wanted; for a vacant line none is, so full time."""
        given = self.position
        for points in (given.given_wanted_basis_points, given.given_current_basis_points):
            if points is not None:
                return points
        return self.max_basis_points

    @property
    def current_basis_points(self) -> int:
        return self.position.given_current_basis_points or 0

    @property
    def min_basis_points(self) -> int:
        """Smallest position; a vacant line is at least this where it is used."""
        if self.position.given_min_basis_points is not None:
            return self.position.given_min_basis_points
        return 0 if self.vacant else min(self._sizes, default=0)

    @property
    def max_basis_points(self) -> int:
        """Largest position."""
        if self.position.given_max_basis_points is not None:
            return self.position.given_max_basis_points
        return FULL_BASIS_POINTS if self.vacant else max(self._sizes, default=FULL_BASIS_POINTS)

    @property
    def _sizes(self) -> list[int]:
        sizes = (self.position.given_current_basis_points, self.position.given_wanted_basis_points)
        return [size for size in sizes if size is not None]


class ContactNeed(Shape):
    """Lowest competence of each contact, and how many people the team has, both contacts included."""

    primary: Id | None = None
    secondary: Id | None = None
    team: int | None = Field(None, ge=0, le=100)


class ContactWindow(Window):
    """When a contact should be present."""

    name: Name | None = None


class FixedContacts(Shape):
    """Contacts decided already, by employee id."""

    primary: Id | None = None
    secondary: Id | None = None
    team: tuple[Id, ...] = ()


class Resident(Shape):
    """Someone who lives here and should know those who come."""

    id: Id
    name: Name | None = None
    contacts: ContactNeed = ContactNeed()
    windows: tuple[ContactWindow, ...] = ()
    fixed: FixedContacts = FixedContacts()


class ContactLimits(Shape):
    """Residents per employee, at most, in each role."""

    primary: int | None = Field(None, ge=0, le=1000)
    secondary: int | None = Field(None, ge=0, le=1000)
    team: int | None = Field(None, ge=0, le=1000)
