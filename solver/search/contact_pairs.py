"""Contacts for a roster as it stands: the pairs that leave the fewest gaps, then teams around them.

What a pair leaves open on given days is a number, so the pairs are an assignment: a small problem, solved to its end.
Teams are a cover problem each, together through what one person may be in; they get a fixed amount of work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from solver.domain.employee import Employee, Resident
from solver.domain.residents import is_there, occasions, team_around
from solver.domain.roster import Contacts
from solver.domain.scenario import Demand
from solver.domain.work import Sheet
from solver.goals.team_gaps import TeamGaps
from solver.rules.base import Bool, Linear, Model
from solver.rules.contact_choice import CONTACTS, ROLES, Role, choices, filled, fixed_in, may_be
from solver.rules.contact_competence import ContactCompetence
from solver.rules.contact_load import ContactLoad
from solver.search.container import Container
from solver.search.limits import Limits, Share
from solver.search.solve import solve

PAIRS_WORK, TEAMS_WORK = 2.0, 0.3
"""The most deterministic work for each; pairs take a hundredth of theirs on eight residents and twenty lines."""
LEAST_SECONDS = 0.2
"""What a small problem gets even where the time is up."""
Pair = tuple[str | None, str | None]


class LaidModel(Container):
    """A roster as a model sees it: every shift is known, and only who is whose contact is open."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.scenario)
        self.sheet = sheet

    def works(self, employee: Employee, day: int, code: str) -> Bool:
        line = self.sheet.line_of.get(employee.id)
        return int(line is not None and line.code(day) == code)

    def works_any(self, employee: Employee, day: int, codes: Iterable[str]) -> Linear:
        return sum(self.works(employee, day, code) for code in codes)

    def on(self, employee: Employee, day: int) -> Bool:
        return self.works_any(employee, day, self.scenario.shift_by_code)

    def heads(self, row: Demand, day: int, code: str) -> Linear:
        counted = (one for one in self.employees if self.scenario.counts_in(row, one))
        return sum(self.works(one, day, code) for one in counted)

    def weekend(self, employee: Employee, week: int) -> Bool:
        line = self.sheet.line_of.get(employee.id)
        return int(line is not None and line.weekend_is_worked(week))

    def used(self, employee: Employee) -> Bool:
        line = self.sheet.line_of.get(employee.id)
        return int(line is not None and not line.is_zero)


@dataclass(frozen=True)
class Assigning:
    """Who may be whose contact on a roster, and the choice that leaves the fewest gaps."""

    sheet: Sheet
    limits: Limits
    seed: int

    def contacts(self) -> tuple[Contacts, ...]:
        """Contacts of every resident; a role that nobody has room for is left open."""
        return self.teams(self.pairs())

    def pairs(self) -> tuple[Contacts, ...]:
        """Primary and secondary contacts with the fewest gaps there can be on these days."""
        problem, chosen = self.problem()
        found = self._solve(problem, PAIRS_WORK)
        taken = {who: pair for (who, pair), one in chosen.items() if found and found[one.index]}
        return tuple(_around(one, taken.get(one.id, (None, None))) for one in self.sheet.scenario.residents)

    def problem(self) -> tuple[cp_model.CpModel, dict[tuple[str, Pair], Bool]]:
        """The choice of a pair for each resident: the most windows, then the most people."""
        problem, chosen, worth = cp_model.CpModel(), dict[tuple[str, Pair], Bool](), []
        for resident in self.sheet.scenario.residents:
            windows = self.windows(resident)
            options = {pair: problem.new_bool_var("") for pair in self._options(resident)}
            problem.add_at_most_one(options.values())
            for pair, literal in options.items():
                people = sum(one is not None for one in pair)
                worth.append((windows(pair) * self.window_weight + people) * literal)
                chosen[resident.id, pair] = literal
        self._hold_loads(problem, chosen)
        problem.maximize(sum(worth))
        return problem, chosen

    @property
    def window_weight(self) -> int:
        """What a window is worth beside people, so that no number of them outweighs it."""
        return 2 * len(self.sheet.scenario.residents) + 1

    def windows(self, resident: Resident) -> Callable[[Pair], int]:
        """How many of a resident's windows a pair serves."""
        served = self._served(resident)
        return lambda pair: (served.get(pair[0] or "", 0) | served.get(pair[1] or "", 0)).bit_count()

    def can_be(self, employee: Employee) -> bool:
        """Whether the employee has a position on this roster."""
        line = self.sheet.line_of.get(employee.id)
        return line is not None and not line.is_zero

    def teams(self, pairs: Sequence[Contacts]) -> tuple[Contacts, ...]:
        """Teams around the pairs; what the work did not reach is filled by who has room."""
        model, around = LaidModel(self.sheet), {one.resident: one for one in pairs}
        residents = self.sheet.scenario.residents
        for resident in residents:
            for role in CONTACTS:
                one = getattr(around[resident.id], role)
                model.kept["contact", resident.id, role] = {} if one is None else {one: 1}
        for rule in (ContactCompetence(), ContactLoad()):
            rule.enforce(model)
        seats = sum(len(ROLES) + (one.contacts.team or 0) for one in residents)
        model.cp.minimize((seats + 1) * TeamGaps().express(model) - filled(model))
        found = self._solve(model.cp, TEAMS_WORK)
        if not found:
            return tuple(pairs)
        return tuple(contacts_from(model, one, found) for one in residents)

    def _served(self, resident: Resident) -> dict[str, int]:
        """For each employee the windows she works at least half of, one bit each."""
        windows = list(occasions(self.sheet.scenario, resident))
        return {
            line.employee.id: sum(is_there(line, *one) << place for place, one in enumerate(windows))
            for line in self.sheet.lines
        }

    def _options(self, resident: Resident) -> Iterator[Pair]:
        """The pairs that the rules allow one resident, also those with nobody in a role."""
        first, second = (self._candidates(resident, role) for role in CONTACTS)
        room, decided = resident.contacts.team, set(resident.fixed.team)
        for pair in ((one, other) for one in first for other in second):
            people = {one for one in pair if one is not None}
            if len(people) < 2 and None not in pair:
                continue
            if room is None or len(people | decided) <= room:
                yield pair

    def _candidates(self, resident: Resident, role: Role) -> list[str | None]:
        fixed = fixed_in(resident, role)
        if fixed:
            return list(fixed)
        scenario = self.sheet.scenario
        able = [
            one for one in scenario.employees if may_be(scenario, resident, role, one) and self.can_be(one)
        ]
        return [None, *(one.id for one in able)]

    def _hold_loads(self, problem: cp_model.CpModel, chosen: dict[tuple[str, Pair], Bool]) -> None:
        limits = self.sheet.scenario.contact_limits
        decided = {(one.id, person) for one in self.sheet.scenario.residents for person in one.fixed.team}
        for employee in self.sheet.scenario.employees:
            for place, limit in enumerate((limits.primary, limits.secondary)):
                if limit is not None:
                    load = [one for (_, pair), one in chosen.items() if pair[place] == employee.id]
                    problem.add(sum(load) <= limit)
            if limits.team is not None:
                sure = sum(person == employee.id for _, person in decided)
                more = [
                    one
                    for (who, pair), one in chosen.items()
                    if employee.id in pair and (who, employee.id) not in decided
                ]
                problem.add(sum(more) <= max(0, limits.team - sure))

    def _solve(self, problem: cp_model.CpModel, work: float) -> Sequence[int] | None:
        share = Share(max(self.limits.seconds_left, LEAST_SECONDS), work)
        return solve(problem, self.limits, share, workers=1, seed=self.seed, way="small").values


def contacts_from(model: Model, resident: Resident, values: Sequence[int]) -> Contacts:
    """A resident's contacts from the value of every variable; primary and secondary first in the team."""
    role_of = {
        role: [one for one, literal in choices(model, resident, role).items() if _true(literal, values)]
        for role in ROLES
    }
    pair = tuple(next(iter(role_of[role]), None) for role in CONTACTS)
    return _around(resident, pair, role_of["team"])  # type: ignore[arg-type]


def _around(resident: Resident, pair: Pair, team: Sequence[str] = ()) -> Contacts:
    found = Contacts(resident=resident.id, primary=pair[0], secondary=pair[1], team=tuple(team))
    return found.model_copy(update={"team": team_around(found)})


def _true(literal: Bool, values: Sequence[int]) -> bool:
    return bool(literal if isinstance(literal, int) else values[literal.index])
