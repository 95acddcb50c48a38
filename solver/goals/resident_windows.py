"""What goals about residents have in common: windows in which none of some people around a resident is at work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from solver.domain.employee import Employee, Resident
from solver.domain.residents import OFFSETS, Span, contacts_by_resident, is_there, minutes_within, occasions
from solver.domain.roster import Contacts, Roster
from solver.domain.scenario import Scenario
from solver.domain.work import Sheet
from solver.goals.base import Goal
from solver.rules.base import Bool, Linear, Model


class ResidentGoal(Goal):
    """Windows of residents, each day of each, in which nobody of `people` works at least half."""

    unit = "windows"

    def people(self, contacts: Contacts | None) -> tuple[str, ...]:
        """Who of those around a resident counts, by employee id."""
        raise NotImplementedError

    def chosen(self, model: Model, resident: Resident) -> Mapping[str, Bool]:
        """The same in the model: for each employee, something that is true only where she counts."""
        raise NotImplementedError

    def measure(self, sheet: Sheet, current: Roster | None = None) -> int:
        around, gaps = contacts_by_resident(sheet.roster), 0
        for resident in sheet.scenario.residents:
            names = self.people(around.get(resident.id))
            lines = [sheet.line_of[one] for one in names if one in sheet.line_of]
            for window, day in occasions(sheet.scenario, resident):
                gaps += not any(is_there(line, window, day) for line in lines)
        return gaps

    def express(self, model: Model, current: Roster | None = None) -> Linear:
        return sum(gap for one in model.scenario.residents for gap in self._gaps(model, one))

    def _gaps(self, model: Model, resident: Resident) -> Iterator[Linear]:
        """1 for each window without them. Where days are known, windows with the same people there share a literal."""
        chosen, alike = self.chosen(model, resident), dict[tuple[str, ...], Bool]()
        people = [one for one in model.employees if one.id in chosen]
        for number, (window, day) in enumerate(occasions(model.scenario, resident)):
            there = {one.id: present(model, one, window, day) for one in people}
            there = {one: literal for one, literal in there.items() if not _is(literal, 0)}
            name = f"{self.id}.{resident.id}.{number}"
            if not all(_is(literal, 1) for literal in there.values()):
                yield _gap(model, [_both(model, chosen[one], there[one], name) for one in there], name)
                continue
            key = tuple(there)
            if key not in alike:
                alike[key] = _gap(model, [chosen[one] for one in there], name)
            yield alike[key]

    def ceiling(self, scenario: Scenario) -> int:
        return sum(1 for resident in scenario.residents for _ in occasions(scenario, resident))


def present(model: Model, employee: Employee, window: Span, day: int) -> Bool:
    """A literal that is true only where the employee works at least half of a window."""
    key = "present", employee.id, window, day
    if key not in model.kept:
        model.kept[key] = _present(model, employee, window, day)
    return model.kept[key]


def _present(model: Model, employee: Employee, window: Span, day: int) -> Bool:
    minutes, length = minutes_within(model.scenario, window), window[1] - window[0]
    parts = [
        (model.works(employee, day + offset, code), shared) for (offset, code), shared in minutes.items()
    ]
    name = f"present.{employee.id}.{day}.{window[0]}.{window[1]}"
    if can_add_up(minutes, length):
        there = model.boolean(name)
        model.add(2 * sum(shared * works for works, shared in parts) >= length * there, name)
        return there
    enough = [works for works, shared in parts if 2 * shared >= length and not _is(works, 0)]
    if any(_is(works, 1) for works in enough):
        return 1
    if len(enough) <= 1:
        return enough[0] if enough else 0
    there = model.boolean(name)
    model.implies(there, *enough, name=name)
    return there


def can_add_up(minutes: Mapping[tuple[int, str], int], length: int) -> bool:
    """Whether shifts that are each too short for half a window could be enough together."""
    longest = [
        max(
            (shared for (day, _), shared in minutes.items() if day == offset and 2 * shared < length),
            default=0,
        )
        for offset in OFFSETS
    ]
    return 2 * sum(longest) >= length


def _both(model: Model, chosen: Bool, there: Bool, name: str) -> Bool:
    """Something that is true only where both are."""
    if isinstance(chosen, int):
        return there if chosen else 0
    if isinstance(there, int):
        return chosen if there else 0
    both = model.boolean(name)
    model.implies(both, chosen, name=name)
    model.implies(both, there, name=name)
    return both


def _gap(model: Model, served: list[Bool], name: str) -> Bool:
    """A literal that is true where none of these is, as it is made small."""
    if any(_is(one, 1) for one in served):
        return 0
    served = [one for one in served if not isinstance(one, int)]
    if not served:
        return 1
    gap = model.boolean(name)
    model.implies(model.negated(gap), *served, name=name)
    return gap


def _is(literal: Bool, value: int) -> bool:
    return isinstance(literal, int) and literal == value
