"""Numbers, times and columns as a Norwegian or an English reader writes them."""

import pytest

from solver.present.text import amount, columns, day_name, duration, hours, number, sentence, spans


@pytest.mark.parametrize(
    ("value", "nb", "en"), [(91.25, "91,25", "91.25"), (15.0, "15", "15"), (0, "0", "0"), (-0.001, "0", "0")]
)
def test_a_number_has_the_decimal_mark_of_its_language(value: float, nb: str, en: str) -> None:
    assert (number(value, "nb"), number(value, "en")) == (nb, en)


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0:00"), (15, "+0:15"), (-75, "-1:15"), (25560, "+426:00")]
)
def test_a_balance_has_a_sign_unless_it_is_nothing(minutes: int, text: str) -> None:
    assert hours(minutes, sign=True) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0 min"), (45, "45 min"), (540, "9 t"), (570, "9 t 30 min")]
)
def test_a_duration_leaves_out_what_is_nothing(minutes: int, text: str) -> None:
    assert duration(minutes, "nb") == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(1, "weekends", "1 helg"), (2, "weekends", "2 helger"), (87.5, "percent", "87,5 %"), (3, None, "3")],
)
def test_an_amount_has_its_unit_in_words(value: float, unit: str | None, text: str) -> None:
    assert amount(value, unit, "nb") == text


def test_a_unit_without_words_is_told_as_it_is() -> None:
    assert amount(2, "moons", "nb") == "2 moons"


def test_weeks_in_a_row_are_told_as_a_span() -> None:
    assert spans([7, 1, 2, 3, 9, 10]) == "1-3, 7, 9-10"


def test_days_have_names_in_both_languages() -> None:
    assert (day_name("sun", "nb"), day_name("sun", "en")) == ("søn", "Sun")


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert columns(["a", "b"], [["long", "1"], ["x", "100"]], right=[1]) == [
        "a       b",
        "long    1",
        "x     100",
    ]


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert sentence("åpen L1") == "Åpen L1"
