"""The cheapest change of a kind: what counts allow, tried by a whole search; where that is not enough, the whole model.

Counts are a relaxation, so nothing cheaper than their cheapest works. Where a roster is found for just that, it is
proven to be the cheapest of its kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from solver.auditing import audit
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.reasons.changes.base import AnyModel, Chosen, Kind, Offer, Price, Refusal
from solver.reasons.staffing import Staffing, for_cover
from solver.search.counts import CountModel
from solver.search.limits import OutOfTimeError, Share
from solver.search.model import RosterModel, lines_of
from solver.search.solve import Solved, solve


@dataclass
class _Try:
    """One kind of change on one scenario."""

    scenario: Scenario
    loosest: Scenario
    kind: Kind
    staffing: Staffing

    def find(self) -> Offer | Refusal:
        counted = None if self.scenario.cycle.rotation == "shared" else self._counted()
        if isinstance(counted, Offer | Refusal):
            return counted
        model = RosterModel(for_cover(self.loosest), self.staffing.rules, self.staffing.limits)
        for rule in self.staffing.rules:
            rule.enforce(model)
        price, solved = self._solve(model)
        if solved.values is None:
            return Refusal(self.kind.id, proven=solved.infeasible)
        chosen = _chosen(price, solved)
        changed, edits = self.kind.changed(self.scenario, chosen)
        draft = Roster(scenario=changed.id, lines=tuple(lines_of(model, solved.values)))
        checked = audit(changed, draft, rules=self.staffing.rules)
        if checked.breaches or checked.goals[0].value:
            return Refusal(self.kind.id, proven=False)
        cost, proven = self.kind.cost(chosen), _is_least(price, solved)
        return Offer(self.kind.id, self.kind.unit, cost, edits, proven, changed, checked.roster)

    def _counted(self) -> Offer | Refusal | None:
        """What counts say is cheapest, where a roster was found for it; that nothing helps; or None."""
        price, solved = self._solve(CountModel(for_cover(self.loosest), self.staffing.rules))
        if solved.infeasible:
            return Refusal(self.kind.id, proven=True)
        if solved.values is None:
            return None
        chosen = _chosen(price, solved)
        changed, edits = self.kind.changed(self.scenario, chosen)
        roster = self.staffing.searched(changed)
        if not isinstance(roster, Roster):
            return None
        cost, proven = self.kind.cost(chosen), _is_least(price, solved)
        return Offer(self.kind.id, self.kind.unit, cost, edits, proven, changed, roster)

    def _solve(self, model: AnyModel) -> tuple[Price, Solved]:
        price = self.kind.price(model, self.scenario)
        self.kind.hold(model, price)
        model.cp.minimize(price.total)
        left = self.staffing.limits.seconds_left, self.staffing.limits.work_left
        work = None if left[1] is None else min(self.staffing.search_work or left[1], left[1])
        share = Share(max(0.05, min(self.staffing.search_seconds, left[0])), work)
        solved = solve(
            model.cp, self.staffing.limits, share,
            workers=self.staffing.workers, seed=self.staffing.seed, way="small",
        )  # fmt: skip
        return price, solved


def cheapest(scenario: Scenario, kind: Kind, staffing: Staffing) -> Offer | Refusal:
    """The cheapest change of a kind that works; or that none does, or none was found."""
    loosest = kind.loosest(scenario)
    if loosest is None:
        return Refusal(kind.id, proven=True, applies=False)
    if staffing.is_over:
        return Refusal(kind.id, proven=False)
    try:
        return _Try(scenario, loosest, kind, staffing).find()
    except OutOfTimeError:
        return Refusal(kind.id, proven=False)


def _chosen(price: Price, solved: Solved) -> Chosen:
    assert solved.values is not None
    values = solved.values
    return {key: one if isinstance(one, int) else values[one.index] for key, one in price.parts.items()}


def _is_least(price: Price, solved: Solved) -> bool:
    """Whether nothing with fewer whole units works, as far as the model that was solved tells."""
    if solved.bound is None or solved.objective is None:
        return False
    return solved.bound // price.scale >= solved.objective // price.scale
