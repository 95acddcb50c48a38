"""Ctrl-C under way: the first asks for a stop that keeps the best, the second breaks it off."""

from __future__ import annotations

import signal
import sys
import threading
from types import FrameType, TracebackType

from solver.present.words import say


class Stopping:
    """While the block lasts, the first SIGINT sets `is_asked`; the next is a KeyboardInterrupt."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._asked = False
        self._is_main = threading.current_thread() is threading.main_thread()
        self._before: signal._HANDLER = None

    def is_asked(self) -> bool:
        """Whether someone has asked for a stop."""
        return self._asked

    def __enter__(self) -> Stopping:
        if self._is_main:
            self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_main:
            signal.signal(signal.SIGINT, self._before)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True
        if sys.stderr.isatty():
            print(
                say("Stopper og beholder den beste turnusen. Ctrl-C igjen avbryter.", self.lang),
                file=sys.stderr,
            )
