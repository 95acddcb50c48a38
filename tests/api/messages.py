"""Every sentence that the service may say, found in its code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

API = Path(__file__).parents[2] / "api"
DESCRIBED = ("help", "summary", "description", "opens", "metavar")
"""keywords whose texts are read in the API's description or a command's help, in bokmål"""


def said_messages() -> set[str]:
    """Constants that end as sentences do, but for docstrings, descriptions, logs and what alembic says."""
    found: set[str] = set()
    for path in API.rglob("*.py"):
        if "migrations" not in path.parts and path.name != "cli.py":
            found |= set(_sentences(ast.parse(path.read_text(encoding="utf-8"))))
    return found


def _sentences(tree: ast.Module) -> Iterator[str]:
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
        if isinstance(node, ast.keyword) and node.arg in DESCRIBED:
            skipped |= {id(part) for part in ast.walk(node.value)}
        if isinstance(node, ast.Call) and _is_log(node.func):
            skipped |= {id(part) for part in node.args}
    for node in ast.walk(tree):
        value = node.value if isinstance(node, ast.Constant) and id(node) not in skipped else None
        if (isinstance(value, str) and " " in value and value[-1] in ".?" and value[0].isupper()) or _named(
            value
        ):
            assert isinstance(value, str)
            yield value


def _named(value: object) -> bool:
    """A sentence that begins with a value or a quotation mark."""
    return isinstance(value, str) and value[:1] in "«{" and " " in value and value[-1] == "."


def _is_log(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "log"
    )
