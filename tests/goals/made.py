"""Units and rosters by chance, as plain data, to hold the model, the measures and the oracle together."""

from random import Random

from tests.builders import AGREEMENT, Data
from tests.goals.helpers import SHIFTS

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SHORT = {"code": "S", "start": "09:00", "end": "14:10", "paid_minutes": 275, "days": ["mon", "sat", "sun"]}
ROUND = {"code": "R", "start": "12:00", "end": "12:00", "paid_minutes": 900}
EARLY = {"code": "T", "start": "00:00", "end": "06:00"}
WINDOWS = [("07:30", "15:00"), ("07:30", "22:30"), ("22:00", "08:00"), ("00:00", "00:00"), ("10:15", "20:45")]
CODES = ["D", "A", "N", "L", "S", "R", "T"]


def made_unit(rng: Random, rotation: str) -> Data:
    """A unit of two to six people, one to three weeks; in shared rotation as many alike people as weeks."""
    weeks = rng.randint(1, 3)
    people = [_person(rng, number, weeks, rotation) for number in range(1, rng.randint(2, 6) + 1)]
    if rotation == "shared":
        people = [people[0] | {"id": f"E{number}"} for number in range(1, weeks + 1)]
    return {
        "schema": "heltid.scenario/1",
        "id": "made",
        "cycle": {"weeks": weeks, "rotation": rotation},
        "agreement": AGREEMENT,
        "competences": ["assistant", "skilled"],
        "shifts": [*SHIFTS, SHORT, ROUND, EARLY],
        "demand": [_row(rng, weeks) for _ in range(4)],
        "employees": people,
        "residents": [_resident(rng, weeks, name) for name in ("R1", "R2")],
        "small_position": rng.choice([65, {"skilled": 50, "default": 70}]),
    }


def _person(rng: Random, number: int, weeks: int, rotation: str) -> Data:
    current = rng.choice([25, 40, 60, 80])
    vacant = rotation != "shared" and rng.random() < 0.2
    alone: Data = {
        "vacant": vacant,
        "shifts": rng.choice([CODES, CODES, ["D", "A", "R"], ["D", "N", "T"]]),
        "unavailable": rng.choice([[], [], [{"days": ["sat", "sun"]}], [{"start": "22:00", "end": "12:00"}]]),
        "counts_in_cover": rng.random() < 0.9,
        "before": rng.choices(["", "D", "A", "R"], k=rng.randint(0, 6)) if rotation == "none" else [],
    }
    return {
        "id": f"E{number}",
        "competence": rng.choice(["assistant", "skilled", "skilled"]),
        "skills": rng.choice([[], ["medication"]]),
        "long_shifts": rng.random() < 0.7,
        "max_weekends": rng.choice([None, None, None, weeks]),
        "wishes": [_wish(rng, weeks) for _ in range(rng.randint(0, 3))],
        "position": {} if vacant else {"current": current, "wanted": rng.choice([current, 70, 100])},
    } | ({} if rotation == "shared" else alone)


def _resident(rng: Random, weeks: int, name: str) -> Data:
    windows: list[Data] = [
        {"start": start, "end": end, "days": rng.sample(DAYS, 3)} for start, end in rng.sample(WINDOWS, 2)
    ]
    if rng.random() < 0.5:
        windows[0]["weeks"] = [weeks]
    return {"id": name, "windows": windows, "contacts": {"team": rng.choice([2, 3, 6])}}


def _wish(rng: Random, weeks: int) -> Data:
    shift: Data = rng.choice([{}, {"shift": ""}, {"shift": "A"}])
    weight = {"days": rng.sample(DAYS, 3), "want": rng.random() < 0.5, "weight": rng.randint(1, 4)}
    return shift | weight | rng.choice([{}, {"weeks": [weeks]}])


def _row(rng: Random, weeks: int) -> Data:
    start, end = rng.choice(WINDOWS)
    least = rng.randint(0, 2)
    who: Data = rng.choice([{}, {}, {"competence": "skilled"}, {"skill": "medication"}])
    wanted = rng.choice([{}, {"wanted": least + 1}, {"wanted": least + 2}])
    weekly = {"days": rng.sample(DAYS, rng.randint(1, 7)), "start": start, "end": end, "min": least}
    return weekly | who | wanted | rng.choice([{}, {"weeks": [weeks]}])


def made_roster(rng: Random, unit: Data) -> Data:
    """Any days at all that each person may work, with shifts that never overlap; positions by chance."""
    lines = [_line(rng, unit, person) for person in unit["employees"]]
    if unit["cycle"]["rotation"] == "shared":
        first, whole = lines[0]["days"], len(lines[0]["days"])
        for turn, line in enumerate(lines):
            days = [first[(day - 7 * turn) % whole] for day in range(whole)]
            line |= {"days": days, "position": lines[0]["position"]}
    return {"schema": "heltid.roster/1", "lines": lines, "contacts": _contacts(rng, unit, lines)}


def _contacts(rng: Random, unit: Data, lines: list[Data]) -> list[Data]:
    """Any people with a position around each resident, as many as there are."""
    vacant = {person["id"] for person in unit["employees"] if person.get("vacant")}
    able = [line["employee"] for line in lines if line["position"] and line["employee"] not in vacant]
    found = []
    for resident in unit["residents"]:
        some = rng.sample(able, min(len(able), rng.randint(0, resident["contacts"]["team"])))
        pair = dict(zip(("primary", "secondary"), some, strict=False))
        found.append({"resident": resident["id"], "team": some} | pair)
    return found


def _line(rng: Random, unit: Data, person: Data) -> Data:
    length, busy = unit["cycle"]["weeks"] * 7, rng.random()
    days: list[str] = []
    for day in range(length):
        codes = [code for code in person.get("shifts", CODES) if code != "S" or day % 7 in (0, 5, 6)]
        before = days[-1] if days else (person.get("before") or [""])[-1]
        if before in ("N", "R"):
            codes = [code for code in codes if code in ("A", "N") or (code == "R" and before == "R")]
        days.append(rng.choice(codes) if codes and rng.random() < busy else "")
    if days[-1] in ("N", "R") and days[0] not in ("A", "N"):
        days[-1] = ""
    size = person["position"]
    low, high = sorted((size["current"], size["wanted"])) if size else (0, 100)
    return {
        "employee": person["id"],
        "position": rng.choice([low, high, rng.randint(low, high)]),
        "days": days,
    }
