"""A review on a terminal and as JSON, and how far it has come."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from solver.forum.deciding import Decided
from solver.forum.review import Review
from solver.present.forum_words import moves
from solver.present.papers.case_paper import summary
from solver.present.papers.plain import plain_lines
from solver.present.review_json import review_data
from solver.present.words import say


def review_lines(review: Review, lang: str, width: int) -> Iterator[str]:
    """The options side by side, the best in full, and the indicators."""
    yield from plain_lines(summary(review, lang), width)


def review_json(review: Review, lang: str) -> str:
    return json.dumps(review_data(review, lang), ensure_ascii=False, indent=1)


def decided_lines(decided: Decided, written: Sequence[Path], lang: str) -> Iterator[str]:
    """What was decided, and where the new scenarios and rosters are."""
    yield say("Saken er lukket: {option}.", lang, option=decided.option.id)
    yield from moves(decided.option, decided.review, lang)
    yield from (say("Skrevet til {name}.", lang, name=path) for path in written)


class ReviewProgress:
    """One line for each option on standard error, where it is a terminal."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.is_shown = sys.stderr.isatty()

    def __call__(self, number: int, total: int, name: str) -> None:
        if self.is_shown:
            told = say("{number} av {total}: {name}", self.lang, number=number, total=total, name=name)
            print(told, file=sys.stderr)
