"""The events of a job as they come: what is stored is sent, and then looked for again until the job is over."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import anyio.to_thread
from sqlalchemy import select
from sse_starlette import ServerSentEvent

from api.jobs.kinds import UNFINISHED
from api.store.engine import Store
from api.store.tables import Job, JobEvent

LOOK_SECONDS = 0.5
ASK_SECONDS = 10.0
"""how long a stream goes on for somebody whose key, session or role is gone"""


async def events(
    store: Store, job: UUID, after: int, may_still: Callable[[], bool]
) -> AsyncIterator[ServerSentEvent]:
    """Every event with a number above `after`, in order, until the job is over or the reader may not read on."""
    asked_at = anyio.current_time()
    while True:
        if anyio.current_time() - asked_at > ASK_SECONDS:
            asked_at = anyio.current_time()
            if not await anyio.to_thread.run_sync(may_still):
                return
        found, is_over = await anyio.to_thread.run_sync(_look, store, job, after)
        for one in found:
            after = one.number
            data: dict[str, Any] = one.data | {"at": one.at.isoformat()}
            yield ServerSentEvent(json.dumps(data, ensure_ascii=False), event=one.event, id=str(one.number))
        if is_over and not found:
            return
        await anyio.sleep(0 if is_over else LOOK_SECONDS)


def _look(store: Store, job: UUID, after: int) -> tuple[list[JobEvent], bool]:
    with store.reading() as session:
        state = session.scalar(select(Job.state).where(Job.id == job))
        rows = select(JobEvent).where(JobEvent.job_id == job, JobEvent.number > after)
        found = list(session.scalars(rows.order_by(JobEvent.number)))
    return found, state not in UNFINISHED
