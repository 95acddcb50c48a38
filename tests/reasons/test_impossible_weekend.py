"""The example whose weekends cannot be staffed: the conflict by its members, and every proposed change."""

from collections.abc import Sequence
from functools import cache

import pytest

import solver
from solver.domain.roster import Roster
from solver.files.data import unit_path
from solver.reasons.explanation import Explanation
from solver.reasons.held import Item, held
from solver.reasons.staffing import Staffing, for_cover
from solver.rules.registry import RULES
from solver.search.limits import Limits

WORK, ITEMS, OFFERS = 400.0, 3, ("weekends", "heads", "lines")


@cache
def explained() -> Explanation:
    return solver.explain(solver.load(unit_path("umulig-helg")), seconds=3600, work=WORK, workers=1)


def staffed(items: Sequence[Item]) -> Roster | bool | None:
    found = explained()
    return Staffing(RULES, Limits(3600, WORK), search_seconds=3600).staffed(held(found.scenario, items))


@pytest.mark.slow
def test_the_conflict_is_the_weekend_demand_and_the_most_weekends() -> None:
    (conflict,) = explained().conflicts
    kinds = sorted(item.kind for item in conflict.items)
    assert kinds == ["demand.min", "demand.min", "max_weekends"]
    assert conflict.minimal
    assert staffed(conflict.items) is False


@pytest.mark.slow
@pytest.mark.parametrize("left_out", range(ITEMS))
def test_without_any_one_member_the_others_can_hold(left_out: int) -> None:
    (conflict,) = explained().conflicts
    rest = [item for place, item in enumerate(conflict.items) if place != left_out]
    assert isinstance(staffed(rest), Roster)


@pytest.mark.slow
@pytest.mark.parametrize("kind", OFFERS)
def test_every_proposed_change_leads_to_a_plan_without_a_hole(kind: str) -> None:
    (offer,) = [one for one in explained().offers if one.kind == kind]
    roster = solver.plan(for_cover(offer.scenario), seconds=3600, work=WORK, workers=1)
    assert roster.goals[0].value == 0
    assert solver.audit(offer.scenario, roster).breaches == ()


@pytest.mark.slow
def test_nothing_else_is_proposed_and_the_rest_is_proven_to_be_no_help() -> None:
    found = explained()
    assert sorted(one.kind for one in found.offers) == sorted(OFFERS)
    assert all(one.proven for one in found.offers)
    assert all(one.proven for one in found.refusals)
    assert {one.kind: one.cost for one in found.offers} == {"weekends": 28, "heads": 3, "lines": 7}
