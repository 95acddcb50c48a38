"""What stands in a file, or in a file that it names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from solver.domain.fault import Fault, FaultError, fault


@dataclass
class Within:
    """Reads what a file names by paths from its `folder` (None: nothing is read from files), and keeps the faults."""

    folder: Path | None
    faults: list[Fault] = field(default_factory=list)

    def given(self, given: Any, path: str, load: Callable[[Path], Any], parse: Callable[[Any], Any]) -> Any:
        """What a path names, or what stands there; None where it is faulty, with its faults kept."""
        try:
            if not isinstance(given, str):
                return parse(given)
            if self.folder is None:
                message, instead = "Her må innholdet stå, ikke navnet på en fil.", "Skriv feltene inn her."
                raise FaultError([fault("", "path_not_here", message, instead)])
            return load(self.folder / given)
        except FaultError as wrong:
            named = f"{path} ({given})" if isinstance(given, str) else path
            self.faults += [replace(one, path=_under(named, one.path)) for one in wrong.faults]
            return None


def _under(place: str, path: str) -> str:
    """`units[0].scenario` and `employees[1].id` as one path; with a file's name between them where there is one."""
    if not path:
        return place
    return f"{place}: {path}" if place.endswith(")") else f"{place}.{path}"
