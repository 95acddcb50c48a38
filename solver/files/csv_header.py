"""The header of a roster table: which column holds what, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from solver.domain.cycle import WEEK_DAYS, Cycle
from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.files.csv_words import FIELD_OF, SHORT_DAYS, day_of_column

TALL_FIELDS = ("employee", "week", "day", "shift")
WIDE_FIELDS = ("employee", "name", "position", "hours", "balance")
FEW = 6


class Header:
    """The columns of a table by their names; tall where it has a week, a day and a shift, else wide."""

    def __init__(self, names: tuple[str, ...], place: str) -> None:
        self.names, self.place = names, place
        known = [name.casefold() for name in names]
        self.fields = [FIELD_OF.get(name) for name in known]
        self.days = [day_of_column(name) for name in known]

    @cached_property
    def is_tall(self) -> bool:
        return all(name in self.fields for name in TALL_FIELDS)

    def faults(self, cycle: Cycle) -> Iterator[Fault]:
        """Every fault in the header."""
        yield from self._unknown(cycle)
        yield from self._twice()
        if "employee" not in self.fields:
            yield self._fault("Kolonnen «ansatt» mangler.")
        if not self.is_tall:
            yield from self._missing_days(cycle)

    def _unknown(self, cycle: Cycle) -> Iterator[Fault]:
        allowed = set(FIELD_OF.values() if self.is_tall else WIDE_FIELDS)
        for name, field, day in zip(self.names, self.fields, self.days, strict=True):
            if day is not None and not self.is_tall:
                if not 0 <= day < cycle.days:
                    message = "Kolonnen «{name}» ligger utenfor syklusen på {weeks} uker."
                    yield self._fault(message, name=name, weeks=cycle.weeks)
            elif name and field not in allowed:
                near = nearest(name, FIELD_OF)
                instead = (
                    "Mente du «{near}»?"
                    if near
                    else "Kjente kolonner: ansatt, navn, stilling, uke 1 man, ..."
                )
                yield self._fault("Kolonnen «{name}» er ukjent.", instead, name=name, near=near)

    def _twice(self) -> Iterator[Fault]:
        for columns in (self.fields, self.days):
            for place, column in enumerate(columns):
                if column is not None and column in columns[:place]:
                    yield self._fault("Kolonnen «{name}» står flere ganger.", name=self.names[place])

    def _missing_days(self, cycle: Cycle) -> Iterator[Fault]:
        missing = [day for day in range(cycle.days) if day not in self.days]
        if len(missing) == cycle.days:
            yield self._fault(
                "Ingen kolonner for dagene.",
                "Skriv en kolonne for hver dag («uke 1 man»), eller kolonnene uke, dag og vakt.",
            )
        elif missing:
            some = ", ".join(day_text(day) for day in missing[:FEW]) + (" …" if len(missing) > FEW else "")
            yield self._fault("Kolonner mangler ({count}): {some}.", count=len(missing), some=some)

    def _fault(self, message: str, instead: str = "", **values: object) -> Fault:
        return fault(self.place, "csv_header", message, instead, **values)


def day_text(day: int) -> str:
    """A day of the cycle as its column is called."""
    return f"uke {day // WEEK_DAYS + 1} {SHORT_DAYS[day % WEEK_DAYS]}"
