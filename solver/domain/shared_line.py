"""One line that all walk: what is known of the first is known of everyone, a week later for each."""

from __future__ import annotations

from collections.abc import Sequence

from solver.domain.checks.shared import lines_are_alike
from solver.domain.cycle import WEEK_DAYS, Cycle
from solver.domain.roster import Line
from solver.domain.scenario import Scenario


def turned(line: Line, employee: str, turn: int, cycle: Cycle) -> Line:
    """The line of whoever walks it so many weeks after the first, F1 days and all."""
    behind = turn * WEEK_DAYS % cycle.days
    update = {
        "employee": employee,
        "days": line.days[cycle.days - behind :] + line.days[: cycle.days - behind],
        "f1": _turned_f1(line.f1, turn, cycle),
    }
    return line.model_copy(update=update)


def _turned_f1(f1: tuple[int, ...], turn: int, cycle: Cycle) -> tuple[int, ...]:
    weeks, found = len(f1), [day if day < 0 else (day + turn * WEEK_DAYS) % cycle.days for day in f1]
    return tuple(found[(week - turn) % weeks] for week in range(weeks))


def walk_one_line(scenario: Scenario, lines: Sequence[Line]) -> bool:
    """Whether these are the lines of all employees, in order and alike but for the weeks they lie apart, and no one
    of the employees has anything alone that a rule about one line may ask for.
    """
    if scenario.cycle.rotation != "shared" or len(lines) != len(scenario.employees):
        return False
    people = zip(scenario.employees, lines, strict=True)
    return _are_alike(scenario) and all(
        line == turned(lines[0], employee.id, turn, scenario.cycle)
        for turn, (employee, line) in enumerate(people)
    )


def _are_alike(scenario: Scenario) -> bool:
    kept = scenario.kept
    if "alike" not in kept:
        kept["alike"] = next(lines_are_alike(scenario, {}), None) is None
    return bool(kept["alike"])
