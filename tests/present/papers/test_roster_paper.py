"""The roster on paper: what stands there, that no name is markup, and that the same roster gives the same bytes."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.data import data_dir, unit_path
from solver.files.forms import Asked
from solver.files.roster import load_roster, write_roster
from solver.files.scenario import load_scenario
from solver.files.told import as_told
from solver.present.papers import printing
from solver.present.papers.paper import Grid, Table
from solver.present.papers.roster import RosterPaper
from solver.present.papers.roster_grid import grids
from solver.present.roster_sheet import RosterSheet
from tests.builders import SHIFTS
from tests.files.sheets import roster, unit

HOSTILE = [
    '#read("/etc/passwd")', "$x^2$", "*b* _i_", "[c] ]",
    "#import \"@preview/x:1.0.0\"", "<label>", "@ref", "\\#", "`raw`",
    "= Head", "//c", "/* c */", "{{", "~", '"', "#{panic()}",
]  # fmt: skip


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


@cache
def example() -> tuple[Scenario, Roster]:
    asked = load_scenario(unit_path("solsiden-langvakt-b"))
    return asked, load_roster(data_dir() / "rosters" / "solsiden-langvakt-b.json", asked)


@cache
def printed(**wanted: Any) -> bytes:
    asked, made = example()
    return write_roster(made, asked, "pdf", Asked(**wanted))


def test_the_paper_has_plan_goals_law_holes_codes_contacts_and_room_to_sign() -> None:
    told = text_of(printed())
    for one in (
        "Solsiden bofellesskap", "12 uker fra 4.1.2027 til 28.3.2027", "Ingrid Solberg", "Uke 12 (22.3-28.3)", "F1",
        "Udekket bemanning 0 personminutter bevist best", "Ingen hull: alle krav er dekket.",
        "Daglig hvile aml § 10-8 (1) minst 11 t i orden", "Langvakt 10:00-22:00 12:00", "R01 Stian", "For arbeidsgiver",
        "ikke juridisk rådgivning", "Side 1 av 2",
    ):  # fmt: skip
        assert one in told


def test_the_paper_speaks_english_too() -> None:
    told = text_of(write_roster(roster(unit()), unit(), "pdf", Asked("en")))
    for one in ("Week 1", "Daily rest", "in order", "no bound proven", "Page 1 of 2", "For the employer"):
        assert one in told


@pytest.mark.parametrize(("paper", "sides"), [("a3", (1190.55, 841.89)), ("a4", (841.89, 595.28))])
def test_the_paper_lies_on_its_side_in_the_size_asked_for(paper: str, sides: tuple[float, float]) -> None:
    asked = Asked(paper="a4" if paper == "a4" else "a3")
    for page in read(write_roster(roster(unit()), unit(), "pdf", asked)).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(sides, abs=0.1)


def test_a_long_roster_has_its_header_on_every_page() -> None:
    people = [{"id": f"E{one}", "competence": "skilled", "position": {"current": 0}} for one in range(120)]
    asked = unit(employees=people)
    rows = [{"employee": f"E{one}", "days": ("",) * 7, "position": 0} for one in range(120)]
    made = Roster.model_validate({"lines": tuple(rows)})
    pages = [page.extract_text() for page in read(write_roster(made, asked, "pdf", Asked(paper="a4"))).pages]
    with_plan = [page for page in pages if "E119" in page or "E60" in page or "E0\n" in page]
    assert len(with_plan) > 2
    assert all("Uke 1" in page and "Balanse" in page for page in with_plan[:2])


def test_no_name_is_markup() -> None:
    people = [
        {"id": f"E{place + 1}", "name": name, "competence": "skilled", "position": {"current": 0}}
        for place, name in enumerate(HOSTILE)
    ]
    shifts = [SHIFTS[0] | {"code": "#x", "name": "#{1+1}"}, *SHIFTS]
    asked = unit(
        employees=people, shifts=shifts, name='#panic("x")', residents=[{"id": "$R$", "name": "*Stian*"}]
    )
    rows = [{"employee": one["id"], "days": ("#x", *("",) * 6), "position": 0} for one in people]
    contacts = ({"resident": "$R$", "primary": "E1", "secondary": "E2", "team": ("E1", "E2")},)
    made = Roster.model_validate({"lines": tuple(rows), "contacts": contacts})
    told = text_of(write_roster(made, asked, "pdf"))
    for one in (*HOSTILE, '#panic("x")', "#x", "#{1+1}", "$R$ *Stian*"):
        assert " ".join(one.split()) in told


def test_the_same_roster_gives_the_same_bytes_without_a_clock() -> None:
    asked, made = example()
    assert write_roster(made, asked, "pdf") == printed()
    assert read(printed()).metadata.get("/CreationDate") is None  # type: ignore[union-attr]
    dated = read(printed(made=date(2027, 1, 4))).metadata
    assert str(dated.get("/CreationDate")).startswith("D:20270104")  # type: ignore[union-attr]


def test_a_breach_stands_out_and_is_told() -> None:
    asked = unit()
    told = as_told(roster(asked, "N D . . . . ."), asked)
    parts = RosterPaper(asked, told, "nb", "a3").paper().parts
    law = next(one for one in parts if isinstance(one, Table) and one.header[0] == "Regel")
    assert [law.rows[place][0] for place in law.marked if law.rows[place][0] == "Daglig hvile"] == [
        "Daglig hvile"
    ]
    assert "brudd: 1" in {row[3] for row in law.rows}


@pytest.mark.parametrize(
    ("weeks", "code", "across"), [(12, "D", 12), (12, "DAG", 6), (24, "D", 12), (1, "D", 1)]
)
def test_as_many_weeks_stand_across_as_can_be_read(weeks: int, code: str, across: int) -> None:
    asked = unit(weeks=weeks, shifts=[SHIFTS[0] | {"code": code}])
    found: list[Grid] = list(grids(RosterSheet(asked, roster(asked, "")), "a3"))
    assert [len(one.weeks) for one in found] == [across] * (weeks // across)
    assert [bool(one.after) for one in found] == [*[False] * (len(found) - 1), True]


def test_the_fonts_are_those_whose_licence_stands_beside_them() -> None:
    folder = printing.HERE / "fonts"
    licence = (folder / "LICENSE.txt").read_text(encoding="utf-8")
    fonts = sorted(folder.glob("*.ttf"))
    assert len(fonts) == 2
    for font in fonts:
        assert f"{sha256(font.read_bytes()).hexdigest()}  {font.name}" in licence
    assert "SIL OPEN FONT LICENSE" in licence
