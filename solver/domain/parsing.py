"""From plain values to a whole Scenario, or every fault at once with its path and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from solver.domain.checks import CHECKS, Law
from solver.domain.fault import Fault, FaultError, fault
from solver.domain.kinds import nearest
from solver.domain.repair import Draft, read_shape
from solver.domain.scenario import Scenario
from solver.domain.shape_faults import shown

Named = Callable[[str], Mapping[str, Any] | None]
BY_FIELD: Final = ("sunday", "tredelt")
"""parts of an agreement that are merged field by field with the law's"""
NAMELESS: Final = "egen avtale"
"""the id of an agreement that stands in a scenario without one"""
MAX_DEPTH: Final = 50
STAND_IN: Final[dict[str, Any]] = {
    "schema": "heltid.scenario/1",
    "id": "-",
    "cycle": {"weeks": 1},
    "shifts": ({"code": "-", "start": "08:00", "end": "16:00"},),
    "employees": ({"id": "-"},),
}


def scenario_from(
    raw: Any, law: Law, agreement_raw: Named, agreement_names: Iterable[str], *, known: Iterable[Fault] = ()
) -> Scenario:
    """The scenario that plain values describe; raises FaultError with every fault found.

    `known` holds the faults found while the values were read; they are told with the others.
    """
    if not isinstance(raw, Mapping):
        raise FaultError(
            [fault("", "not_fields", "Filen må bestå av felt.", "Skriv «felt: verdi» på hver linje.")]
        )
    raw = as_plain(raw)
    faults = list(known)
    if "agreement" in raw:
        given, unknown = _given_agreement(raw["agreement"], agreement_raw, agreement_names)
        raw = {**raw, "agreement": with_main_rule(given, law)}
        faults += unknown
    draft = read_shape(Scenario, raw, {**STAND_IN, "agreement": with_main_rule({}, law)})
    if any(one.code == "unknown_agreement" for one in faults):
        draft.cut.add("agreement")
    told = {one.path for one in faults}
    faults += [one for one in draft.faults if one.path not in told]
    faults += _meanings(draft, law, [one.path for one in faults])
    if faults or draft.value is None:
        raise FaultError(faults)
    return draft.value


def with_main_rule(given: Any, law: Law) -> Any:
    """An agreement as given, with the law's main rule for every field left out."""
    if not isinstance(given, Mapping):
        return given
    main_rule = law["main_rule"]
    merged = {"id": NAMELESS, "level": "main", **main_rule, **given}
    for name in BY_FIELD:
        if isinstance(given.get(name), Mapping) and isinstance(main_rule.get(name), Mapping):
            merged[name] = {**main_rule[name], **given[name]}
    return merged


def as_plain(value: Any, depth: int = 0) -> Any:
    """Lists as tuples, mappings as dicts: what the strict shapes read."""
    if depth > MAX_DEPTH:
        message, instead = "Filen har mer enn {limit} nivåer inni hverandre.", "Skriv den flatere."
        raise FaultError([fault("", "too_deep", message, instead, limit=MAX_DEPTH)])
    if isinstance(value, Mapping):
        return {key: as_plain(inner, depth + 1) for key, inner in value.items()}
    return tuple(as_plain(inner, depth + 1) for inner in value) if isinstance(value, list | tuple) else value


def _given_agreement(given: Any, agreement_raw: Named, names: Iterable[str]) -> tuple[Any, list[Fault]]:
    if given is None or isinstance(given, Mapping):
        return given, []
    found = agreement_raw(given) if isinstance(given, str) else None
    if found is not None:
        return as_plain(found), []
    names = tuple(names)
    near = nearest(given, names) if isinstance(given, str) else None
    message = "Avtalen «{value}» finnes ikke."
    if near:
        said = fault(
            "agreement", "unknown_agreement", message, "Mente du «{near}»?", value=shown(given), near=near
        )
    else:
        instead = "Skriv en av {names}, eller avtalens felt."
        said = fault(
            "agreement", "unknown_agreement", message, instead, value=shown(given), names=", ".join(names)
        )
    return {"id": "-"}, [said]


def _meanings(draft: Draft[Scenario], law: Law, known: list[str]) -> list[Fault]:
    """The faults of meaning in what is left, without those that a fault of shape may have caused."""
    if draft.value is None:
        return []
    found: dict[tuple[str, str], Fault] = {}
    for check in CHECKS:
        if any(draft.spoiled(need) for need in check.needs):
            continue
        for one in check.run(draft.value, law):
            said = draft.original(one)
            if not any(_about_the_same(said.path, path) for path in known):
                found.setdefault((said.path, said.code), said)
    return list(found.values())


def _about_the_same(path: str, known: str) -> bool:
    """Whether a fault of meaning stands where one of shape does, or is about the list element around it."""
    return (
        path == known
        or path.startswith((f"{known}.", f"{known}["))
        or (path.endswith("]") and known.startswith(f"{path}."))
    )
