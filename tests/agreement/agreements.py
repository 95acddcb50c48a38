"""Agreements by chance: every level with what it may open, and limits narrower than that."""

from hypothesis import strategies as st

from tests.builders import Data

MOST: dict[str, Data] = {
    "main": {"shift": 540, "week": 2400, "average": (2400, 1), "row": 1},
    "individual": {"shift": 600, "week": 3000, "average": (2880, 8), "row": 3},
    "local": {"shift": 750, "week": 3240, "average": (2880, 8), "row": 3, "daily": 480, "weekly": 1680},
    "authority": {"shift": 780, "week": 5460, "average": (2880, 8), "row": 3},
    "central": {"shift": 900, "week": 10080, "average": (10080, 52), "row": 26, "daily": 0, "weekly": 0},
    "not_norwegian": {
        "shift": 1440,
        "week": 10080,
        "average": (10080, 52),
        "row": 26,
        "daily": 0,
        "weekly": 0,
    },
}
LEVELS = ("main", "individual", "local", "local", "local", "authority", "central", "not_norwegian")
ZONES = (["sat 18:00", "sun 22:00"], ["sat 15:00", "sun 23:30"], ["fri 21:00", "mon 06:00"])
NULLS = (
    "norm_ground", "max_shift_minutes", "max_week_minutes", "max_average_week_minutes", "min_daily_rest_minutes",
    "min_weekly_rest_minutes", "sunday", "hours_tolerance_percent", "long_shift_minutes",
)  # fmt: skip


@st.composite
def agreements(draw: st.DrawFn, tredelt: bool = True) -> Data:
    """The fields of one agreement, some left out; nulls and shorter rests where the level has them."""
    level = draw(st.sampled_from(LEVELS))
    most = MOST[level]
    fields: Data = {
        "full_time_weekly_minutes": draw(st.sampled_from([2130, 2130, 1500, 2250, 2400])),
        "norm": draw(st.sampled_from(["fixed", "fixed", "fixed", "tredelt"])) if tredelt else "fixed",
        "norm_ground": draw(norm_grounds()),
        "max_shift_minutes": draw(st.sampled_from([most["shift"], most["shift"], 540, 450])),
        "max_week_minutes": draw(st.sampled_from([most["week"], most["week"], 2400, 1800])),
        "max_average_week_minutes": draw(averages(*most["average"])),
        "min_daily_rest_minutes": draw(st.sampled_from([660, 660, 660, 900, 1500])),
        "min_weekly_rest_minutes": draw(st.sampled_from([2100, 2100, 2100, 2400])),
        "sunday": draw(sundays(level, most["row"])),
        "hours_tolerance_percent": draw(st.sampled_from([1.1, 10, 40, 40, 100])),
        "position_step": draw(st.sampled_from([1, 5, 12.5, 33.33])),
        "long_shift_minutes": draw(st.sampled_from([600, 600, 480])),
    } | draw(short_rests(most))
    gone = draw(st.sets(st.sampled_from(sorted(set(fields) - {"full_time_weekly_minutes"})), max_size=2))
    kept = {name: value for name, value in fields.items() if name not in gone}
    return {"id": "made", "level": level} | kept | (draw(nulls()) if level == "not_norwegian" else {})


def nulls() -> st.SearchStrategy[Data]:
    """No limit for some; without Sundays nothing is measured by them."""
    chosen = st.sets(st.sampled_from(NULLS), max_size=5)
    without = {"norm_ground": None, "norm": "fixed"}
    return chosen.map(lambda names: dict.fromkeys(sorted(names)) | (without if "sunday" in names else {}))


def norm_grounds() -> st.SearchStrategy[Data]:
    sundays, minutes = {"every_nth_sunday": 3}, {"evening_and_night_weekly_minutes": 83}
    return st.sampled_from([sundays | minutes, sundays, minutes])


def averages(minutes: int, weeks: int) -> st.SearchStrategy[Data]:
    amount = st.sampled_from([minutes, min(minutes, 2130), min(minutes, 1500)])
    return st.fixed_dictionaries({"minutes": amount, "weeks": st.integers(1, weeks)})


@st.composite
def sundays(draw: st.DrawFn, level: str, row: int) -> Data:
    rule = draw(st.sampled_from(["next_free", "averaged", "averaged"])) if level != "main" else "next_free"
    zone = draw(st.sampled_from([ZONES[0], *ZONES]))
    return {"zone": zone, "rule": rule, "max_in_a_row": draw(st.integers(1, min(row, 4)))}


@st.composite
def short_rests(draw: st.DrawFn, most: Data) -> Data:
    """Shorter rests, where the level opens for them; `max_per_week` left out is one."""
    found: Data = {}
    if "daily" in most and draw(st.booleans()):
        floor = draw(st.sampled_from([most["daily"], 480, 600]))
        count = draw(st.sampled_from([{}, {"max_per_week": 0}, {"max_per_week": 2}, {"max_per_week": 7}]))
        found["short_daily_rest"] = {"floor_minutes": floor} | count
    if "weekly" in most and draw(st.booleans()):
        found["short_weekly_rest"] = {"floor_minutes": draw(st.sampled_from([most["weekly"], 1680, 1900]))}
    return found
