"""Why a scenario cannot be staffed, in three steps: arithmetic, conflicts, and the least that must give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from solver.domain.agreement import Agreement
from solver.domain.roster import Reason, Roster
from solver.domain.scenario import Scenario
from solver.reasons.arithmetic import arithmetic
from solver.reasons.balance import Balance
from solver.reasons.changes.base import Kind, Offer, Refusal
from solver.reasons.changes.cheapest import cheapest
from solver.reasons.changes.heads import FewerHeads
from solver.reasons.changes.levels import higher_agreement, rule_that_goes
from solver.reasons.changes.money import LargerBudget, NewLines
from solver.reasons.changes.people import LongShifts, MoreWeekends
from solver.reasons.collision import collisions
from solver.reasons.conflict import Conflict, conflicts
from solver.reasons.lacking.lacking import Lacking
from solver.reasons.staffing import Staffing
from solver.rules.base import Rule
from solver.rules.registry import RULES
from solver.search.limits import Limits

Outcome = Literal["staffed", "impossible", "unknown"]
FIRST_SHARE, CONFLICT_SHARE = 0.5, 0.5
"""Of the time: what the first search may take, and what conflicts may take of the rest."""
MOST_NEW_LINES = (2, 6, 16)


@dataclass(frozen=True)
class Explanation:
    """What was found out of one scenario.

    `outcome`: a roster without a hole exists (`roster`), is proven not to, or it was not found out. `complete`: it is
    known that without the demand of the conflicts told the rest can be staffed.
    """

    scenario: Scenario
    outcome: Outcome
    arithmetic: tuple[Balance, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    complete: bool = False
    collisions: tuple[Reason, ...] = ()
    offers: tuple[Offer, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    roster: Roster | None = None
    seconds: float = 0.0
    lacking: Lacking | None = None
    """of the roster that was given: what it lacks, and why"""


def explain(
    scenario: Scenario,
    *,
    limits: Limits,
    agreements: Sequence[Agreement] = (),
    workers: int = 1,
    seed: int = 1,
    rules: Sequence[Rule] = RULES,
) -> Explanation:
    """Explain a scenario within the limits; parameters as `solver.explain`."""
    balances = arithmetic(scenario, rules)
    staffing = Staffing(rules, limits, workers, seed)
    known = any(one.refutes for one in balances) or staffing.refuted(scenario)
    staffing.give(FIRST_SHARE)
    roster = False if known else staffing.searched(scenario)
    if roster is None or isinstance(roster, Roster):
        outcome: Outcome = "unknown" if roster is None else "staffed"
        return Explanation(scenario, outcome, balances, roster=roster or None, seconds=limits.elapsed)
    until = limits.elapsed + CONFLICT_SHARE * limits.seconds_left
    staffing.give(CONFLICT_SHARE / 2)
    found, complete = conflicts(scenario, staffing, is_over=lambda: limits.elapsed > until)
    is_hopeless = any(not any(item.is_demand for item in one.items) for one in found)
    answers = [] if is_hopeless else list(_answers(scenario, found, staffing, agreements))
    return Explanation(
        scenario,
        "impossible",
        balances,
        found,
        complete,
        collisions(scenario, rules, limits) if is_hopeless else (),
        tuple(one for one in answers if isinstance(one, Offer)),
        tuple(one for one in answers if isinstance(one, Refusal)),
        seconds=limits.elapsed,
    )


def _answers(
    scenario: Scenario, found: Sequence[Conflict], staffing: Staffing, agreements: Sequence[Agreement]
) -> Iterator[Offer | Refusal]:
    """One answer for each kind of change, within an equal part each of the time that is left."""
    kinds: list[Callable[[], Offer | Refusal]] = [
        lambda: cheapest(scenario, MoreWeekends(), staffing),
        lambda: cheapest(scenario, LongShifts(), staffing),
        lambda: cheapest(scenario, FewerHeads(), staffing),
        lambda: new_lines(scenario, staffing),
        lambda: cheapest(scenario, LargerBudget(), staffing),
        lambda: rule_that_goes(scenario, found, staffing),
        lambda: higher_agreement(scenario, agreements, staffing),
    ]
    for place, kind in enumerate(kinds):
        staffing.give(1 / (len(kinds) - place))
        yield kind()


def new_lines(scenario: Scenario, staffing: Staffing) -> Offer | Refusal:
    """The fewest and smallest new lines, of the lowest competence that any do with."""
    proven = True
    for competence in scenario.competences or (None,):
        for most in MOST_NEW_LINES:
            kind: Kind = NewLines(competence, most)
            answer = cheapest(scenario, kind, staffing)
            if isinstance(answer, Offer):
                return answer
            if not answer.proven:
                proven = False
                break
    return Refusal(NewLines.id, proven=proven, applies=scenario.cycle.rotation != "shared")
