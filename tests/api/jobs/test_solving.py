"""One solve in its process: it ends itself when nobody beats, keeps to its memory, and gives its best when stopped."""

from __future__ import annotations

import time
from typing import Any

from api.jobs.solving import Lids, Solve
from api.jobs.worth import is_worse
from tests.api.jobs.unit import scenario
from tests.api.processes import until

ENOUGH = 4 * 1024**3


def question(**more: Any) -> dict[str, Any]:
    return {"kind": "plan", "scenario": scenario(), "seconds": 600, "seed": 1, "workers": 1} | more


def test_a_child_whose_parent_falls_silent_ends_itself() -> None:
    solve = Solve(question(), Lids(600, ENOUGH, silence_seconds=1))
    until(lambda: solve._child.poll() is not None)  # nobody reads its lines, so nobody beats
    list(solve.lines())
    assert solve.ending == "crashed"


def test_a_stopped_child_gives_its_best() -> None:
    solve = Solve(question(), Lids(600, ENOUGH, silence_seconds=30))
    result: dict[str, Any] = {}
    for told in solve.lines():
        if told and told["event"] == "better":
            solve.stop()
        if told and told["event"] == "result":
            result = told["result"]
    assert (solve.ending, result["run"]["stopped_by"]) == ("answered", "user")
    assert result["lines"]


def test_a_child_that_uses_too_much_memory_is_ended() -> None:
    solve = Solve(question(), Lids(600, 30 * 1024**2, silence_seconds=30))
    list(solve.lines())
    assert solve.ending == "memory"


def test_a_child_that_does_not_come_back_is_ended() -> None:
    begun = time.monotonic()
    solve = Solve(question(), Lids(0.1, ENOUGH, silence_seconds=30))
    list(solve.lines())
    assert solve.ending == "time_limit"
    assert time.monotonic() - begun < 600


def test_a_question_that_cannot_be_read_is_an_error_and_not_a_crash() -> None:
    solve = Solve(question(scenario={"schema": "heltid.scenario/1"}), Lids(600, ENOUGH))
    list(solve.lines())
    assert solve.ending == "error"


def test_a_roster_without_lines_is_worse_and_goals_count_in_their_order() -> None:
    better, worse = ({"lines": [1], "goals": [{"value": 0}, {"value": value}]} for value in (5, 6))
    assert is_worse(worse, better)
    assert not is_worse(better, worse)
    assert is_worse({"lines": [], "goals": []}, worse)
    assert not is_worse(better, {"goals": []})
