"""Why a hole is there: each person who counts in its row, and what stops her from coming as the roster stands.

Nothing is solved: a shift that meets the hole is put on her line, and her line, the most on shift, the budget and the
cover are counted anew. Of several such shifts the one that the fewest rules stand against is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from solver.auditing import Audit, completed
from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.employee import Employee
from solver.domain.finding import Finding
from solver.domain.roster import Hole, Line, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet, WorkLine
from solver.goals.registry import GOALS
from solver.reasons.why.put import changed_roster, days_of
from solver.reasons.why.question import Question
from solver.rules.base import Rule
from solver.rules.position import PositionRule
from solver.rules.registry import RULES

ELSEWHERE = "elsewhere"
"""She works another shift then, and as much would be missing there."""
NO_SHIFT = "no_shift"
"""No shift code meets the hole at all."""
OF_ALL = ("demand_max", "budget")
Broken = Mapping[str, tuple[int, float]]
"""How often each rule is broken, and by how much in all."""
Stopped = tuple[str, ...]
"""Rule ids, `elsewhere` or `no_shift`; empty where nothing stops her."""


@dataclass(frozen=True)
class HoleReason:
    """A hole and what stops whom: for each set of obstacles the employees (ids) that it stops; none for `()`."""

    hole: Hole
    stopped: tuple[tuple[Stopped, tuple[str, ...]], ...]

    @property
    def free(self) -> tuple[str, ...]:
        """Those who could come and break nothing."""
        return dict(self.stopped).get((), ())


class HoleReasons:
    """The reasons of the holes of one roster; what was found of a shift on a day is kept."""

    def __init__(self, scenario: Scenario, before: Audit, rules: Sequence[Rule] = RULES) -> None:
        self.scenario, self.before, self.rules = scenario, before, rules
        self.sheet = Sheet.of(scenario, before.roster)
        self.cover = GOALS["cover"].measure(self.sheet)
        self.of_line = [rule for rule in rules if rule.of_one_line]
        self.of_all = [rule for rule in rules if rule.card.id in OF_ALL]
        self._known: dict[tuple[str, int, str], tuple[bool, Stopped]] = {}
        self._breaches = {one.employee.id: self._of_line(one) for one in self.sheet.lines}
        self._together = self._of_all(self.sheet)

    def all(self, holes: Sequence[Hole], is_over: Callable[[], bool]) -> Iterator[HoleReason]:
        """One reason after another while there is time."""
        for hole in holes:
            if is_over():
                return
            yield self.of(hole)

    def of(self, hole: Hole) -> HoleReason:
        row, found = self.scenario.demand[hole.row], dict[Stopped, list[str]]()
        for line in self.sheet.lines:
            if self.scenario.counts_in(row, line.employee) and not self._is_there(line, hole):
                found.setdefault(self._stopped(line.employee, hole), []).append(line.employee.id)
        many = sorted(found.items(), key=lambda one: (bool(one[0]), -len(one[1]), one[0]))
        return HoleReason(hole, tuple((obstacles, tuple(people)) for obstacles, people in many))

    def _span(self, hole: Hole) -> tuple[int, int]:
        """From when until when, in minutes after Monday 00:00 of week 1."""
        midnight = self.scenario.place(hole.week, hole.day) * DAY_MINUTES
        start, end = (int(text[:2]) * 60 + int(text[3:]) for text in (hole.start, hole.end))
        row = self.scenario.demand[hole.row]
        start += DAY_MINUTES if start < row.span[0] else 0
        end += DAY_MINUTES if end <= start else 0
        return midnight + start, midnight + end

    def _is_there(self, line: WorkLine, hole: Hole) -> bool:
        start, end = self._span(hole)
        day = start // DAY_MINUTES
        return any(
            one.start <= start and end <= one.end and self.scenario.demand[hole.row].counts_shift(one.code)
            for one in line.periods(day - 1, day + 1, elsewhere=False)
        )

    def _stopped(self, employee: Employee, hole: Hole) -> Stopped:
        """What stands against the shift that would help most: none if that is so of any, then of those that she may
        work at all the one that meets most of the hole, against which the fewest rules stand.
        """
        start, end = self._span(hole)
        tried: list[tuple[bool, bool, int, int, Stopped]] = []
        for day in range(start // DAY_MINUTES - 1, start // DAY_MINUTES + 2):
            place = self.scenario.cycle.wrapped(day)
            for shift in self.scenario.shifts if place is not None else ():
                if not self.scenario.demand[hole.row].counts_shift(shift.code):
                    continue
                first, last = (day * DAY_MINUTES + edge for edge in shift.span)
                met = overlap(first, last, start, end)
                if place is not None and met and shift.runs_on(place):
                    forbidden, found = self._against(employee, place, shift.code)
                    tried.append((bool(found), forbidden, -met, len(found), found))
        return min(tried)[-1] if tried else (NO_SHIFT,)

    def _against(self, employee: Employee, day: int, code: str) -> tuple[bool, Stopped]:
        """Whether the shift alone is forbidden her, and what stands against it."""
        key = employee.id, day, code
        if key not in self._known:
            shift = self.scenario.shift_by_code[code]
            forbid = [
                one.card.id for one in self.rules if not one.allows(self.scenario, employee, day, shift)
            ]
            self._known[key] = bool(forbid), tuple(forbid) or self._put(employee, day, code)
        return self._known[key]

    def _put(self, employee: Employee, day: int, code: str) -> Stopped:
        """What breaks with the size as it is, or with the one that fits the hours, if that is less."""
        held = self._tried(employee, day, code, fit=False)
        if PositionRule.card.id not in held:
            return held
        return min(held, self._tried(employee, day, code, fit=True), key=len)

    def _tried(self, employee: Employee, day: int, code: str, *, fit: bool) -> Stopped:
        days = days_of(self.scenario, Question(employee.id, day, code))
        changed = changed_roster(self.before.roster, days, code, fit=fit)
        sheet = Sheet.of(self.scenario, changed.model_copy(update={"lines": self._filled(changed, days)}))
        against = self._more(self._of_line(sheet.line_of[employee.id]), self._breaches[employee.id])
        if against:
            return against
        against = self._more(self._of_all(sheet), self._together)
        if against or GOALS["cover"].measure(sheet) < self.cover:
            return against
        return (ELSEWHERE,)

    def _filled(self, changed: Roster, days: Mapping[str, int]) -> tuple[Line, ...]:
        """The lines, those that changed with their size and F1 days anew."""
        people = tuple(one for one in self.scenario.employees if one.id in days)
        own = tuple(one for one in changed.lines if one.employee in days)
        asked = self.scenario.with_changes({"employees": people})
        filled = {one.employee: one for one in completed(asked, Roster(lines=own)).lines}
        return tuple(filled.get(one.employee, one) for one in changed.lines)

    def _of_line(self, line: WorkLine) -> Broken:
        alone = replace(self.sheet, lines=[line])
        return _broken(one for rule in self.of_line for one in rule.audit(alone))

    def _of_all(self, sheet: Sheet) -> Broken:
        return _broken(one for rule in self.of_all for one in rule.audit(sheet))

    def _more(self, now: Broken, before: Broken) -> Stopped:
        """The rules that are broken more often than before, or by more; in the order of the rules."""
        ids = [rule.card.id for rule in self.rules]
        return tuple(one for one in ids if now.get(one, (0, 0)) > before.get(one, (0, 0)))


def _broken(findings: Iterable[Finding]) -> Broken:
    found: dict[str, tuple[int, float]] = {}
    for one in findings:
        if one.severity == "breach":
            count, apart = found.get(one.rule, (0, 0))
            found[one.rule] = count + 1, apart + abs((one.amount or 0) - (one.limit or 0))
    return found
