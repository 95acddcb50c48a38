"""The server's own logging, each line made safe: which route was asked for and what it answered, not what was sent."""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from uvicorn.config import LOGGING_CONFIG
from uvicorn.logging import AccessFormatter

from api.access.redaction import HIDDEN, SafeLines

ID = re.compile(r"[0-9a-fA-F-]{32,36}")
LINE = '%(asctime)s %(levelname)s %(client_addr)s "%(request_line)s" %(status_code)s'


def log_config(app: FastAPI) -> dict[str, Any]:
    """What uvicorn is told about logging: all of it to standard error, and everything else of this process as well."""
    config: dict[str, Any] = copy.deepcopy(LOGGING_CONFIG)
    words = frozenset(word for path in _paths(app) for word in path.split("/") if "{" not in word)
    config["formatters"] = {
        "default": {"()": SafeLines},
        "access": {"()": partial(SafeLines, AccessLines(words))},
    }
    config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    config["root"] = {"handlers": ["default"], "level": "WARNING"}
    config["loggers"]["uvicorn"]["propagate"] = False
    return config


class AccessLines(AccessFormatter):
    """A line for each request: the words of our routes and ids stay in its address, the rest may be anyone's name."""

    def __init__(self, words: frozenset[str]) -> None:
        super().__init__(LINE, use_colors=False)
        self.words = words

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging's own name
        told = copy.copy(record)
        client, method, address, *rest = record.args  # type: ignore[misc]  # a tuple, as uvicorn logs it
        told.args = (client, method, self.plain(str(address)), *rest)
        return super().formatMessage(told)

    def plain(self, address: str) -> str:
        """The address without its query and without what only a client knows."""
        parts = address.partition("?")[0].split("/")
        return "/".join(part if part in self.words or ID.fullmatch(part) else HIDDEN for part in parts)


def _paths(app: FastAPI) -> Iterable[str]:
    return (str(route.path) for route in iter_route_contexts(app.routes))
