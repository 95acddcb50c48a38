"""What makes units that share people whole beyond their shapes: they are alike where one line must fit them all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final

from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.pool import Pool, PoolLine

PoolCheck = Callable[[Pool], Iterator[Fault]]
LONGEST_CODE: Final = 6
ALIKE: Final = ("agreement", "competences", "small_position")


def ids_are_unique(pool: Pool) -> Iterator[Fault]:
    known: dict[tuple[str, str], str] = {}
    named = [(("unit", one.id), f"units[{index}].id") for index, one in enumerate(pool.units)]
    named += [
        (("line", one.employee.id), f"lines[{index}].employee.id") for index, one in enumerate(pool.lines)
    ]
    for (kind, name), path in named:
        if (kind, name) in known:
            message, instead = "«{id}» står også i {place}.", "Gi dem hver sin."
            yield fault(path, "duplicate_id", message, instead, id=name, place=known[kind, name])
        known.setdefault((kind, name), path)
    for index, line in enumerate(pool.lines):
        for unit in pool.units:
            if line.employee.id in unit.scenario.employee_by_id:
                message, instead = "«{id}» er også en linje i {place}.", "Gi den felles linjen en egen id."
                yield fault(f"lines[{index}].employee.id", "duplicate_id", message, instead,
                            id=line.employee.id, place=unit.id)  # fmt: skip


def units_are_alike(pool: Pool) -> Iterator[Fault]:
    """One line fits all units: as many weeks, one agreement, the same competences and small positions."""
    first = pool.units[0].scenario
    for index, unit in enumerate(pool.units):
        path, cycle = f"units[{index}].scenario", unit.scenario.cycle
        if cycle.rotation != "individual":
            message = "Enheter med rotation {given} kan ikke dele linjer."
            yield fault(f"{path}.cycle.rotation", "rotation", message, "Skriv {asked}.",
                        given=cycle.rotation, asked="individual")  # fmt: skip
        if cycle.weeks != first.cycle.weeks:
            message = "Turnusen har {given} uker, men {place} har {asked}."
            instead = "Bruk enheter med like mange uker i turnusen."
            yield fault(f"{path}.cycle.weeks", "weeks", message, instead, given=cycle.weeks,
                        asked=first.cycle.weeks, place="units[0]")  # fmt: skip
        for name in ALIKE:
            if getattr(unit.scenario, name) != getattr(first, name):
                message, instead = "Enhetene har ulik {field}.", "Skriv det samme som i {place}."
                yield fault(f"{path}.{name}", "not_alike", message, instead, field=name, place="units[0]")
        for place, shift in enumerate(unit.scenario.shifts):
            if len(shift.code) > LONGEST_CODE:
                message, instead = "Vaktkoden «{code}» er for lang her.", "Skriv høyst {most} tegn."
                yield fault(f"{path}.shifts[{place}].code", "long_code", message, instead,
                            code=shift.code, most=LONGEST_CODE)  # fmt: skip


def the_budget_is_of_all(pool: Pool) -> Iterator[Fault]:
    if pool.budget_fte_hundredths is None and any(
        one.scenario.budget_fte_hundredths is not None for one in pool.units
    ):
        message = "En enhet har en ramme, men de felles linjene hører til ingen av dem."
        yield fault("budget_fte", "missing", message, "Skriv rammen for alle enhetene til sammen.")


def units_are_known(pool: Pool) -> Iterator[Fault]:
    known = pool.number_of
    for index, line in enumerate(pool.lines):
        for place, name in enumerate(line.units):
            yield from _known(f"lines[{index}].units[{place}]", name, known)
            if name in line.units[:place]:
                yield fault(f"lines[{index}].units[{place}]", "double", "«{value}» står to ganger.",
                            "Fjern den ene.", value=name)  # fmt: skip
    for index, travel in enumerate(pool.travel):
        for place, name in enumerate(travel.between):
            yield from _known(f"travel[{index}].between[{place}]", name, known)


def lines_fit_their_units(pool: Pool) -> Iterator[Fault]:
    """Competence and codes that the units have."""
    for index, line in enumerate(pool.lines):
        path, given = f"lines[{index}].employee", line.employee
        if any(name not in pool.number_of for name in line.units):
            continue
        if given.competence is not None:
            yield from _known(f"{path}.competence", given.competence, pool.units[0].scenario.competences)
        for place, code in enumerate(given.shifts or ()):
            yield from _known(f"{path}.shifts[{place}]", code, {*_plain(pool, line), *_numbered(pool, line)})
        named = [(f"pinned[{place}]", one.shift) for place, one in enumerate(given.pinned)]
        named += [(f"wishes[{place}]", one.shift or "") for place, one in enumerate(given.wishes)]
        for where, code in named:
            if code:
                yield from _known(f"{path}.{where}.shift", code, {*_only(pool, line), *_numbered(pool, line)})
        if (given.norm or pool.units[0].scenario.agreement.norm) == "tredelt":
            message = "En felles linje kan ikke ha normen tredelt: den måles av vaktene i én enhet."
            yield fault(f"{path}.norm", "tredelt", message, "Skriv fixed.")


def _plain(pool: Pool, line: PoolLine) -> list[str]:
    return [code for name in line.units for code in pool.unit(name).scenario.shift_by_code]


def _only(pool: Pool, line: PoolLine) -> set[str]:
    """Codes that only one of her units has."""
    codes = _plain(pool, line)
    return {code for code in codes if codes.count(code) == 1}


def _numbered(pool: Pool, line: PoolLine) -> set[str]:
    return {
        f"{code}/{pool.number_of[name]}"
        for name in line.units
        for code in pool.unit(name).scenario.shift_by_code
    }


def _known(path: str, name: str, known: Collection[str]) -> Iterator[Fault]:
    if name in known:
        return
    near = nearest(name, known)
    message, words = "«{name}» finnes ikke.", ", ".join(sorted(known))
    if near:
        yield fault(path, "unknown", message, "Mente du «{near}»?", name=name, near=near)
    else:
        yield fault(path, "unknown", message, "Skriv en av {known}.", name=name, known=words)


POOL_CHECKS: Final[tuple[PoolCheck, ...]] = (
    ids_are_unique,
    units_are_alike,
    the_budget_is_of_all,
    units_are_known,
    lines_fit_their_units,
)
