"""Rosters as workbooks, in the layout planners know: written by xlsxwriter, read by openpyxl."""

from __future__ import annotations

from io import BytesIO

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.forms import Asked
from solver.files.told import as_told


def write_xlsx(roster: Roster, scenario: Scenario, asked: Asked) -> bytes:
    """The roster as the bytes of a workbook: the plan, the contacts, the shift codes, and what it was made from."""
    from solver.files.xlsx_book import Book

    into = BytesIO()
    Book(into, scenario, as_told(roster, scenario), asked).write()
    return into.getvalue()


def read_xlsx(content: bytes, scenario: Scenario) -> Roster:
    """The roster in a workbook; raises FaultError with every fault, each with its sheet and cell."""
    from solver.files.csv_read import roster_of
    from solver.files.xlsx_cells import sheets_of
    from solver.files.xlsx_contacts import contacts_of
    from solver.files.xlsx_table import table_of

    sheets = sheets_of(content)
    roster = roster_of(table_of(sheets, scenario), scenario)
    return roster.model_copy(update={"contacts": contacts_of(sheets, scenario)})
