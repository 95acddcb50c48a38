"""The model with goals about residents in it, for one solve.

Their literals are many (each resident, window and possible contact), so they are laid over a copy of the model where a
stage needs them, and only for what that solve may change: held days and held contacts are constants.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model

from solver.domain.employee import Employee, Resident
from solver.domain.roster import Contacts
from solver.rules.base import Bool
from solver.rules.contact_choice import ROLES, Role, choices
from solver.search.model import RosterModel


class ContactModel(RosterModel):
    """A copy of a model, its variables in `problem`; `values` of all of them are where a solve starts from."""

    def __init__(self, model: RosterModel, problem: cp_model.CpModel, values: Sequence[int]) -> None:
        self.__dict__.update(vars(model))
        self.cp, self.kept = problem, dict(model.kept)
        self.values, self.hints = values, dict[int, int]()
        self.held: set[int] = set()

    def hold_day(self, employee: Employee, day: int) -> None:
        """Leave a day as it is."""
        for shift in self.scenario.shifts:
            literal = super().works(employee, day, shift.code)
            if not isinstance(literal, int) and literal.index not in self.held:
                self.held.add(literal.index)
                self.cp.add(literal == self.values[literal.index])

    def hold_contacts(self, resident: Resident) -> None:
        """Leave a resident's contacts as they are."""
        for role in ROLES:
            found = choices(self, resident, role)
            for literal in found.values():
                if not isinstance(literal, int):
                    self.cp.add(literal == self.values[literal.index])
            kept = {one: 1 for one, literal in found.items() if self.value(literal)}
            self.kept["contact", resident.id, role] = kept
        self.kept.pop(("contact", resident.id, "either"), None)

    def start(self) -> None:
        """Give the solve its start, where the model has it already, for what was laid over it."""
        self.cp.proto.solution_hint.vars.extend(self.hints.keys())
        self.cp.proto.solution_hint.values.extend(self.hints.values())

    def works(self, employee: Employee, day: int, code: str) -> Bool:
        literal = super().works(employee, day, code)
        if not isinstance(literal, int) and literal.index in self.held:
            return self.values[literal.index]
        return literal

    def implies(self, cause: Bool, *effects: Bool, name: str) -> None:
        """As ever; and a literal of this copy starts as the clause wants it: true unless it may not be, and the
        negated one false unless it must be.
        """
        super().implies(cause, *effects, name=name)
        if isinstance(cause, int):
            return
        met, place = any(self.value(one) for one in effects), cause.index
        if place >= len(self.values):
            self.hints[place] = int(met and self.hints.get(place, 1) == 1)
        elif place < 0 and -place - 1 >= len(self.values):
            self.hints[-place - 1] = int(not met or self.hints.get(-place - 1, 0) == 1)

    def value(self, literal: Bool) -> int:
        """What a literal is at the start."""
        if isinstance(literal, int):
            return literal
        place = literal.index
        if place < 0:
            return 1 - self._start_of(-place - 1)
        return self._start_of(place)

    def _start_of(self, place: int) -> int:
        return self.values[place] if place < len(self.values) else self.hints.get(place, 0)


def with_contacts(model: RosterModel, values: Sequence[int], contacts: Iterable[Contacts]) -> tuple[int, ...]:
    """The value of every variable, with these contacts in place of others."""
    changed, around = list(values), {one.resident: one for one in contacts}
    for resident in model.scenario.residents:
        for role, people in _roles(around.get(resident.id)).items():
            for one, literal in choices(model, resident, role).items():
                if not isinstance(literal, int):
                    changed[literal.index] = int(one in people)
    return tuple(changed)


def _roles(contacts: Contacts | None) -> dict[Role, tuple[str | None, ...]]:
    if contacts is None:
        return dict.fromkeys(ROLES, ())
    return {"primary": (contacts.primary,), "secondary": (contacts.secondary,), "team": contacts.team}
