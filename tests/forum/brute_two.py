"""As `brute`, where people of another unit may have a second line: every way to share a vacancy over two units.

Both units have the same shifts, so that somebody's two lines together break a rule where one line of all her days does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from solver.domain.case import Case
from solver.domain.employee import Employee
from tests.forum.brute import Key, Plan, _is_met, _legal, _legal_of_leaving, _may_have, _plan
from tests.forum.made import DAYS, STEP

NOTHING: Plan = (False,) * len(DAYS)
MOST_SECONDS = 2


def best_key_of_two(asked: Case) -> Key | None:
    """Fewest small positions, most full (negated), fewest changed days of others; None where every way opens a hole."""
    return min(_keys(asked), default=None)


def _keys(asked: Case) -> Iterator[Key]:
    here, there = asked.units
    lines = {line.employee: _plan(line.days) for line in here.roster.lines}
    away = {line.employee: _plan(line.days) for line in there.roster.lines}
    people = [one for one in here.scenario.employees if one.id != asked.vacancy.line]
    own = [
        [plan for plan in _legal(here.scenario, one)
         if _may_have(asked, one, STEP * sum(plan), STEP * sum(lines[one.id]))]
        for one in people
    ]  # fmt: skip
    seconds = [list(_seconds(asked, one, away[one.id])) for one in there.scenario.employees]
    left = STEP * sum(map(sum, lines.values()))
    for extra in product(*seconds):
        if sum(map(any, extra)) > MOST_SECONDS:
            continue
        for plans in product(*own):
            rest = left - STEP * sum(map(sum, (*plans, *extra)))
            for more in _legal_of_leaving(here.scenario, asked.vacancy.line) if rest >= 0 else ():
                there_now = [*plans, *(one for one in extra if any(one)), more]
                if STEP * sum(more) == rest and _is_met(
                    here.scenario.demand, there_now, list(lines.values())
                ):
                    chosen = dict(zip((one.id for one in people), plans, strict=True))
                    yield _key(asked, chosen, rest, dict(zip(away, extra, strict=True)))


def _seconds(asked: Case, one: Employee, own: Plan) -> Iterator[Plan]:
    """Every second line that somebody of the other unit may have: none, or days beside her own that break no rule."""
    yield NOTHING
    wish = next((wish for wish in asked.wants_more if wish.employee == one.id), None)
    if wish is None or not wish.also or one.competence == "assistant" or not any(own):
        return
    for both in _legal(asked.units[1].scenario, one):
        keeps_her_own = all(now or not before for now, before in zip(both, own, strict=True)) and both != own
        if keeps_her_own and STEP * sum(both) <= wish.wanted_basis_points / 100:
            yield tuple(now and not before for now, before in zip(both, own, strict=True))


def _key(asked: Case, chosen: dict[str, Plan], rest: int, extra: dict[str, Plan]) -> Key:
    wishes = {wish.employee: wish.wanted_basis_points / 100 for wish in asked.wants_more}
    small = int(0 < rest < asked.thresholds.advertised_basis_points / 100)
    full, changed = int(rest >= 100), 0
    for unit in asked.units:
        for line in unit.roster.lines:
            name, before = line.employee, _plan(line.days)
            if name == asked.vacancy.line:
                continue
            held, now = STEP * sum(before), chosen.get(name, before)
            size = STEP * (sum(now) + sum(extra.get(name, NOTHING)))
            small += 0 < size < 65 <= max(wishes.get(name, held), size)
            full += size >= 100
            if size == held:
                changed += sum(old != new for old, new in zip(before, now, strict=True))
    return small, -full, changed
