"""What the contract says of every field that is left out."""

from copy import deepcopy
from typing import Any

from .clock import DAYS, Data, exact, length, night_minutes, span

MAIN_RULE: Data = {
    "level": "main",
    "full_time_weekly_minutes": 2400,
    "norm": "fixed",
    "norm_ground": {"every_nth_sunday": 3},
    "max_shift_minutes": 540,
    "max_week_minutes": 2400,
    "max_average_week_minutes": {"minutes": 2400, "weeks": 1},
    "min_daily_rest_minutes": 660,
    "short_daily_rest": None,
    "min_weekly_rest_minutes": 2100,
    "short_weekly_rest": None,
    "sunday": {"zone": ["sat 18:00", "sun 22:00"], "rule": "next_free", "max_in_a_row": 3},
    "hours_tolerance_percent": 1.1,
    "position_step": 1,
    "long_shift_minutes": 600,
}
GOALS = [
    "cover", "unwanted_part_time", "small_positions", "part_time", "contact_gaps", "team_gaps",
    "weekend_balance", "wishes", "strain",
]  # fmt: skip
RULES: Data = {
    "max_consecutive_days": None,
    "min_consecutive_days": 1,
    "min_consecutive_days_off": 1,
    "max_consecutive_days_off": None,
    "min_consecutive_shifts": {},
    "max_consecutive_shifts": {},
    "max_consecutive_nights": None,
    "min_weeks_between_weekends": None,
    "weekend_shape": "any",
    "free_weekend": None,
    "forbidden_sequences": [],
    "max_shifts": {},
    "min_shifts": {},
    "max_minutes": None,
    "min_minutes": None,
}


def with_defaults(scenario: Data) -> Data:
    """A copy of the scenario in which every field the oracle reads is present."""
    full = deepcopy(scenario)
    if not isinstance(full.get("agreement", {}), dict):
        raise ValueError("agreement: the oracle wants it inline")
    _fill(full["cycle"], {"rotation": "individual", "start": None})
    _fill(full, {"agreement": {}, "competences": [], "shifts": [], "demand": [], "employees": []})
    _fill(full, {"rules": {}, "goals": list(GOALS), "small_position": 65, "budget_fte": None})
    _fill(full, {"residents": [], "contact_limits": {}})
    _agreement(full["agreement"])
    _fill(full["rules"], RULES)
    for shift in full["shifts"]:
        _shift(shift, full["agreement"])
    for row in full["demand"]:
        _fill(row, {"start": "00:00", "end": "00:00", "min": 0, "wanted": None, "max": None})
        _fill(row, {"competence": None, "skill": None, "group": None, "shifts": None})
        _window(row, full)
    for person in full["employees"]:
        _employee(person, full)
    for resident in full["residents"]:
        _fill(resident, {"contacts": {}, "fixed": {}, "windows": []})
        for window in resident["windows"]:
            _window(window, full)
    return full


def _fill(target: Data, defaults: Data) -> None:
    for name, value in defaults.items():
        target.setdefault(name, deepcopy(value))


def _window(window: Data, full: Data) -> None:
    _fill(window, {"days": list(DAYS), "weeks": list(range(1, full["cycle"]["weeks"] + 1))})


def _agreement(agreement: Data) -> None:
    """Null stays null (no limit); a field left out is the main rule, inside `sunday` too."""
    averaged = isinstance(agreement.get("max_average_week_minutes"), dict)
    _fill(agreement, MAIN_RULE)
    if agreement["sunday"] is not None:
        _fill(agreement["sunday"], MAIN_RULE["sunday"])
    if averaged:
        _fill(agreement["max_average_week_minutes"], {"minutes": 2400, "weeks": 1})
    if agreement["short_daily_rest"] is not None:
        _fill(agreement["short_daily_rest"], {"floor_minutes": 480, "max_per_week": 1})
    if agreement["short_weekly_rest"] is not None:
        _fill(agreement["short_weekly_rest"], {"floor_minutes": 1680})


def _shift(shift: Data, agreement: Data) -> None:
    _fill(shift, {"name": shift["code"], "days": list(DAYS), "paid_minutes": length(shift)})
    _fill(shift, {"working_minutes": shift["paid_minutes"], "kind": kind_of(shift)})
    limit = agreement["long_shift_minutes"]
    shift["long"] = limit is not None and length(shift) > limit


def kind_of(shift: Data) -> str:
    """Night, evening or day by the clock."""
    start, end = span(shift)
    if night_minutes(start, end) > 180:
        return "night"
    return "evening" if end > 20 * 60 else "day"


def _employee(person: Data, full: Data) -> None:
    agreement: Data = full["agreement"]
    lists: Any = {name: [] for name in ("skills", "groups", "unavailable", "elsewhere", "pinned")}
    _fill(person, {**lists, "wishes": [], "before": [], "rules": {}, "name": person["id"]})
    _fill(person, {"vacant": False, "long_shifts": False, "counts_in_cover": True})
    _fill(person, {"max_weekends": None, "min_weekends": None, "other_minutes": 0})
    _fill(person, {"shifts": [shift["code"] for shift in full["shifts"]]})
    _fill(person, {"competence": None})
    _fill(person, {"weekly_minutes": agreement["full_time_weekly_minutes"]})
    _fill(person, {"norm": agreement["norm"], "position": {}})
    _position(person["position"], person["vacant"])
    for name in ("unavailable", "elsewhere", "pinned", "wishes"):
        for window in person[name]:
            _window(window, full)
    for wish in person["wishes"]:
        _fill(wish, {"shift": None, "want": True, "weight": 1})


def _position(position: Data, vacant: bool) -> None:
    if vacant:
        _fill(position, {"current": 0, "min": 0, "max": 100})
    _fill(position, {"current": position.get("wanted", position.get("max", 100))})
    _fill(position, {"wanted": position["current"]})
    both = (position["current"], position["wanted"])
    _fill(position, {"min": min(both, key=exact), "max": max(both, key=exact)})
