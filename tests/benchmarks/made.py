"""Small instances in the form of Curtois & Qu's, and rosters of them by chance."""

from random import Random

from benchmarks.curtois.instance import Cover, Instance, Request, Shift, Staff

TEXT = """
# a comment
SECTION_HORIZON
14

SECTION_SHIFTS
# id, minutes, not before
E,480,
L,600,E|E

SECTION_STAFF
A,E=14|L=0,4320,3360,5,2,3,1
B,E=14|L=4,4320,960,4,1,2,2

SECTION_DAYS_OFF
A,0,13

SECTION_SHIFT_ON_REQUESTS
A,2,E,2
SECTION_SHIFT_OFF_REQUESTS
B,12,L,3

SECTION_COVER
0,E,1,100,1
5,L,2,50,3
"""
ANY_WEIGHTS, SAME_WEIGHTS = [(100, 1), (50, 3), (0, 2), (70, 0), (2, 2)], [(100, 1)]


def instance(rng: Random) -> Instance:
    """One or two weeks, one to three shifts, one to three people, few limits that a roster by chance keeps."""
    days, codes = rng.choice([7, 14]), ["E", "D", "L"][: rng.randint(1, 3)]
    weights = rng.choice([SAME_WEIGHTS, ANY_WEIGHTS])
    people = ["A", "B", "C"][: rng.randint(1, 3)]
    return Instance(
        name="made",
        days=days,
        shifts=tuple(
            Shift(
                code, minutes=rng.choice([480, 600]), not_before=tuple(rng.sample(codes[:place], place // 2))
            )
            for place, code in enumerate(codes)
        ),
        staff=tuple(_staff(rng, one, codes, days) for one in people),
        requests=tuple(
            Request(
                rng.choice(people),
                day=rng.randrange(days),
                shift=rng.choice(codes),
                weight=rng.randint(1, 3),
                wants=rng.random() < 0.5,
            )
            for _ in range(rng.randint(0, 12))
        ),
        cover=tuple(
            Cover(day, code, wanted=rng.randint(0, 3), under=pair[0], over=pair[1])
            for day in range(days)
            for code in codes
            for pair in [rng.choice(weights)]
        ),
    )


def _staff(rng: Random, name: str, codes: list[str], days: int) -> Staff:
    return Staff(
        id=name,
        max_shifts={code: rng.choice([3, days] if name == "A" else [0, 3, days]) for code in codes},
        max_minutes=rng.choice([1920, 600 * days]),
        min_minutes=rng.choice([0, 0, 480, 1920]),
        max_consecutive=rng.choice([2, 5, 14]),
        min_consecutive=rng.choice([1, 1, 2]),
        min_consecutive_off=rng.choice([1, 1, 2, 3]),
        max_weekends=rng.randint(0, days // 7),
        days_off=frozenset(rng.sample(range(days), rng.choice([0, 0, 1]))),
    )


def roster(rng: Random, made: Instance) -> dict[str, list[str]]:
    """Any shifts on any days, in blocks, so that some keep every rule."""
    found = {}
    for staff in made.staff:
        can = [code for code, most in staff.max_shifts.items() if most]
        days: list[str] = []
        while len(days) < made.days:
            code = rng.choice(["", "", *can])
            days += [code] * rng.randint(1, 3)
        found[staff.id] = days[: made.days]
        for day in staff.days_off if rng.random() < 0.8 else ():
            found[staff.id][day] = ""
    return found
