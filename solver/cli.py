"""The commands that need no service: plan, audit, export, contacts, and those that ask why and what if (`questions`).

Everything heavy is imported inside a command: `heltid --help` is quick, and `heltid audit` loads no ortools.
"""

from __future__ import annotations

import io
import os
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from solver import exporting, positions, questions
from solver.domain.fault import FaultError
from solver.options import (
    AsJson,
    Current,
    Day,
    Language,
    Out,
    Page,
    Quiet,
    RosterFile,
    ScenarioFile,
    Seconds,
    Seed,
    Work,
    Workers,
)

if TYPE_CHECKING:
    from solver.domain.roster import Roster
    from solver.domain.scenario import Scenario

STARTED = time.monotonic()
DONE, BREACHES, BAD_INPUT, INFEASIBLE, NOTHING_FOUND = 0, 1, 2, 3, 4

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def heltid() -> None:
    """Planlegger turnuser for kommunale omsorgstjenester."""


@app.command(help="Lag en turnus av et scenario.")
def plan(
    context: typer.Context,
    scenario: ScenarioFile,
    *,
    seconds: Seconds = 60.0,
    work: Work = None,
    workers: Workers = None,
    seed: Seed = 1,
    current: Current = None,
    out: Out = None,
    quiet: Quiet = False,
    lang: Language = "nb",
) -> int:
    import solver
    from solver.files.forms import WRITTEN
    from solver.files.named import check_target, given_roster
    from solver.present.progress import ProgressTable
    from solver.present.stopping import Stopping

    asked = solver.load(scenario)
    in_force = given_roster(current, asked) if current else None
    if out:
        check_target(out, WRITTEN, inputs=[scenario])
    with Stopping(lang) as stopping, ProgressTable(seconds, lang, quiet=quiet) as progress:
        roster = solver.plan(
            asked, seconds=seconds, work=work, workers=workers, seed=seed, current=in_force,
            progress=progress, stop=stopping.is_asked, started=context.obj,
        )  # fmt: skip
    return _outcome(roster, asked, out, quiet=quiet, lang=lang)


def _outcome(roster: Roster, scenario: Scenario, out: Path | None, *, quiet: bool, lang: str) -> int:
    """Write what came of a plan, tell it, and give the exit code.

    Of an impossible scenario the reasons are written too; where nothing was found, an older file stays.
    """
    import solver
    from solver.present import terminal
    from solver.present.outcome import outcome_lines
    from solver.present.text import plain
    from solver.present.words import say

    code = {"infeasible": INFEASIBLE, "unknown": NOTHING_FOUND}.get(roster.status or "", DONE)
    is_written = out and (code == DONE or (code == INFEASIBLE and out.suffix.lower() == ".json"))
    if out and is_written:
        solver.save(roster, out, scenario)
    told = outcome_lines(roster, scenario, lang, terminal.width())
    if code == NOTHING_FOUND or (code != DONE and quiet):
        terminal.show_errors(plain(line) for line in told)
    elif not quiet:
        terminal.show(told)
        if is_written:
            terminal.show_text(["", say("Skrevet til {name}.", lang, name=out)])
    return code


@app.command(help="Kontroller en turnus, hvem som enn har laget den.")
def audit(scenario: ScenarioFile, roster: RosterFile, *, json: AsJson = False, lang: Language = "nb") -> int:
    import solver
    from solver.files.named import given_roster
    from solver.present import terminal
    from solver.present.audit_report import audit_json, audit_lines

    asked = solver.load(scenario)
    checked = solver.audit(asked, given_roster(roster, asked))
    terminal.show_text([audit_json(checked, asked)] if json else audit_lines(checked, asked, lang))
    return BREACHES if checked.breaches else DONE


app.command(help="Skriv turnusen i formen folk kjenner: regneark, papir eller kalender.")(exporting.export)


@app.command(help="Vis kontaktarket: hvem som er hvem for hver beboer, og hvem du ringer.")
def contacts(
    scenario: ScenarioFile, roster: RosterFile, *, day: Day = None, to: Page = None, lang: Language = "nb"
) -> int:
    import solver
    from solver.files.named import check_target, given_roster
    from solver.present import terminal
    from solver.present.contact_page import contact_page
    from solver.present.contact_sheet import ContactSheet, asked_day

    asked = solver.load(scenario)
    if to:
        check_target(to, ("html",), inputs=[scenario, roster])
    complete = solver.audit(asked, given_roster(roster, asked)).roster
    place, meant = asked_day(day, asked)
    sheet = ContactSheet(asked, complete, place, lang, meant)
    if to:
        to.write_text(contact_page(sheet), encoding="utf-8")
    else:
        terminal.show_text(sheet.lines())
    return DONE


app.command(help="Hvorfor scenariet ikke kan bemannes, og det minste som må gi seg.")(questions.explain)

app.command(help="Legg turnuser av samme scenario side om side.")(questions.compare)

app.command(help="Hva hver ordning av helger, langvakter og avtaler gir av stillinger.")(questions.frontier)

app.command(help="Forumets sak: hvem timene kan gi en større stilling, før noe lyses ut.")(questions.review)

app.command(help="Turnuser for enheter som deler linjer, med loven holdt for personen over alle enhetene.")(
    positions.pool
)

app.command(help="Hvilke stillinger behovet krever, og hva som bør lyses ut når noen slutter.")(
    positions.design
)


def main(arguments: Sequence[str] | None = None, commands: typer.Typer = app) -> int:
    """Run one command; the exit code. Bad input is one line per fault on standard error, never a trace."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    code = _run(commands, given, STARTED if arguments is None else time.monotonic())
    if arguments is None and threading.active_count() > 1:
        sys.stdout.flush()
        os._exit(code)  # a solver that was broken off may still be at work in a thread
    return code


def _run(commands: typer.Typer, given: list[str], started: float) -> int:
    try:
        command = typer.main.get_command(commands)
        return int(command.main(given, prog_name="heltid", standalone_mode=False, obj=started) or DONE)
    except (typer.TyperException, FaultError, OSError) as wrong:
        from solver.present.refusal import refusal_lines
        from solver.present.terminal import show_errors
        from solver.present.usage import asked_language

        show_errors(refusal_lines(wrong, asked_language(given)))
        return BAD_INPUT
