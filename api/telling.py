"""Telling a client what went wrong: every way a request can fail ends in the same problem details."""

from __future__ import annotations

import logging
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.body_faults import faults_of
from api.errors import (
    MEDIA_TYPE,
    BadRequest,
    Invalid,
    MethodNotAllowed,
    NotFound,
    Problem,
    ServerError,
    TooLarge,
)
from api.words import language_of
from solver.domain.fault import FaultError

log = logging.getLogger("heltid")
KINDS: dict[int, type[Problem]] = {400: BadRequest, 404: NotFound, 405: MethodNotAllowed, 413: TooLarge}


def add_handlers(app: FastAPI) -> None:
    """Make the app tell every failure as a problem."""
    app.add_exception_handler(Problem, _told)
    app.add_exception_handler(FaultError, _told)
    app.add_exception_handler(RequestValidationError, _told)
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(Exception, _told)


def as_problem(wrong: Exception) -> Problem:
    """The problem that an exception is to a client."""
    if isinstance(wrong, Problem):
        return wrong
    if isinstance(wrong, FaultError):
        return Invalid(faults=wrong.faults)
    if isinstance(wrong, RequestValidationError):
        return Invalid(faults=faults_of(wrong))
    if isinstance(wrong, HTTPException):
        if isinstance(
            wrong.__cause__, FaultError | Problem
        ):  # FastAPI's wrap of a body that could not be read
            return as_problem(wrong.__cause__)
        kind = KINDS.get(wrong.status_code, BadRequest)
        return kind(headers=wrong.headers)
    return ServerError()


def request_id_of(request: Request) -> str:
    """The id of this request, as it stands in the log."""
    known: str | None = getattr(request.state, "request_id", None)
    return known or uuid4().hex


async def _told(request: Request, wrong: Exception) -> JSONResponse:
    problem, number = as_problem(wrong), request_id_of(request)
    if isinstance(problem, ServerError):
        # the kind of the exception and not its text, which may hold what a client sent
        log.error("request %s failed: %s", number, type(wrong).__name__, exc_info=wrong)
    return answer(problem, number, request.headers.get("accept-language"))


def answer(problem: Problem, request_id: str, accept_language: str | None) -> JSONResponse:
    """The response of a problem."""
    lang = language_of(accept_language)
    headers: dict[str, Any] = problem.headers | {"Content-Language": lang, "X-Request-ID": request_id}
    return JSONResponse(
        problem.body(request_id, lang), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers
    )
