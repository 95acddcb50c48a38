"""A case from start to end: every option solved within the time, laid in the forum's order, with who may claim what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from solver.domain.case import Case
from solver.domain.employment_law import EmploymentLaw
from solver.domain.tariff import Tariff
from solver.domain.work import Sheet
from solver.forum.base import Answer, Draft
from solver.forum.claims import Claims, claims
from solver.forum.cost import Cost, cost
from solver.forum.new_holes import NewHole, new_holes
from solver.forum.options import drafts
from solver.forum.order import Held, Worth, full, held, small
from solver.forum.people import Change, changed_days_of_others, changes
from solver.forum.settling import After, settled
from solver.forum.solving import Keep, Report, Solving
from solver.forum.today import Today
from solver.reasons.arithmetic import arithmetic
from solver.reasons.balance import Balance
from solver.search.limits import Limits


@dataclass(frozen=True)
class Option:
    """One option with all that follows from its rosters; `worth` is None where it has none without new holes.

    `holes` are what its best roster leaves unmet that is met today: the facts of § 14-3 (3).
    """

    answer: Answer
    afters: tuple[After, ...] = ()
    changes: tuple[Change, ...] = ()
    positions: tuple[Held, ...] = ()
    holes: tuple[NewHole, ...] = ()
    cost: Cost | None = None
    worth: Worth | None = None
    short: tuple[Balance, ...] = ()
    """where it is impossible: the arithmetic that cannot be met"""

    @property
    def draft(self) -> Draft:
        return self.answer.draft

    @property
    def id(self) -> str:
        return self.draft.id

    def is_over(self, budget: int | str) -> bool:
        """Whether supplements rise by more than the case's amount."""
        return isinstance(budget, int) and self.worth is not None and self.worth.cost_ore > budget

    @property
    def is_solved(self) -> bool:
        return self.worth is not None

    @property
    def status(self) -> str:
        """An answer whose units fit each by itself, but not together, was not found."""
        return "unknown" if self.answer.status == "solved" and not self.is_solved else self.answer.status


@dataclass(frozen=True)
class Review:
    """A case reviewed: its options, the best first; those that were not solved come after, as they were tried."""

    case: Case
    today: Today
    tariff: Tariff
    law: EmploymentLaw
    options: tuple[Option, ...]
    positions: tuple[Held, ...]
    cost: Cost
    claims: Claims
    seconds: float = 0.0

    @property
    def best(self) -> Option | None:
        return next((one for one in self.options if one.is_solved), None)

    def equals(self, option: Option) -> tuple[Option, ...]:
        """Options that the forum's order cannot tell from this one: a person decides."""
        return tuple(
            one for one in self.options if one is not option and one.worth and one.worth == option.worth
        )


def review(
    case: Case,
    *,
    tariff: Tariff,
    law: EmploymentLaw,
    limits: Limits,
    workers: int = 1,
    seed: int = 1,
    report: Report = lambda number, total, name: None,
    keep: Keep = lambda answer: None,
    known: Mapping[str, Answer] | None = None,
) -> Review:
    """Solve every option of a case within the limits; parameters as `solver.review`.

    `known` are answers by option that an earlier review found; they are judged anew, but not solved again. `keep` is
    given each answer as it is found.
    """
    today = Today(case)
    sheets = [today.sheets[unit.id] for unit in case.units]
    before = cost(case, tariff, sheets)
    answers = Solving(today, limits, workers, seed, keep).answers(drafts(today), report, known or {})
    found = [_option(today, tariff, answer, before) for answer in answers]
    return Review(
        case,
        today,
        tariff,
        law,
        _in_order(found, case.budget),
        held(today),
        before,
        claims(today, law),
        limits.elapsed,
    )


def _option(today: Today, tariff: Tariff, answer: Answer, before: Cost) -> Option:
    """What follows from an answer's rosters."""
    holes = tuple(
        hole
        for one in answer.units
        if one.roster is not None
        for hole in new_holes(today.sheets[one.ask.unit], Sheet.of(one.ask.scenario, one.roster))
    )
    afters = settled(today, answer) if answer.status == "solved" and not holes else ()
    if not afters:
        return Option(answer, holes=holes, short=_short(answer))
    found = changes(today, answer.draft, afters)
    positions = held(today, answer.draft, afters)
    touched = {after.unit: after.sheet for after in afters}
    sheets = [touched.get(unit.id, today.sheets[unit.id]) for unit in today.case.units]
    after = cost(today.case, tariff, sheets)
    worth = Worth(
        small(positions),
        -full(positions),
        changed_days_of_others(found),
        after.ore_a_year - before.ore_a_year,
    )
    return Option(answer, afters, found, positions, (), after, worth)


def _short(answer: Answer) -> tuple[Balance, ...]:
    """What cannot be met in the units that are proven impossible."""
    return tuple(
        balance
        for one in answer.units
        if one.status == "impossible"
        for balance in arithmetic(one.ask.scenario)
        if balance.is_short
    )


def _in_order(options: Sequence[Option], budget: int | str) -> tuple[Option, ...]:
    """The solved ones by their worth, those over the budget after the rest; then those not found; impossible last."""
    solved = sorted((one for one in options if one.worth), key=lambda one: (one.is_over(budget), one.worth))
    rest = [one for one in options if not one.worth]
    return (*solved, *sorted(rest, key=lambda one: one.status == "impossible"))
