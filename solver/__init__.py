"""Heltid's front door: read a scenario, plan a roster, audit one, explain why there is none.

    import solver
    scenario = solver.load("unit.yaml")
    roster = solver.plan(scenario, seconds=60)
    solver.save(roster, "roster.json")

Everything heavy is loaded when it is first used; what is not named here is not public.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from solver.asking import check_case, check_vary, compare, explain, frontier, why
from solver.several import design, load_pool, pool

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from solver.auditing import Audit
    from solver.domain.agreement import Agreement
    from solver.domain.case import Case, Decision
    from solver.domain.roster import Roster
    from solver.domain.scenario import Scenario
    from solver.files.data import Example
    from solver.files.forms import AskedWords
    from solver.forum.deciding import Decided
    from solver.forum.review import Review
    from solver.rules.base import Card, Rule
    from solver.search.progress import Progress

__all__ = [
    "agreements", "audit", "cards", "check_case", "check_vary", "compare", "data", "decide", "design", "examples",
    "explain", "fields", "figures", "frontier", "load", "load_case", "load_pool", "load_roster", "papers", "plan",
    "pool", "review", "save", "sha256", "tables", "why", "written",
]  # fmt: skip


def load(source: str | Path | bytes | Mapping[str, Any]) -> Scenario:
    """Read a scenario: a file (YAML or JSON), what one holds (bytes), or its fields.

    Raises
    ------
    solver.domain.fault.FaultError
        With every fault in the file, each with its path and what to write instead.
    """
    from solver.files.scenario import load_scenario, parse_scenario

    return parse_scenario(source) if isinstance(source, Mapping) else load_scenario(source)


def load_roster(
    source: str | Path | bytes | Mapping[str, Any], scenario: Scenario, form: str = "json"
) -> Roster:
    """Read a roster of the scenario, whoever made it: a file (`.json`, `.csv` or `.xlsx`), what one holds (bytes, of
    the `form` json, csv or xlsx), or its fields; faults as `load`.
    """
    from solver.files.roster import load_roster as read
    from solver.files.roster import read_roster, roster_from

    if isinstance(source, bytes):
        return read_roster(source, form, scenario)
    return roster_from(source, scenario) if isinstance(source, Mapping) else read(source, scenario)


def load_case(source: str | Path | Mapping[str, Any]) -> Case:
    """Read a case for the forum: a file, with the scenarios and rosters it names by paths from its folder, or its
    fields with all of them in it; faults as `load`.
    """
    from solver.files.case import load_case as read
    from solver.files.case import parse_case

    return parse_case(source) if isinstance(source, Mapping) else read(source)


def save(
    roster: Roster, path: str | Path, scenario: Scenario | None = None, **asked: Unpack[AskedWords]
) -> None:
    """Write a roster; the ending of the file says how: `.json`, `.csv`, `.xlsx`, `.pdf` or `.ics`.

    All but JSON need the scenario. What may be asked besides, as `paper="a4"` or `employee="E01"`, stands in
    `solver.files.forms.Asked`.
    """
    from solver.files.forms import Asked
    from solver.files.roster import save_roster

    save_roster(roster, path, scenario, Asked(**asked))


def written(
    roster: Roster, form: str, scenario: Scenario | None = None, **asked: Unpack[AskedWords]
) -> bytes:
    """What `save` would write, as bytes: `form` is json, csv, xlsx, pdf or ics."""
    from solver.files.forms import Asked
    from solver.files.roster import write_roster

    return write_roster(roster, scenario, form, Asked(**asked))


def fields(source: bytes) -> dict[str, Any]:
    """The fields of a JSON text as they stand, read as strictly as a file; faults as `load`."""
    from solver.files.yaml import read_raw

    return read_raw(source, ".json")


def data(value: object, scenario: Scenario | None = None) -> dict[str, Any]:
    """What the front door gave, as plain values for JSON; an audit and a frontier with their scenario."""
    from solver.plain import plain

    return plain(value, scenario)


def sha256(scenario: Scenario) -> str:
    """The fingerprint of what is asked, that a roster names its scenario by; the same whatever people are called."""
    from solver.files.scenario import scenario_sha256

    return scenario_sha256(scenario)


def cards() -> tuple[Card, ...]:
    """The card of every rule: its sentence, its law and what it is held to."""
    from solver.rules.registry import RULES

    return tuple(rule.card for rule in RULES)


def examples() -> dict[str, Example]:
    """The packaged example units by name: each with its `scenario` file, and its `roster` file or None."""
    from solver.files.data import examples as packaged

    return packaged()


def agreements() -> tuple[Agreement, ...]:
    """Every packaged agreement."""
    from solver.files.scenario import packaged_agreements

    return packaged_agreements()


def plan(
    scenario: Scenario,
    *,
    seconds: float = 60.0,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    current: Roster | None = None,
    start: Roster | None = None,
    progress: Callable[[Progress], None] | None = None,
    better: Callable[[Roster], None] | None = None,
    stop: Callable[[], bool] | None = None,
    extra_rules: Sequence[Rule] = (),
    started: float | None = None,
) -> Roster:
    """Make a roster: its `status` is optimal, feasible, infeasible (with `reasons`) or unknown.

    Parameters
    ----------
    seconds
        The most time it may take, in seconds from `started`.
    work
        CP-SAT's deterministic time instead; with one worker and one seed the same roster comes twice.
    workers
        Threads of the solver; left out: the processor's cores, at most eight.
    current
        The roster that is in force, which the goal `changes` compares with.
    start
        A roster found earlier, to go on from.
    progress, better, stop
        Called with each better value; called now and then with a better roster, already audited; asked now and then
        whether to stop and keep the best.
    extra_rules
        Rules of your own, held and audited as the others are.
    started
        When the clock started (`time.monotonic()`); left out: now.
    """
    from solver.files.scenario import scenario_sha256
    from solver.planning import plan as make

    return make(
        scenario,
        seconds=seconds,
        work=work,
        workers=workers,
        seed=seed,
        current=current,
        start=start,
        progress=progress,
        better=better,
        stop=stop,
        extra_rules=extra_rules,
        started=started,
    ).model_copy(update={"scenario_sha256": scenario_sha256(scenario)})


def audit(
    scenario: Scenario, roster: Roster, *, current: Roster | None = None, extra_rules: Sequence[Rule] = ()
) -> Audit:
    """Check a roster against every rule and count the scenario's goals on it, without solving."""
    from dataclasses import replace

    from solver.auditing import audit as check
    from solver.files.scenario import scenario_sha256
    from solver.rules.registry import RULES

    found = check(scenario, roster, current=current, rules=(*RULES, *extra_rules))
    if roster.scenario_sha256 not in (None, scenario_sha256(scenario)):
        return replace(found, notes=(*found.notes, {"code": "other_scenario"}))
    return found


def tables(value: object, scenario: Scenario | None = None, *, lang: str = "nb") -> dict[str, pd.DataFrame]:
    """What the front door gave, as pandas tables by name.

    A roster or an audit (with its scenario): roster, lines, goals, holes, findings. A comparison: totals, positions,
    weekends, weekend_hours. A frontier: arrangements. Positions are percent, hours decimal.
    """
    from solver.present.tables import tables as made

    return made(value, scenario, lang)


def figures(value: object, scenario: Scenario | None = None, *, lang: str = "nb") -> dict[str, go.Figure]:
    """What the front door gave, as plotly figures by name: roster, staffing and positions of a roster (with its
    scenario), or arrangements of a frontier.
    """
    from solver.present.figures import figures as made

    return made(value, scenario, lang)


def review(
    case: Case,
    *,
    seconds: float = 300.0,
    work: float | None = None,
    workers: int | None = None,
    seed: int = 1,
    stop: Callable[[], bool] | None = None,
    progress: Callable[[int, int, str], None] | None = None,
    started: float | None = None,
    known: Mapping[str, Any] | None = None,
    better: Callable[[dict[str, Any]], None] | None = None,
) -> Review:
    """What the vacant hours could be instead of an advertisement: every option with its rosters, in the forum's order.

    `seconds` are for the whole case; `progress` is called with the number of each option, of how many, and its id;
    `known` is what `data` gave of an earlier review of the very same case, whose options are not solved again; `better`
    is called with such a `known` each time one more option is answered; other parameters as `plan`.

    Raises
    ------
    solver.domain.fault.FaultError
        Where the case names a tariff that is not there.
    """
    import time

    from solver.files.review import keeper, known_answers
    from solver.files.tariff import employment_law, tariff_of
    from solver.forum.review import review as make
    from solver.planning import workers_for
    from solver.search.limits import Limits

    limits = Limits(
        seconds, work, stop or (lambda: False), started=time.monotonic() if started is None else started
    )
    return make(
        case,
        tariff=tariff_of(case),
        law=employment_law(),
        limits=limits,
        workers=workers_for(workers),
        seed=seed,
        report=progress or (lambda number, total, name: None),
        keep=keeper(case, better) if better else lambda answer: None,
        known=known_answers(known, case) if known else {},
    )


def papers(
    review: Review | Decided,
    *,
    lang: str = "nb",
    closed: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]] = (),
    names: Collection[str] | None = None,
) -> dict[str, bytes]:
    """The papers of a review, or of a case that is closed, by the names of their files: Markdown, HTML and PDF.

    `closed`: cases that were closed before, each with its review, as `data` gave them; the overview tells their
    indicators. `names`: only these files.
    """
    from solver.forum.deciding import Decided
    from solver.forum.over_time import over_time
    from solver.present.papers.all_papers import paper_files

    given, chosen = (review.review, review.option) if isinstance(review, Decided) else (review, None)
    return paper_files(given, lang, chosen, over_time(closed), names=names)


def decide(review: Review, decision: Decision) -> Decided:
    """Close a case with what people decided: the new scenario and roster of each unit it touches; faults as `load`."""
    from solver.forum.deciding import decide as close

    return close(review, decision)
