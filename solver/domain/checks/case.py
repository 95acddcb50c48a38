"""What makes a case whole beyond its shape: units, lines and people that exist, and sizes and months that agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from solver.domain.case import Case
from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.values import number

CaseCheck = Callable[[Case], Iterator[Fault]]


def units_are_unique_and_alike(case: Case) -> Iterator[Fault]:
    first: dict[str, int] = {}
    weeks = case.units[0].scenario.cycle.weeks
    for index, unit in enumerate(case.units):
        path = f"units[{index}]"
        if unit.id in first:
            message, instead = "«{id}» står også i {place}.", "Gi dem hver sin."
            place = f"units[{first[unit.id]}]"
            yield fault(f"{path}.id", "duplicate_id", message, instead, id=unit.id, place=place)
        first.setdefault(unit.id, index)
        cycle = unit.scenario.cycle
        if cycle.rotation != "individual":
            message, instead = (
                "Forumet kan ikke flytte timer i en turnus med rotation {given}.",
                "Skriv {asked}.",
            )
            yield fault(
                f"{path}.scenario", "rotation", message, instead, given=cycle.rotation, asked="individual"
            )
        if cycle.weeks != weeks:
            message = "Turnusen har {given} uker, men {place} har {asked}."
            instead = "Bruk enheter med like mange uker i turnusen."
            yield fault(f"{path}.scenario", "weeks", message, instead, given=cycle.weeks, asked=weeks,
                        place="units[0]")  # fmt: skip


def the_vacancy_is_a_line(case: Case) -> Iterator[Fault]:
    vacancy, path = case.vacancy, "vacancy"
    known = case.unit_by_id
    if vacancy.unit not in known:
        yield _unknown(f"{path}.unit", vacancy.unit, known)
        return
    unit = known[vacancy.unit]
    if vacancy.competence not in unit.scenario.competences:
        yield _unknown(f"{path}.competence", vacancy.competence, unit.scenario.competences)
    if vacancy.line not in unit.scenario.employee_by_id:
        yield _unknown(f"{path}.line", vacancy.line, unit.scenario.employee_by_id)
        return
    given = next((line for line in unit.roster.lines if line.employee == vacancy.line), None)
    size = given.position_basis_points if given else None
    if size is not None and size != vacancy.percent_basis_points:
        message = "Linjen «{line}» er {size} % i dagens turnus."
        yield fault(
            f"{path}.percent", "percent", message, "Skriv {size}.", line=vacancy.line, size=number(size)
        )


def those_who_want_more_exist(case: Case) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for index, wish in enumerate(case.wants_more):
        path = f"wants_more[{index}]"
        key = (wish.unit, wish.employee)
        if key in seen:
            message, instead = "«{id}» står også i {place}.", "Behold én rad for hver."
            place = f"wants_more[{seen[key]}]"
            yield fault(f"{path}.employee", "duplicate_id", message, instead, id=wish.employee, place=place)
        seen.setdefault(key, index)
        if wish.unit not in case.unit_by_id:
            yield _unknown(f"{path}.unit", wish.unit, case.unit_by_id)
            continue
        people = case.unit_by_id[wish.unit].scenario.employee_by_id
        if wish.employee not in people:
            yield _unknown(f"{path}.employee", wish.employee, people)
        elif people[wish.employee].vacant or key == (case.vacancy.unit, case.vacancy.line):
            message, instead = "«{id}» er en linje som er eller blir ledig.", "Fjern raden."
            yield fault(f"{path}.employee", "vacant", message, instead, id=wish.employee)
        for place_, other in enumerate(wish.also):
            if other.unit not in case.unit_by_id:
                yield _unknown(f"{path}.also[{place_}].unit", other.unit, case.unit_by_id)
            elif other.unit == wish.unit:
                message, instead = "«{id}» er enheten hun alt arbeider i.", "Fjern den."
                yield fault(f"{path}.also[{place_}].unit", "own_unit", message, instead, id=other.unit)


def wishes_are_for_more(case: Case) -> Iterator[Fault]:
    for index, wish in enumerate(case.wants_more):
        unit = case.unit_by_id.get(wish.unit)
        if unit is None:
            continue
        line = next((one for one in unit.roster.lines if one.employee == wish.employee), None)
        size = line.position_basis_points if line else None
        if size is not None and wish.wanted_basis_points <= size:
            message = "{wanted} % er ikke mer enn stillingen i dag, {size} %."
            yield fault(f"wants_more[{index}].wanted", "wanted", message, "Skriv mer enn {size}, eller fjern raden.",
                        wanted=number(wish.wanted_basis_points), size=number(size))  # fmt: skip


def months_are_past_and_once(case: Case) -> Iterator[Fault]:
    last = f"{case.date:%Y-%m}"
    for index, wish in enumerate(case.wants_more):
        seen: set[str] = set()
        for place, extra in enumerate(wish.extra_hours):
            path = f"wants_more[{index}].extra_hours[{place}].month"
            if extra.month > last:
                message, instead = "{month} er etter saken ({last}).", "Skriv en måned som er omme."
                yield fault(path, "later", message, instead, month=extra.month, last=last)
            if extra.month in seen:
                yield fault(path, "double", "«{value}» står to ganger.", "Fjern den ene.", value=extra.month)
            seen.add(extra.month)


def notices_end_after_dismissals(case: Case) -> Iterator[Fault]:
    for index, one in enumerate(case.priority):
        if one.notice_ends < one.dismissed:
            message, instead = (
                "Oppsigelsestiden slutter {ends}, før oppsigelsen {given}.",
                "Rett en av datoene.",
            )
            yield fault(f"priority[{index}].notice_ends", "order", message, instead,
                        ends=one.notice_ends, given=one.dismissed)  # fmt: skip


CASE_CHECKS: Final[tuple[tuple[CaseCheck, tuple[str, ...]], ...]] = (
    (units_are_unique_and_alike, ("units[]",)),
    (the_vacancy_is_a_line, ("units[]", "vacancy")),
    (those_who_want_more_exist, ("units[]", "vacancy")),
    (wishes_are_for_more, ("units[]", "vacancy")),
    (months_are_past_and_once, ("date",)),
    (notices_end_after_dismissals, ()),
)
"""Each check with the places it relies on: where one was cut away as faulty, it says nothing."""


def _unknown(path: str, value: str, known: Iterable[str]) -> Fault:
    near, listed = nearest(value, known), ", ".join(known)
    message = "«{value}» er ukjent her."
    if near:
        return fault(path, "unknown_word", message, "Mente du «{near}»?", value=value, near=near)
    return fault(path, "unknown_word", message, "Skriv en av: {words}.", value=value, words=listed)
