"""Why a command did nothing: one line for each fault, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from solver.domain.fault import Fault, FaultError
from solver.present.usage import usage_line
from solver.present.words import fault_line, say

ROW = re.compile(r"(^|: )rad (\d+)")


def refusal_lines(wrong: Exception, lang: str) -> Iterator[str]:
    """The lines of a fault in a file, of arguments that are wrong, or of a file that cannot be used."""
    if isinstance(wrong, FaultError):
        yield from (line_of(fault, lang) for fault in wrong.faults)
    elif isinstance(wrong, OSError):
        name = f"{wrong.filename}: " if wrong.filename else ""
        yield name + say("Filen kan ikke brukes ({why}).", lang, why=wrong.strerror or type(wrong).__name__)
    else:
        yield from usage_line(wrong, lang).splitlines()


def line_of(fault: Fault, lang: str) -> str:
    """One fault on one line; a table's row in the reader's language."""
    row = say("rad", lang)
    return fault_line(replace(fault, path=ROW.sub(rf"\g<1>{row} \2", fault.path)), lang)


def in_file(name: str, wrong: FaultError) -> FaultError:
    """The same faults with the file's name before each path, where more than one file is read."""
    named = (replace(fault, path=f"{name}: {fault.path}" if fault.path else name) for fault in wrong.faults)
    return FaultError(named)
