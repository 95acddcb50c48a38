"""Working on one job: claim it, let a child solve it, keep what gets better, and write what it came to.

Nothing here raises: a job that cannot be done is failed with a code, one that was given to another attempt is left.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from api.jobs.ledger import Claim, FencedError, Ledger
from api.jobs.results import keep_roster
from api.jobs.solving import Ending, Lids, Solve
from api.jobs.worth import is_worse
from api.settings import Settings

log = logging.getLogger("heltid.jobs")
Plain = dict[str, Any]
TELL_SECONDS = 0.5
LEAST_SHARE = 0.25
"""Of the time asked for, what an attempt after a crash gets at least."""
LEAST_ANSWER_SECONDS, ANSWER_SHARE = 10.0, 0.1
ANSWER_SECONDS = {"review": 60.0}
"""Beyond its time, how long a solve may take to start and to answer; a review judges every option before it does."""


@dataclass
class Workshop:
    """The solves under way in this process. After `leave` none goes on, and none of their jobs is touched again."""

    ledger: Ledger
    settings: Settings
    solves: dict[UUID, Solve] = field(default_factory=dict)
    leaving: threading.Event = field(default_factory=threading.Event)

    def work(self, job_id: UUID) -> None:
        """Work on a job until it is done, or is no longer ours."""
        while not self.leaving.is_set():
            try:
                claim = self.ledger.claim(job_id)
                if claim is None or Attempt(self, claim).run():
                    break
            except FencedError:
                log.info("job %s is another attempt's now", job_id)
                break
        while self.leaving.is_set():
            time.sleep(1)  # the process ends; what is not finished stays the engine's to hand on

    def leave(self) -> None:
        """Stop every solve at once."""
        self.leaving.set()
        for solve in list(self.solves.values()):
            solve.kill()


@dataclass
class Attempt:
    """One attempt at a job."""

    workshop: Workshop
    claim: Claim
    stages: dict[int, Plain] = field(default_factory=dict)
    waiting: list[tuple[str, Plain]] = field(default_factory=list)
    best: Plain | None = None
    result: Plain | None = None
    told_at: float = 0.0

    def run(self) -> bool:
        """Work on the job; False where it should be tried again."""
        job, settings = self.claim.job, self.workshop.settings
        self.best = job.incumbent if job.kind == "plan" else None
        if job.stop_asked:
            self._finish("stopped")
            return True
        seconds = max(job.asked["seconds"] - job.used_seconds, LEAST_SHARE * job.asked["seconds"])
        answer = ANSWER_SECONDS.get(job.kind, LEAST_ANSWER_SECONDS)
        lid = seconds * (1 + ANSWER_SHARE) + answer + LEAST_ANSWER_SECONDS
        begun = time.monotonic()
        solve = Solve(
            self._question(seconds),
            Lids(lid, settings.solve_memory_bytes, settings.silence_seconds, answer),
        )
        self.workshop.solves[job.id] = solve
        try:
            self._follow(solve, begun)
        finally:
            solve.kill()
            del self.workshop.solves[job.id]
        if self.workshop.leaving.is_set():
            return False
        return self._settle(solve.ending or "crashed", job.used_seconds + time.monotonic() - begun)

    def _question(self, seconds: float) -> Plain:
        job = self.claim.job
        return job.asked | {
            "kind": job.kind,
            "scenario": job.scenario,
            "current": job.current,
            "start": job.incumbent,
            "seconds": seconds,
            "workers": self.workshop.settings.solve_threads,
        }

    def _follow(self, solve: Solve, begun: float) -> None:
        """Listen to the child, and write what it tells now and then; a stop that was asked for is passed on."""
        for told in solve.lines():
            if self.workshop.leaving.is_set():
                return
            values = self._heard(told) if told else {}
            if values or time.monotonic() > self.told_at + TELL_SECONDS:
                used = self.claim.job.used_seconds + time.monotonic() - begun
                if self._keep(used_seconds=used, **values):
                    solve.stop()

    def _heard(self, told: Plain) -> Plain:
        """Take in what the child told; what must be written at once."""
        event = told.pop("event")
        if event == "progress":
            self.stages[told["stage"]] = told
            self.waiting = [one for one in self.waiting if one[1].get("stage") != told["stage"]]
            self.waiting.append(("progress", told))
        elif event == "better" and not (self.best and is_worse(told["roster"], self.best)):
            self.best = told["roster"]
            self.waiting.append(("roster", {"goals": self.best["goals"]}))
            return {"incumbent": self.best}
        elif event == "known":  # of a review: what the next attempt need not solve again
            return {"incumbent": told["known"]}
        elif event == "result":
            self.result = told["result"]
        return {}

    def _keep(self, **values: Any) -> bool:
        self.told_at = time.monotonic()
        if self.stages:
            values["stages"] = [self.stages[number] for number in sorted(self.stages)]
        events, self.waiting = self.waiting, []
        return self.workshop.ledger.keep(self.claim, events, **values)

    def _settle(self, ending: Ending, used: float) -> bool:
        """What an attempt that is over means for its job; False where it is tried again."""
        is_stopped = self._keep(used_seconds=used)
        if ending == "answered" or is_stopped or (ending == "time_limit" and self.best):
            self._finish("stopped" if is_stopped else "done")
        elif ending == "crashed" and self.claim.job.crashes < self.workshop.settings.most_crashes:
            self.workshop.ledger.keep(self.claim, [], crashes=self.claim.job.crashes + 1)
            log.warning("the solver of job %s crashed; it is tried again", self.claim.job.id)
            return False
        else:
            self._finish("failed", failure={"code": ending})
        return True

    def _finish(self, state: str, **values: Any) -> None:
        """Keep the best there is, with the state, in one transaction."""
        job, result = self.claim.job, self.result
        if job.kind == "plan":
            if self.best and (result is None or is_worse(result, self.best)):
                result = self.best
            self.workshop.ledger.finish(
                self.claim, state, lambda session: keep_roster(session, job, result),
                incumbent=None, result=None if result and result.get("lines") else result, **values,
            )  # fmt: skip
            return
        self.workshop.ledger.finish(
            self.claim, state, lambda session: None, result=result, incumbent=None, **values
        )
