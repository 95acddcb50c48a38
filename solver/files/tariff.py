"""Tariff supplements and the employment law of the packaged data, and what to write where a name is unknown."""

from __future__ import annotations

from functools import cache

from solver.domain.case import Case
from solver.domain.employment_law import EmploymentLaw
from solver.domain.fault import FaultError, fault
from solver.domain.tariff import Tariff
from solver.files.data import data_dir
from solver.files.yaml import read_raw


@cache
def employment_law() -> EmploymentLaw:
    """Arbeidsmiljøloven chapter 14 as data."""
    return EmploymentLaw.model_validate(read_raw(data_dir() / "law" / "aml-14.yaml"))


@cache
def tariff_names() -> tuple[str, ...]:
    """The packaged tariffs."""
    return tuple(sorted(path.stem for path in (data_dir() / "tariffs").glob("*.yaml")))


@cache
def packaged_tariff(name: str) -> Tariff:
    """A packaged tariff by its name."""
    return Tariff.model_validate(read_raw(data_dir() / "tariffs" / f"{name}.yaml"))


def tariff_of(case: Case) -> Tariff:
    """The tariff a case names; raises FaultError where there is none of that name."""
    if case.tariff not in tariff_names():
        message, instead = "Tariffen «{name}» finnes ikke.", "Skriv en av {names}."
        names = ", ".join(tariff_names())
        raise FaultError([fault("tariff", "unknown_tariff", message, instead, name=case.tariff, names=names)])
    return packaged_tariff(case.tariff)
