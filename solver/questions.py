"""The commands that ask why and what if. As in `cli`, everything heavy is imported inside a command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from solver.options import (
    AsJson,
    CaseFile,
    DecisionFile,
    Figure,
    Folder,
    Language,
    OfRoster,
    RosterFiles,
    ScenarioFile,
    Seconds,
    SecondsForAll,
    Vary,
    WhyNot,
    Work,
    Workers,
)

if TYPE_CHECKING:
    from solver.domain.scenario import Scenario

DONE = 0
STAFFED, CANNOT, NOT_FOUND_OUT = 0, 1, 4
LEAST_ROSTERS = 2


def explain(
    context: typer.Context,
    scenario: ScenarioFile,
    *,
    roster: OfRoster = None,
    why: WhyNot = None,
    seconds: Seconds = 120.0,
    work: Work = None,
    workers: Workers = None,
    json: AsJson = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.named import given_roster
    from solver.present import terminal
    from solver.present.explanation import explanation_json, explanation_lines
    from solver.present.stopping import Stopping

    asked = solver.load(scenario)
    if why is not None:
        return _why(context, asked, _needed(roster), why, seconds=seconds, work=work, workers=workers,
                    json=json, lang=lang)  # fmt: skip
    given = given_roster(roster, asked) if roster else None
    with Stopping(lang) as stopping:
        found = solver.explain(
            asked, roster=given,
            seconds=seconds, work=work, workers=workers, stop=stopping.is_asked, started=context.obj,
        )  # fmt: skip
    terminal.show_text([explanation_json(found, lang)] if json else explanation_lines(found, lang))
    return {"staffed": STAFFED, "impossible": CANNOT}.get(found.outcome, NOT_FOUND_OUT)


def _needed(roster: Path | None) -> Path:
    """The roster that a question is about."""
    from solver.domain.fault import FaultError, fault

    if roster is None:
        message, instead = "Spørsmålet gjelder en turnus, og den mangler.", "Gi den med --roster."
        raise FaultError([fault("--why", "no_roster", message, instead)])
    return roster


def _why(
    context: typer.Context, scenario: Scenario, roster: Path, question: str, *, seconds: float,
    work: float | None, workers: int | None, json: bool, lang: str,
) -> int:  # fmt: skip
    """Why one shift is not where it could be, in a roster."""
    import solver
    from solver.files.named import given_roster
    from solver.present import terminal
    from solver.present.stopping import Stopping
    from solver.present.why import why_lines
    from solver.present.why_json import why_json

    given = given_roster(roster, scenario)
    with Stopping(lang) as stopping:
        found = solver.why(
            scenario, given, question,
            seconds=seconds, work=work, workers=workers, stop=stopping.is_asked, started=context.obj,
        )  # fmt: skip
    terminal.show_text([why_json(found)] if json else why_lines(found, lang))
    outcome = found.around.outcome if found.around else "free"
    return {"impossible": CANNOT, "unknown": NOT_FOUND_OUT}.get(outcome, STAFFED)


def compare(
    scenario: ScenarioFile, rosters: RosterFiles, *, json: AsJson = False, lang: Language = "nb"
) -> int:
    import solver
    from solver.domain.fault import FaultError, fault
    from solver.files.named import given_roster
    from solver.present import terminal
    from solver.present.comparison import comparison_json, comparison_lines

    if len(rosters) < LEAST_ROSTERS:
        raise FaultError([fault("ROSTER", "too_few", "Det er bare én turnus.", "Gi minst to turnuser.")])
    asked = solver.load(scenario)
    names: dict[str, Path] = {}
    for path in rosters:
        turn = 1 + sum(one.name == path.name for one in names.values())
        names[path.name if turn == 1 else f"{path.name} ({turn})"] = path
    found = solver.compare(asked, {name: given_roster(path, asked) for name, path in names.items()})
    terminal.show_text([comparison_json(found)] if json else comparison_lines(found, lang))
    return DONE


def frontier(
    scenario: ScenarioFile,
    *,
    vary: Vary,
    seconds: SecondsForAll = None,
    work: Work = None,
    workers: Workers = None,
    figure: Figure = None,
    json: AsJson = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.named import check_target
    from solver.present import terminal
    from solver.present.frontier import frontier_json, frontier_lines
    from solver.present.frontier_picture import frontier_picture
    from solver.present.frontier_progress import FrontierProgress
    from solver.present.stopping import Stopping

    if figure:
        check_target(figure, ("svg",), inputs=[scenario])
    asked = solver.load(scenario)
    with Stopping(lang) as stopping:
        points = solver.frontier(
            asked, vary, seconds=seconds, work=work, workers=workers, stop=stopping.is_asked,
            progress=FrontierProgress(lang),
        )  # fmt: skip
    if figure:
        figure.write_text(frontier_picture(points, asked, lang), encoding="utf-8")
    terminal.show_text([frontier_json(points, asked)] if json else frontier_lines(points, asked, lang))
    return DONE if any(point.uncovered is not None for point in points) else NOT_FOUND_OUT


def review(
    context: typer.Context,
    case: CaseFile,
    *,
    seconds: Seconds = 300.0,
    work: Work = None,
    workers: Workers = None,
    out: Folder = None,
    decide: DecisionFile = None,
    json: AsJson = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.named import check_folder
    from solver.files.review import left_in, load_decision, save_decided, save_review
    from solver.present import terminal
    from solver.present.review import ReviewProgress, decided_lines, review_json, review_lines
    from solver.present.stopping import Stopping

    asked = solver.load_case(case)
    folder = check_folder(out, needed=decide is not None)
    decision = load_decision(decide) if decide else None
    known = left_in(folder) if folder and decision else {}
    with Stopping(lang) as stopping:
        found = solver.review(
            asked, seconds=seconds, work=work, workers=workers, stop=stopping.is_asked, started=context.obj,
            progress=ReviewProgress(lang), known=known,
        )  # fmt: skip
    if folder and decision:
        decided = solver.decide(found, decision)
        terminal.show_text(decided_lines(decided, save_decided(decided, folder, lang), lang))
        return DONE
    if folder:
        save_review(found, folder, lang)
    terminal.show_text([review_json(found, lang)] if json else review_lines(found, lang, terminal.width()))
    return DONE if found.best else NOT_FOUND_OUT
