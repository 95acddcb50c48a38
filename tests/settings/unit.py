"""A unit in which every setting matters, and a roster of it that breaks every rule somewhere."""

from copy import deepcopy

from tests.builders import AGREEMENT, SHIFTS, Data, codes

EVENING = {"days": ["tue"], "weeks": [1], "start": "15:00", "end": "23:00"}
UNIT: Data = {
    "schema": "heltid.scenario/1",
    "id": "unit",
    "name": "Unit",
    "cycle": {"weeks": 3, "rotation": "individual", "start": "2027-01-04"},
    "agreement": deepcopy(AGREEMENT)
    | {
        "name": "Agreement",
        "valid_from": "2026-01-01",
        "valid_to": "2028-01-01",
        "max_average_week_minutes": {"minutes": 2400, "weeks": 8},
        "sources": {"max_shift_minutes": {"paragraph": "a", "link": "b", "text": "c", "status": "read"}},
    },
    "competences": ["assistant", "skilled", "college"],
    "shifts": [shift | {"name": shift["code"]} for shift in deepcopy(SHIFTS)],
    "demand": [
        {"days": ["mon", "tue"], "weeks": [1, 2], "start": "07:30", "end": "15:00", "min": 1, "wanted": 2, "max": 2},
        {"start": "15:00", "end": "22:30", "min": 1, "competence": "skilled"},
        {"days": ["sun"], "start": "10:00", "end": "20:00", "min": 1, "skill": "medication"},
        {"days": ["wed"], "start": "08:00", "end": "20:00", "min": 1, "group": "team-1"},
    ],
    "employees": [
        {
            "id": "E1",
            "name": "Ada",
            "vacant": False,
            "competence": "college",
            "skills": ["medication"],
            "groups": ["team-1"],
            "position": {"current": 60, "wanted": 80, "min": 50, "max": 90},
            "max_weekends": 2,
            "min_weekends": 1,
            "long_shifts": False,
            "shifts": ["D", "A", "L", "N"],
            "unavailable": [EVENING],
            "elsewhere": [{"days": ["mon"], "weeks": [1], "start": "08:00", "end": "15:30"}],
            "pinned": [{"days": ["wed"], "weeks": [1], "shift": "A"}],
            "wishes": [{"days": ["fri"], "weeks": [2], "shift": "D", "want": False, "weight": 2}],
            "other_minutes": 300,
            "counts_in_cover": True,
            "weekly_minutes": 2130,
            "norm": "fixed",
        },
        {"id": "E2", "competence": "skilled", "position": {"current": 100}, "skills": ["medication", "driving"]},
        {"id": "E3", "competence": "skilled", "position": {"current": 60}, "groups": ["team-1", "team-2"]},
        {"id": "V1", "vacant": True, "competence": "skilled"},
    ],
    "residents": [
        {
            "id": "R1",
            "name": "Stian",
            "contacts": {"primary": "college", "secondary": "skilled", "team": 3},
            "windows": [{"name": "a", "days": ["mon"], "weeks": [1], "start": "15:00", "end": "22:00"}],
            "fixed": {"primary": "E1", "secondary": "E2", "team": ["E3"]},
        },
        {"id": "R2", "windows": [{"start": "15:00", "end": "22:00"}]},
    ],
    "contact_limits": {"primary": 2, "secondary": 3, "team": 6},
    "rules": {
        "max_consecutive_days": 3,
        "min_consecutive_days": 2,
        "min_consecutive_days_off": 2,
        "max_consecutive_days_off": 5,
        "min_consecutive_shifts": {"A": 2},
        "max_consecutive_shifts": {"D": 4},
        "max_consecutive_nights": 2,
        "min_weeks_between_weekends": 2,
        "weekend_shape": "both",
        "free_weekend": {"from": "fri 18:00", "until": "mon 08:00"},
        "forbidden_sequences": [["A", "D"]],
        "max_shifts": {"D": 4},
        "min_shifts": {"N": 1},
        "max_minutes": 7000,
        "min_minutes": 1000,
    },
    "goals": [
        "cover", "below_wanted", "surplus", {"id": "unwanted_part_time", "slack": 1}, "small_positions", "part_time",
        [{"id": "wishes", "weight": 2}, {"id": "strain", "weight": 1}], "lines_used", "contact_gaps", "team_gaps",
        "weekend_balance", "weekend_hours_balance", "evening_balance", "night_balance",
    ],
    "small_position": 65,
    "budget_fte": 1.5,
}  # fmt: skip
LINES = {
    "E1": (60, "A A D N N N L | D D D D D L L | D A D A D . L"),
    "E2": (100, "D . D . A . . | D . D . . . . | N N N . . . ."),
    "E3": (30, "D D A A A . . | D . . . A . . | D D . . . . ."),
    "V1": (0, ""),
}
ROSTER: Data = {
    "schema": "heltid.roster/1",
    "lines": [
        {"employee": name, "position": size, "days": codes(text, 21)} for name, (size, text) in LINES.items()
    ],
    "contacts": [
        {"resident": "R1", "primary": "E1", "secondary": "E2", "team": ["E1", "E2", "E3"]},
        {"resident": "R2", "primary": "E1", "secondary": "E2"},
    ],
}
