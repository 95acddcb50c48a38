"""A scenario as columns: its people by kind, its rows, and what lines cost at given prices of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from solver.domain.roster import Line
from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.domain.work import WorkLine
from solver.rules.base import Rule
from solver.search.columns.kinds import MOST_CELLS, Kind, broken_count, kinds_of
from solver.search.columns.paths import FORBIDDEN, NEVER, Path, Paths
from solver.search.columns.people import Person, person_of
from solver.search.columns.rows import Row, demand_rows
from solver.search.limits import Limits
from solver.search.stages import Stage

HELD_BY_THE_GRAPH = frozenset(
    {"allowed_shifts", "unavailable", "pinned", "shift_length", "long_shift_consent", "weekend_count", "shift_count",
     "line_minutes", "consecutive_days", "consecutive_days_off", "consecutive_shifts", "consecutive_nights",
     "forbidden_sequence", "norm_ground"}
)  # fmt: skip
"""Rules that every path keeps (or that only warn); a line is checked for all others before it is a column."""
OPEN = -1
LARGEST = 2**26
"""what the prices of a line may come to, so that sums stay whole numbers of 32 bits"""


@dataclass(frozen=True)
class Column:
    """A whole line that one person may have: the number of each day's code, its size in basis points, and what it
    costs by itself in each stage.
    """

    place: int
    codes: tuple[int, ...]
    size: int
    costs: tuple[int, ...]


@dataclass(frozen=True)
class Priced:
    """What lines cost at the prices, in 1/`scale`: each person's least (exact), and her cheapest lines."""

    scale: int
    least: dict[int, int]
    columns: list[tuple[Column, int]]


class Problem:
    """People, kinds and rows of a scenario for its first stages."""

    def __init__(self, scenario: Scenario, rules: Sequence[Rule], stages: Sequence[Stage]) -> None:
        self.scenario, self.stages = scenario, stages
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
        own = np.tensordot(weights, person.costs, axes=1)
        if self.groups:
            own = own - gains[self.member[person.place]].sum(axis=0)
        return own  # type: ignore[no-any-return]

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

    def rows_of(self, column: Column) -> npt.NDArray[np.int64]:
        """The rows that a line is on, once for each of its shifts there."""
        codes = np.asarray(column.codes)
        group, day, code, row = self.parts
        on = (codes[day] == code) & self.member[column.place][group]
        return row[on]

    def heads(self, columns: Sequence[Column]) -> list[int]:
        """How many of these lines are on each row."""
        found = np.zeros(len(self.rows), dtype=np.int64)
        for column in columns:
            np.add.at(found, self.rows_of(column), 1)
        return found.tolist()  # type: ignore[no-any-return]

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


WORK_A_CELL, WORK_A_DAY = 7e-8, 3e-5
"""What pricing counts as work."""


class Pricing:
    """The cheapest lines at given prices, kind by kind."""

    def __init__(self, problem: Problem, limits: Limits | None = None) -> None:
        self.problem, self.limits = problem, limits
        self.fixed = np.full((len(problem.people), problem.scenario.cycle.days), OPEN, dtype=np.int32)
        """the code decided for now: [person, day]"""

    def price(
        self, duals: npt.NDArray[np.float64], weights: Sequence[float], *, who: Sequence[int] | None = None,
        most: int = 4,
    ) -> Priced:  # fmt: skip
        """Price the lines of these people (all where left out). `duals`: what one more in each row gives."""
        problem, chosen = self.problem, None if who is None else set(who)
        scale = self._scale(duals, weights)
        whole = np.rint(duals * scale).astype(np.int64)
        gains = problem.gains(whole)
        out = Priced(scale, {}, [])
        stage_weights = np.rint(np.asarray(weights) * scale).astype(np.int64)
        for kind in problem.kinds:
            people = [one for one in kind.people if chosen is None or one.place in chosen]
            size = max(1, MOST_CELLS // max(kind.laid.cells if kind.laid else 1, 1))
            for start in range(0, len(people), size):
                self._price_some(kind, people[start : start + size], gains, stage_weights, most, out)
        return out

    def _scale(self, duals: npt.NDArray[np.float64], weights: Sequence[float]) -> int:
        days = self.problem.scenario.cycle.days
        each = sum(
            np.abs(person_costs).max(axis=1).sum() if person_costs.size else 0.0
            for person_costs in [
                sum(w * np.abs(p.costs[k]) for k, w in enumerate(weights)) for p in self.problem.people[:1]
            ]
        )
        own = max(
            (
                float(sum(w * np.abs(p.costs[k]).max(axis=1).sum() for k, w in enumerate(weights)))
                + max(
                    abs(sum(w * c for w, c in zip(weights, costs, strict=True)))
                    for costs in p.size_costs.values()
                )
                for p in self.problem.people
            ),
            default=0.0,
        )
        group, day, code, row = self.problem.parts
        per = np.zeros((len(self.problem.groups), days, len(self.problem.codes)))
        np.add.at(per, (group, day, code), np.abs(duals[row]))
        shared = float(per.sum(axis=0).max(axis=1).sum()) if per.size else 0.0
        return max(1, int(LARGEST // max(own + shared + each * 0, 1.0)))

    def _price_some(
        self, kind: Kind, people: list[Person], gains: npt.NDArray[np.int64], weights: npt.NDArray[np.int64],
        most: int, out: Priced,
    ) -> None:  # fmt: skip
        raw = [self.problem.prices(person, gains, weights) for person in people]
        prices = np.stack([self._held(p, one) for p, one in zip(people, raw, strict=True)], axis=2)
        sizes = [
            {
                s: int(sum(int(w) * c for w, c in zip(weights, costs, strict=True)))
                for s, costs in p.size_costs.items()
            }
            for p in people
        ]
        again = True
        while again:
            if kind.laid is None:
                paths, least, endings = None, np.full(len(people), FORBIDDEN), []
                found: list[list[Path]] = [[] for _ in people]
                break
            endings = [kind.ending(p, s) for p, s in zip(people, sizes, strict=True)]
            if self.limits:
                self.limits.used_work += (
                    kind.laid.cells * len(people) * WORK_A_CELL + len(kind.laid.days) * WORK_A_DAY
                )
            paths = Paths(kind.laid, prices, np.stack([one for one, _ in endings]))
            least = paths.least()
            found = paths.cheapest(most)
            again = self._count_more(kind, people, found)
        for place, person in enumerate(people):
            out.least[person.place] = int(least[place])
            chosen = endings[place][1] if endings else {}
            for path in found[place]:
                if broken_count(self.problem.scenario, person, path):
                    continue
                size = chosen[path.counts[0] if kind.unit else 0]
                out.columns.append((self.problem.column(person, path.codes, size), path.cost))
            if person.may_be_unused and (self.fixed[person.place] <= 0).all():
                cost = int(raw[place][:, 0].sum()) + sizes[place][0]
                out.least[person.place] = min(out.least[person.place], cost)
                free = (0,) * len(raw[place])
                out.columns.append((self.problem.column(person, free, 0), cost))

    def _held(self, person: Person, raw: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """The prices with what may not be, and what is decided for now."""
        fixed, may = self.fixed[person.place], person.allowed
        if (fixed != OPEN).any():
            held = np.arange(len(self.problem.codes)) == fixed[:, None]
            may = may & (held | (fixed == OPEN)[:, None])
        return np.where(may, raw, NEVER).astype(np.int32)

    def _count_more(self, kind: Kind, people: list[Person], found: Sequence[Sequence[Path]]) -> bool:
        """Count the codes that some cheapest line has too many of; whether anything is counted anew."""
        broken = {
            broken_count(self.problem.scenario, p, paths[0])
            for p, paths in zip(people, found, strict=True)
            if paths
        }
        return any([kind.count(code) for code in sorted(filter(None, broken))])
