"""The people of a made-up unit (`made_up`): as many lines as its weekends take, in positions that fill its hours."""

from __future__ import annotations

from random import Random

from benchmarks.running import Data

WEEKDAYS, WEEKEND = ["mon", "tue", "wed", "thu", "fri"], ["sat", "sun"]
FULL_WEEK_MINUTES = 2130


class People:
    """Draws the people of a unit from what it is like."""

    chance: Random
    weeks: int
    every: int
    night: int
    weekend_day: int
    weekend_evening: int
    is_long: bool
    shifts: list[Data]

    def hours(self) -> float:
        """Full-time equivalents that the demand takes."""
        raise NotImplementedError

    def people(self) -> list[Data]:
        """Day and evening lines, night lines, students and vacant lines."""
        in_weekend = self.weekend_day + self.weekend_evening
        if self.is_long:
            in_weekend = round(in_weekend * 0.8)
        heads = max(3, round(in_weekend * self.every * self.chance.uniform(1.0, 1.15)))
        night_lines = (
            0 if not self.night else max(2, round(self.night * self.every * self.chance.uniform(1.0, 1.3)))
        )
        hours = self.hours() - 7 * 555 * self.night / FULL_WEEK_MINUTES
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
