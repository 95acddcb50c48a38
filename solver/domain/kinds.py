"""What may stand at a place in a file, read from the shapes themselves: fields, ranges, words."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from solver.domain.values import BASIS_POINTS, basis_points


class Kind(NamedTuple):
    """One of the types that may stand at a place, with its limits."""

    type: Any
    limits: tuple[Any, ...] = ()


def kinds(annotation: Any, limits: Iterable[Any] = ()) -> Iterator[Kind]:
    """The alternatives of an annotation, without `None`."""
    limits = tuple(limits)
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from kinds(inner, (*limits, *more))
    elif get_origin(annotation) in (Union, types.UnionType):
        for branch in get_args(annotation):
            yield from kinds(branch, limits)
    elif annotation is not types.NoneType:
        yield Kind(annotation, limits)


def inside(kind: Kind, part: str | int) -> Iterator[Kind]:
    """What may stand one step further in: a field, an item or a value."""
    origin, args = get_origin(kind.type), get_args(kind.type)
    if isinstance(kind.type, type) and issubclass(kind.type, BaseModel):
        for name, field in kind.type.model_fields.items():
            if part == (field.alias or name):
                yield from kinds(field.annotation, field.metadata)
    elif origin is tuple and isinstance(part, int):
        yield from kinds(args[0] if args[-1] is Ellipsis else args[min(part, len(args) - 1)])
    elif origin is dict:
        yield from kinds(args[1])


def at(shape: type[BaseModel], place: Iterable[str | int]) -> list[Kind]:
    """What may stand at a place."""
    found = [Kind(shape)]
    for part in place:
        found = [deeper for kind in found for deeper in inside(kind, part)]
    return found


def fields_of(found: Iterable[Kind]) -> list[str]:
    """The fields that a place has, by their names in the file."""
    shapes = [kind.type for kind in found if isinstance(kind.type, type) and issubclass(kind.type, BaseModel)]
    return [field.alias or name for shape in shapes for name, field in shape.model_fields.items()]


def words_of(found: Iterable[Kind]) -> list[str]:
    """The words to choose from at a place."""
    return [str(word) for kind in found if get_origin(kind.type) is Literal for word in get_args(kind.type)]


def range_of(found: Iterable[Kind]) -> tuple[float | None, float | None]:
    """The least and the most a number may be at a place, as the file writes it."""
    for kind in found:
        limits = [inner for limit in kind.limits for inner in (limit, *getattr(limit, "metadata", ()))]
        scale = BASIS_POINTS if any(_is_hundredths(limit) for limit in limits) else 1
        low = [value for limit in limits for value in _least(limit)]
        high = [limit.le for limit in limits if getattr(limit, "le", None) is not None]
        if low or high:
            return _scaled(max(low), scale) if low else None, _scaled(min(high), scale) if high else None
    return None, None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name a person most likely meant."""
    known = list(known)
    lowered = {name.lower(): name for name in known}
    if word.lower() in lowered:
        return lowered[word.lower()]
    found = difflib.get_close_matches(word.lower()[:60], lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def _is_hundredths(limit: object) -> bool:
    return isinstance(limit, BeforeValidator) and limit.func is basis_points


def _least(limit: object) -> Iterator[int]:
    if getattr(limit, "ge", None) is not None:
        yield limit.ge  # type: ignore[attr-defined]
    if getattr(limit, "gt", None) is not None:
        yield limit.gt + 1  # type: ignore[attr-defined]


def _scaled(value: float, scale: int) -> float:
    return int(value / scale) if value % scale == 0 else value / scale
