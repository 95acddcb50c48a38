"""Why a small unit cannot be staffed, judged by every roster there is: each conflict is one and minimal, each change
works, and none cheaper of its kind does."""

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement

from hypothesis import assume, given

from solver.domain.scenario import Scenario
from solver.files.scenario import parse_scenario
from solver.reasons.changes.base import Offer
from solver.reasons.changes.heads import FewerHeads
from solver.reasons.changes.people import LongShifts, MoreWeekends
from solver.reasons.explanation import Explanation, explain
from solver.reasons.held import held
from solver.search.limits import Limits
from tests.agreement.brute import tiny
from tests.agreement.examples import examples
from tests.agreement.scenarios import eased
from tests.builders import Data
from tests.reasons.made import is_staffed, plain

SMALL = tiny(rotations=("individual", "none")).map(eased).filter(lambda unit: is_staffed(unit) is False)


def explained(unit: Data) -> Explanation:
    return explain(parse_scenario(unit), limits=Limits(600, work=60.0))


@examples(12)
@given(SMALL)
def test_a_conflict_is_one_and_no_item_of_it_can_be_left_out(unit: Data) -> None:
    found, scenario = explained(unit), parse_scenario(unit)
    assert found.outcome == "impossible"
    assert found.conflicts
    for conflict in found.conflicts:
        assert conflict.minimal
        assert not is_staffed(plain(held(scenario, conflict.items), unit))
        for item in conflict.items:
            rest = [one for one in conflict.items if one != item]
            assert is_staffed(plain(held(scenario, rest), unit)) is not False, item


@examples(12)
@given(SMALL)
def test_a_change_works_and_none_cheaper_of_its_kind_does(unit: Data) -> None:
    found, scenario = explained(unit), parse_scenario(unit)
    assume(found.offers)
    for offer in found.offers:
        if offer.kind != "agreement":
            assert is_staffed(plain(offer.scenario, unit)) is not False, offer.kind
        assert offer.proven, offer.kind
        for cheaper in _cheaper(scenario, offer):
            assert not is_staffed(plain(cheaper, unit)), offer.kind


@examples(12)
@given(SMALL)
def test_what_is_proven_to_be_no_help_is_none_however_much_of_it(unit: Data) -> None:
    found, scenario = explained(unit), parse_scenario(unit)
    for kind in (MoreWeekends(), LongShifts()):
        loosest = kind.loosest(scenario)
        if loosest is not None and any(one.kind == kind.id and one.proven for one in found.refusals):
            assert not is_staffed(plain(loosest, unit)), kind.id


def _cheaper(scenario: Scenario, offer: Offer) -> Iterator[Scenario]:
    """Everything of the same kind that costs one less; what costs still less asks for no more than one of these."""
    less = round(offer.cost) - 1
    if offer.kind == "weekends":
        people = [one.id for one in scenario.employees if one.max_weekends is not None]
        for more in combinations_with_replacement(people, less):
            yield MoreWeekends().changed(scenario, {name: more.count(name) for name in people})[0]
    elif offer.kind == "heads":
        rows = [number for number, row in enumerate(scenario.demand) if row.least]
        for fewer in combinations_with_replacement(rows, less):
            chosen = {number: fewer.count(number) for number in rows}
            if all(count <= scenario.demand[number].least for number, count in chosen.items()):
                yield FewerHeads().changed(scenario, chosen)[0]
    elif offer.kind == "long_shifts":
        people = [one.id for one in scenario.employees if not one.long_shifts]
        for asked in combinations(people, less):
            yield LongShifts().changed(scenario, dict.fromkeys(asked, 1))[0]
    elif offer.kind == "budget":
        before = scenario.budget_fte_hundredths or 0
        yield scenario.with_changes({"budget_fte_hundredths": before + round(offer.cost * 100) - 1})
