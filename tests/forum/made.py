"""Small cases: a week of day shifts of 20 % each, so that positions are counted in shifts and rosters can be listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from solver.domain.case import Case
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.tariff import employment_law, packaged_tariff
from solver.forum.review import Review, review
from solver.search.limits import Limits
from tests.builders import AGREEMENT, tuples

DAYS = ("mon", "wed", "fri", "sat")
SHIFT = {"code": "D", "start": "08:00", "end": "15:06", "paid_minutes": 426, "days": list(DAYS)}
STEP = 20
"""percent of full time that one shift comes to"""
COARSE = AGREEMENT | {"position_step": STEP, "hours_tolerance_percent": 1, "norm_ground": {}}


def person(name: str, size: int, wanted: int | None = None, **changes: Any) -> dict[str, Any]:
    return {
        "id": name, "competence": "skilled", "position": {"current": size, "wanted": wanted or size}
    } | changes  # fmt: skip


def unit(
    people: Sequence[Mapping[str, Any]], demand: Sequence[Mapping[str, Any]], **changes: Any
) -> Scenario:
    given = {
        "schema": "heltid.scenario/1",
        "id": "liten",
        "cycle": {"weeks": 1},
        "agreement": COARSE,
        "competences": ["assistant", "skilled", "college"],
        "shifts": [SHIFT],
        "demand": list(demand),
        "employees": list(people),
    }
    return Scenario.model_validate(tuples(given | changes))


def roster(lines: Mapping[str, str]) -> Roster:
    """`D.D...` by employee, a sign for each day; the size follows from the shifts."""
    rows = [
        {
            "employee": name,
            "position": STEP * text.count("D"),
            "days": ["" if one == "." else one for one in text],
        }
        for name, text in lines.items()
    ]
    return Roster.model_validate(tuples({"lines": rows}))


def case(
    units: Mapping[str, tuple[Scenario, Roster]],
    leaving: tuple[str, str, int],
    wants: Sequence[Mapping[str, Any]],
    **changes: Any,
) -> Case:
    """A case about `leaving`: the unit, the line and its size."""
    given = {
        "schema": "heltid.case/1",
        "id": "prove",
        "date": "2026-11-23",
        "units": [{"id": name, "scenario": one, "roster": today} for name, (one, today) in units.items()],
        "vacancy": {"unit": leaving[0], "line": leaving[1], "percent": leaving[2], "competence": "skilled"},
        "wants_more": list(wants),
        "hourly_wage": {"assistant": 200, "skilled": 220, "college": 260},
    }
    return Case.model_validate(tuples(given | changes))


def reviewed(asked: Case, work: float = 60.0) -> Review:
    """A review that neither clock nor threads decide."""
    limits = Limits(300.0, work)
    return review(asked, tariff=packaged_tariff("ks-tillegg-2023"), law=employment_law(), limits=limits)
