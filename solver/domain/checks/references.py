"""Whatever is named exists, and nothing has two names: ids, codes, competences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from solver.domain.checks.base import Law
from solver.domain.employee import Employee
from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules

OTHERWISE = "default"


def ids_are_unique(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for name, field, ids in (
        ("shifts", ".code", [shift.code for shift in scenario.shifts]),
        ("employees", ".id", [employee.id for employee in scenario.employees]),
        ("residents", ".id", [resident.id for resident in scenario.residents]),
        ("competences", "", scenario.competences),
    ):
        first: dict[str, int] = {}
        for index, one in enumerate(ids):
            if one in first:
                message, instead = "«{id}» står også i {place}.", "Gi dem hver sin."
                place = f"{name}[{first[one]}]"
                yield fault(f"{name}[{index}]{field}", "duplicate_id", message, instead, id=one, place=place)
            first.setdefault(one, index)


def lists_have_no_doubles(scenario: Scenario, law: Law) -> Iterator[Fault]:
    for index, row in enumerate(scenario.demand):
        yield from _doubles(f"demand[{index}].shifts", row.shifts or ())
    for index, employee in enumerate(scenario.employees):
        for name in ("shifts", "skills", "groups"):
            values = getattr(employee, name) or ()
            yield from _doubles(f"employees[{index}].{name}", values)
    for index, resident in enumerate(scenario.residents):
        yield from _doubles(f"residents[{index}].fixed.team", resident.fixed.team)


def codes_are_known(scenario: Scenario, law: Law) -> Iterator[Fault]:
    yield from _codes_in_rules("rules", scenario.rules, scenario)
    for index, row in enumerate(scenario.demand):
        for number, code in enumerate(row.shifts or ()):
            yield from _known_code(f"demand[{index}].shifts[{number}]", code, scenario)
    for index, employee in enumerate(scenario.employees):
        path = f"employees[{index}]"
        for place, code in _codes_of(employee):
            yield from _known_code(f"{path}.{place}", code, scenario)
        yield from _codes_in_rules(f"{path}.rules", employee.rules, scenario)


def competences_are_known(scenario: Scenario, law: Law) -> Iterator[Fault]:
    known = scenario.competences
    for index, employee in enumerate(scenario.employees):
        yield from _known_competence(f"employees[{index}].competence", employee.competence, known)
    for index, row in enumerate(scenario.demand):
        yield from _known_competence(f"demand[{index}].competence", row.competence, known)
    for index, resident in enumerate(scenario.residents):
        for name in ("primary", "secondary"):
            needed = getattr(resident.contacts, name)
            yield from _known_competence(f"residents[{index}].contacts.{name}", needed, known)
    if isinstance(scenario.small_position, dict):
        for name in scenario.small_position:
            if name != OTHERWISE:
                yield from _known_competence(f"small_position.{name}", name, (*known, OTHERWISE))


def _doubles(path: str, values: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield fault(
                f"{path}[{index}]", "double", "«{value}» står to ganger.", "Fjern den ene.", value=value
            )
        seen.add(value)


def _codes_of(employee: Employee) -> Iterator[tuple[str, str]]:
    for index, code in enumerate(employee.shifts or ()):
        yield f"shifts[{index}]", code
    for index, pin in enumerate(employee.pinned):
        yield f"pinned[{index}].shift", pin.shift
    for index, wish in enumerate(employee.wishes):
        yield f"wishes[{index}].shift", wish.shift or ""
    for index, code in enumerate(employee.before):
        yield f"before[{index}]", code


def _codes_in_rules(path: str, rules: UnitRules, scenario: Scenario) -> Iterator[Fault]:
    for index, sequence in enumerate(rules.forbidden_sequences or ()):
        for place, code in enumerate(sequence):
            yield from _known_code(f"{path}.forbidden_sequences[{index}][{place}]", code, scenario)
    for name in ("max_shifts", "min_shifts", "max_consecutive_shifts", "min_consecutive_shifts"):
        for code in getattr(rules, name) or {}:
            yield from _known_code(f"{path}.{name}.{code}", code, scenario)


def _known_code(path: str, code: str, scenario: Scenario) -> Iterator[Fault]:
    codes = scenario.shift_by_code
    if not code or code in codes:
        return
    message = "Vakten «{code}» finnes ikke."
    near = nearest(code, codes)
    if near:
        yield fault(path, "unknown_code", message, "Mente du «{near}»?", code=code, near=near)
    else:
        yield fault(path, "unknown_code", message, "Skriv en av {codes}.", code=code, codes=", ".join(codes))


def _known_competence(path: str, name: str | None, known: Collection[str]) -> Iterator[Fault]:
    if name is None or name in known:
        return
    message = "Kompetansen «{name}» finnes ikke."
    near = nearest(name, known)
    if near:
        yield fault(path, "unknown_competence", message, "Mente du «{near}»?", name=name, near=near)
    elif known:
        words = ", ".join(known)
        yield fault(path, "unknown_competence", message, "Skriv en av {known}.", name=name, known=words)
    else:
        yield fault(path, "unknown_competence", message, "Legg den til i competences.", name=name)
