"""Goals about residents: contacts for the roster as it is, then days and contacts a few at a time.

One model of all days and all contacts finds nothing in a minute, so after the assignment small parts are freed
together, again and again: some lines with the residents around them, or all lines in some weeks
(docs/decisions/0007-contacts.md).
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from solver.domain.employee import Employee, Resident
from solver.domain.residents import occasions, pair_around
from solver.domain.roster import Roster
from solver.domain.work import Sheet
from solver.rules.contact_choice import CONTACTS, may_be
from solver.search.contact_bound import Possible
from solver.search.contact_freed import cap, freed
from solver.search.contact_model import ContactModel, with_contacts
from solver.search.contact_pairs import Assigning
from solver.search.limits import Share
from solver.search.model import lines_of
from solver.search.solve import Solved, solve
from solver.search.underway import UnderWay

WHOLE = 3000
"""So many resident-windows and possible contacts, and everything is solved at once and can be proven."""
STEP_WORK = 1.5
"""Deterministic work of one small step."""
LINES, MOST_LINES, WEEKS, MOST_WEEKS = 5, 12, 2, 6
"""How many lines, or weeks of all lines, a step frees: at first, and at most."""


@dataclass
class ContactSteps:
    """The steps of one search."""

    search: UnderWay
    lines: int = LINES
    weeks: int = WEEKS
    turn: int = 0
    fewest: int | None = None
    bounded: bool = False
    chance: random.Random = field(default_factory=random.Random)

    def __post_init__(self) -> None:
        self.chance.seed(self.search.seed)

    @property
    def is_whole(self) -> bool:
        """Whether the scenario is small enough to be solved at once."""
        scenario = self.search.model.scenario
        able = {
            resident.id: sum(
                any(may_be(scenario, resident, role, one) for role in CONTACTS) for one in scenario.employees
            )
            for resident in scenario.residents
        }
        return (
            sum(able[one.id] * sum(1 for _ in occasions(scenario, one)) for one in scenario.residents)
            <= WHOLE
        )

    def improve(self, index: int, share: Share) -> None:
        """One stage about residents, from the best roster there is."""
        search, over = self.search, self.search.limits.meter(share)
        stage = search.stages[index]
        if not search.found:
            return
        self._assign(index)
        if self.is_whole and not stage.proven:
            result = self._solve(index, freed(search, index), share)
            if not result.infeasible:
                stage.raise_bound(result.bound)
            return
        while not (stage.proven or over() or search.limits.stopped_by):
            before = stage.best
            result = self._step(index, share)
            self._adapt(result, stage.best != before)

    def bound(self, index: int) -> int | None:
        """What can be proven of the gaps of contacts in any roster; worked out once."""
        search = self.search
        if [step.id for step in search.stages[index].steps] != ["contact_gaps"]:
            return None
        if not self.bounded:
            self.bounded = True
            model = search.model
            possible = Possible.of(model.scenario, search.rules, search.limits, search.seed)
            self.fewest = possible.fewest_gaps()
        return self.fewest

    def hold(self, problem: cp_model.CpModel, index: int) -> bool:
        """Hold the earlier stages about residents; whether that took away any contacts that could be chosen."""
        search = self.search
        earlier = [
            stage for stage in search.stages[:index] if stage.of_residents and stage.ceiling is not None
        ]
        if not earlier or not search.found:
            return False
        model = ContactModel(search.model, problem, search.found[-1])
        whole = self.is_whole
        for resident in () if whole else search.model.scenario.residents:
            model.hold_contacts(resident)
        cap(search, model, index)
        model.start()
        return not whole

    # -- contacts for the days as they are ----------------------------------------------------------------------

    def _assign(self, index: int) -> None:
        """The best contacts for the roster as it is; later stages of residents start from them too."""
        search = self.search
        values = search.found[-1]
        sheet = Sheet.of(search.model.scenario, Roster(lines=tuple(lines_of(search.model, values))))
        assigning = Assigning(sheet, search.limits, search.seed)
        earlier = any(stage.of_residents for stage in search.stages[:index])
        pairs = search.contacts_of(values) if earlier else assigning.pairs()
        chosen = assigning.teams(pairs)
        search.adopt(index, Solved(values=with_contacts(search.model, values, chosen)))
        search.say(index)

    # -- a few at a time -----------------------------------------------------------------------------------------

    def _step(self, index: int, share: Share) -> Solved:
        """Free some lines with residents around them, or all lines in some weeks, by turns."""
        self.turn += 1
        search, residents = self.search, self._some_residents()
        if self.turn % 2:
            model = freed(search, index, lines=self._some_lines(residents), residents=residents)
        else:
            weeks = search.model.cycle.weeks
            first = self.chance.randrange(weeks)
            some = {(first + k) % weeks for k in range(self.weeks)}
            model = freed(search, index, weeks=some, residents=residents)
        work = STEP_WORK if share.work is None else min(STEP_WORK, search.limits.work_left or STEP_WORK)
        return self._solve(index, model, Share(share.seconds, work))

    def _some_residents(self) -> list[Resident]:
        residents = list(self.search.model.scenario.residents)
        return self.chance.sample(residents, min(2, len(residents)))

    def _some_lines(self, residents: Iterable[Resident]) -> list[Employee]:
        """The contacts of some residents, and others by chance."""
        model, around = self.search.model, self.search.contacts_of(self.search.found[-1])
        wanted = {
            one for who in around for one in pair_around(who) if who.resident in {r.id for r in residents}
        }
        near = [one for one in model.lines if one.id in wanted]
        others = [one for one in model.lines if one.id not in wanted]
        return near + self.chance.sample(others, min(len(others), max(2, self.lines - len(near))))

    def _solve(self, index: int, model: ContactModel, share: Share) -> Solved:
        search = self.search
        stage = search.stages[index]

        def report(value: int | None, bound: int | None) -> None:
            search.say(index, value=value)

        result = solve(
            model.cp, search.limits, share, workers=search.workers, seed=search.seed + self.turn, report=report,
            enough=stage.bound, way="improve",
        )  # fmt: skip
        search.adopt(index, result)
        return result

    def _adapt(self, result: Solved, better: bool) -> None:
        """Free more where a step was solved to its end without being better, and less where it was not solved."""
        change = 0 if better else 1 if result.proven else -1
        if self.turn % 2:
            self.lines = min(max(self.lines + change, 3), MOST_LINES)
        else:
            self.weeks = min(max(self.weeks + change, 1), MOST_WEEKS, self.search.model.cycle.weeks)
