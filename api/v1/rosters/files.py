"""The forms that rosters are brought and exported in, and what each is called in HTTP."""

from __future__ import annotations

from typing import Literal

Format = Literal["json", "csv", "xlsx", "pdf", "ics"]
MEDIA: dict[Format, str] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
}
READ: dict[str, Format] = {"text/csv": "csv", MEDIA["xlsx"]: "xlsx"}
