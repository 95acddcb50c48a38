"""Who is around each resident: what is wrong with it, and the windows in which none of them is there."""

from collections.abc import Callable, Iterator

from .clock import DAY, Data, overlap, span, window_days
from .lines import Line, Unit

LIMITED = ("primary", "secondary", "team")


def contacts(unit: Unit, lines: list[Line], roster: Data) -> Iterator[Data]:
    """Breaches and warnings of contact_competence and contact_load."""
    people = {line.id: line for line in lines}
    rows = {row["resident"]: row for row in roster.get("contacts", [])}
    for resident in unit.scenario["residents"]:
        for severity in _of_one(unit, people, resident, rows.get(resident["id"])):
            yield {"rule": "contact_competence", "severity": severity}
    asked = [rows[one["id"]] for one in unit.scenario["residents"] if one["id"] in rows]
    for role in LIMITED:
        most = unit.scenario["contact_limits"].get(role)
        for person in people:
            if most is not None and sum(person in having(row, role) for row in asked) > most:
                yield {"rule": "contact_load", "severity": "breach", "employee": person}


def having(row: Data, role: str) -> set[str]:
    """Everyone in a role; contacts are of the team."""
    if role != "team":
        return {row[role]} if row.get(role) else set()
    return having(row, "primary") | having(row, "secondary") | set(row.get("team", []))


def _of_one(unit: Unit, people: dict[str, Line], resident: Data, row: Data | None) -> Iterator[str]:
    if row is None:
        yield "warning"
        return
    ranks: list[str | None] = [None, *unit.scenario["competences"]]
    for role in ("primary", "secondary"):
        least, fixed = resident["contacts"].get(role), resident["fixed"].get(role)
        if not row.get(role):
            yield "warning"
        elif fixed is not None and row[role] != fixed:
            yield "breach"
        for person in having(row, role):
            if ranks.index(people[person].who["competence"]) < ranks.index(least):
                yield "breach"
    if row.get("primary") and row.get("primary") == row.get("secondary"):
        yield "breach"
    yield from _of_team(people, resident, having(row, "team"))


def _of_team(people: dict[str, Line], resident: Data, team: set[str]) -> Iterator[str]:
    size = resident["contacts"].get("team")
    for person in team:
        if people[person].who["vacant"] or people[person].position == 0:
            yield "breach"
    if team and not set(resident["fixed"].get("team", [])) <= team:
        yield "breach"
    if size is not None and len(team) != size:
        yield "breach" if len(team) > size else "warning"


def gaps(unit: Unit, lines: list[Line], roster: Data) -> dict[str, int]:
    """contact_gaps and team_gaps."""
    rows = {row["resident"]: row for row in roster.get("contacts", [])}

    def count(who: Callable[[Data], set[str]]) -> int:
        return sum(
            not any(_half(line, window, day) for line in lines if line.id in who(rows.get(one["id"], {})))
            for one in unit.scenario["residents"]
            for window in one["windows"]
            for day in window_days(window, unit.weeks)
        )

    return {
        "contact_gaps": count(lambda row: having(row, "primary") | having(row, "secondary")),
        "team_gaps": count(lambda row: having(row, "team")),
    }


def _half(line: Line, window: Data, day: int) -> bool:
    start, end = (day * DAY + minute for minute in span(window))
    worked = sum(overlap((period.start, period.end), (start, end)) for period in line.own)
    return 2 * worked >= end - start
