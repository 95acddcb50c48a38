"""The question itself: `E07:3:sat:L` is why E07 does not have L on Saturday of week 3; without a code, why not free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from solver.domain.cycle import DAY_NAMES, WEEK_DAYS
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Scenario

PARTS = 4
OPTION = "--why"
HOW = "Skriv ansatt:uke:dag:vakt, som {example}; uten vakt er det en fridag."


@dataclass(frozen=True)
class Question:
    """Why the employee does not have this code on this day of the cycle (0 is Monday of week 1); `""` is free."""

    employee: str
    day: int
    code: str

    def place(self, scenario: Scenario) -> tuple[str, int]:
        """Whose line, and which day of it, has variables for this: in shared rotation that of the first employee."""
        if scenario.cycle.rotation != "shared":
            return self.employee, self.day
        turn = [one.id for one in scenario.employees].index(self.employee)
        return scenario.employees[0].id, (self.day - turn * WEEK_DAYS) % scenario.cycle.days


def asked_question(text: str, scenario: Scenario) -> Question:
    """Read a question; FaultError with what to write instead."""
    parts = [part.strip() for part in text.strip().rsplit(":", PARTS - 1)]
    if len(parts) != PARTS:
        raise FaultError([_fault("shape", "Spørsmålet kan ikke leses.", HOW, example=_example(scenario))])
    faults = list(_faults(parts, scenario))
    if faults:
        raise FaultError(faults)
    employee, week, day, code = parts
    return Question(employee, scenario.place(int(week), day), code)


def _faults(parts: list[str], scenario: Scenario) -> Iterator[Fault]:
    employee, week, day, code = parts
    weeks = scenario.cycle.weeks
    if employee not in scenario.employee_by_id:
        near = nearest(employee, scenario.employee_by_id) or scenario.employees[0].id
        message = "«{id}» er ingen av de ansatte."
        yield _fault("unknown_employee", message, "Mente du «{near}»?", id=employee, near=near)
    if not (week.isascii() and week.isdigit() and len(week) < PARTS and 1 <= int(week) <= weeks):
        message = "«{week}» er ingen uke i turnusen."
        yield _fault("unknown_week", message, "Skriv et tall fra 1 til {weeks}.", week=week, weeks=weeks)
    if day not in DAY_NAMES:
        message = "«{day}» er ingen ukedag."
        yield _fault("unknown_day", message, "Skriv en av {days}.", day=day, days=", ".join(DAY_NAMES))
    if code and code not in scenario.shift_by_code:
        message, codes = "«{code}» er ingen vaktkode.", ", ".join(scenario.shift_by_code)
        instead = "Skriv en av {codes}, eller ingenting for en fridag."
        yield _fault("unknown_code", message, instead, code=code, codes=codes)


def _fault(kind: str, message: str, instead: str, /, **values: object) -> Fault:
    return fault(OPTION, kind, message, instead, **values)


def _example(scenario: Scenario) -> str:
    return f"{scenario.employees[0].id}:1:sat:{scenario.shifts[0].code}"
