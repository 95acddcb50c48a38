"""What an answer makes of every unit it touches: the scenario with its new people and sizes, and the audited roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from solver.auditing import Audit, audit
from solver.domain.employee import Employee, FixedContacts, Resident
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet, WorkLine
from solver.forum.asking import as_elsewhere, position
from solver.forum.base import Answer, Second, UnitAnswer
from solver.forum.today import Today
from solver.goals.positions import positions


@dataclass(frozen=True)
class After:
    """A unit as an option leaves it."""

    unit: str
    scenario: Scenario
    checked: Audit

    @property
    def roster(self) -> Roster:
        return self.checked.roster

    @property
    def sheet(self) -> Sheet:
        return Sheet.of(self.scenario, self.roster)


def settled(today: Today, answer: Answer) -> tuple[After, ...]:
    """Every unit that an answer with rosters touches, as it would then be; the law is held over both units of a person.

    Empty where a roster is missing, or where a person's two lines together break a rule.
    """
    if not answer.units or any(one.roster is None for one in answer.units):
        return ()
    found = {one.ask.unit: _after(today, one) for one in answer.units}
    for second in answer.draft.seconds:
        other = second.person[0]
        there = found.get(other) or _as_today(today, other)
        line = found[second.unit].sheet.line_of[second.line]
        found[other] = _with_elsewhere(today, there, second, line)
    if any(one.checked.breaches for one in found.values()):
        return ()
    return tuple(found.values())


def _after(today: Today, answer: UnitAnswer) -> After:
    """The unit's own goals, residents and budget stand again; sizes are what the roster has."""
    assert answer.roster is not None
    own, asked = today.scenario(answer.ask.unit), answer.ask.scenario
    there = asked.employee_by_id
    held = positions(Sheet.of(asked, answer.roster))
    scenario = own.with_changes(
        {
            "employees": tuple(
                _settled(one, own.employee_by_id.get(one.id), held) for one in asked.employees
            ),
            "residents": tuple(_without_the_gone(one, there) for one in own.residents),
        }
    )
    lines = tuple(_bare(line) for line in answer.roster.lines)
    roster = answer.roster.model_copy(
        update={"lines": lines, "goals": (), "findings": (), "notes": (), "exchangeable": (), "reasons": ()}
    )
    return _checked(today, answer.ask.unit, scenario, roster)


def _as_today(today: Today, unit: str) -> After:
    return _checked(today, unit, today.scenario(unit), today.roster(unit))


def _checked(today: Today, unit: str, scenario: Scenario, roster: Roster) -> After:
    checked = audit(scenario, roster, current=today.roster(unit))
    told = {"status": "feasible", "goals": checked.goals, "holes": checked.holes, "measures": checked.measures,
            "findings": checked.warnings, "continuity": checked.continuity, "scenario": scenario.id,
            "scenario_sha256": None}  # fmt: skip
    complete = checked.roster.model_copy(update=told)
    return After(unit, scenario, Audit(**{**vars(checked), "roster": complete}))


def _settled(asked: Employee, own: Employee | None, held: Mapping[str, int]) -> Employee:
    """A line with the size it got; what it was held to while it was solved is gone."""
    size = held[asked.id]
    if asked.vacant:
        return asked.model_copy(update={"position": position(least=size, most=size)})
    if own is not None and own.current_basis_points == size and own.max_weekends == asked.max_weekends:
        return own
    wanted = max(asked.wanted_basis_points, size)
    pins, wishes = (own.pinned, own.wishes) if own else ((), ())
    now = position(current=size, wanted=wanted)
    return asked.model_copy(update={"position": now, "pinned": pins, "wishes": wishes})


def _without_the_gone(resident: Resident, there: Mapping[str, Employee]) -> Resident:
    """The resident with those of her fixed contacts who are still there."""
    fixed = resident.fixed
    primary, secondary = (one if one in there else None for one in (fixed.primary, fixed.secondary))
    team = tuple(one for one in fixed.team if one in there)
    kept = FixedContacts(primary=primary, secondary=secondary, team=team)
    return resident.model_copy(update={"fixed": kept})


def _bare(line: Line) -> Line:
    """The line without what follows from its days."""
    return line.model_copy(update={"minutes": None, "balance_minutes": None, "f1": ()})


def _with_elsewhere(today: Today, there: After, second: Second, line: WorkLine) -> After:
    """The unit where a person (or a vacant line) has her other line, told of the new one."""
    people = tuple(
        one.model_copy(update={"elsewhere": (*one.elsewhere, *as_elsewhere(line.worked_days()))})
        if one.id == second.person[1]
        else one
        for one in there.scenario.employees
    )
    scenario = there.scenario.with_changes({"employees": people})
    lines = tuple(_bare(one) if one.employee == second.person[1] else one for one in there.roster.lines)
    return _checked(today, there.unit, scenario, there.roster.model_copy(update={"lines": lines}))
