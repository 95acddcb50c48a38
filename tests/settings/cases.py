"""For every field a value that changes something, and what it changes."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.builders import Data
from tests.settings.effects import GONE


class Case(NamedTuple):
    """`value` at the field changes exactly these effects (see `effects.py`).

    `at` says where in the unit; left out, the first of each list. `given` is changed before, where the field means
    something only then.
    """

    value: Any
    effects: str
    at: str = ""
    given: Data | None = None


BINDS = "model audit"
"""a rule or a goal: the model plans with it and the audit counts it"""
TOLD = "model audit report"
FREE_WEEKEND = {"from": "fri 18:00", "until": "mon 08:00"}
TREDELT = {"employees[0].norm": "tredelt"}
EARNED = TREDELT | {"agreement.tredelt.base_weekly_minutes": 2560}
"""so long a week that what the line earns leads between the floor and the ceiling"""
SOURCE = "agreement.sources.max_shift_minutes"

UNIT: dict[str, Case] = {
    "schema": Case("heltid.scenario/2", "fault"),
    "id": Case("other", "report", given={"name": GONE}),
    "name": Case("Other", "report"),
    "cycle.weeks": Case(4, TOLD),
    "cycle.rotation": Case("none", BINDS),
    "cycle.start": Case("2027-01-05", "fault"),
    "competences": Case(["college", "assistant", "skilled"], BINDS),
    "goals[].id": Case("changes", BINDS, at="goals[7]"),
    "goals[].slack": Case(2, "model", at="goals[3].slack"),
    "goals[].weight": Case(2, "fault", at="goals[3].weight"),
    "goals[][].id": Case("changes", BINDS, at="goals[6][0].id"),
    "goals[][].slack": Case(2, "fault", at="goals[6][0].slack"),
    "goals[][].weight": Case(3, "model", at="goals[6][0].weight"),
    "small_position": Case({"college": 50, "default": 65}, BINDS),
    "budget_fte": Case(1.4, BINDS),
}
AGREEMENT: dict[str, Case] = {
    "level": Case("individual", "fault"),
    "valid_from": Case("2027-02-01", "fault"),
    "valid_to": Case("2026-12-01", "fault"),
    "sources{}.paragraph": Case(
        "x", "audit", at=f"{SOURCE}.paragraph", given={"agreement.max_shift_minutes": 600}
    ),
    "full_time_weekly_minutes": Case(2250, TOLD),
    "norm": Case("tredelt", BINDS),
    "norm_ground.every_nth_sunday": Case(
        2, "audit", given={"agreement.norm_ground.evening_and_night_weekly_minutes": 900}
    ),
    "norm_ground.evening_and_night_weekly_minutes": Case(900, "audit"),
    "norm_ground_window.from": Case("22:00", "audit"),
    "norm_ground_window.until": Case("20:30", "audit"),
    "tredelt.base_weekly_minutes": Case(2550, TOLD, given=EARNED),
    "tredelt.floor_weekly_minutes": Case(2100, TOLD, given=TREDELT),
    "tredelt.ceiling_weekly_minutes": Case(2020, TOLD, given=EARNED),
    "tredelt.night.from": Case("20:00", TOLD, given=EARNED),
    "tredelt.night.until": Case("07:00", TOLD, given=EARNED),
    "tredelt.night_credit_sixtieths": Case(10, TOLD, given=EARNED),
    "tredelt.sunday_credit_sixtieths": Case(5, TOLD, given=EARNED),
    "max_shift_minutes": Case(500, BINDS),
    "max_week_minutes": Case(2400, BINDS),
    "max_average_week_minutes.minutes": Case(2000, BINDS),
    "max_average_week_minutes.weeks": Case(4, BINDS),
    "min_daily_rest_minutes": Case(1000, BINDS),
    "short_daily_rest.floor_minutes": Case(600, BINDS),
    "short_daily_rest.max_per_week": Case(0, BINDS),
    "min_weekly_rest_minutes": Case(2400, BINDS, given={"agreement.short_weekly_rest": GONE}),
    "short_weekly_rest.floor_minutes": Case(2000, BINDS),
    "sunday.zone": Case(["fri 06:00", "sun 22:00"], BINDS, given={"agreement.sunday.max_in_a_row": 1}),
    "sunday.rule": Case("next_free", BINDS),
    "sunday.max_in_a_row": Case(1, BINDS),
    "hours_tolerance_percent": Case(3, BINDS),
    "position_step": Case(7, BINDS),
    "long_shift_minutes": Case(720, BINDS),
}
SHIFTS: dict[str, Case] = {
    "code": Case("X", "fault"),
    "name": Case("Other", "report"),
    "start": Case("08:00", TOLD),
    "end": Case("16:00", TOLD),
    "paid_minutes": Case(400, TOLD),
    "working_minutes": Case(400, BINDS),
    "kind": Case("night", BINDS),
    "days": Case(["mon", "tue"], BINDS),
}
DEMAND: dict[str, Case] = {
    "days": Case(["mon"], BINDS),
    "weeks": Case([1], BINDS),
    "start": Case("08:00", BINDS),
    "end": Case("16:00", BINDS),
    "min": Case(2, BINDS),
    "wanted": Case(1, BINDS),
    "max": Case(3, BINDS),
    "competence": Case("college", BINDS, at="demand[1].competence"),
    "skill": Case("driving", BINDS, at="demand[2].skill"),
    "group": Case("team-2", BINDS, at="demand[3].group"),
    "shifts": Case(["L"], BINDS, at="demand[1].shifts"),
}
EMPLOYEES: dict[str, Case] = {
    "id": Case("E9", "fault"),
    "name": Case("Eva", "report"),
    "vacant": Case(True, TOLD, given={"residents": []}),
    "competence": Case("assistant", TOLD, given={"residents": []}),
    "skills": Case([], BINDS),
    "groups": Case([], BINDS),
    "position.current": Case(50, "report"),
    "position.wanted": Case(85, TOLD),
    "position.min": Case(65, BINDS),
    "position.max": Case(55, BINDS),
    "max_weekends": Case(1, BINDS),
    "min_weekends": Case(1, BINDS, at="employees[1].min_weekends"),
    "long_shifts": Case(True, BINDS),
    "shifts": Case(["D", "A"], BINDS),
    "unavailable[].days": Case(["mon"], BINDS),
    "unavailable[].weeks": Case([2], BINDS),
    "unavailable[].start": Case("22:40", BINDS),
    "unavailable[].end": Case("15:30", BINDS),
    "elsewhere[].days": Case(["fri"], BINDS),
    "elsewhere[].weeks": Case([2], BINDS),
    "elsewhere[].start": Case("07:00", BINDS),
    "elsewhere[].end": Case("15:00", BINDS),
    "pinned[].days": Case(["thu"], BINDS),
    "pinned[].weeks": Case([2], BINDS),
    "pinned[].shift": Case("N", BINDS),
    "wishes[].days": Case(["sat"], BINDS),
    "wishes[].weeks": Case([1], BINDS),
    "wishes[].shift": Case("A", BINDS),
    "wishes[].want": Case(True, BINDS),
    "wishes[].weight": Case(5, BINDS),
    "other_minutes": Case(100, TOLD),
    "counts_in_cover": Case(False, BINDS),
    "weekly_minutes": Case(2000, TOLD),
    "norm": Case("tredelt", TOLD),
    "before": Case(["A"], BINDS, given={"cycle.rotation": "none"}),
}
RULES: dict[str, Case] = {
    "max_consecutive_days": Case(4, BINDS),
    "min_consecutive_days": Case(3, BINDS, at="employees[1]"),
    "min_consecutive_days_off": Case(3, BINDS),
    "max_consecutive_days_off": Case(3, BINDS, at="employees[1]"),
    "min_consecutive_shifts": Case({"A": 3}, BINDS),
    "max_consecutive_shifts": Case({"D": 3}, BINDS),
    "max_consecutive_nights": Case(1, BINDS),
    "min_weeks_between_weekends": Case(3, BINDS),
    "weekend_shape": Case("one_long", BINDS),
    "free_weekend.from": Case("fri 06:00", BINDS, at="employees[2]"),
    "free_weekend.until": Case("mon 07:00", BINDS, at="employees[2]"),
    "forbidden_sequences": Case([["D", "D"]], BINDS),
    "max_shifts": Case({"D": 3}, BINDS),
    "min_shifts": Case({"N": 4}, BINDS),
    "max_minutes": Case(2000, BINDS),
    "min_minutes": Case(6900, BINDS, at="employees[1]"),
}
"""the unit's; one line's own (the first's, unless `at` says whose) change the same"""


RESIDENTS: dict[str, Case] = {
    "id": Case("R3", TOLD),
    "name": Case("Other", "report"),
    "contacts.primary": Case("skilled", "model", given={"residents[0].fixed": {}}),
    "contacts.secondary": Case("college", BINDS, given={"residents[0].fixed": {}}),
    "contacts.team": Case(3, BINDS, at="residents[1].contacts.team"),
    "windows[].days": Case(["sat"], TOLD),
    "windows[].weeks": Case([2], TOLD),
    "windows[].start": Case("00:00", TOLD),
    "windows[].end": Case("08:00", TOLD),
    "fixed.primary": Case("E3", BINDS, given={"residents[0].contacts.primary": "skilled"}),
    "fixed.secondary": Case("E3", BINDS),
    "fixed.team": Case([], "model"),
}


def _own(name: str, case: Case) -> Case:
    line = f"{case.at or 'employees[0]'}.rules"
    given = {f"{line}.free_weekend": FREE_WEEKEND} if "." in name else {}
    return case._replace(at=f"{line}.{name}", given=given)


CASES: dict[str, Case] = (
    UNIT
    | {f"agreement.{name}": case for name, case in AGREEMENT.items()}
    | {f"shifts[].{name}": case for name, case in SHIFTS.items()}
    | {f"demand[].{name}": case for name, case in DEMAND.items()}
    | {f"employees[].{name}": case for name, case in EMPLOYEES.items()}
    | {f"residents[].{name}": case for name, case in RESIDENTS.items()}
    | {f"contact_limits.{role}": Case(1, BINDS) for role in ("primary", "secondary", "team")}
    | {f"rules.{name}": case._replace(at="") for name, case in RULES.items()}
    | {f"employees[].rules.{name}": _own(name, case) for name, case in RULES.items()}
)

DESCRIPTIVE = {
    "agreement.id": "the name by which a scenario asks for it",
    "agreement.name": "for whoever reads the agreement",
    "agreement.sources{}.link": "for whoever reads the agreement; a finding names the paragraph",
    "agreement.sources{}.text": "for whoever reads the agreement; a finding names the paragraph",
    "residents[].windows[].name": "for whoever reads the scenario",
    "agreement.sources{}.status": "for whoever reads the agreement: read, or only in a secondary source",
}
"""fields that change nothing that is planned, found or told, and why"""
OTHERWISE: Data = {
    "agreement.id": "other",
    "agreement.name": "Other",
    "agreement.sources{}.link": "other",
    "agreement.sources{}.text": "other",
    "agreement.sources{}.status": "secondary",
    "residents[].windows[].name": "other",
}
"""another value for each of those fields"""
