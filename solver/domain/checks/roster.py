"""What makes a roster one of its scenario: known people and codes, and a code for every day."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario

WITHOUT_LINES = ("infeasible", "unknown")


def roster_faults(roster: Roster, scenario: Scenario) -> Iterator[Fault]:
    """Every fault of a roster against its scenario."""
    yield from _cycle(roster, scenario)
    seen: dict[str, int] = {}
    for index, line in enumerate(roster.lines):
        path = f"lines[{index}]"
        yield from _employee(f"{path}.employee", line.employee, scenario)
        if line.employee in seen:
            message, instead = "«{id}» står også i {place}.", "Behold én linje for hver."
            yield fault(f"{path}.employee", "duplicate_id", message, instead, id=line.employee,
                        place=f"lines[{seen[line.employee]}]")  # fmt: skip
        seen.setdefault(line.employee, index)
        yield from _days(path, line, scenario)
    yield from _named(roster, scenario)


def missing_lines(roster: Roster, scenario: Scenario) -> Iterator[Fault]:
    """People without a line; a roster that was never found has none."""
    if roster.status in WITHOUT_LINES and not roster.lines:
        return
    there = {line.employee for line in roster.lines}
    for employee in scenario.employees:
        if not employee.vacant and employee.id not in there:
            message, instead = "Linjen til «{id}» mangler.", "Legg den til, uten vakter om den er fri."
            yield fault("lines", "missing_line", message, instead, id=employee.id)


def _cycle(roster: Roster, scenario: Scenario) -> Iterator[Fault]:
    if roster.cycle is None:
        return
    for name, given, asked in (
        ("weeks", roster.cycle.weeks, scenario.cycle.weeks),
        ("rotation", roster.cycle.rotation, scenario.cycle.rotation),
    ):
        if given != asked:
            message, instead = "Turnusen har «{given}», scenariet «{asked}».", "Bruk scenariet den hører til."
            yield fault(f"cycle.{name}", "another_cycle", message, instead, given=given, asked=asked)


def _employee(path: str, employee: str, scenario: Scenario) -> Iterator[Fault]:
    if employee in scenario.employee_by_id:
        return
    message = "«{id}» finnes ikke blant de ansatte i scenariet."
    near = nearest(employee, scenario.employee_by_id)
    if near:
        yield fault(path, "unknown_employee", message, "Mente du «{near}»?", id=employee, near=near)
    else:
        yield fault(path, "unknown_employee", message, "Fjern den.", id=employee)


def _days(path: str, line: Line, scenario: Scenario) -> Iterator[Fault]:
    days, codes = scenario.cycle.days, scenario.shift_by_code
    if len(line.days) != days:
        message, instead = "Linjen har {count} dager.", 'Skriv {days} dager, "" for fri.'
        yield fault(f"{path}.days", "days", message, instead, count=len(line.days), days=days)
        return
    for day, code in enumerate(line.days):
        if code and code not in codes:
            message, instead = "Vakten «{code}» finnes ikke.", 'Skriv en av {codes}, eller "" for fri.'
            yield fault(f"{path}.days[{day}]", "unknown_code", message, instead, code=code,
                        codes=", ".join(codes))  # fmt: skip
    for index, day in enumerate(line.f1):
        if not -1 <= day < days:
            message, instead = "Dag {day} finnes ikke.", "Skriv en dag fra 0 til {last}."
            yield fault(f"{path}.f1[{index}]", "unknown_day", message, instead, day=day, last=days - 1)


def _named(roster: Roster, scenario: Scenario) -> Iterator[Fault]:
    residents, seen = {resident.id for resident in scenario.residents}, set[str]()
    for index, around in enumerate(roster.contacts):
        path = f"contacts[{index}]"
        if around.resident in seen:
            message, instead = "«{id}» står også lenger oppe.", "Behold én rad for hver beboer."
            yield fault(f"{path}.resident", "duplicate_id", message, instead, id=around.resident)
        seen.add(around.resident)
        if around.resident not in residents:
            message, instead = "Beboeren «{id}» finnes ikke i scenariet.", "Fjern raden, eller rett navnet."
            yield fault(f"{path}.resident", "unknown_resident", message, instead, id=around.resident)
        for name, employee in (("primary", around.primary), ("secondary", around.secondary)):
            if employee is not None:
                yield from _employee(f"{path}.{name}", employee, scenario)
        for place, employee in enumerate(around.team):
            yield from _employee(f"{path}.team[{place}]", employee, scenario)
    for index, pair in enumerate(roster.exchangeable):
        for place, employee in enumerate(pair):
            yield from _employee(f"exchangeable[{index}][{place}]", employee, scenario)
