"""Eleven-digit numbers are found wherever they stand."""

from __future__ import annotations

import pytest

from api.privacy.refuse import identity_numbers

NUMBER = "01019012345"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"id": NUMBER}, "id"),
        ({"employees": [{"id": "E01", "name": f"Ada {NUMBER}"}]}, "employees[0].name"),
        ({"employees": [{"id": "E01", "name": "010190 12345"}]}, "employees[0].name"),
        ({"x": int(NUMBER[1:] + "0")}, "x"),
        ({NUMBER: 1}, "(toppen)"),
        ([NUMBER], "[0]"),
    ],
)
def test_an_eleven_digit_number_is_refused(body: object, path: str) -> None:
    assert [one.path for one in identity_numbers(body)] == [path]


@pytest.mark.parametrize(
    "body",
    [
        {"sha": "a01019012345f" * 4},
        {"n": 123456789012},
        {"t": "2027-01-04T07:30:00"},
        {"p": "0101901234"},
        {"b": True},
    ],
)
def test_what_only_looks_like_one_is_not(body: object) -> None:
    assert not list(identity_numbers(body))
