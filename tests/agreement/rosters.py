"""Rosters by chance: wild ones, and such as the model made and chance then changed in a few places."""

from collections.abc import Callable
from random import Random

from solver.domain.scenario import Scenario
from solver.search.model import RosterModel, lines_of
from tests.agreement.judges import model_of, solved
from tests.builders import Data

Maker = Callable[[Scenario, Data, Random], Data]


def wild(scenario: Scenario, unit: Data, rng: Random) -> Data:
    """Any code on any day, more or fewer of them, and any size that the line may have or nearly so."""
    lines = [_wild_line(unit, person, rng) for person in unit["employees"]]
    return {"schema": "heltid.roster/1", "lines": _walked(unit, lines, rng)}


def nearly_legal(scenario: Scenario, unit: Data, rng: Random) -> Data:
    """What the model makes for an aim of chance, with a few days changed; wild where it makes nothing."""
    model = model_of(scenario)
    shifts = [
        model.works(employee, day, shift.code)
        for employee in model.lines
        for day in range(model.cycle.days)
        for shift in scenario.shifts
    ]
    model.cp.maximize(sum(rng.randint(-3, 4) * literal for literal in shifts))
    lines = _made(model, rng)
    if lines is None:
        return wild(scenario, unit, rng)
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        _change(unit, lines, rng)
    return {"schema": "heltid.roster/1", "lines": lines}


def with_f1(scenario: Scenario, unit: Data, rng: Random) -> Data:
    """A nearly legal roster that states its F1 days: any day of the week, mostly one that is free."""
    made = nearly_legal(scenario, unit, rng)
    for line in made["lines"]:
        weeks = [range(monday, monday + 7) for monday in range(0, len(line["days"]), 7)]
        free = [[day for day in week if not line["days"][day]] for week in weeks]
        line["f1"] = [
            rng.choice(off if off and rng.random() < 0.9 else week)
            for week, off in zip(weeks, free, strict=True)
        ]
    return made


def _made(model: RosterModel, rng: Random) -> list[Data] | None:
    solver = solved(model, seed=rng.randint(1, 10**6), work=0.05)
    if solver is None:
        return None
    return [
        {
            "employee": line.employee,
            "position": (line.position_basis_points or 0) / 100,
            "days": list(line.days),
        }
        for line in lines_of(model, solver.response_proto.solution)
    ]


def _change(unit: Data, lines: list[Data], rng: Random) -> None:
    """One day of one line gets another code, two of its days change places, or its size changes."""
    line = rng.choice(lines)
    days, what = line["days"], rng.choice(["code", "code", "swap", "size"])
    first, second = rng.randrange(len(days)), rng.randrange(len(days))
    if what == "swap":
        days[first], days[second] = days[second], days[first]
    elif what == "code":
        days[first] = rng.choice(["", *(shift["code"] for shift in unit["shifts"])])
    else:
        line["position"] = rng.choice([0, 50, 100, line["position"] + 1 if line["position"] < 99 else 40])


def _wild_line(unit: Data, person: Data, rng: Random) -> Data:
    codes, busy = [shift["code"] for shift in unit["shifts"]], rng.choice([0, 0.1, 0.3, 0.6, 0.8, 1])
    days = [rng.choice(codes) if rng.random() < busy else "" for _ in range(7 * unit["cycle"]["weeks"])]
    sizes = [*person["position"].values()] or [0, 50, 100]
    size = rng.choice([*sizes, *sizes, 0, 37])
    return {"employee": person["id"], "position": size if any(days) else rng.choice([size, 0]), "days": days}


def _walked(unit: Data, lines: list[Data], rng: Random) -> list[Data]:
    """In shared rotation mostly one line that all walk."""
    if unit["cycle"]["rotation"] != "shared" or rng.random() < 0.2:
        return lines
    first, whole = lines[0], len(lines[0]["days"])
    return [
        line
        | {
            "position": first["position"],
            "days": [first["days"][(day - 7 * turn) % whole] for day in range(whole)],
        }
        for turn, line in enumerate(lines)
    ]
