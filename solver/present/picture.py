"""A roster as one picture (SVG): a row per line, a column per day, colours for kinds of shift, and positions.

It stands alone: no scripts, no fonts and nothing fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from solver.domain.cycle import SATURDAY, WEEK_DAYS
from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.shift import Shift
from solver.domain.values import clock
from solver.domain.values import number as percent
from solver.present.findings import who
from solver.present.text import number
from solver.present.words import say

CELL_WIDTH, CELL_HEIGHT, LABEL_WIDTH, BAR_WIDTH, MARGIN, WEEK_GAP = 12, 17, 165, 120, 12, 4
HEAD, FOOT = 58, 30
COLOURS = {
    "day": ("#f6d55c", "#4a3b00"),
    "evening": ("#3caea3", "#00302b"),
    "night": ("#20456e", "#ffffff"),
    "long": ("#ed553b", "#ffffff"),
}
"""Of each kind of shift: the cell, and the letter in it."""
WEEKEND, F1, BAR, INK, PALE = "#eef1f4", "#9aa5b1", "#7b9e3e", "#1f2933", "#616e7c"


class Picture:
    """The parts of one picture; places are in pixels."""

    def __init__(self, scenario: Scenario, roster: Roster, lang: str) -> None:
        self.scenario, self.roster, self.lang = scenario, roster, lang
        self.bars = MARGIN + LABEL_WIDTH + scenario.cycle.weeks * (WEEK_DAYS * CELL_WIDTH + WEEK_GAP) + 6
        self.width = self.bars + BAR_WIDTH + MARGIN
        self.bottom = HEAD + len(roster.lines) * CELL_HEIGHT
        self.height = self.bottom + FOOT

    def parts(self) -> Iterator[str]:
        """The whole picture, element by element."""
        size = f'viewBox="0 0 {self.width} {self.height}" width="{self.width}" height="{self.height}"'
        letters = f'font-family="sans-serif" font-size="11" fill="{INK}"'
        title = self.scenario.name or self.scenario.id
        yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} {letters}>'
        yield f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>'
        yield _text(MARGIN, 22, title, 'font-size="15" font-weight="bold"')
        yield "<defs>" + "".join(self._cell(shift) for shift in self.scenario.shifts) + "</defs>"
        yield from self._weeks()
        for row, line in enumerate(self.roster.lines):
            yield from self._row(HEAD + row * CELL_HEIGHT, line)
        yield from self._legend()
        yield "</svg>"

    def _colours(self, shift: Shift) -> tuple[str, str]:
        return COLOURS["long" if self.scenario.is_long(shift) else shift.kind]

    def _cell(self, shift: Shift) -> str:
        fill, ink = self._colours(shift)
        letter = _text(5.5, 12, shift.code[:2], f'text-anchor="middle" font-size="10" fill="{ink}"')
        box = f'<rect width="{CELL_WIDTH - 1}" height="{CELL_HEIGHT - 2}" rx="2" fill="{fill}"/>'
        return f'<g id="{self._id(shift.code)}">{box}{letter}</g>'

    def _id(self, code: str) -> str:
        """The name of a shift's cell; codes may hold signs that no name may."""
        return f"s{list(self.scenario.shift_by_code).index(code)}"

    def _left(self, day: int) -> int:
        return MARGIN + LABEL_WIDTH + day * CELL_WIDTH + day // WEEK_DAYS * WEEK_GAP

    def _weeks(self) -> Iterator[str]:
        """The number of each week, and its weekend as a pale column."""
        for week in range(self.scenario.cycle.weeks):
            monday = week * WEEK_DAYS
            label = say("uke {week}", self.lang, week=week + 1)
            yield _text(self._left(monday), HEAD - 8, label, f'fill="{PALE}"')
            yield (
                f'<rect x="{self._left(monday + SATURDAY) - 1}" y="{HEAD - 3}" width="{2 * CELL_WIDTH + 1}" '
                f'height="{self.bottom - HEAD + 4}" fill="{WEEKEND}"/>'
            )

    def _row(self, top: int, line: Line) -> Iterator[str]:
        yield _text(MARGIN, top + 12, who(line.employee, self.scenario)[:26])
        for day, code in enumerate(line.days):
            if code in self.scenario.shift_by_code:
                yield f'<use href="#{self._id(code)}" x="{self._left(day)}" y="{top}"/>'
            elif code:
                yield _text(self._left(day), top + 12, code[:2], 'fill="#d00000" font-weight="bold"')
            elif day in line.f1:
                yield f'<circle cx="{self._left(day) + 5.5}" cy="{top + 7.5}" r="2" fill="{F1}"/>'
        points = line.position_basis_points
        if points is None:
            return
        for width, fill in ((BAR_WIDTH, WEEKEND), (BAR_WIDTH * points // FULL_BASIS_POINTS, BAR)):
            size = f'width="{width}" height="{CELL_HEIGHT - 2}"'
            yield f'<rect x="{self.bars}" y="{top}" {size} rx="2" fill="{fill}"/>'
        yield _text(self.bars + 4, top + 12, f"{number(percent(points), self.lang)} %", 'font-weight="bold"')

    def _legend(self) -> Iterator[str]:
        left, top = MARGIN, self.bottom + 10
        for shift in self.scenario.shifts:
            told = f"{shift.name or shift.code} {clock(shift.start)}-{clock(shift.end)}"
            yield f'<use href="#{self._id(shift.code)}" x="{left}" y="{top}"/>'
            yield _text(left + 17, top + 12, told)
            left += 40 + 7 * len(told)
        yield f'<circle cx="{left + 5.5}" cy="{top + 7.5}" r="2" fill="{F1}"/>'
        yield _text(left + 17, top + 12, say("ukefri (F1)", self.lang))


def _text(left: float, top: float, text: str, style: str = "") -> str:
    return f'<text x="{left}" y="{top}"{" " if style else ""}{style}>{escape(text)}</text>'


def picture(scenario: Scenario, roster: Roster, lang: str = "nb") -> str:
    """The roster as SVG text."""
    return "\n".join(Picture(scenario, roster, lang).parts()) + "\n"
