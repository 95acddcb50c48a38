"""The workbook of a roster: its sheets, and what stands on those beside the plan.

Text is always written as text, never as a formula or a link, whatever it begins with; sums are numbers, worked out
when the file is written. The same roster gives the same bytes: the date inside the file is fixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import IO, Any, Final

import xlsxwriter

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.values import clock
from solver.files.forms import Asked
from solver.files.xlsx_plan import write_plan
from solver.files.xlsx_styles import Styles
from solver.present.contacts import contact_rows
from solver.present.findings import DISCLAIMER, NO_LAW, finding_sentence, in_order
from solver.present.goals import goal_rows
from solver.present.holes import hole_lines
from solver.present.report import measures_sentence, status_sentence
from solver.present.roster_sheet import RosterSheet
from solver.present.text import day_name
from solver.present.words import say

FIXED: Final = datetime.combine(date(2000, 1, 1), time())
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
PLAN, CONTACTS, CODES, ABOUT = "Turnus", "Kontakter", "Vaktkoder", "Om turnusen"
CODE_HEADER: Final = ("Kode", "Navn", "Start", "Slutt", "Betalt (timer)", "Pause (min)", "Slag", "Dager")
CONTACT_HEADER: Final = ("Beboer", "Primær", "Sekundær", "Team")
KINDS: Final = {"day": "dag", "evening": "aften", "night": "natt", "long": "langvakt"}
EDITED: Final = (
    "Summene er regnet ut da filen ble skrevet. Etter endringer: kontroller arket med «heltid audit», "
    "som regner alt på nytt."
)


class Book:
    """One workbook being written."""

    def __init__(self, into: IO[bytes], scenario: Scenario, roster: Roster, asked: Asked) -> None:
        self.lang = asked.lang
        self.shown = RosterSheet(scenario, roster, asked.lang)
        self.file = xlsxwriter.Workbook(into, OPTIONS)
        made = datetime.combine(asked.made, time()) if asked.made else FIXED
        self.file.set_properties({"title": scenario.name or scenario.id, "created": made})
        self.styles = Styles(self.file)

    def write(self) -> None:
        """Write every sheet and close the file."""
        write_plan(self._sheet(PLAN), self.shown, self.styles)
        if self.shown.scenario.residents:
            self._contacts()
        self._codes()
        self._about()
        self.file.close()

    def _sheet(self, name: str) -> Any:
        sheet = self.file.add_worksheet(say(name, self.lang))
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        return sheet

    def _table(self, name: str, header: Sequence[str], rows: Iterator[list[str]], widths: str) -> None:
        sheet = self._sheet(name)
        for column, width in enumerate(widths.split()):
            sheet.set_column(column, column, float(width))
        for column, word in enumerate(header):
            sheet.write_string(0, column, say(word, self.lang), self.styles.header)
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text, self.styles.text)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)

    def _contacts(self) -> None:
        """By id, as they are read back; names stand on the plan."""
        rows = contact_rows(self.shown.roster, self.shown.scenario)
        self._table(CONTACTS, CONTACT_HEADER, rows, "14 14 14 14")

    def _codes(self) -> None:
        self._table(CODES, CODE_HEADER, self._code_rows(), "8 24 8 8 14 12 12 34")

    def _code_rows(self) -> Iterator[list[str]]:
        for shift in self.shown.scenario.shifts:
            yield self._code_row(shift)
        yield ["F1", say("ukefri (F1)", self.lang)]
        yield ["", say("fri", self.lang)]

    def _code_row(self, shift: Shift) -> list[str]:
        days = ", ".join(day_name(day, self.lang) for day in shift.days or ())
        return [
            shift.code,
            shift.name or "",
            clock(shift.start),
            clock(shift.end),
            f"{shift.paid_minutes / 60:.2f}".replace(".", "." if self.lang == "en" else ","),
            str(shift.clock_minutes - shift.paid_minutes),
            say(KINDS[self.shown.kind_of(shift)], self.lang),
            days or say("alle dager", self.lang),
        ]

    def _about(self) -> None:
        """What the roster was made from and what is known of it, a line of text each."""
        sheet = self._sheet(ABOUT)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 2, 60)
        for number, (row, is_heading) in enumerate(self._told()):
            for column, text in enumerate(row):
                sheet.write_string(
                    number, column, text, self.styles.bold if is_heading else self.styles.plain
                )

    def _told(self) -> Iterator[tuple[Sequence[str], bool]]:
        """Rows of text, and whether each is a heading."""
        scenario, roster, lang = self.shown.scenario, self.shown.roster, self.lang
        yield [scenario.name or scenario.id], True
        yield [status_sentence(roster, lang)], False
        yield [measures_sentence(roster, lang)], False
        for word, value in (
            ("Scenario", scenario.id),
            ("Fingeravtrykk", roster.scenario_sha256 or "-"),
            ("Avtale", scenario.agreement.name or scenario.agreement.id),
            ("Første mandag", self.shown.start.isoformat() if self.shown.start else "-"),
        ):
            yield [say(word, lang), value], False
        yield from self._part("Mål, i rekkefølge", goal_rows(roster, scenario, lang))
        yield from self._part(
            "Hull i bemanningen", [[one] for one in hole_lines(roster.holes, scenario, lang)]
        )
        found = [[finding_sentence(one, scenario, lang)] for one in in_order(roster.findings)]
        yield from self._part("Brudd og varsler", found)
        yield [], False
        if not scenario.agreement.law_checked:
            yield [say(NO_LAW, lang)], False
        yield [say(EDITED, lang)], False
        yield [say(DISCLAIMER, lang)], False

    def _part(self, heading: str, rows: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], bool]]:
        if rows:
            yield [], False
            yield [say(heading, self.lang)], True
            yield from ((row, False) for row in rows)
