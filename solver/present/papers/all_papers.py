"""Every paper of a review, and the files they are written to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from solver.forum.over_time import Closed
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


def papers(
    review: Review, lang: str, chosen: Option | None = None, closed: Sequence[Closed] = ()
) -> tuple[Document, ...]:
    """The case paper, the need for part-time, the protocol, the advertisement and the overview."""
    return (
        case_paper(review, lang),
        part_time_need(review, lang, chosen),
        protocol(review, lang, chosen),
        advert(review, lang, chosen),
        overview(review, lang, closed),
    )


def paper_files(
    review: Review,
    lang: str,
    chosen: Option | None = None,
    closed: Sequence[Closed] = (),
    *,
    names: Collection[str] | None = None,
) -> dict[str, bytes]:
    """Every paper in every form (or those of these names alone) by its file's name.

    A PDF bears the date of the decision, or else of the case.
    """
    decision = review.case.decision
    made = decision.date if decision else review.case.date
    found = {}
    for document in papers(review, lang, chosen, closed):
        for ending in (*WRITERS, ".pdf"):
            name = document.name + ending
            if names is None or name in names:
                found[name] = WRITERS[ending](document).encode() if ending in WRITERS else pdf(document, made)
    return found
