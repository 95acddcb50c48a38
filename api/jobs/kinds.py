"""The kinds of jobs: what each is called in a path, and the rights it takes."""

from __future__ import annotations

from typing import Literal

Kind = Literal["plan", "explanation", "frontier", "review"]
State = Literal["queued", "running", "done", "stopped", "failed"]
PATHS: dict[Kind, str] = {
    "plan": "plans",
    "explanation": "explanations",
    "frontier": "frontiers",
    "review": "reviews",
}
Verb = Literal["read", "write"]
UNFINISHED: tuple[State, ...] = ("queued", "running")


def right_of(kind: Kind, verb: Verb) -> str:
    """The right to read jobs of the kind, or to start, stop and delete them: a review is a case of the forum's."""
    return f"case.{verb}" if kind == "review" else f"job.{verb}"
