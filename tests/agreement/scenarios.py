"""Small scenarios by chance, as the files have them: every one passes the door."""

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from solver.domain.fault import FaultError
from solver.files.scenario import parse_scenario
from tests.agreement.agreements import agreements
from tests.agreement.people import COMPETENCES, ones_own, own_rules, people, windows
from tests.builders import Data

SHIFTS: list[Data] = [
    {"code": "D", "start": "07:30", "end": "15:00", "paid_minutes": 450},
    {"code": "A", "start": "15:00", "end": "22:30", "paid_minutes": 450},
    {"code": "L", "start": "10:00", "end": "22:00", "paid_minutes": 720},
    {"code": "N", "start": "22:30", "end": "07:30", "paid_minutes": 540, "kind": "night"},
    {"code": "LW", "start": "11:00", "end": "23:00", "days": ["sat", "sun"]},
    {"code": "NL", "start": "21:00", "end": "08:30", "paid_minutes": 600, "working_minutes": 540},
    {"code": "S", "start": "09:00", "end": "13:10", "paid_minutes": 250},
    {"code": "E", "start": "17:00", "end": "00:00"},
    {"code": "T", "start": "00:00", "end": "06:00"},
    {"code": "R", "start": "12:00", "end": "12:00", "paid_minutes": 700, "days": ["wed", "sun"]},
]
ROTATIONS = ("individual", "individual", "none", "none", "shared")
MAY = (
    "below_wanted", "surplus", "unwanted_part_time", "small_positions", "part_time", "lines_used", "weekend_balance",
    "weekend_hours_balance", "evening_balance", "night_balance", "wishes", "strain", "changes",
)  # fmt: skip


def some_shifts() -> st.SearchStrategy[list[Data]]:
    """Two to four shifts, among them long ones, nights and such as stand only on some days."""
    return st.lists(st.sampled_from(SHIFTS), min_size=2, max_size=4, unique_by=lambda one: one["code"])


@st.composite
def scenarios(
    draw: st.DrawFn,
    weeks: int = 5,
    lines: int = 4,
    rules: int = 3,
    rotations: tuple[str, ...] = ROTATIONS,
    shifts: st.SearchStrategy[list[Data]] | None = None,
) -> Data:
    """A whole scenario as plain data, of at most so many weeks, lines and rules of the unit's own."""
    rotation = draw(st.sampled_from(rotations))
    length = draw(st.integers(1, min(weeks, lines) if rotation == "shared" else weeks))
    running = draw(some_shifts() if shifts is None else shifts)
    codes = [shift["code"] for shift in running]
    who = shared(codes, length) if rotation == "shared" else alone(codes, length, rotation, lines)
    found: Data = {
        "schema": "heltid.scenario/1",
        "id": "made",
        "cycle": {"weeks": length, "rotation": rotation},
        "agreement": draw(agreements()),
        "competences": list(COMPETENCES),
        "shifts": running,
        "employees": draw(who),
        "rules": draw(own_rules(codes, rules)),
        "demand": draw(st.lists(rows(length), max_size=3)),
        "goals": draw(goals()),
        "small_position": draw(st.sampled_from([65, {"skilled": 50, "default": 70}])),
    }
    return whole(found | draw(st.sampled_from([{}, {}, {"budget_fte": 0.7}, {"budget_fte": 1.55}])))


@st.composite
def alone(draw: st.DrawFn, codes: list[str], weeks: int, rotation: str, most: int) -> list[Data]:
    """Lines that each repeat by themselves, or do not."""
    return [
        draw(people(f"E{number}", codes, weeks)) | draw(ones_own(codes, weeks, rotation))
        for number in range(1, draw(st.integers(1, most)) + 1)
    ]


@st.composite
def shared(draw: st.DrawFn, codes: list[str], weeks: int) -> list[Data]:
    """As many people as weeks, alike in what the line has and not in who they are."""
    first = draw(people("E1", codes, weeks))
    who = ("competence", "skills", "groups", "counts_in_cover", "wishes")
    return [
        first | {name: other[name] for name in who} | {"id": f"E{number}"}
        for number in range(1, weeks + 1)
        for other in [draw(people("E", codes, weeks))]
    ]


@st.composite
def rows(draw: st.DrawFn, weeks: int) -> Data:
    """A row of demand; each amount is left out at times, and few are the most that may be there."""
    low, middle, high = sorted(draw(st.lists(st.integers(0, 2), min_size=3, max_size=3)))
    every: list[Data] = [
        {"min": low},
        {"max": low},
        {"min": low, "max": high},
        {"min": low, "wanted": middle, "max": high},
        {"wanted": high},
    ]
    asked: list[Data] = [
        {},
        {},
        {"competence": "skilled"},
        {"skill": "medication"},
        {"group": "team-1"},
        {"shifts": ["A"]},
    ]
    return draw(windows(weeks)) | draw(st.sampled_from(every)) | draw(st.sampled_from(asked))


@st.composite
def goals(draw: st.DrawFn) -> list[Any]:
    """Some goals after cover, each alone; at times one may give way, or two are a sum."""
    found: list[Any] = draw(st.lists(st.sampled_from(MAY), max_size=4, unique=True))
    what = draw(st.sampled_from(["plain", "plain", "slack", "sum"]))
    if what == "slack" and found:
        found = [{"id": found[0], "slack": 2}, *found[1:]]
    if what == "sum" and len(found) > 1:
        found = [[{"id": found[0], "weight": 3}, found[1]], *found[2:]]
    return ["cover", *found]


def eased(unit: Data) -> Data:
    """The same with room to plan: every line may be unused, and hours need not fit its size closely."""
    people = [person | {"position": person["position"] | {"min": 0}} for person in unit["employees"]]
    return unit | {
        "employees": people,
        "agreement": unit["agreement"] | {"hours_tolerance_percent": 40},
    }


def named(goals: list[Any]) -> list[str]:
    """The ids of all goals, those in sums too."""
    flat = [step for entry in goals for step in (entry if isinstance(entry, list) else [entry])]
    return [step if isinstance(step, str) else step["id"] for step in flat]


def whole(found: Data) -> Data:
    """The scenario without the rows of demand that nobody could meet; any other fault is a mistake of this file."""
    for _ in range(len(found["demand"]) + 1):
        try:
            parse_scenario(found)
            return found
        except FaultError as wrong:
            assume(not any(one.code == "rule_room" for one in wrong.faults))
            if not all(one.path.startswith("demand[") for one in wrong.faults):
                raise
            faulty = {int(one.path.removeprefix("demand[").split("]")[0]) for one in wrong.faults}
            found = found | {"demand": [row for at, row in enumerate(found["demand"]) if at not in faulty]}
    raise AssertionError("demand is still faulty")
