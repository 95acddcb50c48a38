"""The part of the front door that asks why and what if; as there, everything heavy is loaded when it is first used."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from solver.comparison.frontier import Point
    from solver.comparison.rosters import Comparison
    from solver.domain.case import Case
    from solver.domain.roster import Roster
    from solver.domain.scenario import Scenario
    from solver.reasons.explanation import Explanation
    from solver.reasons.why.answer import Why
    from solver.rules.base import Rule
    from solver.search.limits import Limits

Stop = Callable[[], bool]


def explain(
    scenario: Scenario,
    *,
    roster: Roster | None = None,
    seconds: float = 120.0,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    stop: Stop | None = None,
    extra_rules: Sequence[Rule] = (),
    started: float | None = None,
) -> Explanation:
    """Why a scenario cannot be staffed, and the least that must give: arithmetic, conflicts, cheapest changes.

    Its `outcome` is staffed (with a roster), impossible or unknown. With a `roster`, whoever made it, `lacking` has a
    reason for each of its holes and for each percent under what people want. Other parameters as `plan`.
    """
    from solver.files.scenario import packaged_agreements
    from solver.planning import workers_for
    from solver.reasons.explanation import explain as make
    from solver.reasons.of_roster import explain_roster
    from solver.reasons.why.near import Means
    from solver.rules.registry import RULES

    means = Means((*RULES, *extra_rules), _limits(seconds, work, stop, started), workers_for(workers), seed)
    agreements = packaged_agreements()
    if roster is not None:
        return explain_roster(scenario, roster, means, agreements=agreements)
    return make(
        scenario, limits=means.limits, agreements=agreements,
        workers=means.workers, seed=seed, rules=means.rules,
    )  # fmt: skip


def why(
    scenario: Scenario,
    roster: Roster,
    question: str,
    *,
    seconds: float = 120.0,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    stop: Callable[[], bool] | None = None,
    extra_rules: Sequence[Rule] = (),
    started: float | None = None,
) -> Why:
    """Why somebody does not have a shift on a day of a roster: put it there, solve around it, say what changes.

    `question` is `"E07:3:sat:L"` (employee, week, day, code; without a code: why the day is not free). Its
    `around.outcome` is free, costs (a goal), impossible or unknown; None where the shift is there. Parameters as
    `plan`.

    Raises
    ------
    solver.domain.fault.FaultError
        Where the question names what is not in the scenario.
    """
    from solver.planning import workers_for
    from solver.reasons.why.answer import why as answer
    from solver.reasons.why.near import Means
    from solver.reasons.why.question import asked_question
    from solver.rules.registry import RULES

    means = Means((*RULES, *extra_rules), _limits(seconds, work, stop, started), workers_for(workers), seed)
    return answer(scenario, roster, asked_question(question, scenario), means)


def compare(scenario: Scenario, rosters: Mapping[str, Roster]) -> Comparison:
    """Lay rosters of the scenario side by side, by name; nothing is solved, and each is audited."""
    from solver.comparison.rosters import compare as lay

    return lay(scenario, rosters)


def check_vary(scenario: Scenario, vary: Sequence[str]) -> float:
    """The seconds that `frontier` takes to vary this where none are given; raises FaultError where it could not."""
    from solver.comparison.arrangements import arrangements
    from solver.comparison.frontier import ARRANGEMENT_SECONDS
    from solver.files.scenario import packaged_agreements

    made = arrangements(scenario, vary, {one.id: one for one in packaged_agreements()})
    return ARRANGEMENT_SECONDS * len(made)


def check_case(case: Case) -> None:
    """Raise FaultError where `review` could not review this: a tariff that is not there."""
    from solver.files.tariff import tariff_of

    tariff_of(case)


def frontier(
    scenario: Scenario,
    vary: Sequence[str],
    *,
    seconds: float | None = None,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    stop: Stop | None = None,
    progress: Callable[[Mapping[str, str], str], None] | None = None,
) -> tuple[Point, ...]:
    """What each arrangement allows: `vary` as `["weekends=3,4,6", "long_shifts=on,off"]`.

    `seconds` are for all of them together; left out: 90 for each. `progress` is called with an arrangement's settings
    and what begins for it: "cover", "again" (another try) or "goals".

    Raises
    ------
    solver.domain.fault.FaultError
        Where `vary` names what cannot be varied.
    """
    from solver.comparison import frontier as room
    from solver.comparison.arrangements import arrangements
    from solver.files.scenario import packaged_agreements
    from solver.planning import workers_for

    agreements = {one.id: one for one in packaged_agreements()}
    made, told = arrangements(scenario, vary, agreements), progress or (lambda settings, what: None)
    return room.frontier(
        made,
        seconds=room.ARRANGEMENT_SECONDS * len(made) if seconds is None else seconds,
        work=work,
        workers=workers_for(workers),
        seed=seed,
        stop=stop or (lambda: False),
        told=lambda place, what: told(made[place].settings, what),
    )


def _limits(seconds: float, work: float | None, stop: Stop | None, started: float | None) -> Limits:
    from solver.search.limits import Limits

    begun = time.monotonic() if started is None else started
    return Limits(seconds, work, stop or (lambda: False), started=begun)
