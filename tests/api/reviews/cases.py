"""A case of two units, so small that it is solved to the end in a moment: L leaves 40 %, A and P want more."""

from __future__ import annotations

from functools import cache
from typing import Any

import solver
from api.jobs import child
from tests.forum.made import case, person, roster, unit

EVERY_DAY = [{"days": ["mon", "wed", "fri", "sat"], "start": "08:00", "end": "15:06", "min": 2, "max": 3}]
WEDNESDAY = [{"days": ["wed"], "start": "08:00", "end": "15:06", "min": 1}]
EMPLOYEE, RESIDENT, DISMISSED = "Ansatt Zwxqmerket", "Beboer Zwxqmerket", "Oppsagt Zwxqmerket"
WINDOW = {"name": "dag", "days": ["mon"], "start": "08:00", "end": "15:00"}
PRIORITY = {"id": "P9", "name": DISMISSED, "competence": "skilled", "dismissed": "2026-08-01",
            "notice_ends": "2026-10-01", "months_employed": 24, "wanted": 60}  # fmt: skip


def two_homes(**changes: Any) -> dict[str, Any]:
    """The case in its fields, with names of an employee and a resident in each unit and of one with priority."""
    here = unit(
        [person("A", 40, 80) | {"name": f"{EMPLOYEE} A"}, person("B", 40), person("C", 40), person("L", 40)],
        EVERY_DAY,
        residents=[{"id": "R1", "name": RESIDENT, "windows": [WINDOW]}],
    )
    there = unit([person("P", 40, 80) | {"name": f"{EMPLOYEE} P"}, person("Q", 40)], WEDNESDAY)
    made = case(
        {
            "hjem": (here, roster({"A": "..D.D..", "B": "D.D....", "C": "....DD.", "L": "D....D."})),
            "borte": (there, roster({"P": "..D.D..", "Q": "D.D...."})),
        },
        ("hjem", "L", 40),
        [
            {"unit": "hjem", "employee": "A", "wanted": 80},
            {"unit": "borte", "employee": "P", "wanted": 80, "also": [{"unit": "hjem"}]},
        ],
        priority=[PRIORITY],
    )
    return solver.data(made) | changes


@cache
def solved() -> dict[str, Any]:
    """What the case comes to, as a worker keeps it."""
    return child.review(question(), lambda event, **told: None, lambda: False)


def question(**more: Any) -> dict[str, Any]:
    return {"kind": "review", "case": two_homes(), "seconds": 300.0, "workers": 1, "seed": 1} | more
