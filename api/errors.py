"""What can go wrong, each kind with its status; what a client gets is problem details (RFC 9457).

A problem is raised where it is found and told in one place, in the client's language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import BaseModel, Field

from api.told_faults import told_faults
from api.words import say
from solver.domain.fault import Fault as Found

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One fault of what was sent: where, what is wrong, and what to write instead."""

    path: str
    code: str
    message: str
    instead: str


class ProblemDetails(BaseModel):
    """Problem details (RFC 9457)."""

    type: str = Field(examples=["urn:heltid:problem:not_found"])
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    faults: list[Fault] = []


class Problem(Exception):  # noqa: N818  what RFC 9457 calls it
    """Something the client is told; the sentences are bokmål message ids with their values."""

    status: ClassVar[int]
    code: str
    title: ClassVar[str]

    def __init__(
        self, detail: str = "", *, code: str = "", faults: Sequence[Found] = (),
        headers: Mapping[str, str] | None = None, **values: object,
    ) -> None:  # fmt: skip
        super().__init__(detail or self.title)
        self.detail, self.values = detail, values
        self.code = code or type(self).code
        self.faults, self.headers = tuple(faults), dict(headers or {})

    def body(self, request_id: str, lang: str) -> dict[str, Any]:
        """The problem as JSON."""
        return {
            "type": f"urn:heltid:problem:{self.code}",
            "title": say(self.title, lang),
            "status": self.status,
            "detail": say(self.detail or self.title, lang, **self.values),
            "code": self.code,
            "request_id": request_id,
            "faults": told_faults(self.faults, lang),
        }


class BadRequest(Problem):
    """400: it is not even a request."""

    status, code, title = 400, "bad_request", "Forespørselen kan ikke leses."


class Unauthenticated(Problem):
    """401: nobody is asking."""

    status, code, title = 401, "unauthenticated", "Du må være logget inn."

    def __init__(self, detail: str = "", **values: Any) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"}, **values)


class Forbidden(Problem):
    """403: a role in the unit, but not one that may do this."""

    status, code, title = 403, "forbidden", "Du har ikke lov til dette."


class NotFound(Problem):
    """404: it is not there, or nothing that this principal may know of."""

    status, code, title = 404, "not_found", "Det finnes ikke."


class MethodNotAllowed(Problem):
    """405: nothing of the kind is done here."""

    status, code, title = 405, "method_not_allowed", "Det kan ikke gjøres her."


class NotAcceptable(Problem):
    """406: not in the format asked for."""

    status, code, title = 406, "not_acceptable", "Svaret finnes ikke i det formatet."


class Conflict(Problem):
    """409: not as things stand."""

    status, code, title = 409, "conflict", "Det går ikke slik det står nå."


class PreconditionFailed(Problem):
    """412: what was to be changed has been changed by another."""

    status, code, title = 412, "stale", "Det er endret av noen andre."


class TooLarge(Problem):
    """413: more than the limit."""

    status, code, title = 413, "too_large", "Det som ble sendt, er for stort."


class UnsupportedMedia(Problem):
    """415: not a kind of content that is read here."""

    status, code, title = 415, "unsupported_media", "Innholdstypen kan ikke leses her."


class Invalid(Problem):
    """422: the faults say what is wrong and what to write instead."""

    status, code, title = 422, "invalid", "Det som ble sendt, har feil."


class PreconditionRequired(Problem):
    """428: changed only by who says which version they know."""

    status, code, title = 428, "precondition_required", "If-Match mangler."


class TooMany(Problem):
    """429: later; `Retry-After` says when."""

    status, code, title = 429, "too_many", "For mange på en gang."


class ServerError(Problem):
    """500: our fault."""

    status, code, title = 500, "server_error", "Noe gikk galt hos oss."


class Unavailable(Problem):
    """503: not now."""

    status, code, title = 503, "unavailable", "Tjenesten er ikke klar."


def problems(*kinds: type[Problem]) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of these problems, for a route's `responses`."""
    return {kind.status: _told(kind) for kind in kinds}


def _told(kind: type[Problem]) -> dict[str, Any]:
    example = kind().body("0193f7a0c0de7000a000000000000000", "nb")
    return {
        "description": kind.title,
        "content": {
            MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}, "example": example}
        },
    }
