"""Every roster of a tiny scenario, judged by the oracle: what is lawful, and what is best."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from hypothesis import strategies as st

from tests import oracle
from tests.agreement.people import DAYS
from tests.agreement.scenarios import ROTATIONS, SHIFTS, scenarios
from tests.builders import Data

MOST_ROSTERS = 400
STEP = 50
Values = dict[str, int | float]


def tiny(weeks: int = 2, rotations: tuple[str, ...] = ROTATIONS, lines: int = 2) -> st.SearchStrategy[Data]:
    """A line or two and two shifts that stand on few days, so that all rosters can be looked at."""
    made = scenarios(weeks=weeks, lines=lines, rotations=rotations, shifts=rare_shifts())
    return made.map(coarse).filter(is_tiny)


@st.composite
def rare_shifts(draw: st.DrawFn) -> list[Data]:
    days = draw(st.sets(st.sampled_from(DAYS), min_size=2, max_size=3))
    chosen = draw(
        st.lists(st.sampled_from(SHIFTS), min_size=2, max_size=2, unique_by=lambda one: one["code"])
    )
    return [shift | {"days": sorted(days)} for shift in chosen]


def is_tiny(unit: Data) -> bool:
    return prod(len(list(choices)) for choices in _choices(unit)) <= MOST_ROSTERS


def coarse(unit: Data) -> Data:
    """Few sizes, and short rests without a count: the model counts them in one reading more than the law
    (rules/daily_rest.py)."""
    agreement = unit["agreement"] | {"position_step": STEP}
    if "short_daily_rest" in agreement:
        agreement["short_daily_rest"] = agreement["short_daily_rest"] | {"max_per_week": 7}
    return unit | {"agreement": agreement}


def _choices(unit: Data) -> Iterator[list[Any]]:
    """For each line its sizes, and for each of its days the codes; of a shared line only the first."""
    shared = unit["cycle"]["rotation"] == "shared"
    for person in unit["employees"][: 1 if shared else None]:
        yield sorted({0, STEP, 2 * STEP, *person["position"].values()})
        for day in range(7 * unit["cycle"]["weeks"]):
            yield ["", *(one["code"] for one in unit["shifts"] if _may(one, person, day))]


def _may(shift: Data, person: Data, day: int) -> bool:
    return shift["code"] in person["shifts"] and DAYS[day % 7] in shift["days"]


def rosters(unit: Data) -> Iterator[Data]:
    """All of them, but for codes that a line cannot have."""
    shared, length = unit["cycle"]["rotation"] == "shared", 7 * unit["cycle"]["weeks"]
    people = unit["employees"]
    for chosen in product(*_choices(unit)):
        lines = [chosen[at : at + length + 1] for at in range(0, len(chosen), length + 1)]
        if shared:
            size, *days = lines[0]
            turns = range(len(people))
            lines = [(size, *(days[(day - 7 * turn) % length] for day in range(length))) for turn in turns]
        yield {
            "lines": [
                {"employee": person["id"], "position": line[0], "days": list(line[1:])}
                for person, line in zip(people, lines, strict=True)
            ]
        }


def lawful(unit: Data) -> list[Values]:
    """What every lawful roster is worth in each goal."""
    return [oracle.goals(unit, roster) for roster in rosters(unit) if is_lawful(unit, roster)]


def is_lawful(unit: Data, roster: Data) -> bool:
    return not any(one["severity"] == "breach" for one in oracle.check(unit, roster))


@dataclass(frozen=True)
class Stage:
    """One entry of `goals`: a goal, maybe with slack, or a weighted sum."""

    weights: dict[str, int]
    slack: float

    @classmethod
    def of(cls, entry: Any) -> "Stage":
        steps = [
            step if isinstance(step, dict) else {"id": step}
            for step in (entry if isinstance(entry, list) else [entry])
        ]
        return cls({step["id"]: step.get("weight", 1) for step in steps}, steps[0].get("slack", 0))

    def worth(self, values: Values) -> float:
        return sum(weight * values[goal] for goal, weight in self.weights.items())


def stages(unit: Data) -> list[Stage]:
    return [Stage.of(entry) for entry in unit["goals"]]
