"""Every field of the contract's shapes, by its path in a file: `employees[].position.current`."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from solver.domain.kinds import Kind, kinds


def paths(shape: type[BaseModel], before: str = "") -> Iterator[str]:
    """The fields of a shape and of the shapes in it; a field that holds only shapes is not one of its own."""
    for name, field in shape.model_fields.items():
        path = f"{before}{field.alias or name}"
        yield from _of(list(kinds(field.annotation, field.metadata)), path)


def _of(found: list[Kind], path: str) -> Iterator[str]:
    told = False
    for kind in found:
        deeper = list(_deeper(kind.type, path))
        yield from deeper
        if not deeper and not told:
            yield path
            told = True


def _deeper(value: Any, path: str) -> Iterator[str]:
    """The paths inside one kind of value: a shape, a list of shapes, shapes by name; none inside any other."""
    if isinstance(value, type) and issubclass(value, BaseModel):
        yield from paths(value, f"{path}.")
    elif get_origin(value) is tuple:
        inside = [
            one for part in get_args(value) if part is not Ellipsis for one in _shapes(part, f"{path}[]")
        ]
        yield from dict.fromkeys(inside)
    elif get_origin(value) is dict:
        yield from _shapes(get_args(value)[1], f"{path}{{}}")


def _shapes(annotation: Any, path: str) -> Iterator[str]:
    for kind in kinds(annotation):
        yield from _deeper(kind.type, path)
