"""Who is on shift, minute by minute."""

from collections.abc import Iterator

from .clock import DAY, DAYS, Data, span, time_text, window_days
from .findings import breach
from .lines import Line, Unit

Count = list[int]


class Presence:
    """People on shift at each minute of the cycle and the night after it, for each row's demand."""

    def __init__(self, unit: Unit, lines: list[Line]) -> None:
        self.unit, self.lines = unit, lines
        self._counts: dict[tuple[object, ...], Count] = {}

    def of(self, row: Data) -> Count:
        """How many who meet this row's demand are on shift at each minute."""
        key = (row["competence"], row["skill"], row["group"], tuple(row["shifts"] or ()))
        if key not in self._counts:
            self._counts[key] = self._count(row)
        return self._counts[key]

    def _count(self, row: Data) -> Count:
        count = [0] * ((self.unit.length + 1) * DAY)
        for line in self.lines:
            for period in line.own if self.meets(line, row) else ():
                counts = row["shifts"] is None or period.code in row["shifts"]
                for minute in range(max(0, period.start), min(len(count), period.end)) if counts else ():
                    count[minute] += 1
        return count

    def meets(self, line: Line, row: Data) -> bool:
        """Does this person count in the row?"""
        ranks: list[str] = self.unit.scenario["competences"]
        asked, own = row["competence"], line.who["competence"]
        return bool(
            line.who["counts_in_cover"]
            and (asked is None or (own is not None and ranks.index(own) >= ranks.index(asked)))
            and (row["skill"] is None or row["skill"] in line.who["skills"])
            and (row["group"] is None or row["group"] in line.who["groups"])
        )

    def windows(self, row: Data) -> Iterator[tuple[int, range]]:
        """(day, minutes) of each window of a row in the cycle."""
        start, end = span(row)
        for day in window_days(row, self.unit.weeks):
            yield day, range(day * DAY + start, day * DAY + end)


def demand_max(unit: Unit, lines: list[Line]) -> Iterator[Data]:
    """Never more people than a row's most; one finding for each window."""
    presence = Presence(unit, lines)
    for index, row in enumerate(unit.scenario["demand"]):
        for day, window in presence.windows(row) if row["max"] is not None else ():
            most = max(presence.of(row)[minute] for minute in window)
            if most > row["max"]:
                yield breach("demand_max", most, row["max"], "people", at=(unit, day)) | {"row": index}


def find_holes(presence: Presence) -> Iterator[Data]:
    """Stretches of a window in which the same number of people is missing."""
    for index, row in enumerate(presence.unit.scenario["demand"]):
        count = presence.of(row)
        for day, window in presence.windows(row):
            hole: Data | None = None
            for minute in window:
                missing = max(0, row["min"] - count[minute])
                if hole is not None and hole["missing"] != missing:
                    yield hole | {"end": time_text(minute)}
                    hole = None
                if hole is None and missing:
                    hole = {"row": index, "week": day // 7 + 1, "day": DAYS[day % 7],
                            "start": time_text(minute), "end": "", "missing": missing}  # fmt: skip
            if hole is not None:
                yield hole | {"end": time_text(window.stop)}


def cover_goals(presence: Presence) -> dict[str, int]:
    """cover, below_wanted and surplus in person-minutes."""
    values = {"cover": 0, "below_wanted": 0, "surplus": 0}
    for row in presence.unit.scenario["demand"]:
        count = presence.of(row)
        least, wanted = row["min"], row["min"] if row["wanted"] is None else row["wanted"]
        anyone = row["competence"] is None and row["skill"] is None and row["group"] is None
        for _, window in presence.windows(row):
            for minute in window:
                people = count[minute]
                values["cover"] += max(0, least - people)
                values["below_wanted"] += max(0, wanted - max(people, least))
                values["surplus"] += max(0, people - wanted) if anyone else 0
    return values
