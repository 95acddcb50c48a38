"""The few numbers a roster is known by: sizes of positions, lines in use, full-time equivalents."""

from __future__ import annotations

from collections.abc import Sequence

from solver.continuity import continuity_measures
from solver.domain.employee import FULL_BASIS_POINTS
from solver.domain.roster import Continuity
from solver.domain.work import Sheet
from solver.goals.positions import positions
from solver.goals.registry import GOALS

LARGE_BASIS_POINTS = 8_000


def measures(sheet: Sheet, around: Sequence[Continuity] = ()) -> dict[str, float | int]:
    """The measures of contract section 2; only lines with a position over 0 are used.

    `average_position` is percent with one decimal; `fte` is the positions, `paid_fte` the paid minutes. Where residents
    have windows, also the two of `continuity_measures`.
    """
    used = [held for held in positions(sheet).values() if held > 0]
    paid = sum(line.paid_minutes / sheet.scenario.full_time_minutes_of(line.employee) for line in sheet.lines)
    return {
        "average_position": round(sum(used) / len(used) / 100, 1) if used else 0.0,
        "full_time": sum(held >= FULL_BASIS_POINTS for held in used),
        "positions_80_100": sum(held >= LARGE_BASIS_POINTS for held in used),
        "small_positions": GOALS["small_positions"].measure(sheet),
        "lines_used": len(used),
        "fte": sum(used) / FULL_BASIS_POINTS,
        "paid_fte": round(paid, 2),
    } | continuity_measures(around)
