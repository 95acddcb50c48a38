"""What is written about access for people is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.access import rights_page
from api.access.login.pages import FOLDER
from api.access.principal import Role
from api.access.settings import AccessSettings
from api.words import catalogue

DOCS = Path(__file__).parents[3] / "docs"


def test_the_page_of_rights_is_the_table() -> None:
    assert rights_page.FILE.read_text("utf-8") == rights_page.page(), "python -m api.access.rights_page"
    assert set(rights_page.ROLES) == set(Role)


def test_every_setting_of_access_stands_in_the_operators_page_with_its_default() -> None:
    told = dict(
        re.findall(r"^\| `(HELTID_\w+)` \|([^|]*)\|", (DOCS / "operate.md").read_text("utf-8"), re.MULTILINE)
    )
    for name, field in AccessSettings.model_fields.items():
        default = "" if field.default in (None, "") else str(field.default)
        assert told[f"HELTID_{name.upper()}"].strip() == default, name


@pytest.mark.parametrize("page", ["threat-model.md", "operate.md", "rights.md"])
def test_the_pages_point_at_what_is_there(page: str) -> None:
    for target in re.findall(r"\]\(([\w./-]+)\)", (DOCS / page).read_text("utf-8")):
        assert (DOCS / target).exists(), target


def test_every_text_of_the_log_in_pages_is_there_in_english() -> None:
    told = [
        text
        for page in FOLDER.glob("*.html")
        for text in re.findall(r'say\("([^"]+)"', page.read_text("utf-8"))
    ]
    assert len(told) > 15
    assert [text for text in told if text not in catalogue()] == []
