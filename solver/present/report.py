"""A roster as a report on a terminal: grid, positions, goals, holes, remarks and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from solver.domain.roster import Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.values import number as percent
from solver.domain.work import Sheet, WorkLine
from solver.goals.spread import WeekendHoursBalance
from solver.present.contacts import contact_lines
from solver.present.exchange import exchange_lines
from solver.present.findings import NO_LAW, finding_sentence, in_order, who
from solver.present.goals import goal_lines
from solver.present.grid import WIDTH, Grid
from solver.present.holes import hole_lines
from solver.present.notes import note_lines
from solver.present.text import Pieces, amount, columns, hours, number
from solver.present.words import say

HEADER = ("Linje", "Kompetanse", "Før", "Ønsket", "Etter", "Timer", "Balanse", "Helger", "Helgetimer")
RIGHT = (2, 3, 4, 5, 6, 7, 8)


@dataclass(frozen=True)
class Report:
    """A roster beside its scenario, to be read by a planner."""

    scenario: Scenario
    roster: Roster
    lang: str = "nb"
    width: int = WIDTH

    def lines(self) -> Iterator[Pieces]:
        """The report line by line."""
        yield [(self.scenario.name or self.scenario.id, "bold")]
        yield [(status_sentence(self.roster, self.lang), "")]
        yield []
        yield from Grid(self.scenario, self.roster, self.lang, self.width).lines()
        yield from self._part("Stillinger", self.positions())
        around = contact_lines(self.roster.contacts, self.roster.continuity, self.scenario, self.lang)
        yield from self._part("Kontakter", around)
        yield from self._part("Mål, i rekkefølge", goal_lines(self.roster, self.scenario, self.lang))
        yield from self._part("Hull i bemanningen", hole_lines(self.roster.holes, self.scenario, self.lang))
        yield from self._part("Merknader", self.remarks())
        measured = measures_sentence(self.roster, self.lang)
        if measured:
            yield []
            yield [(measured, "bold")]

    def _part(self, heading: str, lines: Iterable[str]) -> Iterator[Pieces]:
        told = list(lines)
        if told:
            yield []
            yield [(say(heading, self.lang), "bold")]
            yield from ([(line, "")] for line in told)

    def positions(self) -> list[str]:
        """The lines' positions as a table of text."""
        return columns([say(name, self.lang) for name in HEADER], self.position_rows(), right=RIGHT)

    def position_rows(self) -> list[list[str]]:
        """Each line's position before and after, its hours, balance, weekends and weekend hours."""
        works = Sheet.of(self.scenario, self.roster).line_of
        return [
            self._position(line, works[line.employee]) for line in self.roster.lines if line.employee in works
        ]

    def _position(self, line: Line, work: WorkLine) -> list[str]:
        employee = work.employee
        given = employee.position.given_current_basis_points
        return [
            who(line.employee, self.scenario),
            employee.competence or "",
            say("ledig", self.lang) if employee.vacant else self._percent(given),
            "" if employee.vacant else self._percent(employee.wanted_basis_points),
            self._percent(line.position_basis_points),
            hours(work.paid_minutes if line.minutes is None else line.minutes),
            "" if line.balance_minutes is None else hours(line.balance_minutes, sign=True),
            str(sum(work.weekend_is_worked(week) for week in range(work.cycle.weeks))),
            hours(WeekendHoursBalance().amount(work)),
        ]

    def _percent(self, points: int | None) -> str:
        return "-" if points is None else f"{number(percent(points), self.lang)} %"

    def remarks(self) -> list[str]:
        """Findings as sentences, notes, pairs that could be exchanged, and whether law was checked."""
        found = [finding_sentence(one, self.scenario, self.lang) for one in in_order(self.roster.findings)]
        found += note_lines(self.roster.notes, self.lang)
        found += exchange_lines(self.roster, self.scenario, self.lang)
        return found if self.scenario.agreement.law_checked else [*found, say(NO_LAW, self.lang)]


STATUS = {
    "optimal": "Turnusen er bevist best: hvert mål er nådd så langt det går, i rekkefølge.",
    "feasible": "Turnusen bryter ingen regel. Ikke alle mål er bevist best; grensene står ved målene.",
    "infeasible": "Ingen turnus kan holde alle reglene.",
    "unknown": "Ingen turnus ble funnet i tiden som var satt av. Det betyr ikke at det er umulig.",
}
STOPPED = {
    "time": "stoppet da tiden var ute",
    "work": "stoppet da arbeidsmengden var brukt opp",
    "user": "stoppet av brukeren",
}


def status_sentence(roster: Roster, lang: str) -> str:
    """What came out, and how long it took."""
    said = say(STATUS[roster.status], lang) if roster.status else ""
    if not roster.run:
        return said
    parts = [say("{seconds} s", lang, seconds=number(round(roster.run.seconds, 1), lang))]
    if roster.run.first_roster_seconds is not None:
        first = number(round(roster.run.first_roster_seconds, 1), lang)
        parts.append(say("første turnus etter {seconds} s", lang, seconds=first))
    if roster.run.stopped_by in STOPPED:
        parts.append(say(STOPPED[roster.run.stopped_by], lang))
    return f"{said} ({', '.join(parts)})".strip()


def measures_sentence(roster: Roster, lang: str) -> str:
    """The few numbers a roster is known by, in one sentence."""
    told = roster.measures
    if "average_position" not in told:
        return ""
    message = (
        "Gjennomsnittlig stilling {average_position} %; i bruk: {lines}, {full_time} på heltid, "
        "{positions_80_100} på 80-100 %, {small_positions} små; {fte} årsverk, {paid_fte} betalte."
    )
    names = (
        "full_time",
        "positions_80_100",
        "small_positions",
        "fte",
        "paid_fte",
        "average_position",
    )
    values = {name: number(told.get(name, 0), lang) for name in names}
    return say(message, lang, lines=amount(told.get("lines_used", 0), "lines", lang), **values)
