"""Faults in a file: every one is named at once, with its path and what to write instead.

A fault holds bokmål message ids and their parameters; `present.words` makes the sentence in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A sentence to be: the bokmål message id and the values it names."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.values)


@dataclass(frozen=True)
class Fault:
    """One fault at `path` (such as `employees[3].position.max`; empty for the whole file)."""

    path: str
    code: str
    message: Text
    instead: Text

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.message} {self.instead}".strip()


class FaultError(ValueError):
    """A file that cannot be used, with every fault found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def fault(path: str, code: str, message: str, instead: str = "", /, **values: object) -> Fault:
    """Make a fault whose two sentences share the same values."""
    return Fault(path, code, Text(message, values), Text(instead, values))


def path_of(location: Iterable[object]) -> str:
    """`("employees", 3, "position")` as `employees[3].position`."""
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
