"""Bodies in JSON are read as the library reads files: a field that stands twice, or nests too deeply, is refused.

A large body, and whatever is marked as heavy, is read and answered in a place of the room (`api.room`), by those alone
who are known: nobody else makes the service work.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from anyio import to_thread
from fastapi import Request, Response
from fastapi.routing import APIRoute

import solver
from api.access.authenticate import bearer, principal_of
from solver.domain.fault import FaultError

LARGE_BYTES = 50_000
Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class StrictRequest(Request):
    """A request whose JSON is read by the library; a large one in a thread, so that others are answered meanwhile."""

    async def json(self) -> Any:
        body = await self.body()
        try:
            return (
                await to_thread.run_sync(solver.fields, body)
                if len(body) > LARGE_BYTES
                else solver.fields(body)
            )
        except FaultError:
            # a body is read before it is asked who sent it; nobody is told what is wrong with it
            await _known(self)
            raise


class StrictRoute(APIRoute):
    """A route whose bodies are read strictly."""

    def get_route_handler(self) -> Handle:
        handle, is_heavy = super().get_route_handler(), getattr(self.endpoint, "is_heavy", False)

        async def strictly(given: Request) -> Response:
            request = StrictRequest(given.scope, given.receive)
            size = len(await request.body())  # all of it before a place is taken, however slowly it comes
            if not is_heavy and size <= LARGE_BYTES:
                return await handle(request)
            await _known(request)
            async with request.app.state.room.place():
                return await handle(request)

        return strictly


async def _known(request: Request) -> None:
    """Raise Unauthenticated for nobody."""
    state = request.app.state
    given = await bearer(request)
    await to_thread.run_sync(principal_of, request, state.settings, state.store, given, None)
