"""The rosters of all units taken apart: each unit's own, with what its shared lines do elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from solver.auditing import Audit, audit, completed
from solver.domain.employee import Employee
from solver.domain.pool import Pool, PoolLine
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules
from solver.domain.values import number
from solver.forum.asking import as_elsewhere, position
from solver.forum.pools.codes import joint, split
from solver.search.outcome import with_contacts

KEPT = ("max_consecutive_days", "max_consecutive_nights", "max_minutes")
"""Rules of a shared line that a part of it keeps where the whole does; a least number of days in a row is no such."""


@dataclass(frozen=True)
class Apart:
    """One unit of several: its scenario with the shared lines that work there, its roster, and what an audit finds."""

    unit: str
    scenario: Scenario
    audit: Audit

    @property
    def roster(self) -> Roster:
        return self.audit.roster


def apart(pool: Pool, whole: Scenario, roster: Roster) -> tuple[Apart, ...]:
    """Each unit with its own roster: a shared line's shifts in others are `elsewhere`, their hours other minutes."""
    days = {line.employee: line for line in roster.lines}
    return tuple(_unit(pool, whole, days, place) for place in range(1, len(pool.units) + 1))


def _unit(pool: Pool, whole: Scenario, lines: dict[str, Line], place: int) -> Apart:
    own = pool.units[place - 1].scenario
    shared = [
        (shared_part(whole, line, lines[line.employee.id], place), lines[line.employee.id])
        for line in pool.lines
        if any(split(code)[1] == place for code in lines[line.employee.id].days)
    ]
    scenario = own.with_changes(
        {"employees": (*own.employees, *(one for one, _ in shared)), "budget_fte_hundredths": None}
    )
    here = [_here(lines[joint(one.id, place)], one.id, place) for one in own.employees]
    here += [_here(line, one.id, place) for one, line in shared]
    bare = with_contacts(scenario, completed(scenario, Roster(scenario=own.id, lines=tuple(here))), ())
    checked = audit(scenario, bare)
    told = {"status": "feasible", "goals": checked.goals, "holes": checked.holes, "measures": checked.measures,
            "findings": checked.warnings, "continuity": checked.continuity}  # fmt: skip
    complete = checked.roster.model_copy(update=told)
    return Apart(pool.units[place - 1].id, scenario, Audit(**{**vars(checked), "roster": complete}))


def shared_part(whole: Scenario, line: PoolLine, laid: Line, place: int) -> Employee:
    """A shared line as one unit sees it: her size is that of all her work, and what she works elsewhere is told."""
    shifts, given = whole.shift_by_code, line.employee
    away = [(day, shifts[code]) for day, code in enumerate(laid.days) if code and split(code)[1] != place]
    asked = whole.employee_by_id[given.id].rules
    size = laid.position_basis_points or 0
    return given.model_copy(
        update={
            "position": position(current=size, wanted=max(size, given.wanted_basis_points), least=size, most=size),
            "elsewhere": (*given.elsewhere, *as_elsewhere(away)),
            "other_minutes": given.other_minutes + sum(shift.paid_minutes for _, shift in away),
            "min_weekends": None, "shifts": None, "pinned": (), "wishes": (),
            "rules": UnitRules(**dict.fromkeys(UnitRules.model_fields) | {name: getattr(asked, name) for name in KEPT}),
        }
    )  # fmt: skip


def _here(line: Line, name: str, place: int) -> Line:
    """The line's days in this unit, under the id it has there."""
    days = tuple(code if here == place else "" for code, here in map(split, line.days))
    return Line(employee=name, position_basis_points=number(line.position_basis_points or 0), days=days)  # type: ignore[arg-type]
