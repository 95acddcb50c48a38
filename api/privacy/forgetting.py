"""Names that were deleted stay deleted: a list in the store, and a file beside it for when the store itself is lost.

The file holds a line of JSON for each: unit, kind, alias and moment; never a name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from api.store.names import Kind, forget
from api.store.tables import Forgotten, now

FIELDS = ("unit_id", "kind", "alias", "at")


def forget_for_good(session: Session, file: Path, unit: UUID, kind: Kind, *, alias: str) -> bool:
    """Delete a name and write it on the list and in the file; whether there was one.

    The file is written first: what stands there and was not deleted after all is a name deleted a little early when an
    old backup is restored, which is the safer way to be wrong.
    """
    gone = Forgotten(unit_id=unit, kind=kind, alias=alias, at=now())
    if not forget(session, gone):
        return False
    note(file, gone)
    return True


def note(file: Path, gone: Forgotten) -> None:
    """Add a line to the file, on the disk before this returns."""
    line = {"unit_id": str(gone.unit_id), "kind": gone.kind, "alias": gone.alias, "at": gone.at.isoformat()}
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as open_file:
        open_file.write(json.dumps(line) + "\n")
        open_file.flush()
        os.fsync(open_file.fileno())


def noted(file: Path) -> Iterator[dict[str, Any]]:
    """What the file says was forgotten; a line that was cut off is passed over."""
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            found = json.loads(line)
            yield {
                "unit_id": UUID(found["unit_id"]),
                "kind": found["kind"],
                "alias": found["alias"],
                "at": datetime.fromisoformat(found["at"]),
            }
        except (ValueError, KeyError, TypeError):
            continue
