"""Lays some lines anew in a process of its own, so that a second core helps: `python -m solver.search.columns`.

Reads pickled tasks from standard input and writes pickled answers to standard output; ends when its input does. Both
ends are this same program, nobody else's data comes in.
"""

from __future__ import annotations

import os
import pickle
import select
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from solver.domain.scenario import Scenario
from solver.search.columns.around import Around
from solver.search.columns.pricing import Pricing
from solver.search.columns.problem import Column, Problem
from solver.search.limits import Limits
from solver.search.stages import Stage


@dataclass(frozen=True)
class Task:
    """Which lines to lay anew, and for how many seconds at most."""

    index: int
    ceilings: tuple[int, ...]
    lines: tuple[Column, ...]
    free: tuple[int, ...]
    pool: tuple[Column, ...]
    seconds: float


@dataclass(frozen=True)
class Answer:
    """Better lines (or none), and whether the program had none."""

    lines: tuple[Column, ...]
    hopeless: bool


class Helper:
    """The other process, as seen from here. Where it cannot be had, nothing is ever asked of it."""

    def __init__(self, scenario: Scenario, stages: Sequence[Stage]) -> None:
        path = os.pathsep.join(one or str(Path.cwd()) for one in sys.path)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "solver.search.columns"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
            start_new_session=True,  # Ctrl-C is for whoever called
        )
        self.task: Task | None = None
        self.is_there = self._send((scenario, [stage.steps for stage in stages]))

    def ask(self, task: Task) -> None:
        self.task = task
        self.is_there = self._send(task)

    def answer(self) -> Answer | None:
        """What came of the last task, once it is there."""
        out = self.process.stdout
        assert out is not None
        if not self.is_there or self.task is None or not select.select([out], [], [], 0)[0]:
            return None
        self.task = None
        try:
            found = pickle.load(out)
        except (EOFError, pickle.UnpicklingError):
            self.is_there = False
            return None
        return found if isinstance(found, Answer) else None

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _send(self, what: object) -> bool:
        assert self.process.stdin is not None
        try:
            pickle.dump(what, self.process.stdin)
            self.process.stdin.flush()
        except OSError:
            return False
        return True


def answered(problem: Problem, task: Task) -> Answer:
    problem.limits = Limits(task.seconds)
    around = Around(Pricing(problem), task.index, task.ceilings, lambda: problem.seconds_left <= 0)
    found = around.better(task.lines, task.free, task.pool)
    return Answer(tuple(found or ()), around.hopeless)
