"""What is required against what can be achieved: one line of the arithmetic, as data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

About = Literal["weekends", "sundays", "nights", "hours", "window", "heads", "budget", "position", "contacts"]


@dataclass(frozen=True)
class Balance:
    """One statement: so much is `required`, and no roster can achieve more than `achievable`.

    `unit` is shifts, people, minutes, fte or windows. `competence`, `skill` and `group` say whose work it is, `row`
    which row of demand (from 0), `days` which days of the cycle, `start` and `end` the minutes after their midnight,
    `employee` whose line. `details` holds other numbers that the sentence tells.
    """

    about: About
    unit: str
    required: float
    achievable: float
    competence: str | None = None
    skill: str | None = None
    group: str | None = None
    row: int | None = None
    days: tuple[int, ...] = ()
    start: int | None = None
    end: int | None = None
    employee: str | None = None
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def missing(self) -> float:
        """How much is short; 0 where it is enough."""
        return max(0, self.required - self.achievable)

    @property
    def is_short(self) -> bool:
        return self.missing > 0

    @property
    def refutes(self) -> bool:
        """Whether it shows that nothing covers the demand; of residents' windows that are short, that is not so."""
        return self.is_short and self.about != "contacts"

    def plain(self) -> dict[str, Any]:
        """As plain values, what is not said left out."""
        found = {name: value for name, value in asdict(self).items() if value not in (None, (), {})}
        return found | {"missing": self.missing}
