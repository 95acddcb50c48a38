"""Progress of a plan on a terminal: each goal with its best value and proven bound, and the time used."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, TextIO

from solver.goals.registry import GOALS
from solver.present.goals import goal_name
from solver.present.text import amount, number
from solver.present.words import say

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

REFRESH_PER_SECOND = 4
HEADER = ("Mål", "Best så langt", "Bevist minst")


class Step(Protocol):
    """How far a plan has come, as the search tells it."""

    @property
    def stage(self) -> int: ...
    @property
    def stages(self) -> int: ...
    @property
    def goal(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def bound(self) -> float | None: ...
    @property
    def seconds(self) -> float: ...
    @property
    def done(self) -> bool: ...


class ProgressTable:
    """Shows every step on the stream while the block lasts; shows nothing where the stream is no terminal."""

    def __init__(
        self, seconds: float, lang: str, *, quiet: bool = False, stream: TextIO | None = None
    ) -> None:
        self.stream = stream or sys.stderr
        self.seconds, self.lang = seconds, lang
        self.is_shown = not quiet and self.stream.isatty()
        self.steps: dict[int, Step] = {}
        self.started = time.monotonic()
        self.live: Live | None = None

    def __enter__(self) -> ProgressTable:
        if self.is_shown:
            from rich.console import Console
            from rich.live import Live

            console = Console(file=self.stream)
            self.live = Live(
                console=console,
                get_renderable=self.table,
                refresh_per_second=REFRESH_PER_SECOND,
                transient=True,
            )
            self.live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.live:
            self.live.stop()

    def __call__(self, step: Step) -> None:
        """Take note of a step; called from the search, whatever thread it is in."""
        self.steps[step.stage] = step

    def table(self) -> Table:
        """The goals so far, the one under way last, with the time used above."""
        from rich.table import Table

        table = Table(box=None, title=self.title(), title_justify="left", pad_edge=False)
        for name in HEADER:
            table.add_column(say(name, self.lang))
        for _, step in sorted(self.steps.items()):
            table.add_row(*step_cells(step, self.lang))
        return table

    def title(self) -> str:
        used = round(time.monotonic() - self.started)
        message = "Planlegger: {used} av {seconds} s. Ctrl-C stopper og beholder den beste turnusen."
        return say(message, self.lang, used=used, seconds=number(self.seconds, self.lang))


def step_cells(step: Step, lang: str) -> tuple[str, str, str]:
    """A step's goal, best value and bound in words."""
    goals = step.goal.split("+")
    name = f"{step.stage}/{step.stages} " + " + ".join(goal_name(goal, lang) for goal in goals)
    units = {str(one): goal.unit for one, goal in GOALS.items()}
    unit = units.get(goals[0]) if len(goals) == 1 else None
    value, bound = ("-" if given is None else amount(given, unit, lang) for given in (step.value, step.bound))
    return name, value, bound
