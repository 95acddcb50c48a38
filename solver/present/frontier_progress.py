"""Progress of a frontier on a terminal: a line whenever something begins for an arrangement."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import TextIO

from solver.present.frontier import settings_words
from solver.present.words import say

BEGINS = {
    "cover": "{settings}: en turnus som dekker behovet",
    "again": "{settings}: ingen turnus ennå, prøver en gang til",
    "goals": "{settings}: alle målene",
}
STOP = "Ctrl-C stopper og viser det som er funnet."


class FrontierProgress:
    """Writes to the stream, with the seconds used, where it is a terminal."""

    def __init__(self, lang: str, stream: TextIO | None = None) -> None:
        self.lang, self.stream = lang, stream or sys.stderr
        self.started = time.monotonic()
        self._tell(STOP)

    def __call__(self, settings: Mapping[str, str], what: str) -> None:
        self._tell(BEGINS[what], settings=settings_words(settings, self.lang))

    def _tell(self, message: str, **values: object) -> None:
        if self.stream.isatty():
            used = round(time.monotonic() - self.started)
            print(f"{used:4d} s  {say(message, self.lang, **values)}", file=self.stream)
