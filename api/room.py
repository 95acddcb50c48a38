"""Room for what is heavy: few at once, so that everything else is answered meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import anyio

from api.errors import TooMany

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
LOOK_SECONDS = 0.05
LATER_SECONDS = 5


class Room:
    """So many places in this process; who finds none within `seconds` is told to come again (429)."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds, self.taken = most, seconds, 0

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place while the block runs. Waiting takes no thread; nothing is awaited between look and taking."""
        with anyio.move_on_after(self.seconds):
            while self.taken >= self.most:
                await anyio.sleep(LOOK_SECONDS)
        if self.taken >= self.most:
            later = {"Retry-After": str(LATER_SECONDS)}
            raise TooMany("Tjenesten har mye å gjøre. Prøv igjen om litt.", code="busy", headers=later)
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1


def heavy(endpoint: Endpoint) -> Endpoint:
    """Mark an endpoint that takes a place whatever is sent to it."""
    endpoint.is_heavy = True  # type: ignore[attr-defined]  # read by the route
    return endpoint
