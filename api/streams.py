"""How many event streams are open, so that no more are opened than the service can feed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TypeVar

from api.errors import TooMany

T = TypeVar("T")
LATER_SECONDS = 30


class Streams:
    """Counts the streams that are open in this process."""

    def __init__(self, most: int) -> None:
        self.most, self.open = most, 0

    def counted(self, stream: AsyncIterator[T]) -> AsyncIterator[T]:
        """The stream, counted while it is read; raises TooMany where there are enough."""
        if self.open >= self.most:
            later = {"Retry-After": str(LATER_SECONDS)}
            raise TooMany("{count} følger med alt.", code="too_many_streams", headers=later, count=self.open)
        return self._counted(stream)

    async def _counted(self, stream: AsyncIterator[T]) -> AsyncIterator[T]:
        self.open += 1
        try:
            async for one in stream:
                yield one
        finally:
            self.open -= 1
