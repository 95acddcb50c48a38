"""Why one shift is not there, judged by every roster there is: what is called possible, impossible, a price, fewest."""

from collections import Counter
from collections.abc import Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from solver.domain.roster import Roster
from solver.files.scenario import parse_scenario
from solver.reasons.why.answer import Why, why
from solver.reasons.why.near import Means
from solver.reasons.why.question import Question
from solver.rules.registry import RULES
from solver.search.limits import Limits
from tests import oracle
from tests.agreement.brute import Values, is_lawful, rosters, stages
from tests.agreement.examples import chances, examples
from tests.agreement.judges import roster_of
from tests.agreement.people import DAYS, wishes
from tests.agreement.scenarios import whole
from tests.builders import AGREEMENT, SHIFTS, Data, line

NEAR, SIZE = 1e-9, 50
GOALS = ("wishes", "strain", "part_time", "weekend_balance", "evening_balance", "lines_used")


@st.composite
def roomy(draw: st.DrawFn) -> Data:
    """Two people who can cover two days in several lawful ways, and wishes that pull apart."""
    codes, days = ("D", "A"), sorted(draw(st.sets(st.sampled_from(DAYS), min_size=2, max_size=2)))
    shifts = [shift | {"days": days} for shift in SHIFTS if shift["code"] in codes]
    rows = [{"days": days, "start": shift["start"], "end": shift["end"], "min": 1} for shift in shifts]
    people = [
        line(name, position={"min": 0, "max": SIZE}, shifts=list(codes), competence="skilled")
        | {
            "wishes": draw(st.lists(wishes(list(codes), 1), max_size=2)),
            "max_weekends": draw(st.integers(0, 1)),
        }
        for name in ("E1", "E2")
    ]
    agreement = AGREEMENT | {"position_step": 50, "hours_tolerance_percent": 40}
    agreement |= {"short_daily_rest": {"floor_minutes": 480, "max_per_week": 7}}
    goals = st.lists(st.sampled_from(GOALS), min_size=1, max_size=3, unique=True)
    found: Data = {
        "schema": "heltid.scenario/1",
        "id": "roomy",
        "cycle": {"weeks": 1, "rotation": draw(st.sampled_from(["individual", "none"]))},
        "agreement": agreement,
        "competences": ["skilled"],
        "shifts": shifts,
        "employees": people,
        "demand": draw(st.lists(st.sampled_from(rows), min_size=1, max_size=2, unique_by=str)),
        "goals": ["cover", *draw(goals)],
        "rules": {},
        "small_position": 65,
    }
    return whole(found)


def test_what_is_said_of_a_shift_is_so_among_all_rosters() -> None:
    seen: Counter[str] = Counter()

    @examples(25)
    @given(roomy(), chances)
    def judged(unit: Data, rng: Random) -> None:
        scenario, every = parse_scenario(unit), list(_rosters(unit))
        lawful = [one for one in every if is_lawful(unit, one)]
        base = _base(unit, every, lawful, rng)
        question = _asked(unit, base, lawful, rng)
        found = why(scenario, roster_of(base), question, Means(RULES, Limits(600, work=30.0)))
        seen[found.around.outcome if found.around else "there"] += 1
        if found.around:
            _judge(unit, found, base, [one for one in lawful if _has(one, question)])

    judged()
    assert {"free", "costs"} <= set(seen)


def _rosters(unit: Data) -> Iterator[Data]:
    """All of them, each line at the one size that its hours can have."""
    for roster in rosters(unit):
        if all(line["position"] == (SIZE if any(line["days"]) else 0) for line in roster["lines"]):
            yield roster


def _base(unit: Data, every: list[Data], lawful: list[Data], rng: Random) -> Data:
    """A roster to ask about: mostly the best one, at times any, at times one that breaks rules."""
    chance = rng.random()
    if not lawful or chance < 0.1:
        return rng.choice(every)
    if chance < 0.3:
        return rng.choice(lawful)
    values = {id(one): oracle.goals(unit, one) for one in lawful}
    return min(lawful, key=lambda one: [stage.worth(values[id(one)]) for stage in stages(unit)])


def _asked(unit: Data, base: Data, lawful: list[Data], rng: Random) -> Question:
    """Mostly something that some other lawful roster has."""
    places = [
        Question(line["employee"], day, code)
        for other in lawful
        for line, old in zip(other["lines"], base["lines"], strict=True)
        for day, code in enumerate(line["days"])
        if code != old["days"][day]
    ]
    if places and rng.random() < 0.8:
        return rng.choice(places)
    codes = ["", *(shift["code"] for shift in unit["shifts"])]
    days = range(len(base["lines"][0]["days"]))
    return Question(rng.choice(unit["employees"])["id"], rng.choice(days), rng.choice(codes))


def _judge(unit: Data, found: Why, base: Data, those: list[Data]) -> None:
    """`those` are the lawful rosters with the shift there."""
    around = found.around
    assert around is not None
    assert around.outcome != "unknown"
    assert bool(those) == (around.outcome != "impossible")
    if not around.effect:
        return
    assert not around.effect.checked.breaches
    assert _has(_plain(around.effect.checked.roster), found.question)
    before, entries = oracle.goals(unit, base), stages(unit)
    as_good = [one for one in those if _is_as_good(unit, one, before, len(entries))]
    if around.outcome == "free":
        assert not around.effect.worse or len(entries) < len(unit["goals"])
        kept = as_good
    else:
        names = ["+".join(stage.weights) for stage in entries]
        place = names.index(around.goal or "")
        assert around.goal_binds
        assert not any(_is_as_good(unit, one, before, place + 1) for one in those)
        now = oracle.goals(unit, _plain(around.effect.checked.roster))
        kept = [one for one in those if _is_as_good(unit, one, before, place)]
        best = min(entries[place].worth(oracle.goals(unit, one)) for one in kept)
        assert abs(entries[place].worth(now) - best) < NEAR or not around.least
        kept = [
            one
            for one in kept
            if entries[place].worth(oracle.goals(unit, one)) <= entries[place].worth(now) + NEAR
        ]
    assert kept
    assert around.fewest is not None
    assert min(_apart(base, one) for one in kept) == len(around.effect.days) >= around.fewest


def _is_as_good(unit: Data, roster: Data, before: Values, count: int) -> bool:
    """Whether the first goals, so many, are no worse than before."""
    now = oracle.goals(unit, roster)
    return all(stage.worth(now) <= stage.worth(before) + NEAR for stage in stages(unit)[:count])


def _has(roster: Data, question: Question) -> bool:
    line = next(one for one in roster["lines"] if one["employee"] == question.employee)
    return bool(line["days"][question.day] == question.code)


def _apart(one: Data, other: Data) -> int:
    return sum(was != now for was, now in zip(_days(one), _days(other), strict=True))


def _days(roster: Data) -> Iterator[str]:
    return (day for line in roster["lines"] for day in line["days"])


def _plain(roster: Roster) -> Data:
    found: Data = roster.model_dump(mode="json", by_alias=True)
    return found
