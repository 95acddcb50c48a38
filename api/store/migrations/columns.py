"""Columns as the migrations write them, one call each; they stay as they are when the tables go on changing."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB


def uuid(name: str, *more: Any, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), *more, nullable=options.pop("nullable", False), **options)


def text(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=options.pop("nullable", False), **options)


def whole(name: str, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=options.pop("nullable", False), **options)


def number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Double(), nullable=False)


def yes_or_no(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def moment(name: str, *, nullable: bool = False, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable, **options)


def day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)


def data(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    kind = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    return sa.Column(name, kind, nullable=nullable)


def of(table: str, **options: Any) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", **options)
