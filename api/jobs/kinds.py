"""The kinds of jobs: what each is called in a path, and what its child process does.

Reviews (the forum's cases) come with their own entry here, in `child.RUN` and in `v1.jobs.schemas`.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["plan", "explanation", "frontier"]
State = Literal["queued", "running", "done", "stopped", "failed"]
PATHS: dict[Kind, str] = {"plan": "plans", "explanation": "explanations", "frontier": "frontiers"}
UNFINISHED: tuple[State, ...] = ("queued", "running")
