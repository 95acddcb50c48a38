"""Every paper of a review, and the files they are written to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from solver.forum.review import Option, Review
from solver.present.papers.advert import advert
from solver.present.papers.as_paper import pdf
from solver.present.papers.case_paper import case_paper
from solver.present.papers.document import Document
from solver.present.papers.html import html
from solver.present.papers.markdown import markdown
from solver.present.papers.overview import overview
from solver.present.papers.part_time_need import part_time_need
from solver.present.papers.protocol import protocol

WRITERS = {".md": markdown, ".html": html}


def papers(review: Review, lang: str, chosen: Option | None = None) -> tuple[Document, ...]:
    """The case paper, the need for part-time, the protocol, the advertisement and the overview."""
    return (
        case_paper(review, lang),
        part_time_need(review, lang, chosen),
        protocol(review, lang, chosen),
        advert(review, lang, chosen),
        overview(review, lang),
    )


def write_papers(documents: tuple[Document, ...], folder: Path, made: date) -> list[Path]:
    """Write each paper in each format, PDF with its date; the files, in order."""
    written = []
    for document in documents:
        for ending, write in WRITERS.items():
            path = folder / f"{document.name}{ending}"
            path.write_text(write(document), encoding="utf-8")
            written.append(path)
        written.append(folder / f"{document.name}.pdf")
        written[-1].write_bytes(pdf(document, made))
    return written
