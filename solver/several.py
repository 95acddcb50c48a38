"""The front door's rooms for several units and for positions nobody has yet; `solver` names them, docstrings there."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from solver.domain.pool import Pool
    from solver.domain.scenario import Scenario
    from solver.forum.design.proposals import Proposal
    from solver.forum.pools.together import Pooled
    from solver.search.progress import Progress


def load_pool(source: str | Path | Mapping[str, Any]) -> Pool:
    """Read units that share lines: a file, with the scenarios it names by paths from its folder, or its fields with all
    of them in it; faults as `load`.
    """
    from solver.files.pool import load_pool as read
    from solver.files.pool import parse_pool

    return parse_pool(source) if isinstance(source, Mapping) else read(source)


def pool(
    asked: Pool,
    *,
    way: Literal["auto", "together", "priced", "both"] = "auto",
    seconds: float = 120.0,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    stop: Callable[[], bool] | None = None,
    progress: Callable[[Progress], None] | None = None,
    started: float | None = None,
) -> Pooled:
    """Rosters of units that share lines, the law held for each person over all units; parameters as `plan`.

    `way`: `together` as one model; `priced` unit by unit, the shared lines priced between them; `both`, half the time
    for each; `auto`: one model up to sixty lines in all, else priced.
    """
    from solver.forum.pools.answer import answer
    from solver.planning import workers_for
    from solver.search.limits import Limits
    from solver.search.outcome import Asked

    begun = time.monotonic() if started is None else started
    limits = Limits(seconds, work, stop or (lambda: False), started=begun)
    means = Asked(workers_for(workers), seed, None, progress or (lambda step: None))
    return answer(asked, way, limits, means)


def design(
    scenario: Scenario,
    *,
    vary: Sequence[str] = (),
    leaves: Mapping[str, date] | None = None,
    keep: bool = False,
    seconds: float = 120.0,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    stop: Callable[[], bool] | None = None,
    started: float | None = None,
) -> tuple[Proposal, ...]:
    """The positions a unit needs, the best arrangement first; parameters as `plan`, `vary` as `frontier`.

    From demand alone: lines of the kinds the scenario's lines are of, and nobody in them. With `keep`, or `leaves` (an
    employee's id and the first day she is gone), those who are there stay: what to advertise now and on each such day.

    Raises
    ------
    solver.domain.fault.FaultError
        Where `vary` or `leaves` names what is not there.
    """
    from solver.comparison.arrangements import arrangements
    from solver.files.scenario import packaged_agreements
    from solver.forum.design.proposals import leaving_of, proposals
    from solver.planning import workers_for
    from solver.search.limits import Limits
    from solver.search.outcome import Asked

    made = arrangements(scenario, vary, {one.id: one for one in packaged_agreements()})
    leaving = leaving_of(scenario, leaves or {}) if keep or leaves else None
    begun = time.monotonic() if started is None else started
    limits = Limits(seconds, work, stop or (lambda: False), started=begun)
    return proposals(made, leaving, limits, Asked(workers_for(workers), seed, None, lambda step: None))
