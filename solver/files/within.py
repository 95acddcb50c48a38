"""What stands in a file of units, or in a file that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from solver.domain.fault import Fault, FaultError, fault
from solver.domain.parsing import as_plain
from solver.domain.repair import Draft, S, read_shape
from solver.files.scenario import load_scenario, parse_scenario


@dataclass
class Within:
    """Reads what a file names by paths from its `folder` (None: nothing is read from files), and keeps the faults."""

    folder: Path | None
    faults: list[Fault] = field(default_factory=list)

    def opened(self, raw: Any, shape: type[S], fill: Mapping[str, Any], known: Sequence[Fault]) -> Draft[S]:
        """What could be read of a file whose `units` name others; its faults are all there are so far, those `known`
        first. Where a unit is faulty, nothing else is said of units.
        """
        if not isinstance(raw, Mapping):
            message, instead = "Filen må bestå av felt.", "Skriv «felt: verdi» på hver linje."
            raise FaultError([fault("", "not_fields", message, instead)])
        plain = as_plain(raw)
        if isinstance(plain.get("units"), tuple):
            read = tuple(self.unit(one, f"units[{index}]") for index, one in enumerate(plain["units"]))
            plain = {**plain, "units": () if self.faults else read}
        draft = read_shape(shape, plain, fill)
        faults = [*known, *self.faults]
        told = {one.path for one in faults}
        found = [one for one in draft.faults if not (self.faults and one.path.startswith("units"))]
        draft.faults = faults + [one for one in found if one.path not in told]
        return draft

    def unit(self, raw: Any, path: str) -> Any:
        """The fields of a unit with its scenario read."""
        if not isinstance(raw, dict) or "scenario" not in raw:
            return raw
        return {
            **raw,
            "scenario": self.given(raw["scenario"], f"{path}.scenario", load_scenario, parse_scenario),
        }

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
