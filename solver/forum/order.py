"""The forum's order of options: what is best for those who need larger positions and worst for nobody else.

Fewest positions under the thresholds, advertised or standing; most full ones; least change to others' rosters; cost. An
option that opens a hole is no option of that order: it stands after all that open none (decision 0014).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from solver.domain.employee import FULL_BASIS_POINTS
from solver.forum.base import Draft
from solver.forum.settling import After
from solver.forum.today import Person, Today
from solver.goals.positions import positions


class Worth(NamedTuple):
    """What options are ordered by, the smaller the better."""

    small: int
    """positions under the thresholds, but for people who want no more"""
    not_full: int
    """minus the full positions"""
    changed_days: int
    """days that differ for those whose size does not"""
    cost_ore: int
    """supplements in a year, in øre, beyond today's"""


@dataclass(frozen=True)
class Held:
    """A position as somebody has it over all units, in basis points; vacant ones are advertised or stand open."""

    person: Person
    size: int
    small_below: int
    vacant: bool
    wanted: int

    @property
    def is_small(self) -> bool:
        return self.size < self.small_below and (self.vacant or self.wanted >= self.small_below)

    @property
    def is_full(self) -> bool:
        return self.size >= FULL_BASIS_POINTS


def held(today: Today, draft: Draft | None = None, afters: Sequence[After] = ()) -> tuple[Held, ...]:
    """Every position of the case's units, a person's lines in two units as one; today's where nothing is touched."""
    case, touched = today.case, {after.unit: after for after in afters}
    joined = {(one.unit, one.line): one.person for one in draft.seconds} if draft else {}
    joined |= dict(draft.moved) if draft else {}
    wishes = {(one.unit, one.employee): one.wanted_basis_points for one in case.wants_more}
    found: dict[Person, Held] = {}
    for unit in case.units:
        sheet = touched[unit.id].sheet if unit.id in touched else today.sheets[unit.id]
        for name, size in positions(sheet).items():
            one = sheet.scenario.employee_by_id[name]
            person = joined.get((unit.id, name), (unit.id, name))
            total = size + (found[person].size if person in found else 0)
            below = (
                case.thresholds.advertised_basis_points if one.vacant else case.standing_below(one.competence)
            )
            wanted = max(wishes.get(person, 0), one.wanted_basis_points, total)
            if total:
                found[person] = Held(person, total, below, one.vacant, wanted)
    return tuple(found.values())


def small(positions_held: Sequence[Held]) -> int:
    return sum(one.is_small for one in positions_held)


def full(positions_held: Sequence[Held]) -> int:
    return sum(one.is_full for one in positions_held)
