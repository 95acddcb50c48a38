"""A job as a client of the service sees it (`api.client`)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from solver.domain.roster import Roster

if TYPE_CHECKING:
    from api.client import Heltid

Plain = dict[str, Any]
UNFINISHED = ("queued", "running")


class RefusedError(Exception):
    """The service said no: `problem` is what it said (RFC 9457)."""

    def __init__(self, problem: Plain) -> None:
        self.problem = problem
        self.status: int = problem["status"]
        self.code: str = problem["code"]
        faults = [f"{one['path']}: {one['message']} {one['instead']}" for one in problem.get("faults", ())]
        super().__init__("\n".join([f"{problem['status']} {problem['detail']}", *faults]))


def answered(answer: httpx2.Response) -> Plain:
    """The body of an answer; RefusedError where the service said no."""
    if answer.is_error:
        raise RefusedError(answer.json())
    found: Plain = answer.json() if answer.content else {}
    return found


@dataclass
class Job:
    """A job as it was last read."""

    service: Heltid
    path: str
    told: Plain

    @property
    def where(self) -> str:
        return f"{self.path}/{self.told['id']}"

    @property
    def state(self) -> str:
        return str(self.told["state"])

    def read(self) -> Job:
        """Read it again."""
        self.told = self.service.get(self.where)
        return self

    def wait(self, look: Callable[[Plain], None] = lambda told: None) -> Job:
        """Wait until it is over; `look` sees it each time it is read."""
        while self.read().state in UNFINISHED:
            look(self.told)
            time.sleep(1)
        look(self.told)
        return self

    def events(self, after: int = 0) -> Iterator[Plain]:
        """Its events as they come: `event`, `id` and `data`."""
        headers = {"Last-Event-ID": str(after)}
        with self.service.http.stream("GET", f"{self.where}/events", headers=headers, timeout=None) as lines:
            one: Plain = {}
            for line in lines.iter_lines():
                name, _, value = line.partition(": ")
                if not line and one:
                    yield one
                    one = {}
                elif name in ("event", "id", "data"):
                    one[name] = json.loads(value) if name == "data" else value

    def stop(self) -> Job:
        """Ask it to stop and keep its best."""
        self.told = self.service.post(f"{self.where}/stop", {})
        return self

    def paper(self, name: str, path: str | Path) -> Path:
        """Write a paper of a review to a file; its ending says how: .pdf, .html or .md."""
        path = Path(path)
        form = {"format": path.suffix.removeprefix(".")}
        return self.service.save(f"{self.where}/papers/{name}", path, form)

    def decide(self, option: str, reasons: str, present: Sequence[str], **more: Any) -> Plain:
        """Close the case of a review as it was last read; what was made of it."""
        body = {"option": option, "reasons": reasons, "present": list(present)} | more
        etag = self.service.http.get(self.where).headers["etag"]
        return self.service.post(f"{self.where}/decision", body, {"If-Match": etag})

    def roster(self) -> Roster:
        """What a plan came to; RefusedError (409) where there is none yet."""
        if self.told.get("roster"):
            return self.service.roster(self.told["roster"])[1]
        return Roster.model_validate_json(json.dumps(self.service.get(f"{self.where}/roster")))
