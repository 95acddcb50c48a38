"""What a rule is, and what it may ask of the model and of a roster.

A rule is one file with a card that a tillitsvalgt can read, `enforce` (adds it to the model) and `audit` (finds
breaches in any roster). The two share parameters and calendar helpers, never logic, so that each catches the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from solver.domain.cycle import Cycle
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.scenario import Demand, Scenario
from solver.domain.shift import Shift
from solver.domain.work import Sheet, WorkLine

Level = Literal["law", "agreement", "unit"]
Bool = Any
"""A Boolean variable of the model, its negation, or the constant 0 or 1."""
Linear = Any
"""A whole-number expression of the model, or a constant."""


@dataclass(frozen=True)
class Card:
    """What a tillitsvalgt reads: the rule in one sentence of bokmål, its paragraph, link and parameters.

    `sentence` and `name` are message ids for other languages; `parameters` names the fields of the scenario or the
    agreement the rule reads, each with its unit.
    """

    id: str
    level: Level
    name: str
    sentence: str
    law: str
    link: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    secondary: bool = False
    """read only in a secondary source"""


class Model(Protocol):
    """The container of variables as rules and goals see it. Days may pass the ends of the cycle.

    `works(e, d, code)` is 0 for a day outside a period that does not repeat (or 1/0 from the employee's `before`).
    """

    scenario: Scenario
    kept: dict[Any, Any]
    """What follows from the variables alone and is asked for again and again (see `rules.blocks`)."""

    @property
    def cycle(self) -> Cycle: ...
    @property
    def lines(self) -> Sequence[Employee]:
        """The employees whose lines have variables of their own: all, or in shared rotation the first."""

    @property
    def employees(self) -> Sequence[Employee]:
        """All employees, also those who walk the shared line."""

    def works(self, employee: Employee, day: int, code: str) -> Bool: ...
    def heads(self, row: Demand, day: int, code: str) -> Linear:
        """How many of those who count in the row start this shift on the day."""

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        """How many (0 or 1) of these codes the day has, as a sum."""

    def on(self, employee: Employee, day: int) -> Bool:
        """Whether any shift starts on the day."""

    def weekend(self, employee: Employee, week: int) -> Bool:
        """Whether the weekend of the week (from 0) is worked."""

    def used(self, employee: Employee) -> Bool:
        """Whether the line has a position over 0."""

    def position(self, employee: Employee) -> Linear:
        """The position in basis points."""

    def minutes(self, employee: Employee) -> Linear:
        """Paid minutes in the cycle, `other_minutes` included where the line is used."""

    def boolean(self, name: str) -> Bool: ...
    def integer(self, low: int, high: int, name: str) -> Linear: ...
    def add(self, constraint: Any, name: str) -> None:
        """Add a comparison of linear expressions (or a plain bool: False makes the model infeasible)."""

    def forbid(self, *together: Bool, name: str) -> None:
        """These may not all be true."""

    def implies(self, cause: Bool, *effects: Bool, name: str) -> None:
        """Where `cause` is true, at least one of `effects` is."""

    def negated(self, literal: Bool) -> Bool: ...
    def largest(self, terms: Sequence[Linear], low: int, high: int, name: str) -> Linear:
        """A variable that equals the largest of the terms."""

    def smallest(self, terms: Sequence[Linear], low: int, high: int, name: str) -> Linear:
        """A variable that equals the smallest of the terms."""


class Rule:
    """Base of every rule: override what the rule needs; what is left forbids nothing and finds nothing."""

    card: Card
    of_one_line = True
    """Whether a line by itself keeps or breaks it, whatever the others do."""
    asks_for_work = False
    """Whether it may be broken by work that is missing, so that it can be judged on whole lines only."""

    def allows(self, scenario: Scenario, employee: Employee, day: int, shift: Shift) -> bool:
        """Whether this one shift on this one day may be worked at all; if not, no variable is made for it."""
        return True

    def enforce(self, model: Model) -> None:
        """Add the rule to the model."""

    def audit(self, sheet: Sheet) -> Iterable[Finding]:
        """Find every breach of the rule in a roster."""
        for line in sheet.lines:
            yield from self.audit_line(line)

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        """Find the breaches of one line, for rules that look at one line at a time."""
        yield from ()

    def found(self, line: WorkLine | None = None, day: int | None = None, **values: Any) -> Finding:
        """A finding of this rule, on a line and a day where it has one.

        It may be any day: it is wrapped, or where the period does not repeat told on the nearest day inside.
        """
        place: dict[str, Any] = {"rule": self.card.id, "law": self.card.law}
        if line is not None:
            place["employee"] = line.employee.id
            if day is not None:
                inside = day if line.cycle.wraps else min(max(day, 0), line.cycle.days - 1)
                place |= {"week": line.cycle.week_of(inside), "day": line.cycle.name_of(inside)}
        return Finding(**(place | values))


def starts(scenario: Scenario, rules: Sequence[Rule], employee: Employee) -> list[tuple[str, ...]]:
    """For each day of the cycle the codes that no rule forbids by itself."""
    narrowing = [rule for rule in rules if type(rule).allows is not Rule.allows]

    def may_start(day: int, shift: Shift) -> bool:
        for place, rule in enumerate(narrowing):
            if not rule.allows(scenario, employee, day, shift):
                narrowing.insert(0, narrowing.pop(place))  # asked first next time: it often forbids that too
                return False
        return True

    return [
        tuple(shift.code for shift in scenario.shifts if may_start(day, shift))
        for day in range(scenario.cycle.days)
    ]
