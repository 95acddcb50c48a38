"""The units as they are before anything is decided: rosters in force, sizes, holes, and who may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from solver.auditing import completed
from solver.domain.case import Case, OtherUnit, WantsMore
from solver.domain.employee import Employee
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet, WorkLine
from solver.goals.positions import positions

Person = tuple[str, str]
"""A unit and an employee of it."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who wants more; sizes in basis points."""

    wish: WantsMore
    employee: Employee
    held: int
    qualified: bool
    """whether she has the competence the vacancy asks for"""
    here: bool
    """whether she works in the unit with the vacancy"""
    travel: OtherUnit | None
    """what she said of working there, where she does not today"""

    @property
    def person(self) -> Person:
        return self.wish.unit, self.wish.employee

    @property
    def room(self) -> int:
        return max(0, self.wish.wanted_basis_points - self.held)


@dataclass(frozen=True)
class Today:
    """A case with its rosters completed and laid over their scenarios."""

    case: Case

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        return {
            unit.id: Sheet.of(unit.scenario, completed(unit.scenario, unit.roster))
            for unit in self.case.units
        }

    @cached_property
    def sizes(self) -> dict[Person, int]:
        """The position of every line in use, in basis points."""
        return {
            (unit, employee): size
            for unit, sheet in self.sheets.items()
            for employee, size in positions(sheet).items()
            if size
        }

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those who want more than they have, in the file's order, which is no ranking."""
        case = self.case
        found = []
        for wish in case.wants_more:
            employee = case.employee_of(wish)
            here = wish.unit == case.vacancy.unit
            travel = next((one for one in wish.also if one.unit == case.vacancy.unit), None)
            held = self.sizes.get((wish.unit, wish.employee), 0)
            qualified = self.has_competence(employee.competence)
            found.append(Candidate(wish, employee, held, qualified, here, travel))
        return tuple(one for one in found if one.room)

    def has_competence(self, competence: str | None) -> bool:
        """Whether somebody with this competence may have the vacancy's hours."""
        ranks = self.case.place.scenario.rank_of
        return ranks(competence) >= ranks(self.case.vacancy.competence)

    def scenario(self, unit: str) -> Scenario:
        return self.sheets[unit].scenario

    def roster(self, unit: str) -> Roster:
        return self.sheets[unit].roster

    def work(self, person: Person) -> WorkLine:
        unit, employee = person
        return self.sheets[unit].line_of[employee]

    def line(self, person: Person) -> Line:
        given = self.work(person).given
        assert given is not None
        return given

    @property
    def leaving(self) -> Person:
        return self.case.vacancy.unit, self.case.vacancy.line

    @cached_property
    def vacant_lines(self) -> tuple[Person, ...]:
        """Lines in use that nobody has, besides the vacancy: they may be joined with it."""
        return tuple(
            person
            for person in self.sizes
            if self.scenario(person[0]).employee_by_id[person[1]].vacant and person != self.leaving
        )
