"""Files named on the command line: a roster to read, and where to write, tried before the work is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from solver.domain.fault import Fault, FaultError, fault
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.files.roster import load_roster
from solver.present.refusal import in_file

READ = (".json", ".csv", ".yaml", ".yml")
LATER = (".xlsx", ".pdf", ".ics")


def check_target(path: Path, endings: Sequence[str], inputs: Iterable[Path]) -> None:
    """Raise FaultError unless a file with one of these endings can be written, over none that was read."""
    found = _fault(path, endings, inputs)
    if found:
        raise FaultError([found])


def given_roster(path: Path, scenario: Scenario) -> Roster:
    """The roster in a file; its faults name the file, for there is a scenario beside it."""
    wrong_ending = _wrong_ending(path, READ)
    if wrong_ending:
        raise FaultError([wrong_ending])
    try:
        roster = load_roster(path, scenario)
    except FaultError as wrong:
        raise in_file(path.name, wrong) from wrong
    if not roster.lines:
        message = "Filen har ingen turnus (status {status})."
        raise FaultError([fault(path.name, "no_lines", message, status=roster.status or "-")])
    return roster


def _wrong_ending(path: Path, endings: Sequence[str]) -> Fault | None:
    ending, these = path.suffix.lower(), ", ".join(endings)
    if ending in LATER:
        message, instead = "{ending} kommer i en senere utgave.", "Nå virker {endings}."
        return _named(path, "later", message, instead, ending=ending, endings=these)
    if ending not in endings:
        return _named(path, "ending", "Ukjent filtype.", "Navnet må slutte på {endings}.", endings=these)
    return None


def _fault(path: Path, endings: Sequence[str], inputs: Iterable[Path]) -> Fault | None:
    wrong = _wrong_ending(path, endings)
    if wrong:
        return wrong
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
