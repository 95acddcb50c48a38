"""Writing to a terminal or a file: with colours on a terminal, as plain text elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from solver.present.grid import WIDTH
from solver.present.text import Pieces, plain

NARROWEST = 60


def width() -> int:
    """The columns there are to write in: those of the terminal, otherwise 120."""
    if not sys.stdout.isatty():
        return WIDTH
    return max(NARROWEST, shutil.get_terminal_size((WIDTH, 40)).columns)


def show(lines: Iterable[Pieces]) -> None:
    """Write lines to standard output; a reader that went away (`| head`) is no fault."""
    try:
        if sys.stdout.isatty():
            _coloured(lines)
        else:
            sys.stdout.writelines(f"{plain(line)}\n" for line in lines)
        sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def show_text(lines: Iterable[str]) -> None:
    """Write lines without styles to standard output."""
    show([(line, "")] for line in lines)


def show_errors(lines: Iterable[str]) -> None:
    """Write lines to standard error."""
    sys.stderr.writelines(f"{line}\n" for line in lines)


def _coloured(lines: Iterable[Pieces]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
