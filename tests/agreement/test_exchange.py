"""Pairs that could be exchanged are those the oracle takes just as well the other way round, and no others."""

from collections import Counter
from itertools import combinations
from random import Random

from hypothesis import given

import solver
from solver.domain.fault import FaultError
from solver.exchange.pairs import exchanges
from solver.files.scenario import parse_scenario
from tests import oracle
from tests.agreement.examples import chances, examples
from tests.agreement.judges import breaches, found_by_oracle, roster_of
from tests.agreement.rosters import nearly_legal, wild
from tests.agreement.scenarios import eased, named, scenarios
from tests.builders import Data

WHO = ("competence", "skills", "groups", "wishes", "max_weekends", "shifts", "position", "other_minutes")


def test_a_pair_is_named_when_the_oracle_finds_no_difference() -> None:
    seen: Counter[tuple[bool, bool]] = Counter()

    @examples(120)
    @given(scenarios(weeks=2, lines=4).map(eased), chances)
    def agree(unit: Data, rng: Random) -> None:
        unit = with_people_alike(unit, rng)
        scenario = parse_scenario(unit)
        made = nearly_legal(scenario, unit, rng)
        if breaches(found_by_oracle(unit, made)):
            return
        current = rng.choice([None, wild(scenario, unit, rng)])
        whole = solver.audit(scenario, roster_of(made)).roster
        held = roster_of(current) if current else None
        stated = made | {
            "lines": [line | {"f1": whole.lines[at].f1} for at, line in enumerate(made["lines"])]
        }
        expected = [pair for pair in people(unit) if stands(unit, stated, current, pair)]
        assert list(exchanges(scenario, whole, current=held).pairs) == expected
        days = {line["employee"]: line["days"] for line in made["lines"]}
        seen.update((days[one] == days[two], (one, two) in expected) for one, two in people(unit))

    agree()
    assert min(seen[False, True], seen[False, False]) >= 10, "lines that differ must be of both kinds"


def with_people_alike(unit: Data, rng: Random) -> Data:
    """Most people are as the first one is, but for one thing at most."""
    first, *others = unit["employees"]
    if unit["cycle"]["rotation"] == "shared":
        return unit
    copies = []
    for other in others:
        name = rng.choice([*WHO, "counts_in_cover", "id"])
        copy = {key: value for key, value in first.items() if key != name} | {"id": other["id"]}
        own = {name: other[name]} if name in other else {}
        copies.append(copy | own if rng.random() < 0.8 else other)
    changed = unit | {"employees": [first, *copies]}
    try:
        parse_scenario(changed)
    except FaultError:
        return unit
    return changed


def people(unit: Data) -> list[tuple[str, str]]:
    return list(combinations([one["id"] for one in unit["employees"] if not one.get("vacant")], 2))


def stands(unit: Data, made: Data, current: Data | None, pair: tuple[str, str]) -> bool:
    """Whether the oracle finds the swapped roster lawful and worth the same; of a shared line the places change."""
    other = dict(zip(pair, reversed(pair), strict=True))
    lines = [line | {"employee": other.get(line["employee"], line["employee"])} for line in made["lines"]]
    order = [line["employee"] for line in made["lines"]]
    swapped = made | {"lines": sorted(lines, key=lambda line: order.index(line["employee"]))}
    counted = {"cover", *named(unit["goals"])}
    before, after = (oracle.goals(unit, one, current) for one in (made, swapped))
    return breaches(found_by_oracle(unit, swapped)) <= {"shared_line"} and all(
        before[goal] == after[goal] for goal in counted
    )
