"""Which residents keep their contacts, and who gets another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.domain.residents import contacts_by_resident
from solver.forum.settling import After
from solver.forum.today import Today

ROLES = ("primary", "secondary")


@dataclass(frozen=True)
class ContactChange:
    """One contact of a resident, by employee id (None: nobody), before and after."""

    unit: str
    resident: str
    role: str
    before: str | None
    after: str | None


def contact_changes(today: Today, afters: Sequence[After]) -> tuple[ContactChange, ...]:
    """The contacts that are not as they were, in the order of the files."""
    return tuple(change for after in afters for change in _of_unit(today, after))


def _of_unit(today: Today, after: After) -> Iterator[ContactChange]:
    then, now = contacts_by_resident(today.roster(after.unit)), contacts_by_resident(after.roster)
    for resident in after.scenario.residents:
        for role in ROLES:
            before, there = (getattr(found.get(resident.id), role, None) for found in (then, now))
            if before != there:
                yield ContactChange(after.unit, resident.id, role, before, there)
