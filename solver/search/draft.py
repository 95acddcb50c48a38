"""A roster to begin from: the one in force, one found earlier, or a shorter cycle repeated. What of it no longer holds
is laid anew, and the rest of it stands while that is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from solver.auditing import audit
from solver.domain.cycle import WEEK_DAYS
from solver.domain.norm import sizes as sizes_of
from solver.domain.roster import Line, Roster
from solver.rules.base import Rule
from solver.search.model import RosterModel

Cell = tuple[str, int]
"""An employee's week, from 0."""


@dataclass
class Draft:
    """The lines of a roster, and the weeks of them that are laid anew."""

    model: RosterModel
    lines: Mapping[str, Line]
    anew: set[Cell] = field(default_factory=set)

    @classmethod
    def of(cls, model: RosterModel, lines: Iterable[Line]) -> Draft:
        """The lines that employees still have, each of as many days as the cycle; other employees' weeks are new."""
        known = {
            line.employee: line
            for line in lines
            if line.employee in model.scenario.employee_by_id and len(line.days) == model.cycle.days
        }
        draft = cls(model, known)
        draft.lay_anew(one.id for one in model.lines if one.id not in known)
        return draft

    def check(self, rules: Sequence[Rule]) -> None:
        """Lay anew where the lines break a rule or leave people missing.

        What is amiss in a line over the whole cycle can be made good in the weeks of it that are laid anew; only where
        there are none, all of the line is.
        """
        roster = Roster(lines=tuple(self.lines.values()))
        found = audit(self.model.scenario, roster, rules=rules)
        self.lay_anew(None, {hole.week - 1 for hole in found.holes})
        for breach in found.breaches:
            if breach.week is not None:
                who = None if breach.employee is None else [breach.employee]
                self.lay_anew(who, [breach.week - 1])
        begun = {who for who, _ in self.anew}
        whole = {one.employee for one in found.breaches if one.week is None and one.employee is not None}
        self.lay_anew(whole - begun)

    def lay_anew(self, who: Iterable[str] | None = None, weeks: Iterable[int] | None = None) -> None:
        """Lay these lines' weeks anew (None: all of them)."""
        every = range(self.model.cycle.weeks) if weeks is None else list(weeks)
        self.anew |= {(one, week) for one in (self._everyone if who is None else who) for week in every}

    def widen(self) -> None:
        """Lay the weeks beside those that are laid anew too."""
        weeks = self.model.cycle.weeks
        self.anew |= {(who, (week + by) % weeks) for who, week in self.anew for by in (-1, 1)}

    def widen_lines(self) -> None:
        """Lay every line anew of which any week is."""
        self.lay_anew({who for who, _ in self.anew})

    @property
    def is_all_anew(self) -> bool:
        return len(self.anew) >= len(self._everyone) * self.model.cycle.weeks

    def hold(self, problem: cp_model.CpModel, *, sizes: bool) -> None:
        """Hold what is not laid anew, and begin from the rest; with `sizes` those are held too, where they may be."""
        given = problem.proto.solution_hint
        for employee in self.model.lines:
            line = self.lines.get(employee.id)
            if sizes and line and line.position_basis_points in sizes_of(self.model.scenario, employee):
                problem.add(self.model.position(employee) == line.position_basis_points)
            for day, code in enumerate(line.days if line else ()):
                held = (employee.id, day // WEEK_DAYS) not in self.anew
                for shift in self.model.scenario.shifts:
                    literal = self.model.works(employee, day, shift.code)
                    if isinstance(literal, int):
                        continue
                    if held:
                        problem.add(literal == int(code == shift.code))
                    given.vars.append(literal.index)
                    given.values.append(int(code == shift.code))

    @property
    def _everyone(self) -> Sequence[str]:
        return [one.id for one in self.model.lines]
