"""A scenario as columns: its people by kind, its rows, and what lines cost at given prices of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.auditing import completed
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.domain.work import WorkLine
from solver.rules.base import Rule
from solver.search.columns.kinds import Kind, kinds_of
from solver.search.columns.people import Person, person_of
from solver.search.columns.rows import Row, demand_rows
from solver.search.limits import Limits, Share
from solver.search.stages import Stage

HELD_BY_THE_GRAPH = frozenset(
    {"allowed_shifts", "unavailable", "pinned", "shift_length", "long_shift_consent", "weekend_count", "shift_count",
     "line_minutes", "consecutive_days", "consecutive_days_off", "consecutive_shifts", "consecutive_nights",
     "forbidden_sequence", "norm_ground"}
)  # fmt: skip
"""Rules that every path keeps (or that only warn); a line is checked for all others before it is a column."""


ALL_SECONDS = 10.0**6


@dataclass(frozen=True)
class Column:
    """A whole line that one person may have: the number of each day's code, its size in basis points, and what it
    costs by itself in each stage.
    """

    place: int
    codes: tuple[int, ...]
    size: int
    costs: tuple[int, ...]


class Problem:
    """People, kinds and rows of a scenario for its first stages."""

    def __init__(
        self, scenario: Scenario, rules: Sequence[Rule], stages: Sequence[Stage], limits: Limits | None = None
    ) -> None:
        self.scenario, self.rules, self.stages, self.limits = scenario, rules, stages, limits
        self.codes = ["", *(shift.code for shift in scenario.shifts)]
        self.rows: list[Row] = demand_rows(scenario, stages)
        self.people = [person_of(scenario, place, rules, stages) for place in range(len(scenario.employees))]
        self.kinds: list[Kind] = kinds_of(scenario, rules, self.people)
        self.checks = [rule for rule in rules if rule.of_one_line and rule.card.id not in HELD_BY_THE_GRAPH]
        self.groups = list(dict.fromkeys(row.who for row in self.rows))
        table = [
            (self.groups.index(row.who), day, code, place)
            for place, row in enumerate(self.rows)
            for day, code in row.parts
        ]
        self.parts = np.array(table, dtype=np.int64).reshape(-1, 4).T
        self.member = np.array(
            [[p in who for who in self.groups] for p in range(len(self.people))], dtype=bool
        )

    # -- prices ------------------------------------------------------------------------------------------------

    def gains(self, duals: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """What working each code on each day gives those of each group: [group, day, code]."""
        found = np.zeros((len(self.groups), self.scenario.cycle.days, len(self.codes)), dtype=np.int64)
        group, day, code, row = self.parts
        np.add.at(found, (group, day, code), duals[row])
        return found

    def prices(
        self, person: Person, gains: npt.NDArray[np.int64], weights: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.int64]:
        """What each code costs the person on each day: [day, code]."""
        own: npt.NDArray[np.int64] = np.tensordot(weights, person.costs, axes=1)
        if self.groups:
            own = own - gains[self.member[person.place]].sum(axis=0)
        return own

    # -- columns -----------------------------------------------------------------------------------------------

    def column(self, person: Person, codes: tuple[int, ...], size: int) -> Column:
        days = np.arange(len(codes))
        own = person.costs[:, days, list(codes)].sum(axis=1)
        return Column(
            person.place,
            codes,
            size,
            tuple(int(a) + b for a, b in zip(own, person.size_costs[size], strict=True)),
        )

    def holds(self, column: Column) -> bool:
        """Whether the line breaks no rule about one line."""
        employee = self.people[column.place].employee
        line = self.line(column)
        work = WorkLine(self.scenario, employee, line.days, line)
        return not any(f.severity == "breach" for rule in self.checks for f in rule.audit_line(work))

    def line(self, column: Column) -> Line:
        return Line(
            employee=self.people[column.place].employee.id,
            position_basis_points=number(column.size),  # type: ignore[arg-type]
            days=tuple(self.codes[code] for code in column.codes),
        )

    def columns_of(self, roster: Roster) -> list[Column]:
        """The lines of a roster that is whole, with a size for each."""
        line_of = {line.employee: line for line in completed(self.scenario, roster).lines}
        return [self.column_of(person, line_of[person.employee.id]) for person in self.people]

    def column_of(self, person: Person, line: Line) -> Column:
        """A line that has a code for each day."""
        codes = tuple(self.codes.index(code) for code in line.days)
        return self.column(person, codes, line.position_basis_points or 0)

    def rows_of(self, column: Column) -> npt.NDArray[np.int64]:
        """The rows that a line is on, once for each of its shifts there."""
        codes = np.asarray(column.codes)
        group, day, code, row = self.parts
        on = (codes[day] == code) & self.member[column.place][group]
        found: npt.NDArray[np.int64] = row[on]
        return found

    def heads(self, columns: Sequence[Column]) -> list[int]:
        """How many of these lines are on each row."""
        found = np.zeros(len(self.rows), dtype=np.int64)
        for column in columns:
            np.add.at(found, self.rows_of(column), 1)
        heads: list[int] = found.tolist()
        return heads

    def value(self, columns: Sequence[Column]) -> tuple[int, ...]:
        """What a roster of these lines costs in each stage."""
        own = [sum(column.costs[stage] for column in columns) for stage in range(len(self.stages))]
        for row, there in zip(self.rows, self.heads(columns), strict=True):
            own = [cost + int(more) for cost, more in zip(own, row.costs[:, there], strict=True)]
        return tuple(own)

    def overfull(self, columns: Sequence[Column]) -> bool:
        """Whether more are on a row than may be."""
        heads = self.heads(columns)
        return any(there >= row.costs.shape[1] for row, there in zip(self.rows, heads, strict=True))

    def amiss(self, columns: Sequence[Column], stage: int) -> list[int]:
        """The rows that cost more in a stage than they would with other people on them."""
        heads = self.heads(columns)
        return [
            place
            for place, (row, there) in enumerate(zip(self.rows, heads, strict=True))
            if row.costs[stage, there] > row.costs[stage].min()
        ]

    def who_could(self, row: int) -> list[int]:
        """Those who may work some shift of a row."""
        parts, who = self.rows[row].parts, self.rows[row].who
        return [
            one.place for one in self.people if one.place in who and any(one.allowed[part] for part in parts)
        ]

    @property
    def seconds_left(self) -> float:
        return self.limits.seconds_left if self.limits else ALL_SECONDS

    def at_most(self, seconds: float, work: float) -> Share:
        """So many seconds, or so much work where it is counted."""
        return self.limits.at_most(seconds, work) if self.limits else Share(seconds, None)

    def worked(self, work: float) -> None:
        """Count work where work is counted."""
        if self.limits:
            self.limits.used_work += work
