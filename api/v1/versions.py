"""Versions of what can be changed: ETags, and If-Match on every PUT."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any

from fastapi import Header, Response
from pydantic import BaseModel

from api.errors import PreconditionFailed, PreconditionRequired

IfMatch = Annotated[
    str | None, Header(alias="If-Match", description="ETag-en du leste sist.", max_length=100)
]
IfNoneMatch = Annotated[
    str | None, Header(alias="If-None-Match", description="ETag-en du har fra før.", max_length=1000)
]


def etag(version: int, body: str = "") -> str:
    """The ETag of a version, and of what a reader was shown of it: names change without a new version."""
    shown = f"-{sha256(body.encode()).hexdigest()[:12]}" if body else ""
    return f'"{version}{shown}"'


def check_match(given: str | None, version: int) -> None:
    """Raise PreconditionRequired without If-Match, PreconditionFailed where it is of another version."""
    if given is None:
        raise PreconditionRequired("Send If-Match med ETag-en du leste sist.")
    if given.strip().strip('"').partition("-")[0] != str(version):
        raise PreconditionFailed("Noen har endret det siden du leste det. Les på nytt og prøv igjen.")


UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "uendret"}}
"""what OpenAPI says of an answer to a reader who has the version already"""


def answered(body: BaseModel, version: int, if_none_match: str | None) -> Response:
    """The body with its ETag; nothing but that for a reader who has this version already (304)."""
    told = body.model_dump_json()
    headers = {"ETag": etag(version, told)}
    known = (one.strip().removeprefix("W/") for one in (if_none_match or "").split(","))
    if headers["ETag"] in known:
        return Response(status_code=304, headers=headers)
    return Response(told, headers=headers, media_type="application/json")
