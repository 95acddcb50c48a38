"""What a roster lacks, judged by every roster that differs in one line: who could come, help, or have more."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from solver.files.scenario import parse_scenario
from solver.reasons.lacking.lacking import Lacking, lacking
from solver.reasons.why.near import Means
from solver.rules.registry import RULES
from solver.search.limits import Limits
from tests import oracle
from tests.agreement.examples import chances, examples
from tests.agreement.judges import roster_of
from tests.agreement.people import DAYS
from tests.agreement.scenarios import whole
from tests.builders import AGREEMENT, SHIFTS, Data, line

CODES, SIZES = ("", "D", "A"), (0, 50, 100)


@st.composite
def units(draw: st.DrawFn) -> Data:
    """Two people who want more than they may get, on three days, with too few or too many asked for."""
    days = sorted(draw(st.sets(st.sampled_from(DAYS), min_size=3, max_size=3)))
    shifts = [shift | {"days": days} for shift in SHIFTS[:2]]
    rows = [
        {"days": days, "start": shift["start"], "end": shift["end"], "min": 1, "max": draw(st.integers(1, 2))}
        for shift in shifts
    ]
    people = [
        line(
            name,
            position={"min": 0, "wanted": draw(st.sampled_from([50, 100])), "max": 100},
            shifts=["D", "A"],
        )
        | draw(st.sampled_from([{}, {"max_weekends": 0}, {"rules": {"max_shifts": {"A": 1}}}]))
        for name in ("E1", "E2")
    ]
    found: Data = {
        "schema": "heltid.scenario/1",
        "id": "lacking",
        "cycle": {"weeks": 1, "rotation": draw(st.sampled_from(["individual", "none"]))},
        "agreement": AGREEMENT
        | {"position_step": 50, "hours_tolerance_percent": 40, "short_daily_rest": None},
        "competences": ["skilled"],
        "shifts": shifts,
        "employees": people,
        "demand": rows,
        "goals": ["cover", "unwanted_part_time"],
        "small_position": 65,
    }
    return whole(found | draw(st.sampled_from([{}, {"budget_fte": 1.0}])))


def test_what_is_said_of_one_line_is_so_among_all_that_it_could_be() -> None:
    seen: Counter[str] = Counter()

    @examples(20)
    @given(units(), chances)
    def judged(unit: Data, rng: Random) -> None:
        base = _base(unit, rng)
        assume(not _breaches(unit, base))
        found = lacking(parse_scenario(unit), roster_of(base), Means(RULES, Limits(600, work=60.0)))
        assert found.complete
        others = {one["id"]: list(_others(unit, base, place)) for place, one in enumerate(unit["employees"])}
        _holes(unit, found, base, seen)
        _helpers(found, {who: [cover for _, cover, _ in them] for who, them in others.items()}, seen)
        _sizes(found, others, oracle.goals(unit, base)["cover"], seen)

    judged()
    assert {"could come", "stopped", "helper", "nobody", "larger", "no larger"} <= set(seen)


def _base(unit: Data, rng: Random) -> Data:
    """Lines that are each lawful, if any of a few are; together they may still be too many."""
    lines = []
    for person in unit["employees"]:
        tries = [
            _line(unit, person["id"], rng.choice(SIZES), [rng.choice(CODES) for _ in range(3)])
            for _ in range(20)
        ]
        alone = unit | {"employees": [person], "demand": []}
        lines.append(next((one for one in tries if not _breaches(alone, {"lines": [one]})), tries[0]))
    return {"lines": lines}


def _line(unit: Data, who: str, size: int, codes: list[str] | tuple[str, ...]) -> Data:
    days, standing = [""] * 7, [DAYS.index(day) for day in unit["shifts"][0]["days"]]
    for day, code in zip(sorted(standing), codes, strict=True):
        days[day] = code
    return {"employee": who, "position": size if any(codes) else 0, "days": days}


def _others(unit: Data, base: Data, place: int) -> Iterator[tuple[int, float, int]]:
    """Size, what is missing, and days changed, of every roster with another line there that breaks nothing new."""
    before = _breaches(unit, base)
    for size, codes in product(SIZES, product(CODES, repeat=3)):
        own = _line(unit, base["lines"][place]["employee"], size, codes)
        changed = {"lines": [own if at == place else one for at, one in enumerate(base["lines"])]}
        if not _breaches(unit, changed) - before:
            old = base["lines"][place]["days"]
            apart = sum(was != now for was, now in zip(old, own["days"], strict=True))
            yield own["position"], oracle.goals(unit, changed)["cover"], apart


def _breaches(unit: Data, roster: Data) -> Counter[str]:
    return Counter(one["rule"] for one in oracle.check(unit, roster) if one["severity"] == "breach")


def _holes(unit: Data, found: Lacking, base: Data, seen: Counter[str]) -> None:
    cover = oracle.goals(unit, base)["cover"]
    assert bool(found.holes) == (cover > 0)
    for place, person in enumerate(unit["employees"]):
        could = any(now < cover and apart == 1 for _, now, apart in _others(unit, base, place))
        free = [one for one in found.holes if person["id"] in one.free]
        assert bool(free) == could
        seen["could come" if could else "stopped"] += 1


def _helpers(found: Lacking, covers: dict[str, list[float]], seen: Counter[str]) -> None:
    if not found.holes:
        return
    before = found.checked.goals[0].value
    better = {who for who, them in covers.items() if min(them, default=before) < before}
    assert {who for who, _ in found.helpers} == better
    for who, effect in found.helpers:
        assert next(goal.after for goal in effect.goals if goal.id == "cover") == min(covers[who])
    assert not (found.nobody and better)
    seen["helper" if better else "nobody"] += 1


def _sizes(
    found: Lacking, others: dict[str, list[tuple[int, float, int]]], cover: float, seen: Counter[str]
) -> None:
    for one in found.sizes:
        kept = [size for size, now, _ in others[one.employee] if now <= cover and size * 100 <= one.wanted]
        most = max(kept, default=0) * 100
        if one.possible is not None:
            assert one.possible == most > one.size
            seen["larger"] += 1
        elif one.proven:
            assert most <= one.size
            assert one.binding
            seen["no larger"] += 1
