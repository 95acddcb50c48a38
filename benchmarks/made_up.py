"""Made-up units of many shapes, each from a seed: what a scenario may look like, not what it does to Heltid.

A unit is drawn as one is staffed: the demand of a house, a ward or a home-care zone; a weekend arrangement; as many
lines as the weekends take; positions that fill the hours; then what people are like: students, own weekdays off, other
work, courses, pins, wishes, holidays, a trainee, night lines and tredelt. Nothing makes sure that a roster exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.made_up_people import FULL_WEEK_MINUTES, WEEKDAYS, WEEKEND, People
from benchmarks.running import Data
from solver.files.scenario import packaged_agreements

CYCLES = (3, 4, 6, 6, 8, 10, 12, 12, 12, 18, 24, 26, 52)
LONGEST_DAYS = 8000
"""lines times days, at most: long cycles have few lines"""
ARRANGEMENTS = ("short", "short", "long", "long_and_short", "alternate")
NAMES = ("bofellesskap", "sykehjem", "hjemmetjeneste")


@dataclass(frozen=True)
class Kind:
    """How a kind of unit is staffed: day, evening and night on weekdays, and the part of it in weekends."""

    day: tuple[int, int]
    evening_part: float
    nights: tuple[int, int]
    weekend_part: tuple[float, float]


KINDS = {
    "bofellesskap": Kind((3, 7), 0.8, (1, 2), (0.8, 1.0)),
    "sykehjem": Kind((5, 12), 0.7, (1, 3), (0.6, 0.85)),
    "hjemmetjeneste": Kind((6, 16), 0.45, (0, 0), (0.4, 0.6)),
}


def unit(seed: int, lines: int | None = None, weeks: int | None = None) -> Data:
    """The unit of a seed, in the contract's fields; `lines` and `weeks` steer how large it becomes."""
    chance = Random(seed)
    return _Unit(chance, chance.choice(NAMES), weeks or chance.choice(CYCLES), lines).scenario(seed)


class _Unit(People):
    """The demand of a unit, its shifts and rules."""

    def __init__(self, chance: Random, name: str, weeks: int, lines: int | None) -> None:
        self.chance, self.name, self.weeks, kind = chance, name, weeks, KINDS[name]
        self.arrangement = chance.choice(ARRANGEMENTS)
        self.every = chance.choice((2, 3, 3, 3, 4)) if weeks % 3 else chance.choice((2, 3, 3, 3))
        self.day = chance.randint(*kind.day)
        if lines:
            self.day = max(2, round(lines * 0.27))
        most = max(2, round(LONGEST_DAYS / (7 * weeks) * 0.27))
        self.day = min(self.day, most)
        self.evening = max(1, round(self.day * kind.evening_part))
        self.night = chance.randint(*kind.nights)
        part = chance.uniform(*kind.weekend_part)
        self.weekend_day, self.weekend_evening = (
            max(1, round(self.day * part)),
            max(1, round(self.evening * part)),
        )
        self.is_long = self.arrangement in ("long", "long_and_short")
        self.shifts = self._shifts()

    def scenario(self, seed: int) -> Data:
        people = self.people()
        return {
            "schema": "heltid.scenario/1",
            "id": f"made-up-{seed}",
            "cycle": {"weeks": self.weeks, "rotation": "individual"},
            "agreement": self._agreement(),
            "competences": ["assistant", "skilled", "college"],
            "shifts": self.shifts,
            "demand": self._demand(),
            "employees": people,
            "rules": self._rules(),
            "small_position": self.chance.choice((50, 60, 65)),
            "budget_fte": round(self.hours() * self.chance.choice((1.02, 1.05, 1.1)), 2),
        }

    def _agreement(self) -> Data:
        """In fewer weeks as many minutes may lie between hours and position, or no shifts would fit some sizes."""
        name = self.chance.choice(("ks-turnus-local", "ks-turnus-local", "ks-turnus-local-8-28"))
        known = next(one for one in packaged_agreements() if one.id == name)
        raw: Data = known.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return raw | {"hours_tolerance_percent": round(1.1 * max(1, 15 / self.weeks), 2)}

    # -- what is to be staffed -------------------------------------------------------------------------------------

    def _shifts(self) -> list[Data]:
        shifts: list[Data] = [
            {"code": "D", "name": "Dag", "start": "07:30", "end": "15:00", "paid_minutes": 450},
            {"code": "A", "name": "Aften", "start": "15:00", "end": "22:30", "paid_minutes": 450},
        ]
        if self.is_long:
            shifts.append(
                {
                    "code": "L",
                    "name": "Lang",
                    "start": "10:00",
                    "end": "22:00",
                    "paid_minutes": 720,
                    "days": WEEKEND,
                }
            )
        if self.night:
            shifts.append(
                {
                    "code": "N",
                    "name": "Natt",
                    "start": "22:15",
                    "end": "07:30",
                    "paid_minutes": 555,
                    "kind": "night",
                }
            )
        if self.name == "hjemmetjeneste" or self.chance.random() < 0.3:
            shifts.append(
                {"code": "K", "name": "Kort", "start": "16:00", "end": "21:00", "paid_minutes": 300}
            )
        return shifts

    def _demand(self) -> list[Data]:
        wanted = {"wanted": self.day + 1} if self.chance.random() < 0.4 else {}
        rows: list[Data] = [
            {"days": WEEKDAYS, "start": "07:30", "end": "15:00", "min": self.day, "max": self.day + 3}
            | wanted,
            {
                "days": WEEKDAYS,
                "start": "15:00",
                "end": "21:00",
                "min": self.evening,
                "max": self.evening + 3,
            },
            {"days": WEEKDAYS, "start": "21:00", "end": "22:15", "min": max(1, self.evening // 2)},
            {"days": WEEKEND, "start": "10:00", "end": "15:00", "min": self.weekend_day},
            {
                "days": WEEKEND,
                "start": "07:30",
                "end": "10:00",
                "min": max(1, self.weekend_day // (1 + self.is_long)),
            },
            {"days": WEEKEND, "start": "15:00", "end": "21:00", "min": self.weekend_evening},
        ]
        if self.night:
            rows.append({"start": "22:30", "end": "07:30", "min": self.night, "max": self.night + 1})
        if self.day > 3:
            rows.append(
                {"days": WEEKDAYS, "start": "07:30", "end": "21:00", "min": 1, "competence": "college"}
            )
            rows.append(
                {"days": WEEKEND, "start": "10:00", "end": "21:00", "min": 1, "competence": "skilled"}
            )
        if self.weeks % 2 == 0 and self.chance.random() < 0.25:
            odd = list(range(1, self.weeks + 1, 2))
            rows.append(
                {"days": ["wed"], "weeks": odd, "start": "13:00", "end": "14:30", "min": self.day + 1}
            )
        return rows

    def hours(self) -> float:
        """Full-time equivalents that the demand takes."""
        week = 5 * 450 * (self.day + self.evening) + 7 * 555 * self.night
        return (week + 2 * 450 * (self.weekend_day + self.weekend_evening)) / FULL_WEEK_MINUTES

    def _rules(self) -> Data:
        shapes = {"long": "both_or_long", "long_and_short": "long_and_short"}
        rules: Data = {"max_consecutive_days": self.chance.choice((5, 5, 6)), "max_consecutive_nights": 4}
        if self.chance.random() < 0.7 and self.weeks >= self.every:
            rules["min_weeks_between_weekends"] = (
                self.every if self.chance.random() < 0.5 else max(1, self.every - 1)
            )
        if self.arrangement in shapes and self.chance.random() < 0.7:
            rules["weekend_shape"] = shapes[self.arrangement]
        if self.chance.random() < 0.3:
            rules["forbidden_sequences"] = [["N", "", "D"]] if self.night else [["A", "D"]]
        if self.chance.random() < 0.3:
            rules["free_weekend"] = {"from": "fri 22:45", "until": "mon 06:00"}
        return rules
