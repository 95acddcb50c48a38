"""Why a position is smaller than wanted: what the line can have among the others, and which rules or goals bind.

Proven by solving for the line alone, the others' shifts as they stand: that it can have no more, and, leaving rules
out one by one, which must give for it to have any more at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.domain.employee import Employee
from solver.reasons.lacking.among import Others
from solver.reasons.minimal import minimal
from solver.search.limits import OutOfTimeError

LEVELS = ("law", "agreement", "unit")
"""What is put back first holds: law is told as what binds only where nothing of the unit's own is enough."""


@dataclass(frozen=True)
class SizeReason:
    """One person under the wanted size; sizes in basis points.

    `possible`: a larger size that the line can have with the others as they stand. Otherwise `proven` says that it
    can have no more, and `binding` is as few rules and goals as must give for that. `alone`: the largest size that the
    line can have whatever the others do, where that is under what is wanted.
    """

    employee: str
    size: int
    wanted: int
    possible: int | None = None
    proven: bool = False
    binding: tuple[str, ...] = ()
    alone: int | None = None
    at_most: int | None = None
    """`position.max`, where it is under what is wanted"""


def size_reasons(others: Others) -> Iterator[SizeReason]:
    """A reason for each person, those furthest from what they want first, while there is time."""
    people = [one for one in others.scenario.employees if not one.vacant]
    lacking = [one for one in people if others.size(one) < one.wanted_basis_points]
    for employee in sorted(lacking, key=lambda one: others.size(one) - one.wanted_basis_points):
        try:
            yield _reason(employee, others)
        except OutOfTimeError:
            return


def _reason(employee: Employee, others: Others) -> SizeReason:
    size, wanted = others.size(employee), employee.wanted_basis_points
    told = SizeReason(
        employee.id, size, wanted,
        alone=_alone(employee, others),
        at_most=employee.max_basis_points if employee.max_basis_points < wanted else None,
    )  # fmt: skip
    if others.scenario.cycle.rotation == "shared":
        return told
    larger = others.largest(employee)
    found = next((one.after for one in larger.effect.sizes), None) if larger.effect else None
    if found is not None and found > size:
        return _with(told, possible=found)
    if larger.impossible or not others.cannot_grow(employee):
        return told
    return _with(told, proven=True, binding=_binding(employee, others))


def _with(told: SizeReason, **update: object) -> SizeReason:
    return SizeReason(**{**vars(told), **update})


def _alone(employee: Employee, others: Others) -> int | None:
    """The largest size of the line whatever the others do, where that is too small."""
    if employee.max_basis_points < employee.wanted_basis_points:
        return None
    largest = others.alone.largest(employee)
    return largest if largest is not None and largest < employee.wanted_basis_points else None


def _binding(employee: Employee, others: Others) -> tuple[str, ...]:
    """As few rules and goals as must give; none where even without all of them it was not found."""
    rules: Sequence[str] = [
        rule.card.id for level in LEVELS for rule in others.rules if rule.card.level == level
    ]
    names = [*others.held, *rules]

    def grows(without: Sequence[str]) -> bool | None:
        verdict = others.cannot_grow(employee, without)
        return None if verdict is None else not verdict

    if not grows(names):
        return ()
    found, _ = minimal(names, grows)
    return tuple(found)
