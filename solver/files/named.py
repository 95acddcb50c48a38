"""Files named on the command line: a roster to read, and where to write, tried before the work is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from solver.domain.fault import Fault, FaultError, fault
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.forms import READ, form_of
from solver.files.roster import load_roster
from solver.present.refusal import in_file


def check_target(path: Path, forms: Sequence[str], inputs: Iterable[Path]) -> None:
    """Raise FaultError unless a file of one of these forms can be written, over none that was read."""
    form_of(path, forms)
    found = _fault(path, inputs)
    if found:
        raise FaultError([found])


def check_folder(path: Path | None, *, needed: bool) -> Path | None:
    """The folder to write into; raises FaultError where it cannot be one, or is missing and needed."""
    if path is None:
        if needed:
            message, instead = "Mappen mangler.", "Skriv mappen den nye turnusen skal ligge i."
            raise FaultError([fault("--out", "missing", message, instead)])
        return None
    if path.exists() and not path.is_dir():
        message, instead = "Det er en fil, ikke en mappe.", "Velg et annet navn."
        raise FaultError([_named(path, "no_folder", message, instead)])
    wrong = None if path.exists() else _unwritable(path)
    if wrong:
        raise FaultError([wrong])
    return path


def given_roster(path: Path, scenario: Scenario) -> Roster:
    """The roster in a file; its faults name the file, for there is a scenario beside it."""
    form_of(path, READ)
    try:
        roster = load_roster(path, scenario)
    except FaultError as wrong:
        raise in_file(path.name, wrong) from wrong
    if not roster.lines:
        message = "Filen har ingen turnus (status {status})."
        raise FaultError([fault(path.name, "no_lines", message, status=roster.status or "-")])
    return roster


def _fault(path: Path, inputs: Iterable[Path]) -> Fault | None:
    if any(_same(path, other) for other in inputs):
        return _named(path, "same_file", "Filen er lest inn og skrives ikke over.", "Velg et annet navn.")
    if path.exists() and not path.is_file():
        return _named(path, "no_plain_file", "Det er ikke en vanlig fil.", "Velg et annet navn.")
    return _unwritable(path)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _unwritable(path: Path) -> Fault | None:
    """The fault of a folder that takes no file: tried with the name that is used while writing."""
    trial = path.with_name(f".{path.name}.part")
    try:
        trial.touch()
        trial.unlink()
    except (FileNotFoundError, NotADirectoryError):
        message, instead = "Mappen filen skal ligge i, finnes ikke.", "Lag mappen først, eller velg en annen."
        return _named(path, "no_folder", message, instead)
    except PermissionError:
        message, instead = "Du har ikke lov til å skrive i mappen.", "Velg en annen mappe."
        return _named(path, "no_access", message, instead)
    except OSError as wrong:
        message, instead = (
            "Filen kan ikke skrives ({why}).",
            "Se etter om mappen finnes og om du har tilgang.",
        )
        return _named(path, "unwritable", message, instead, why=wrong.strerror or type(wrong).__name__)
    return None


def _named(path: Path, code: str, message: str, instead: str, **values: object) -> Fault:
    return fault(str(path), code, message, instead, **values)
