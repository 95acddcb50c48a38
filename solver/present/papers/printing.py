"""A paper as PDF, by typst: one template for every paper, the words passed to it as data.

Nothing a user wrote becomes typst source, so no name can be markup; nothing is fetched, and no font but the one beside
this file is looked for. The same paper gives the same bytes: no clock is asked.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from solver.present.papers.paper import Paper

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def pdf_of(paper: Paper) -> bytes:
    """The paper as the bytes of a PDF."""
    data = json.dumps(paper.as_data(), ensure_ascii=False)
    made = _compiler().compile(sys_inputs={"paper": data}, format="pdf", timestamp=LONG_AGO)
    assert isinstance(made, bytes)
    return made


@cache
def _compiler() -> typst.Compiler:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
    return typst.Compiler(HERE / "template.typ", root=HERE, font_paths=fonts, ignore_system_fonts=True)
