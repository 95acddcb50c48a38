"""The picture of a roster: well formed, alone, and with every shift and position in it."""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.present.picture import picture
from tests.present.helpers import line, roster, told, unit

SVG = "{http://www.w3.org/2000/svg}"
COMMITTED = Path(__file__).parents[2] / "docs" / "roster.svg"


def drawn(asked: Scenario, given: Roster) -> ET.Element:
    return ET.fromstring(picture(asked, given))


def texts(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def planned() -> tuple[Scenario, Roster]:
    person = line(position={"current": 50, "wanted": 100})
    asked = unit(weeks=2, employees=[person | {"id": "E1", "name": "Åse <Lie> & co"}, person | {"id": "E2"}])
    return asked, told(asked, roster(asked, {"E1": "D D A . . L . | N", "E2": "A A A A"}))


def test_every_shift_is_drawn_once_in_the_colour_of_its_kind() -> None:
    asked, given = planned()
    svg = drawn(asked, given)
    names = {cell.get("id"): cell.find(f"{SVG}text") for cell in svg.iter(f"{SVG}g")}
    used = Counter(str(use.get("href")).removeprefix("#") for use in svg.iter(f"{SVG}use"))
    letters = {str(text.text): used[str(name)] - 1 for name, text in names.items() if text is not None}
    assert letters == {"D": 2, "A": 5, "L": 1, "N": 1}  # and each once more, where they are explained


def test_names_and_positions_stand_beside_their_lines_and_signs_do_no_harm() -> None:
    asked, given = planned()
    found = texts(drawn(asked, given))
    assert "E1 Åse <Lie> & co" in found
    assert {
        f"{one.position_basis_points // 100} %" for one in given.lines if one.position_basis_points
    } <= set(found)


def test_a_code_nobody_knows_is_shown_and_not_left_out() -> None:
    asked, _ = planned()
    assert "X" in texts(drawn(asked, roster(asked, {"E1": "X"})))


def test_it_fetches_nothing_and_runs_nothing() -> None:
    asked, given = planned()
    svg = drawn(asked, given)
    assert not [
        part.tag for part in svg.iter() if part.tag.removeprefix(SVG) in ("script", "image", "style", "a")
    ]
    assert all(str(use.get("href")).startswith("#") for use in svg.iter(f"{SVG}use"))


@pytest.mark.parametrize(("lang", "word"), [("nb", "uke 1"), ("en", "week 1")])
def test_its_words_are_in_the_readers_language(lang: str, word: str) -> None:
    asked, given = planned()
    assert word in texts(ET.fromstring(picture(asked, given, lang)))
