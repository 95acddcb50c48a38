"""Made-up units of many shapes, each from a seed: what a scenario may look like, not what it does to Heltid.

A unit is drawn as one is staffed: the demand of a house, a ward or a home-care zone; a weekend arrangement; as many
lines as the weekends take; positions that fill the hours; then what people are like: students, own weekdays off, other
work, courses, pins, wishes, holidays, a trainee, night lines and tredelt. Nothing makes sure that a roster exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.running import Data
from solver.files.scenario import packaged_agreements

WEEKDAYS, WEEKEND = ["mon", "tue", "wed", "thu", "fri"], ["sat", "sun"]
FULL_WEEK_MINUTES = 2130
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


class _Unit:
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
        people = self._people()
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
            "budget_fte": round(self._hours() * self.chance.choice((1.02, 1.05, 1.1)), 2),
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

    def _hours(self) -> float:
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

    # -- those who work there ----------------------------------------------------------------------------------------

    def _people(self) -> list[Data]:
        """Day and evening lines, night lines, students and vacant lines."""
        in_weekend = self.weekend_day + self.weekend_evening
        if self.is_long:
            in_weekend = round(in_weekend * 0.8)
        heads = max(3, round(in_weekend * self.every * self.chance.uniform(1.0, 1.15)))
        night_lines = (
            0 if not self.night else max(2, round(self.night * self.every * self.chance.uniform(1.0, 1.3)))
        )
        hours = self._hours() - 7 * 555 * self.night / FULL_WEEK_MINUTES
        mean = min(1.0, hours / heads)
        people = [self._person(f"E{number + 1:02}", mean, heads) for number in range(heads)]
        mean = 7 * 555 * self.night / FULL_WEEK_MINUTES / max(night_lines, 1)
        people += [self._night(f"N{number + 1:02}", mean) for number in range(night_lines)]
        for number in range(self.chance.randint(0, 3)):
            people.append(self._vacant(f"V{number + 1:02}"))
        return people

    def _person(self, who: str, mean: float, heads: int) -> Data:
        chance = self.chance
        competence = chance.choices(("assistant", "skilled", "college"), (2, 5, 4))[0]
        now = min(100, max(20, 5 * round(20 * mean * chance.uniform(0.6, 1.2))))
        wanted = min(100, now + chance.choice((0, 0, 5, 10, 20, 40)))
        person: Data = {
            "id": who,
            "competence": competence,
            "position": {"current": now, "wanted": wanted},
            "max_weekends": -(-self.weeks // self.every),
            "long_shifts": self.is_long and chance.random() < 0.85,
        }
        if self.night and chance.random() < 0.6:
            person["shifts"] = [code["code"] for code in self.shifts if code["code"] != "N"]
        self._peculiar(person, heads)
        return person

    def _peculiar(self, person: Data, heads: int) -> None:
        """What makes a person's line differ from the others."""
        chance, weeks = self.chance, list(range(1, self.weeks + 1))
        drawn = chance.random()
        if drawn < 0.08:
            person["position"] = {"current": 20, "wanted": 20}
            person["unavailable"] = [{"days": ["mon", "tue", "wed", "thu"], "start": "07:00", "end": "15:30"}]
        elif drawn < 0.16:
            person["unavailable"] = [{"days": chance.sample(WEEKDAYS, 2)}]
            person["position"] = {"current": 50, "wanted": 60}
        elif drawn < 0.22:
            person["elsewhere"] = [{"days": [chance.choice(WEEKDAYS)], "start": "08:00", "end": "15:30"}]
            person["position"] = {"current": 50, "wanted": 80}
        elif drawn < 0.30 and self.weeks >= 8:
            first = chance.randint(1, self.weeks - 2)
            person["unavailable"] = [{"weeks": [first, first + 1]}]
        elif drawn < 0.36 and heads > 6:
            person |= {"max_weekends": 0, "shifts": ["D"], "weekly_minutes": 2250}
        if chance.random() < 0.2:
            week = chance.choice(weeks)
            person["pinned"] = [
                {"days": [chance.choice(WEEKDAYS)], "weeks": [week], "shift": chance.choice(("D", ""))}
            ]
        if chance.random() < 0.3:
            person["wishes"] = [{"days": [chance.choice(WEEKDAYS)], "shift": "", "weight": 2}]
        if chance.random() < 0.05:
            person["other_minutes"] = 60 * self.weeks
        if chance.random() < 0.03:
            person["counts_in_cover"] = False

    def _night(self, who: str, mean: float) -> Data:
        size = min(100, max(25, 5 * round(20 * mean)))
        person: Data = {
            "id": who,
            "competence": self.chance.choice(("skilled", "college")),
            "position": {"current": size, "wanted": min(100, size + self.chance.choice((0, 10, 20)))},
            "max_weekends": -(-self.weeks // self.every),
            "shifts": ["N"],
        }
        if self.chance.random() < 0.3 and self.every <= 3:
            person |= {"shifts": ["D", "A", "N"], "norm": "tredelt"}
        return person

    def _vacant(self, who: str) -> Data:
        competence = self.chance.choice(("skilled", "college"))
        line: Data = {
            "id": who,
            "vacant": True,
            "competence": competence,
            "max_weekends": -(-self.weeks // self.every),
        }
        return line | ({"long_shifts": True} if self.is_long else {})
