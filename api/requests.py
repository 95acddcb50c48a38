"""Bodies in JSON are read as the library reads files: a field that stands twice, or nests too deeply, is refused."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

import solver


class StrictRequest(Request):
    """A request whose JSON is read by the library."""

    async def json(self) -> Any:
        return solver.fields(await self.body())


class StrictRoute(APIRoute):
    """A route whose bodies are read strictly."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            return await handle(StrictRequest(request.scope, request.receive))

        return strictly
