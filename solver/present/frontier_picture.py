"""Arrangements as one picture (SVG): average positions as bars, what is proven beyond them, and hours nobody covers.

It stands alone: no scripts, no fonts and nothing fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from solver.comparison.frontier import Point
from solver.domain.scenario import Scenario
from solver.present.frontier import settings_words
from solver.present.text import hours, number
from solver.present.words import say

LABEL, BAR, ROW, MARGIN, HEAD, TELLING = 230, 400, 34, 14, 64, 330
INK, PALE, GRID, FULL, DOMINATED = "#1f2933", "#616e7c", "#eef1f4", "#7b9e3e", "#b8c4a0"
PERCENT = 100


def frontier_picture(points: Sequence[Point], scenario: Scenario, lang: str = "nb") -> str:
    """The arrangements as SVG text; bars in percent of full time."""
    return "\n".join(_parts(points, scenario, lang)) + "\n"


def _parts(points: Sequence[Point], scenario: Scenario, lang: str) -> Iterator[str]:
    width, height = 2 * MARGIN + LABEL + BAR + TELLING, HEAD + ROW * len(points) + 30
    title = scenario.name or scenario.id
    letters = f'font-family="sans-serif" font-size="12" fill="{INK}"'
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} {letters}>'
    yield f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>'
    yield _text(MARGIN, 24, title, 'font-size="15" font-weight="bold"')
    for percent in range(0, PERCENT + 1, 20):
        left = _left(percent)
        yield f'<line x1="{left}" y1="{HEAD - 8}" x2="{left}" y2="{height - 26}" stroke="{GRID}"/>'
        yield _text(left, HEAD - 14, f"{percent} %", f'text-anchor="middle" fill="{PALE}"')
    for place, point in enumerate(points):
        yield from _row(HEAD + place * ROW, point, lang)
    legend = say(
        "Stolpe: gjennomsnittlig stilling. Strek: høyst mulig, bevist. Blek: slått av en annen ordning.", lang
    )
    yield _text(MARGIN, height - 8, legend, f'fill="{PALE}"')
    yield "</svg>"


def _left(percent: float) -> int:
    return MARGIN + LABEL + round(BAR * percent / PERCENT)


def _row(top: int, point: Point, lang: str) -> Iterator[str]:
    yield _text(MARGIN, top + 16, settings_words(point.arrangement.settings, lang))
    if point.uncovered is None:
        told = "umulig" if point.roster.status == "infeasible" else "ikke funnet ut"
        yield _text(_left(2), top + 16, say(told, lang), f'fill="{PALE}"')
        return
    measured = point.roster.measures
    average = measured["average_position"]
    fill = DOMINATED if point.dominated_by else FULL
    yield f'<rect x="{_left(0)}" y="{top}" width="{_left(average) - _left(0)}" height="{ROW - 12}" fill="{fill}"/>'
    yield _text(_left(0) + 6, top + 16, f"{number(average, lang)} %", 'font-weight="bold"')
    if point.position_bound is not None:
        left = _left(point.position_bound)
        yield f'<line x1="{left}" y1="{top - 2}" x2="{left}" y2="{top + ROW - 10}" stroke="{INK}" stroke-width="2"/>'
    message = "{full} hele av {lines}, {weekends} helger i året, udekket {hours}"
    told = say(
        message,
        lang,
        full=number(measured["full_time"], lang),
        lines=number(measured["lines_used"], lang),
        weekends=number(point.weekends_a_year or 0, lang),
        hours=hours(point.uncovered),
    )
    yield _text(_left(PERCENT) + 12, top + 16, told)


def _text(left: float, top: float, text: str, style: str = "") -> str:
    return f'<text x="{left}" y="{top}"{" " if style else ""}{style}>{escape(text)}</text>'
