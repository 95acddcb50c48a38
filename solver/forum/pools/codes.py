"""Codes and ids of one unit as they stand where several units are one scenario: `D/1`, with the unit's number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from solver.domain.employee import Employee, Pin, Wish
from solver.domain.scenario import Scenario
from solver.domain.unit_rules import UnitRules

SIGN: Final = "/"
BY_CODE: Final = ("max_shifts", "min_shifts", "min_consecutive_shifts", "max_consecutive_shifts")
"""Rules that hold an amount for each code."""
V = TypeVar("V")
Told = Callable[[str], str]


def joint(name: str, number: int) -> str:
    """A code or an id of a unit; a free day is free everywhere."""
    return f"{name}{SIGN}{number}" if name else ""


def split(name: str) -> tuple[str, int]:
    """The unit's own code and its number; 0 where it has none."""
    code, _, number = name.rpartition(SIGN)
    return (code, int(number)) if code and number.isdigit() else (name, 0)


def joint_rules(rules: UnitRules, number: int, **changes: object) -> UnitRules:
    """All of a unit's rules, those left out as well, so that nobody is held to another unit's."""
    given = {name: getattr(rules, name) for name in UnitRules.model_fields}
    for name in BY_CODE:
        given[name] = _by_code(given[name], number)
    sequences = given["forbidden_sequences"]
    if sequences is not None:
        given["forbidden_sequences"] = tuple(
            tuple(joint(code, number) for code in sequence) for sequence in sequences
        )
    return UnitRules(**(given | changes))


def without_codes(rules: UnitRules) -> UnitRules:
    """What of the rules is not about certain codes."""
    return rules.model_copy(update=dict.fromkeys((*BY_CODE, "forbidden_sequences")))


def joint_employee(scenario: Scenario, employee: Employee, number: int) -> Employee:
    """A line of one unit among those of several; it works that unit's shifts only."""
    codes = employee.shifts if employee.shifts is not None else tuple(scenario.shift_by_code)
    return employee.model_copy(
        update={
            "id": joint(employee.id, number),
            "shifts": tuple(joint(code, number) for code in codes),
            "pinned": tuple(pinned(employee.pinned, lambda code: joint(code, number))),
            "wishes": tuple(wished(employee.wishes, lambda code: joint(code, number))),
            "before": tuple(joint(code, number) for code in employee.before),
            "rules": joint_rules(scenario.rules_of(employee), number),
        }
    )


def pinned(pins: Iterable[Pin], told: Told) -> Iterable[Pin]:
    return (one.model_copy(update={"shift": told(one.shift)}) for one in pins)


def wished(wishes: Iterable[Wish], told: Told) -> Iterable[Wish]:
    """The wishes; one for any shift stays one."""
    return (one if one.shift is None else one.model_copy(update={"shift": told(one.shift)}) for one in wishes)


def _by_code(given: Mapping[str, V] | None, number: int) -> dict[str, V] | None:
    return None if given is None else {joint(code, number): amount for code, amount in given.items()}
