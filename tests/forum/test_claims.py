"""Who may claim what: grounds and facts from the case alone, counted by its date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from solver.files.tariff import employment_law
from solver.forum.claims import Claims, claims, months_before
from solver.forum.today import Today
from tests.forum.made import case, person, roster, unit

LAST_TWELVE = [f"2025-{month:02d}" for month in (11, 12)] + [f"2026-{month:02d}" for month in range(1, 11)]


def grounds(wants: list[dict[str, Any]], **changes: Any) -> Claims:
    people = [person("A", 60, 100), person("B", 40), person("L", 40, competence="college")]
    today = roster({"A": "D.D.D..", "B": "D.D....", "L": "....DD."})
    units = {"hjem": (unit(people, []), today)}
    return claims(Today(case(units, ("hjem", "L", 40), wants, **changes)), employment_law())


def extra(hours: dict[str, float]) -> Claims:
    told = [{"month": month, "hours": amount} for month, amount in hours.items()]
    return grounds([{"unit": "hjem", "employee": "A", "wanted": 100, "extra_hours": told}])


def test_the_twelve_months_before_the_case_count_and_not_its_own() -> None:
    assert months_before(date(2026, 11, 23), 12) == LAST_TWELVE
    assert months_before(date(2026, 1, 5), 2) == ["2025-11", "2025-12"]


def test_hours_every_month_come_to_a_position_beyond_the_agreed() -> None:
    (found,) = extra(dict.fromkeys([*LAST_TWELVE, "2025-10"], 15.38)).extra
    assert (found.regular, found.missing, found.with_hours) == ("every_month", (), 12)
    assert found.average_basis_points == 1000  # 35.5 h * 52 / 12 = 153.8 h a month
    assert found.actual_basis_points == 7000


def test_months_that_nobody_told_of_are_uncertain_and_never_counted_as_none() -> None:
    (found,) = extra({"2026-09": 20, "2026-10": 0}).extra
    assert (found.regular, found.with_hours, len(found.missing)) == ("some_months", 1, 10)
    assert found.average_basis_points == round(10_000 * 10 / (35.5 * 52 / 12))


@pytest.mark.parametrize(
    ("notice_ends", "lasts"), [("2025-11-23", True), ("2025-11-22", False), ("2026-06-01", True)]
)
def test_priority_after_a_dismissal_lasts_a_year_after_the_notice(notice_ends: str, lasts: bool) -> None:
    given = {"id": "P", "competence": "skilled", "dismissed": "2025-08-01", "notice_ends": notice_ends}
    (found,) = grounds([], priority=[given | {"months_employed": 12}]).dismissed
    assert (found.lasts, found.employed_long_enough, found.qualified) == (lasts, True, True)
    (short,) = grounds([], priority=[given | {"months_employed": 11}]).dismissed
    assert not short.employed_long_enough


def test_who_lacks_the_competence_is_named_and_told_so() -> None:
    vacancy = {"unit": "hjem", "line": "L", "percent": 40, "competence": "college"}
    wants = [{"unit": "hjem", "employee": "A", "wanted": 100}]
    (found,) = grounds(wants, vacancy=vacancy).larger
    assert (found.held, found.wanted, found.qualified, found.reaches) == (6000, 10000, False, True)
