"""The commands that ask why and what if. As in `cli`, everything heavy is imported inside a command."""

from __future__ import annotations

import typer

from solver.options import AsJson, Language, ScenarioFile, Seconds, Work, Workers

STAFFED, CANNOT, NOT_FOUND_OUT = 0, 1, 4


def explain(
    context: typer.Context,
    scenario: ScenarioFile,
    *,
    seconds: Seconds = 120.0,
    work: Work = None,
    workers: Workers = None,
    json: AsJson = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.present import terminal
    from solver.present.explanation import explanation_json, explanation_lines
    from solver.present.stopping import Stopping

    asked = solver.load(scenario)
    with Stopping(lang) as stopping:
        found = solver.explain(
            asked, seconds=seconds, work=work, workers=workers, stop=stopping.is_asked, started=context.obj
        )
    terminal.show_text([explanation_json(found, lang)] if json else explanation_lines(found, lang))
    return {"staffed": STAFFED, "impossible": CANNOT}.get(found.outcome, NOT_FOUND_OUT)
