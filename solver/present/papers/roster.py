"""The roster on paper: the plan first, then what is known of it, for the wall, the meeting and the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.values import clock
from solver.present.contacts import contact_rows
from solver.present.exchange import exchange_lines
from solver.present.findings import DISCLAIMER, NO_LAW, finding_sentence, in_order, who
from solver.present.goals import goal_rows
from solver.present.holes import hole_lines
from solver.present.notes import note_lines
from solver.present.papers.law_check import MARK, SECONDARY, law_check
from solver.present.papers.paper import (
    Bullets,
    Heading,
    NewPage,
    Paper,
    Paragraph,
    Part,
    Signatures,
    Size,
    Table,
)
from solver.present.papers.roster_grid import grids
from solver.present.report import HEADER, RIGHT, Report, measures_sentence, status_sentence
from solver.present.roster_sheet import RosterSheet
from solver.present.text import hours
from solver.present.words import say

PAGE_OF: Final = "Side {page} av {pages}"
SIGN: Final = ("Dato og sted", "For arbeidsgiver", "For de tillitsvalgte")
COLUMNS: Final[dict[Size, int]] = {"a3": 2, "a4": 1}
FINGERPRINT: Final = 12
GOAL_HEADER: Final = ("Mål", "Verdi", "Bevis")
CONTACT_HEADER: Final = ("Beboer", "Primær", "Sekundær", "Resten av teamet")
CODE_HEADER: Final = ("Kode", "Navn", "Tid", "Betalt")
LEGEND: Final = (
    "F1 er ukens frie døgn. Tom rute er fri, × er arbeid i en annen enhet. Nederst: hvor mange som begynner hver vakt, "
    "og færrest til stede samtidig mot kravet (≥)."
)


class RosterPaper:
    """A complete roster as a paper."""

    def __init__(self, scenario: Scenario, roster: Roster, lang: str, size: Size) -> None:
        self.scenario, self.roster, self.lang, self.size = scenario, roster, lang, size
        self.shown = RosterSheet(scenario, roster, lang)

    def paper(self) -> Paper:
        """The whole of it; whoever prints it may give it a date."""
        name = self.scenario.name or self.scenario.id
        mark = (self.roster.scenario_sha256 or "")[:FINGERPRINT]
        footer = " · ".join(part for part in (name, self._agreement(), mark) if part)
        return Paper(name, self.lang, footer, say(PAGE_OF, self.lang, page="{page}", pages="{pages}"), self.size,
                     parts=list(self._parts()))  # fmt: skip

    def _agreement(self) -> str:
        agreement = self.scenario.agreement
        return agreement.name or agreement.id

    def _parts(self) -> Iterator[Part]:
        yield Paragraph(self._when())
        yield from grids(self.shown, self.size)
        yield Paragraph(say(LEGEND, self.lang), is_small=True)
        yield NewPage(COLUMNS[self.size])
        yield from self._known()
        yield from self._law()
        yield from self._people()
        yield Signatures([say(one, self.lang) for one in SIGN])

    def _when(self) -> str:
        """`Turnus, 12 uker fra 4.1.2027 til 28.3.2027`, with the agreement."""
        weeks, start = self.scenario.cycle.weeks, self.shown.start
        if start is None:
            return say(
                "Turnus, {weeks} uker. Avtale: {agreement}.",
                self.lang,
                weeks=weeks,
                agreement=self._agreement(),
            )
        last = start + timedelta(days=self.scenario.cycle.days - 1)
        message = "Turnus, {weeks} uker fra {start} til {last}. Avtale: {agreement}."
        return say(
            message, self.lang, weeks=weeks, start=_date(start), last=_date(last), agreement=self._agreement()
        )

    def _known(self) -> Iterator[Part]:
        roster, scenario, lang = self.roster, self.scenario, self.lang
        told = [
            status_sentence(roster.model_copy(update={"run": None}), lang),
            measures_sentence(roster, lang),
        ]
        yield from (Paragraph(one) for one in told if one)
        yield Heading(say("Mål, i rekkefølge", lang))
        yield self._table(GOAL_HEADER, goal_rows(roster, scenario, lang), (5, 4, 4))
        yield Heading(say("Hull i bemanningen", lang))
        holes = hole_lines(roster.holes, scenario, lang)
        yield Bullets(holes) if holes else Paragraph(say("Ingen hull: alle krav er dekket.", lang))

    def _law(self) -> Iterator[Part]:
        roster, scenario, lang = self.roster, self.scenario, self.lang
        yield Heading(say("Kontroll mot lov, avtale og egne regler", lang))
        if not scenario.agreement.law_checked:
            yield Paragraph(say(NO_LAW, lang))
        table = law_check(roster.findings, scenario, lang)
        yield table
        if any(MARK in row[1] for row in table.rows):
            yield Paragraph(say(SECONDARY, lang), is_small=True)
        found = [finding_sentence(one, scenario, lang) for one in in_order(roster.findings)]
        found += [*note_lines(roster.notes, lang), *exchange_lines(roster, scenario, lang)]
        if found:
            yield Heading(say("Merknader", lang))
            yield Bullets(found)
        yield Paragraph(say(DISCLAIMER, lang), is_small=True)

    def _people(self) -> Iterator[Part]:
        roster, scenario, lang = self.roster, self.scenario, self.lang
        yield Heading(say("Stillinger", lang))
        rows = Report(scenario, roster, lang).position_rows()
        yield Table(
            [say(name, lang) for name in HEADER], rows, widths=(5, 3, 2, 2, 2, 2, 2, 2, 2), right=RIGHT
        )
        if roster.contacts:
            yield Heading(say("Kontakter", lang))
            yield self._table(
                CONTACT_HEADER, [self._contacts(row) for row in contact_rows(roster, scenario)], (3, 4, 4, 8)
            )
        yield Heading(say("Vaktkoder", lang))
        codes = [
            [one.code, one.name or "", f"{clock(one.start)}-{clock(one.end)}", hours(one.paid_minutes)]
            for one in scenario.shifts
        ]
        yield self._table(CODE_HEADER, codes, (2, 5, 4, 2))

    def _contacts(self, row: Sequence[str]) -> list[str]:
        resident, primary, secondary, *team = row
        name = next((one.name for one in self.scenario.residents if one.id == resident), None)
        rest = ", ".join(who(one, self.scenario) for one in team if one not in (primary, secondary))
        pair = [who(one, self.scenario) or "-" for one in (primary, secondary)]
        return [f"{resident} {name or ''}".strip(), *pair, rest or "-"]

    def _table(self, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
        return Table([say(name, self.lang) for name in header], rows, widths)


def _date(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
