"""The process of one solve: `python -m api.jobs.child`. It knows the library and nothing of the service.

What comes in on standard input: one line of JSON with the question, then a beat now and then, or `stop`. When the
beats stop coming (the parent is dead or frozen), the process ends itself, so that two solves of one job never run at
once. What goes out on the first standard output: lines of JSON, `progress`, `better` (a roster) and last `result`.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TextIO

LOOK_SECONDS = 0.2
NICENESS = 5
GONE, NO_MEMORY = 3, 4
Plain = dict[str, Any]
Tell = Callable[..., None]


class Beats:
    """The parent's beats, read in a thread of their own; `is_stopped` is asked by the search. After `silence` seconds
    without one the parent is gone.
    """

    def __init__(self, lines: TextIO, silence: float) -> None:
        self.lines, self.silence, self.last, self.stopped = lines, silence, time.monotonic(), False
        for watch in (self._listen, self._watch):
            threading.Thread(target=watch, daemon=True).start()

    def is_stopped(self) -> bool:
        return self.stopped

    def _listen(self) -> None:
        for line in self.lines:
            self.last = time.monotonic()
            self.stopped = self.stopped or line.strip() == "stop"
        os._exit(GONE)

    def _watch(self) -> None:
        while time.monotonic() - self.last < self.silence:
            time.sleep(LOOK_SECONDS)
        os._exit(GONE)


def plan(asked: Plain, tell: Tell, stop: Callable[[], bool]) -> Plain:
    """A roster, in the contract's fields."""
    import solver

    scenario = solver.load(asked["scenario"])
    given = (asked.get(name) for name in ("current", "start"))
    current, start = (solver.load_roster(one, scenario) if one else None for one in given)
    roster = solver.plan(
        scenario,
        seconds=asked["seconds"],
        work=asked.get("work"),
        workers=asked["workers"],
        seed=asked["seed"],
        current=current,
        start=start,
        progress=lambda step: tell("progress", **asdict(step)),
        better=lambda found: tell("better", roster=solver.data(found)),
        stop=stop,
    )
    return solver.data(roster)


def explanation(asked: Plain, tell: Tell, stop: Callable[[], bool]) -> Plain:
    """Why it cannot be staffed."""
    import solver

    scenario = solver.load(asked["scenario"])
    found = solver.explain(
        scenario, seconds=asked["seconds"], work=asked.get("work"), workers=asked["workers"],
        seed=asked["seed"], stop=stop,
    )  # fmt: skip
    return solver.data(found, scenario)


def frontier(asked: Plain, tell: Tell, stop: Callable[[], bool]) -> Plain:
    """What each arrangement allows."""
    import solver

    scenario = solver.load(asked["scenario"])
    points = solver.frontier(
        scenario, asked["vary"], seconds=asked["seconds"], work=asked.get("work"),
        workers=asked["workers"], seed=asked["seed"], stop=stop,
    )  # fmt: skip
    return solver.data(points, scenario)


def review(asked: Plain, tell: Tell, stop: Callable[[], bool]) -> Plain:
    """A case's options side by side, with every roster found."""
    import solver

    begun, last = time.monotonic(), dict[str, Any]()

    def told(number: int, total: int, name: str) -> None:
        if last:
            tell("progress", **last | {"done": True})
        seconds = round(time.monotonic() - begun, 1)
        last.update(
            stage=number, stages=total, goal=name, value=None, bound=None, seconds=seconds, done=False
        )
        tell("progress", **last)

    found = solver.review(
        solver.load_case(asked["case"]),
        seconds=asked["seconds"],
        work=asked.get("work"),
        workers=asked["workers"],
        seed=asked["seed"],
        known=asked.get("start"),
        better=lambda known: tell("known", known=known),
        progress=told,
        stop=stop,
    )
    return solver.data(found)


RUN: dict[str, Callable[[Plain, Tell, Callable[[], bool]], Plain]] = {
    "plan": plan,
    "explanation": explanation,
    "frontier": frontier,
    "review": review,
}


def main() -> None:
    """Answer the question on standard input, and end."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is not taken for an answer
    os.nice(NICENESS)
    asked = json.loads(sys.stdin.readline())
    import numpy as np  # noqa: F401  before the limit: its OpenBLAS ends a process that cannot give it its buffers

    beats, most = Beats(sys.stdin, asked["silence_seconds"]), asked["memory_bytes"]
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    lock = threading.Lock()

    def tell(event: str, **data: Any) -> None:
        with lock:
            out.write(json.dumps({"event": event} | data, ensure_ascii=False) + "\n")
            out.flush()

    try:
        tell("result", result=RUN[asked["kind"]](asked, tell, beats.is_stopped))
    except MemoryError:
        os._exit(NO_MEMORY)
    out.close()
    os._exit(0)  # a solver that was broken off may still be at work in a thread


if __name__ == "__main__":
    main()
