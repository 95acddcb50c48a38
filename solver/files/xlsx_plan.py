"""The sheet with the plan: a row for each line, seven columns for each week, sums to the right, cover underneath."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from solver.domain.cycle import WEEK_DAYS
from solver.domain.values import number
from solver.files.csv_words import weekly_rest_mark
from solver.files.xlsx_styles import Styles
from solver.present.roster_sheet import RosterSheet, SheetRow
from solver.present.words import say

WHO: Final = ("Nr", "Navn", "Stilling %", "Kompetanse")
SUMS: Final = ("Timer", "Timer/uke", "Balanse", "Helger", "Netter")
WHO_WIDTHS: Final = (7, 23, 9, 11)
WEEK_ROW, DATE_ROW, HEADER_ROW, FIRST_ROW = 2, 3, 4, 5
WEEKS_ACROSS: Final = 6
"""as many as can be read on a sheet of A3"""
SUM_WIDTH, BETWEEN = 8.0, 0.8
"""in characters, as all widths of columns"""
A3_CHARACTERS, LEAST_SCALE = 150, 40
"""across a sheet of A3 on its side, at full size; percent"""
COVER: Final = "Bemanning"
"""what stands above the rows of cover; nothing below it is read back"""
ON_SHIFT, AT_LEAST = "begynner", "minst {least}"


def write_plan(sheet: Any, shown: RosterSheet, styles: Styles) -> None:
    """Write the plan on an empty sheet."""
    plan = _Plan(sheet, shown, styles)
    plan.set_up()
    plan.headings()
    rows = list(shown.rows())
    for place, row in enumerate(rows, FIRST_ROW):
        plan.line(place, row)
    plan.colours(FIRST_ROW, FIRST_ROW + len(rows) - 1)
    plan.cover(FIRST_ROW + len(rows) + 1)


class _Plan:
    def __init__(self, sheet: Any, shown: RosterSheet, styles: Styles) -> None:
        self.sheet, self.shown, self.styles = sheet, shown, styles
        self.first = len(WHO)
        self.last = self.first + len(shown.days) - 1

    def say(self, word: str, **values: object) -> str:
        return say(word, self.shown.lang, **values)

    def set_up(self) -> None:
        """Widths, what stays in sight, and how it is printed: A3 on its side, up to six weeks on a sheet."""
        sheet, weeks = self.sheet, self.shown.scenario.cycle.weeks
        longest = max(len(shift.code) for shift in self.shown.scenario.shifts)
        for column, width in enumerate(WHO_WIDTHS):
            sheet.set_column(column, column, width)
        day_width = max(2.4, 1.3 * longest + 0.7)
        sheet.set_column(self.first, self.last, day_width)
        sheet.set_column(self.last + 1, self.last + len(SUMS), SUM_WIDTH)
        sheet.freeze_panes(FIRST_ROW, self.first)
        sheet.repeat_rows(WEEK_ROW, HEADER_ROW)
        sheet.repeat_columns(0, self.first - 1)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        name = (self.shown.scenario.name or self.shown.scenario.id).replace("&", "&&")[:100]
        sheet.set_footer(f"&L{name}&R{self.say('Side')} &P / &N")
        blocks = -(-weeks // WEEKS_ACROSS)
        if blocks == 1:
            sheet.fit_to_pages(1, 0)
            return
        across = -(-weeks // blocks)
        room = (
            sum(WHO_WIDTHS) + across * WEEK_DAYS * (day_width + BETWEEN) + len(SUMS) * (SUM_WIDTH + BETWEEN)
        )
        sheet.set_print_scale(max(LEAST_SCALE, min(100, int(A3_CHARACTERS / room * 100))))
        sheet.set_v_pagebreaks([self.first + WEEK_DAYS * across * block for block in range(1, blocks)])

    def headings(self) -> None:
        sheet, shown, styles = self.sheet, self.shown, self.styles
        sheet.write_string(0, 0, shown.scenario.name or shown.scenario.id, styles.title)
        sheet.write_string(1, 0, self.say("F1 er ukens frie døgn. Tom rute er fri."), styles.plain)
        for column, word in enumerate(WHO):
            sheet.write_string(HEADER_ROW, column, self.say(word), styles.header)
        for week in range(shown.scenario.cycle.weeks):
            first = self.first + week * WEEK_DAYS
            sheet.merge_range(
                WEEK_ROW, first, WEEK_ROW, first + WEEK_DAYS - 1, shown.week_name(week), styles.week
            )
        for day in shown.days:
            style = styles.day(day % WEEK_DAYS, is_bold=True)
            sheet.write_string(DATE_ROW, self.first + day, shown.day_of_month(day), style)
            sheet.write_string(HEADER_ROW, self.first + day, shown.letter(day), style)
        for place, word in enumerate(SUMS, self.last + 1):
            sheet.write_string(HEADER_ROW, place, self.say(word), styles.header)

    def line(self, place: int, row: SheetRow) -> None:
        sheet, styles, employee = self.sheet, self.styles, row.employee
        name = employee.name or (self.say("ledig") if employee.vacant else "")
        sheet.write_string(place, 0, employee.id, styles.text)
        sheet.write_string(place, 1, name, styles.text)
        if row.position is None:
            sheet.write_blank(place, 2, None, styles.number)
        else:
            sheet.write_number(place, 2, number(row.position), styles.number)
        sheet.write_string(place, 3, employee.competence or "", styles.text)
        mark = weekly_rest_mark(self.shown.scenario)
        for day, cell in enumerate(row.cells):
            text, style = mark if cell.kind == "f1" else cell.text, styles.day(day % WEEK_DAYS)
            if text:
                sheet.write_string(place, self.first + day, text, style)
            else:
                sheet.write_blank(place, self.first + day, None, style)
        hours = (row.minutes, row.average_minutes, row.balance or 0)
        for column, minutes in enumerate(hours, self.last + 1):
            sheet.write_number(place, column, round(minutes / 60, 2), styles.hours)
        for column, count in enumerate((row.weekends, row.nights), self.last + 1 + len(hours)):
            sheet.write_number(place, column, count, styles.number)

    def colours(self, first_row: int, last_row: int) -> None:
        """Evenings, nights, long shifts and F1 are coloured by what the cell says, so that an edit is too.

        A code has no quotation mark in it, so it stands as plain text in the condition.
        """
        looks = [(shift.code, self.shown.kind_of(shift)) for shift in self.shown.scenario.shifts]
        rules = [(code, self.styles.fills[kind]) for code, kind in looks if kind in self.styles.fills]
        rules.append((weekly_rest_mark(self.shown.scenario), self.styles.f1))
        area = (first_row, self.first, last_row, self.last)
        for text, look in rules:
            equal = {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": look}
            self.sheet.conditional_format(*area, equal)

    def cover(self, place: int) -> None:
        """How many start each shift, and the fewest present in each row of demand beside its least."""
        shown, styles = self.shown, self.styles
        self.sheet.write_string(place, 0, self.say(COVER), styles.bold)
        for shift, numbers in shown.staffing():
            place += 1
            self._numbers(place, f"{shift.code} {shift.name or ''}".strip(), self.say(ON_SHIFT), numbers)
        for row in shown.cover():
            place += 1
            least = self.say(AT_LEAST, least=row.least)
            self._numbers(place, shown.demand_name(row.demand), least, row.present)
            area = (place, self.first, place, self.last)
            fewer = {"type": "cell", "criteria": "<", "value": row.least, "format": styles.short}
            blank = {"type": "blanks", "stop_if_true": True, "format": None}
            self.sheet.conditional_format(*area, blank)
            self.sheet.conditional_format(*area, fewer)

    def _numbers(self, place: int, name: str, asked: str, numbers: Iterable[int | None]) -> None:
        self.sheet.merge_range(place, 0, place, 1, name, self.styles.text)
        self.sheet.merge_range(place, 2, place, 3, asked, self.styles.text)
        for day, count in enumerate(numbers):
            style = self.styles.day(day % WEEK_DAYS)
            if count is None:
                self.sheet.write_blank(place, self.first + day, None, style)
            else:
                self.sheet.write_number(place, self.first + day, count, style)
