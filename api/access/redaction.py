"""What is written to a log cannot forge a line, and holds no secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from traceback import walk_tb

from api.access.tokens import KEY_SHAPE

# Everything that ends a line, moves the cursor or turns the direction of the text.
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LONG_SECRET = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")
BEARER = re.compile(r"(?i)(bearer|basic)\s+[^\s,'\"]+")
# An id or a hash may hold eleven digits in a row by chance; it is left as it is.
ELEVEN_DIGITS = re.compile(
    r"(?P<ours>\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})\b)|(?<!\d)\d{6} ?\d{5}(?!\d)"
)
HIDDEN = "***"


def safe(text: str) -> str:
    """The text on one line, with keys, links, bearer values and eleven-digit numbers hidden."""
    text = KEY_SHAPE.sub(rf"heltid_\1_{HIDDEN}", text)
    text = BEARER.sub(rf"\1 {HIDDEN}", text)
    text = LONG_SECRET.sub(HIDDEN, text)
    text = ELEVEN_DIGITS.sub(lambda found: found["ours"] or HIDDEN, text)
    return UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def where(wrong: BaseException) -> Iterator[str]:
    """The kind of an exception and where it was raised, then of what led to it; its text may hold a name."""
    yield type(wrong).__qualname__
    for frame, number in walk_tb(wrong.__traceback__):
        code = frame.f_code
        yield f"  {code.co_filename}:{number} {code.co_qualname}"
    led = wrong.__cause__ or (None if wrong.__suppress_context__ else wrong.__context__)
    if led:
        yield from where(led)


class SafeLines(logging.Formatter):
    """Formats as another formatter does, then makes each line of it safe; of an exception it tells kind and place."""

    def __init__(self, inner: logging.Formatter | None = None) -> None:
        super().__init__()
        self.inner = inner or logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        said = logging.makeLogRecord(
            record.__dict__ | {"exc_info": None, "exc_text": None, "stack_info": None}
        )
        lines = [safe(self.inner.format(said))]
        if record.exc_info and record.exc_info[1]:
            lines += [f"  {safe(line)}" for line in where(record.exc_info[1])]
        return "\n".join(lines)
