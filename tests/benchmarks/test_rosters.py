"""What `make rosters` writes into README."""

from benchmarks.rosters import with_figures

PAGE = (
    "# Heltid\n\n| | i dag | B |\n|---|---:|---:|\n| hele stillinger | 5 | 6 |\n| linjer i bruk | 24 | 19 |\n"
)


def test_only_the_rows_it_has_figures_for_are_changed() -> None:
    columns = [{"hele stillinger": "7"}, {"hele stillinger": "8"}]
    assert with_figures(PAGE, columns) == PAGE.replace("| 5 | 6 |", "| 7 | 8 |")
