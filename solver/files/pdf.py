"""The roster as a paper, in PDF."""

from __future__ import annotations

from dataclasses import replace

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.forms import Asked
from solver.files.told import as_told
from solver.present.papers.printing import pdf_of
from solver.present.papers.roster import RosterPaper


def write_pdf(roster: Roster, scenario: Scenario, asked: Asked) -> bytes:
    """The roster as the bytes of a PDF, as an audit finds it now."""
    paper = RosterPaper(scenario, as_told(roster, scenario), asked.lang, asked.paper).paper()
    return pdf_of(replace(paper, made=asked.made))
