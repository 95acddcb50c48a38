"""The value of every goal that needs no contacts."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

from .clock import DAY, DAYS, Data, Number, exact, overlap, plain
from .cover import Presence, cover_goals
from .lines import Line, Unit
from .personal import may_work
from .unit_rules import worked_weekends

KINDS = ("day", "evening", "night")
WEEKEND = ("sat", "sun")
SHORT = 13 * 60
Places = Callable[[Line], bool]


def measure(unit: Unit, lines: list[Line], current: Data | None) -> dict[str, Number]:
    """Each goal's value; `changes` against no roster is 0."""
    people = [line for line in lines if not line.who["vacant"]]

    def on_weekends(line: Line) -> bool:
        return may_work(line, KINDS, WEEKEND)

    return {
        **cover_goals(Presence(unit, lines)),
        **positions(unit, lines, people),
        "weekend_balance": balance(people, on_weekends, lambda line: len(worked_weekends(line))),
        "weekend_hours_balance": balance(people, on_weekends, weekend_minutes),
        "evening_balance": kind_balance(people, "evening"),
        "night_balance": kind_balance(people, "night"),
        "wishes": plain(sum(exact(weight) for line in lines for weight in missed_wishes(line))),
        "strain": sum(map(strain, lines)),
        "changes": changes(lines, current),
    }


def positions(unit: Unit, lines: list[Line], people: list[Line]) -> dict[str, Number]:
    """The goals about position sizes."""
    short = [max(exact(line.who["position"]["wanted"]), line.position) - line.position for line in people]
    used = [line for line in lines if line.position > 0]

    def under(line: Line, threshold: Number) -> bool:
        limit = exact(threshold)
        by_choice = not line.who["vacant"] and exact(line.who["position"]["wanted"]) < limit
        return line.position < limit and not by_choice

    return {
        "unwanted_part_time": plain(sum(short, Fraction(0))),
        "small_positions": sum(under(line, small_position(unit, line)) for line in used),
        "part_time": sum(under(line, 100) for line in used),
        "lines_used": len(used),
    }


def small_position(unit: Unit, line: Line) -> Number:
    """Percent under which a position is small, for this line's competence."""
    setting: Number | dict[str, Number] = unit.scenario["small_position"]
    if isinstance(setting, dict):
        return setting.get(line.who["competence"], setting.get("default", 65))
    return setting


def balance(people: list[Line], may: Places, value: Callable[[Line], int]) -> int:
    """Most minus fewest among those alike who may, summed over the groups."""
    groups: dict[tuple[str | None, int | None], list[int]] = {}
    for line in people:
        if may(line):
            alike = (line.who["competence"], line.who["max_weekends"])
            groups.setdefault(alike, []).append(value(line))
    return sum(max(values) - min(values) for values in groups.values())


def kind_balance(people: list[Line], kind: str) -> int:
    """Balance of the shifts of one kind."""

    def count(line: Line) -> int:
        return sum(line.shift(period)["kind"] == kind for period in line.base())

    return balance(people, lambda line: may_work(line, [kind]), count)


def weekend_minutes(line: Line) -> int:
    """Paid minutes from Saturday 00 to Sunday 24, each shift's by its share of the clock."""
    total = 0
    for period in line.base():
        monday = period.day // 7 * 7
        weekend = ((monday + 5) * DAY, (monday + 7) * DAY)
        inside = overlap((period.start, period.end), weekend)
        total += line.shift(period)["paid_minutes"] * inside // (period.end - period.start)
    return total


def missed_wishes(line: Line) -> Iterator[Number]:
    """The weight of each day on which a wish was not met; without a shift any work is meant."""
    for wish in line.who["wishes"]:
        for day in range(line.unit.length):
            named = day // 7 + 1 in wish["weeks"] and DAYS[day % 7] in wish["days"]
            code = line.days[day]
            got = bool(code) if wish["shift"] is None else code == wish["shift"]
            if named and got != wish["want"]:
                yield wish["weight"]


def strain(line: Line) -> int:
    """Short rests, single free days, and working days from the fifth in a row."""
    events = 0
    for before, after in pairwise(line.own):
        inside = 0 <= before.day < line.unit.length if line.unit.cyclic else after.day >= 0
        events += inside and after.start - before.end < SHORT
    for day in range(line.unit.length):
        around = (line.codes.get(day - 1), line.codes.get(day + 1))
        events += not line.codes[day] and all(around)
        events += all(line.codes.get(day - back) for back in range(5))
    return events


def changes(lines: list[Line], current: Data | None) -> int:
    """Days with another code than in the current roster; a line it lacks was all free."""
    if current is None:
        return 0
    before = {row["employee"]: row["days"] for row in current["lines"]}
    total = 0
    for line in lines:
        old = before.get(line.id, [])
        total += sum(code != (old[day] if day < len(old) else "")
                     for day, code in enumerate(line.days))  # fmt: skip
    return total
