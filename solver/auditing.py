"""Every rule over any roster, whoever made it. Loads no ortools.

What a roster leaves out is filled in first: position sizes that its hours fit, minutes, balance and the F1 days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from solver.continuity import continuity
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.norm import credit_sixtieths, sizes, target_minutes
from solver.domain.roster import Continuity, GoalValue, Hole, Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.shared_line import turned, walk_one_line
from solver.domain.work import Sheet, WorkLine
from solver.goals.registry import GOALS, in_order
from solver.holes import holes
from solver.measures import measures
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.rules.rest_days import placed


@dataclass(frozen=True)
class Audit:
    """What an audit found, with the roster as it was completed for it."""

    findings: tuple[Finding, ...]
    goals: tuple[GoalValue, ...]
    holes: tuple[Hole, ...]
    measures: dict[str, float | int]
    roster: Roster
    continuity: tuple[Continuity, ...] = ()
    notes: tuple[dict[str, object], ...] = ()

    @property
    def breaches(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == "breach")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == "warning")


def audit(
    scenario: Scenario, roster: Roster, *, current: Roster | None = None, rules: Sequence[Rule] = RULES
) -> Audit:
    """Check a roster against every rule, and count every goal of the scenario on it.

    `current` is the roster that the goal `changes` compares with. Lines of employees the roster does not have count
    as free.
    """
    complete = completed(scenario, roster)
    sheet = Sheet.of(scenario, complete)
    around = continuity(sheet)
    findings = tuple(finding for rule in rules for finding in _found(rule, sheet))
    return Audit(
        findings=findings,
        goals=goal_values(sheet, current),
        holes=holes(sheet),
        measures=measures(sheet, around),
        continuity=around,
        roster=complete,
    )


def _found(rule: Rule, sheet: Sheet) -> Iterable[Finding]:
    """What a rule finds. Where all walk one line and it is about one line, the first without a finding is enough."""
    is_about_one = rule in RULES and type(rule).audit_line is not Rule.audit_line
    if is_about_one and sheet.is_one_line and not any(rule.audit(replace(sheet, lines=sheet.lines[:1]))):
        return ()
    return rule.audit(sheet)


def goal_values(sheet: Sheet, current: Roster | None = None) -> tuple[GoalValue, ...]:
    """The value of every goal that the scenario names, as they are met; `cover` first, whether named or not."""
    wanted = [step.id for steps in in_order(sheet.scenario.goal_stages) for step in steps]
    return tuple(
        GoalValue(
            id=one, value=shown(GOALS[one].measure(sheet, current), GOALS[one].scale), unit=GOALS[one].unit
        )
        for one in wanted
        if one in GOALS
    )


def shown(value: int, scale: int) -> int | float:
    """A goal's value in its unit: whole where it is whole."""
    return value // scale if value % scale == 0 else value / scale


def completed(scenario: Scenario, roster: Roster) -> Roster:
    """The roster with one line for each employee, and sizes, minutes, balances and F1 days filled in."""
    given = {line.employee: line for line in roster.lines if len(line.days) == scenario.cycle.days}
    if walk_one_line(scenario, roster.lines) and not any(line.f1 for line in roster.lines):
        first = _completed(scenario, scenario.employees[0], roster.lines[0])
        turns = enumerate(scenario.employees)
        shared = tuple(turned(first, employee.id, turn, scenario.cycle) for turn, employee in turns)
        return roster.model_copy(update={"lines": shared})
    lines = []
    for employee in scenario.employees:
        line = given.get(employee.id) or Line(employee=employee.id, days=("",) * scenario.cycle.days)
        lines.append(_completed(scenario, employee, line))
    return roster.model_copy(update={"lines": tuple(lines)})


def _completed(scenario: Scenario, employee: Employee, line: Line) -> Line:
    work = WorkLine(scenario, employee, line.days, line)
    size = line.position_basis_points if line.position_basis_points is not None else _fitting_size(work)
    return _complete_line(WorkLine(scenario, employee, line.days, _sized(line, size)))


def _sized(line: Line, size: int) -> Line:
    return line.model_copy(update={"position_basis_points": size})


def _fitting_size(line: WorkLine) -> int:
    """The size whose hours lie nearest to the line's own; a line that works has one over 0, if it may."""
    if line.is_unused:
        return 0
    credit, possible = _credit(line), sizes(line.scenario, line.employee)
    return min(
        [size for size in possible if size] or possible,
        key=lambda size: abs(line.paid_minutes - target_minutes(line.scenario, line.employee, size, credit)),
    )


def _credit(line: WorkLine) -> int:
    """What a tredelt line earned, in sixtieths of a minute; nothing for others."""
    if line.scenario.norm_of(line.employee) == "fixed":
        return 0
    return sum(credit_sixtieths(line.scenario, shift, day) for day, shift in line.worked_days())


def _f1(line: WorkLine, given: tuple[int, ...]) -> tuple[int, ...]:
    """The F1 that are given, and those that can be found where none is."""
    if given and min(given) >= 0:
        return given
    found = placed(line, given).days
    pairs = zip(given, found, strict=False)
    return tuple(found_day if day < 0 else day for day, found_day in pairs) or found


def _complete_line(line: WorkLine) -> Line:
    assert line.given is not None
    assert line.given.position_basis_points is not None
    size = line.given.position_basis_points
    target = target_minutes(line.scenario, line.employee, size, _credit(line))
    minutes = line.given.minutes if line.given.minutes is not None else line.paid_minutes
    update = {
        "minutes": minutes,
        "balance_minutes": line.paid_minutes - (0 if line.is_zero else target),
        "f1": _f1(line, line.given.f1),
    }
    return line.given.model_copy(update=update)
