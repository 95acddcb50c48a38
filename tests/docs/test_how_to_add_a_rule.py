"""The page on adding a rule works as it stands: its rule, its trial and its own tests are run."""

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to-add-a-rule.md").read_text(encoding="utf-8")
RULE, TRIAL, TESTS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def ran(*blocks: str) -> dict[str, Any]:
    """The names that the blocks leave, run one after the other."""
    names: dict[str, Any] = {"__name__": "page"}
    for block in blocks:
        exec(compile(block, "how-to-add-a-rule.md", "exec"), names)
    return names


def test_the_trial_prints_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names = ran(RULE, TRIAL)
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 2
    assert all(f"\n    {line}\n" in PAGE for line in printed), printed
    solver = names["solver"]
    assert solver.audit(names["scenario"], names["after"], extra_rules=[names["rule"]]).breaches == ()


def test_the_tests_of_the_page_pass() -> None:
    names = ran(RULE, TESTS)
    tests = [test for name, test in names.items() if name.startswith("test_")]
    assert len(tests) == 3
    for test in tests:
        test()


def test_every_place_that_the_page_names_is_there() -> None:
    paths = re.findall(r"`((?:solver|tests|docs|data)/[\w/.-]+)`|\]\((decisions/[\w.-]+)\)", PAGE)
    named = [ROOT / (code or f"docs/{link}") for code, link in paths]
    assert [path for path in named if not path.exists()] == []
