"""`python -m benchmarks.curtois.made_up PEOPLE WEEKS CODES SEED`: a made-up instance in Curtois & Qu's format.

For what their public instances are too few to show: a year of many people, each with codes of her own, holidays in
stretches, and hours that leave little room. Nothing makes sure that a roster exists.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from random import Random

REST, DAY = 11 * 60, 24 * 60
LENGTHS = 480, 480, 480, 540, 600, 720
FULL_WEEK = 2160
PARTS = 0.9, 0.9, 0.9, 0.85, 0.8, 0.6, 0.5
UNDER, OVER = 100, 1


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curtois.made_up", description=__doc__)
    for name in ("people", "weeks", "codes", "seed"):
        parser.add_argument(name, type=int)
    asked = parser.parse_args(argv)
    print("\n".join(instance(asked.people, asked.weeks, asked.codes, asked.seed)))
    return 0


def instance(people: int, weeks: int, codes: int, seed: int) -> Iterator[str]:
    """The lines of an instance's file."""
    chance, names = Random(seed), [f"P{number:03}" for number in range(people)]
    begins = sorted(chance.choice(range(0, DAY, 60)) for _ in range(codes))
    minutes = [chance.choice(LENGTHS) for _ in range(codes)]
    yield from ("SECTION_HORIZON", str(7 * weeks), "", "SECTION_SHIFTS")
    for code in range(codes):
        too_soon = (_name(n) for n, at in enumerate(begins) if begins[code] + minutes[code] + REST > at + DAY)
        yield f"{_name(code)},{minutes[code]},{'|'.join(too_soon)}"
    yield from ("", "SECTION_STAFF")
    own = {}
    for who in names:
        own[who] = sorted(chance.sample(range(codes), max(2, min(codes, chance.randint(3, 12)))))
        yield f"{who},{_limits(chance, own[who], minutes, weeks)}"
    yield from ("", "SECTION_DAYS_OFF")
    for who in names:
        yield ",".join([who, *map(str, _days_off(chance, 7 * weeks))])
    for wish in ("ON", "OFF"):
        yield from ("", f"SECTION_SHIFT_{wish}_REQUESTS")
        for who in names:
            for _ in range(weeks // 2):
                day, code = chance.randrange(7 * weeks), chance.choice(own[who])
                yield f"{who},{day},{_name(code)},{chance.randint(1, 3)}"
    yield from ("", "SECTION_COVER")
    each = people * 4 / 7 / codes
    for day in range(7 * weeks):
        for code in range(codes):
            yield f"{day},{_name(code)},{max(1, round(each * chance.uniform(0.6, 1.3)))},{UNDER},{OVER}"


def _name(code: int) -> str:
    return f"s{code:02}"


def _limits(chance: Random, own: Sequence[int], minutes: Sequence[int], weeks: int) -> str:
    """How many of each code (of her shortest, any), and the hours, stretches and weekends of one person."""
    hours, days = int(chance.choice(PARTS) * weeks * FULL_WEEK), 7 * weeks
    free = min(own, key=lambda code: minutes[code])
    most = [
        0 if code not in own else days if code == free else chance.choice((days, days, weeks, weeks // 2))
        for code in range(len(minutes))
    ]
    told = "|".join(f"{_name(code)}={count}" for code, count in enumerate(most))
    stretches = f"{chance.choice((5, 5, 6))},2,{chance.choice((2, 2, 3))}"
    return f"{told},{hours + 480},{hours - 480},{stretches},{weeks // 2}"


def _days_off(chance: Random, days: int) -> list[int]:
    """A twelfth of the days, in stretches of a day to two weeks."""
    found: set[int] = set()
    while len(found) < max(1, days // 12):
        first = chance.randrange(days)
        found |= set(range(first, min(days, first + chance.choice((1, 2, 7, 14)))))
    return sorted(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
