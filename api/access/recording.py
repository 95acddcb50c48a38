"""Every request that came to a door is written in the journal before it is answered."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from datetime import datetime, timedelta

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import journal
from api.access.origins import SAFE_METHODS
from api.access.principal import Passage, Principal
from api.store.engine import Store
from api.store.tables import now

REMEMBERED = 10_000
ERROR = 500
OURS = re.compile(r"[0-9a-f-]{36}|B-[0-9A-Z]{6}")
Look = tuple[str, str, str | None, str | None]


class Looked:
    """Who has seen what lately: a page that asks again every second is one look, not a thousand entries."""

    def __init__(self, minutes: int) -> None:
        self.span = timedelta(minutes=minutes)
        self._last: OrderedDict[Look, datetime] = OrderedDict()
        self._lock = threading.Lock()

    def is_new(self, look: Look, moment: datetime) -> bool:
        with self._lock:
            last = self._last.get(look)
            if last is not None and moment - last < self.span:
                return False
            self._last[look] = moment
            self._last.move_to_end(look)
            while len(self._last) > REMEMBERED:
                self._last.popitem(last=False)
            return True


class Recording:
    """Writes down who came to which door, and the status they got; where that fails, nothing is answered."""

    def __init__(self, app: ASGIApp, store: Store, minutes: int) -> None:
        self.app, self.store, self.looked = app, store, Looked(minutes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state, is_told = scope.setdefault("state", {}), False

        async def told(message: Message) -> None:
            nonlocal is_told
            if message["type"] == "http.response.start" and not is_told:
                is_told = True
                await self._record(scope, state, message["status"], made_in(message))
            await send(message)

        try:
            await self.app(scope, receive, told)
        except Exception:
            if not is_told:
                await self._record(scope, state, ERROR)
            raise

    async def _record(
        self, scope: Scope, state: dict[str, object], status: int, made: str | None = None
    ) -> None:
        passage, principal = state.get("passage"), state.get("principal")
        if not isinstance(passage, Passage) or not isinstance(principal, Principal):
            return
        unit = str(passage.unit) if passage.unit else None
        if scope["method"] in SAFE_METHODS and status < 400:
            look = (principal.name_alias, passage.right, unit, passage.subject)
            if not self.looked.is_new(look, now()):
                return
        known = passage.subject if status < 400 or is_id(passage.subject) else None
        subject = known or made
        request = str(state.get("request_id") or "") or None
        via = "session" if principal.kind == "user" else "key"
        said = journal.Said(
            principal.name_alias,
            via,
            passage.right,
            str(status),
            unit=unit,
            subject=subject,
            request=request,
        )
        await to_thread.run_sync(self._write, said)

    def _write(self, said: journal.Said) -> None:
        with self.store.writing() as session:
            journal.write(session, said, now())


def is_id(subject: str | None) -> bool:
    """Whether it is an id or an alias of ours; whatever else a refused address named may be somebody's name."""
    return subject is not None and OURS.fullmatch(subject) is not None


def made_in(message: Message) -> str | None:
    """The id of what a request made, from the address that the answer tells."""
    if message["status"] not in (201, 202):
        return None
    return Headers(raw=message["headers"]).get("location", "").rpartition("/")[2] or None
