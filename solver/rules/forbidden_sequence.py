"""Codes of days in a row that nobody is given, such as an evening and then a day shift."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Bool, Card, Model, Rule

Sequence = tuple[str, ...]
PAIR: Sequence = ("", "")


class ForbiddenSequence(Rule):
    """`""` is a free day. Days before the period count; an unused line, free all the time, is not held to it.

    `detail` is the sequence, its codes with commas between.
    """

    card = Card(
        id="forbidden_sequence",
        level="unit",
        name="Vaktrekker enheten ikke bruker",
        sentence="Ingen har vakter og fridager på rad i en rekkefølge som enheten har sagt nei til.",
        law="Enhetens regler",
        parameters=(("rules.forbidden_sequences", ""),),
    )

    def enforce(self, model: Model) -> None:
        for employee in model.lines:
            sequences = model.scenario.rules_of(employee).forbidden_sequences or ()
            pairs = [sequence for sequence in sequences if len(sequence) == len(PAIR) and all(sequence)]
            self._pairs(model, employee, pairs)
            for sequence in sequences:
                for window in self._windows(model, employee, sequence) if sequence not in pairs else ():
                    name = f"{self.card.id}.{employee.id}.{window.start}"
                    model.forbid(*_literals(model, employee, window, sequence), name=name)

    def _windows(self, model: Model, employee: Employee, sequence: Sequence) -> Iterator[range]:
        return model.cycle.windows(len(sequence), history=len(employee.before))

    def _pairs(self, model: Model, employee: Employee, pairs: Iterable[Sequence]) -> None:
        """A day has one code, so all that may not stand before all of some others are said at once."""
        groups = _together(pairs)
        for first, second in self._windows(model, employee, PAIR) if groups else ():
            for before, after in groups:
                sides = model.works_any(employee, first, before), model.works_any(employee, second, after)
                if not any(isinstance(side, int) and side == 0 for side in sides):
                    model.add(sum(sides) <= 1, f"{self.card.id}.{employee.id}.{first}")

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        sequences = line.scenario.rules_of(line.employee).forbidden_sequences or ()
        known = [line.code(day) for day in range(-line.history, line.cycle.days)]
        if line.is_zero and line.is_unused:
            return
        for sequence in sequences:
            length = len(sequence)
            after = [line.code(day) for day in range(line.cycle.days, line.cycle.days + length - 1)]
            codes = known + (after if line.cycle.wraps else [])
            for place in range(len(codes) - length + 1):
                first = place - line.history
                if tuple(codes[place : place + length]) == sequence and first + length > 0:
                    yield self.found(line, first, detail=",".join(sequence))


def _together(pairs: Iterable[Sequence]) -> list[tuple[list[str], list[str]]]:
    """Pairs of codes as pairs of lists, of which nothing in the first may come before anything in the second."""
    after: dict[str, set[str]] = {}
    for first, second in pairs:
        after.setdefault(first, set()).add(second)
    later = {tuple(sorted(codes)): codes for codes in after.values()}
    return [([one for one in after if codes <= after[one]], list(key)) for key, codes in later.items()]


def _literals(model: Model, employee: Employee, window: range, sequence: Sequence) -> Iterator[Bool]:
    """What is true when the days of the window have the codes of the sequence, on a line that is used."""
    for day, code in zip(window, sequence, strict=True):
        yield model.works(employee, day, code) if code else model.negated(model.on(employee, day))
    if not any(code for day, code in zip(window, sequence, strict=True) if day >= 0):
        yield model.used(employee)
