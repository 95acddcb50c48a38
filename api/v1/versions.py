"""Versions of what can be changed: ETags, and If-Match on every PUT."""

from __future__ import annotations

from typing import Annotated

from fastapi import Header

from api.errors import PreconditionFailed, PreconditionRequired

IfMatch = Annotated[
    str | None, Header(alias="If-Match", description="ETag-en du leste sist.", max_length=100)
]
IfNoneMatch = Annotated[
    str | None, Header(alias="If-None-Match", description="ETag-en du har fra før.", max_length=1000)
]


def etag(version: int) -> str:
    """The ETag of a version."""
    return f'"{version}"'


def check_match(given: str | None, version: int) -> None:
    """Raise PreconditionRequired without If-Match, PreconditionFailed where it is of another version."""
    if given is None:
        raise PreconditionRequired("Send If-Match med ETag-en du leste sist.")
    if given.strip() != etag(version):
        raise PreconditionFailed("Noen har endret det siden du leste det. Les på nytt og prøv igjen.")


def is_known(given: str | None, version: int) -> bool:
    """Whether the reader has this version already (304)."""
    return given is not None and etag(version) in (one.strip().removeprefix("W/") for one in given.split(","))
