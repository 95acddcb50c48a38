"""What came of a plan, told to whoever asked: the roster, or why there is none."""

from __future__ import annotations

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.present.findings import NO_LAW
from solver.present.notes import note_lines
from solver.present.reasons import reason_lines
from solver.present.report import Report, status_sentence
from solver.present.text import Pieces
from solver.present.words import say


def outcome_lines(roster: Roster, scenario: Scenario, lang: str, width: int) -> list[Pieces]:
    """The report of a roster; of none, the reasons, or that nothing was found in time."""
    if roster.status == "infeasible":
        return [[(line, "")] for line in reason_lines(roster, scenario, lang)]
    if roster.status == "unknown":
        told = [status_sentence(roster, lang), *note_lines(roster.notes, lang)]
        told += [] if scenario.agreement.law_checked else [say(NO_LAW, lang)]
        return [[(line, "")] for line in told]
    return list(Report(scenario, roster, lang, width).lines())
