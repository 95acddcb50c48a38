"""Every sentence that a fault may say, found in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOLVER = Path(__file__).parents[2] / "solver"


def fault_messages() -> set[str]:
    """The sentences in modules that make faults: constants of several words that end as sentences do."""
    found: set[str] = set()
    for path in SOLVER.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "solver.domain.fault import" in text and "fault(" in text:
            found |= set(_sentences(ast.parse(text)))
    return found


def _sentences(tree: ast.Module) -> Iterator[str]:
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    skipped |= {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) and id(node) not in skipped else None
        if isinstance(value, str) and " " in value and value[-1] in ".?":
            yield value
