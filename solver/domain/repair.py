"""Every fault of a file at once: what is wrong is cut away, until the rest can be checked further."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from solver.domain.fault import Fault, fault, path_of
from solver.domain.kinds import at
from solver.domain.shape_faults import shape_fault
from solver.domain.values import Shape

Place = tuple[str | int, ...]
S = TypeVar("S", bound=Shape)
MAX_ROUNDS: Final = 60
MAX_FAULTS: Final = 1000
WHOLE: Final = ("position",)
"""parts whose fields mean little without each other: one wrong field, and all are cut"""


class Items(tuple[Any, ...]):
    """A list that lost some values, with the places that the rest had."""

    origin: tuple[int, ...]


@dataclass
class Draft(Generic[S]):
    """What could be read of a file: the shape of the rest (None: nothing), the faults, and what was cut."""

    raw: dict[str, Any]
    value: S | None = None
    faults: list[Fault] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)
    """places without their numbers, as `employees[].position`"""

    def spoiled(self, need: str) -> bool:
        """Whether a place that a check relies on was cut; `shifts*` is spoiled by anything below it too."""
        return any(
            need.startswith(cut) or (need.endswith("*") and cut.startswith(need[:-1])) for cut in self.cut
        )

    def original(self, found: Fault) -> Fault:
        """The fault with the paths that its places have in the file (`place` is a path in its sentence)."""
        values = dict(found.message.values)
        if "place" in values:
            values["place"] = _original(self.raw, str(values["place"]))
        path = _original(self.raw, found.path)
        return fault(path, found.code, found.message.message, found.instead.message, **values)


def read_shape(shape: type[S], raw: Mapping[str, Any], fill: Mapping[str, Any]) -> Draft[S]:
    """Read a shape from plain values; `fill` holds what stands in for what is needed and wrong."""
    draft: Draft[S] = Draft(dict(raw))
    for turn in range(MAX_ROUNDS):
        try:
            draft.value = shape.model_validate(draft.raw, by_alias=True, by_name=False)
            break
        except ValidationError as wrong:
            errors = [error for error in wrong.errors(include_url=False) if not _is_long_enough(error)]
            if turn == 0:
                draft.faults = _faults(shape, draft.raw, errors)
            if len(errors) > MAX_FAULTS:
                break
            _repair(draft, errors, fill)
    return draft


def _faults(shape: type[Shape], raw: Any, errors: list[ErrorDetails]) -> list[Fault]:
    found: dict[str, Fault] = {}
    for error in errors[:MAX_FAULTS]:
        place = _place(raw, error)
        path = path_of(place)
        found.setdefault(path, shape_fault(error, path, at(shape, place), at(shape, place[:-1])))
    if len(errors) > MAX_FAULTS:
        message = "Filen har {count} feil til."
        found[""] = fault("", "more", message, "Rett disse først.", count=len(errors) - MAX_FAULTS)
    return list(found.values())


def _is_long_enough(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because the values in it are faulty."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _place(raw: Any, error: ErrorDetails) -> Place:
    """The error's place among the values, without the names pydantic gives to branches and validators."""
    place: list[str | int] = []
    node: Any = raw
    for part in error["loc"]:
        there = range(len(node)) if isinstance(node, tuple) else node if isinstance(node, dict) else ()
        if part in there:
            place.append(part)
            node = node[part]
    if error["type"] == "missing":
        place.append(error["loc"][-1])
    return tuple(place)


def _repair(draft: Draft[Any], errors: Iterable[ErrorDetails], fill: Mapping[str, Any]) -> None:
    cuts: dict[str | int, Any] = {}
    filled: dict[Place, Any] = {}
    for place in sorted({_cut_at(draft, error, fill) for error in errors}, key=len):
        draft.cut.add(_without_numbers(place))
        known, value = _look_up(fill, place)
        if known:
            filled[place] = value
        else:
            _add_cut(cuts, place)
    draft.raw = _pruned(draft.raw, cuts)
    for place, value in filled.items():
        draft.raw = _with(draft.raw, place, value)


def _cut_at(draft: Draft[Any], error: ErrorDetails, fill: Mapping[str, Any]) -> Place:
    """Where to cut: the value itself, or what cannot do without it."""
    place = _place(draft.raw, error)
    if error["type"] == "missing" and not _look_up(fill, place)[0]:
        place = place[:-1]
    for whole in WHOLE:
        if whole in place:
            place = place[: place.index(whole) + 1]
    return place


def _look_up(fill: Mapping[str, Any], place: Place) -> tuple[bool, Any]:
    node: Any = fill
    for part in place:
        if not isinstance(node, Mapping) or part not in node:
            return False, None
        node = node[part]
    return True, node


def _add_cut(cuts: dict[str | int, Any], place: Place) -> None:
    """Note a cut in the tree of cuts, where `None` marks one; nothing below it matters."""
    for part in place[:-1]:
        deeper = cuts.setdefault(part, {})
        if deeper is None:
            return
        cuts = deeper
    cuts[place[-1]] = None


def _pruned(node: Any, cuts: Mapping[str | int, Any]) -> Any:
    """The values without the cuts."""
    gone = {part for part, deeper in cuts.items() if deeper is None}
    if isinstance(node, dict):
        left = {key: value for key, value in node.items() if key not in gone}
        return {key: _pruned(value, cuts[key]) if key in cuts else value for key, value in left.items()}
    if not isinstance(node, tuple):
        return node
    kept = [index for index in range(len(node)) if index not in gone]
    items = Items(_pruned(node[index], cuts[index]) if index in cuts else node[index] for index in kept)
    origin = node.origin if isinstance(node, Items) else range(len(node))
    items.origin = tuple(origin[index] for index in kept)
    return items


def _with(node: Any, place: Place, value: Any) -> Any:
    """The values with another one at a place (fields only, no numbers)."""
    return {**node, place[0]: _with(node.get(place[0]), place[1:], value)} if place else value


def _without_numbers(place: Place) -> str:
    return path_of("[]" if isinstance(part, int) else part for part in place).replace(".[]", "[]")


def _original(raw: Any, path: str) -> str:
    """A path among the values that are left, as the path it had in the file."""
    node, rest, said = raw, path, ""
    while rest:
        if isinstance(node, tuple) and rest.startswith("["):
            number, _, rest = rest[1:].partition("]")
            origin = node.origin if isinstance(node, Items) else range(len(node))
            said, node = f"{said}[{origin[int(number)]}]", node[int(number)]
            continue
        name = rest.removeprefix(".")
        keys = [key for key in node if name.startswith(key)] if isinstance(node, dict) else []
        key = max(keys, key=len, default="")
        if not key:
            return said + rest
        said += rest[: len(rest) - len(name)] + key
        node, rest = node[key], name[len(key) :]
    return said
