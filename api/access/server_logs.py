"""The server's own logging, each line made safe."""

from __future__ import annotations

import copy
from typing import Any

from uvicorn.config import LOGGING_CONFIG
from uvicorn.logging import AccessFormatter

from api.access.redaction import SafeLines


def log_config() -> dict[str, Any]:
    """What uvicorn is told about logging: all of it to standard error, and everything else of this process as well."""
    config: dict[str, Any] = copy.deepcopy(LOGGING_CONFIG)
    config["formatters"] = {
        "default": {"()": f"{__name__}.default_lines"},
        "access": {"()": f"{__name__}.access_lines"},
    }
    config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    config["root"] = {"handlers": ["default"], "level": "WARNING"}
    config["loggers"]["uvicorn"]["propagate"] = False
    return config


def default_lines() -> SafeLines:
    return SafeLines()


def access_lines() -> SafeLines:
    line = '%(asctime)s %(levelname)s %(client_addr)s "%(request_line)s" %(status_code)s'
    return SafeLines(AccessFormatter(line, use_colors=False))
