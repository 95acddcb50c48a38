"""Every setting of the service stands in the operator's page, with what holds without it."""

from __future__ import annotations

import re
from pathlib import Path

from api.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "operate.md").read_text(encoding="utf-8")
BY_MACHINE = ("solve_threads",)
"""what it is without a setting follows from the machine"""


def test_every_setting_is_told_with_its_default_and_none_that_is_not_there() -> None:
    told = dict(re.findall(r"^\| `HELTID_(\w+)` \|([^|]*)\|", PAGE, re.MULTILINE))
    assert {name.lower() for name in told} == Settings.model_fields.keys()
    for name, field in Settings.model_fields.items():
        if name not in BY_MACHINE:
            default = "" if field.default in (None, "") else str(field.default)
            assert told[name.upper()].strip() == default, name
