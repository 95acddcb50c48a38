"""What the forum needs of arbeidsmiljøloven chapter 14, as data: periods in months, paragraphs with their links."""

from __future__ import annotations

from typing import Literal

from solver.domain.values import Id, PlainDate, Shape


class Paragraph(Shape):
    """One paragraph: where it stands, whether it was read there, and what it is about in our own words."""

    id: Id
    paragraph: str
    link: str
    status: Literal["read", "secondary"]
    sentence: str


class EmploymentLaw(Shape):
    """The periods, in months, and the paragraphs."""

    id: Id
    read: PlainDate
    extra_hours_months: int
    """aml § 14-4 a: how far back from the claim"""
    priority_months_employed: int
    """aml § 14-2: how long employed .."""
    priority_within_months: int
    """.. within so many months before the dismissal"""
    priority_lasts_months: int
    """aml § 14-2: how long after the notice period"""
    paragraphs: tuple[Paragraph, ...]

    def paragraph(self, name: str) -> Paragraph:
        return next(one for one in self.paragraphs if one.id == name)
