"""A small unit that takes a moment to plan and gets better while it is planned."""

from __future__ import annotations

from typing import Any

EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def scenario(people: int = 8, weeks: int = 4, **more: Any) -> dict[str, Any]:
    """Days and evenings for so many people; nobody can be happy with all of it."""
    return {
        "schema": "heltid.scenario/1",
        "id": "liten",
        "cycle": {"weeks": weeks},
        "agreement": "ks-turnus-local",
        "shifts": [
            {"code": "D", "start": "07:30", "end": "15:00", "paid_minutes": 450},
            {"code": "A", "start": "15:00", "end": "22:30", "paid_minutes": 450},
        ],
        "demand": [
            {"days": EVERY_DAY, "start": "07:30", "end": "15:00", "min": 2, "max": 4},
            {"days": EVERY_DAY, "start": "15:00", "end": "22:30", "min": 1, "max": 3},
        ],
        "employees": [
            {
                "id": f"E{number:02d}",
                "position": {"current": 50, "wanted": 100},
                "wishes": [{"days": ["fri"], "shift": "A", "want": False}],
            }
            for number in range(1, people + 1)
        ],
    } | more
