"""What is told of a search while it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """How far a plan has come: the stage (from 1), its goal, the best value so far and the proven bound."""

    stage: int
    stages: int
    goal: str
    value: float | None
    bound: float | None
    seconds: float
    done: bool = False
