"""How many event streams are open, so that no more are opened than the service can feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from typing import TypeVar
from uuid import UUID

from api.errors import TooMany

T = TypeVar("T")
LATER_SECONDS = 30


class Streams:
    """Counts the streams that are open in this process."""

    def __init__(self, most: int, most_of_person: int) -> None:
        self.most, self.most_of_person = most, most_of_person
        self.people: Counter[UUID] = Counter()

    @property
    def open(self) -> int:
        return self.people.total()

    def counted(self, stream: AsyncIterator[T], person: UUID) -> AsyncIterator[T]:
        """The stream, counted while it is read; raises TooMany where there are enough, or the person has."""
        for count, most, told in (
            (self.people[person], self.most_of_person, "Du følger alt {count} jobber."),
            (self.open, self.most, "{count} følger med alt."),
        ):
            if count >= most:
                later = {"Retry-After": str(LATER_SECONDS)}
                raise TooMany(told, code="too_many_streams", headers=later, count=count)
        return self._counted(stream, person)

    async def _counted(self, stream: AsyncIterator[T], person: UUID) -> AsyncIterator[T]:
        self.people[person] += 1
        try:
            async for one in stream:
                yield one
        finally:
            self.people[person] -= 1
            self.people += Counter()  # keeps those above 0
