"""How few windows of residents can be left without a contact: a pair serves at most what both of them can.

How many of a resident's windows one line can serve at all is a small count problem of that line alone (its hours, its
weekends, one shift a day). The pairs that could serve the most leave a number of windows open that no roster undercuts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from solver.domain.cycle import WEEK_DAYS
from solver.domain.employee import Employee, Resident
from solver.domain.residents import Span, minutes_within, occasions
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.resident_windows import can_add_up
from solver.rules.base import Linear, Rule
from solver.rules.registry import are_alike
from solver.search.contact_pairs import PAIRS_WORK, Assigning, Pair
from solver.search.counts import CountModel
from solver.search.limits import Limits, Share
from solver.search.solve import solve

LINE_SECONDS, LINE_WORK = 2.0, 0.2
"""The most that one line is looked at; where that is too little, what was proven by then counts."""
Places = frozenset[tuple[tuple[Span, int], tuple[int, int]]]
"""Windows by weekday, with in how many weeks each stands, and how often at most on one day."""


@dataclass(frozen=True)
class Possible(Assigning):
    """Pairs by what their lines could serve at most, whatever the roster."""

    rules: Sequence[Rule] = ()
    known: dict[tuple[str, Places], int] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario, rules: Sequence[Rule], limits: Limits, seed: int) -> Possible:
        return cls(Sheet(scenario, Roster(), ()), limits, seed, rules)

    def fewest_gaps(self) -> int | None:
        """At least so many windows without a contact, in any roster; None where nothing was proven."""
        scenario = self.sheet.scenario
        problem, _ = self.problem()
        share = Share(max(self.limits.seconds_left, 0), PAIRS_WORK)
        found = solve(problem, self.limits, share, workers=1, seed=self.seed, way="small")
        if found.bound is None or found.values is None:
            return None  # CP-SAT tells 0 of what it had no time to begin with
        every = sum(1 for resident in scenario.residents for _ in occasions(scenario, resident))
        return max(0, every - found.bound // self.window_weight)

    def can_be(self, employee: Employee) -> bool:
        return True

    def windows(self, resident: Resident) -> Callable[[Pair], int]:
        counted = Counter(occasions(self.sheet.scenario, resident))
        by_weekday: dict[tuple[Span, int], list[int]] = defaultdict(list)
        for (window, day), times in counted.items():
            by_weekday[window, day % WEEK_DAYS].append(times)
        places = frozenset((place, (len(times), max(times))) for place, times in by_weekday.items())
        every = sum(counted.values())
        return lambda pair: min(every, sum(self._most(one, places) for one in pair if one is not None))

    def _most(self, who: str, places: Places) -> int:
        """How many of these windows a line can serve."""
        employee = self.sheet.scenario.employee_by_id[who]
        unseen = {"id", "name", "wishes"} if are_alike(self.rules) else None
        key = employee.model_dump_json(exclude=unseen), places
        if key not in self.known:
            self.known[key] = self._count(employee, places)
        return self.known[key]

    def _count(self, employee: Employee, places: Places) -> int:
        alone = self.sheet.scenario.with_changes({"employees": (employee,), "residents": ()})
        model, served = CountModel(alone, self.rules), []
        for number, ((window, dow), (weeks, times)) in enumerate(sorted(places)):
            there = model.integer(0, weeks, f"served.{number}")
            model.add(there <= _worked(model, employee, window, dow), f"served.{number}")
            served.append(times * there)
        model.cp.maximize(sum(served))
        share = Share(min(LINE_SECONDS, max(self.limits.seconds_left, 0)), LINE_WORK)
        found = solve(model.cp, self.limits, share, workers=1, seed=self.seed, way="check")
        every = sum(weeks * times for _, (weeks, times) in places)
        if found.infeasible:
            return 0
        return every if found.bound is None or found.values is None else min(every, found.bound)


def _worked(model: CountModel, employee: Employee, window: Span, dow: int) -> Linear:
    """In how many weeks the line works a shift that is, or may be part of, half of a window on a weekday."""
    length, minutes = window[1] - window[0], minutes_within(model.scenario, window)
    together, worked = can_add_up(minutes, length), 0
    for (offset, code), shared in minutes.items():
        if together or 2 * shared >= length:
            worked += model.works(employee, (dow + offset) % WEEK_DAYS, code)
            worked += int(offset != 0 and not model.cycle.wraps)  # a shift before or after the period
    return worked
