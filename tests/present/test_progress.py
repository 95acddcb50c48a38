"""Progress is for terminals, and says goal, value and bound in words."""

import io
from dataclasses import dataclass

from solver.present.progress import ProgressTable, step_cells


@dataclass(frozen=True)
class Told:
    stage: int = 2
    stages: int = 9
    goal: str = "unwanted_part_time"
    value: float | None = 42.5
    bound: float | None = 30
    seconds: float = 1.0
    done: bool = False


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, quiet: bool = False) -> str:
    with ProgressTable(60, "nb", quiet=quiet, stream=stream) as progress:
        progress(Told())
        progress(Told(value=40))
    return stream.getvalue()


def test_a_step_is_told_in_words() -> None:
    assert step_cells(Told(), "nb") == ("2/9 Uønsket deltid", "42,5 prosentpoeng", "30 prosentpoeng")


def test_a_weighted_sum_is_told_by_all_its_goals_and_no_unit() -> None:
    assert step_cells(Told(goal="wishes+strain"), "en") == (
        "2/9 Wishes not met + Straining changes of shift and runs of work",
        "42.5",
        "30",
    )


def test_what_is_not_known_yet_is_a_dash() -> None:
    assert step_cells(Told(value=None, bound=None), "nb")[1:] == ("-", "-")


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    assert shown(io.StringIO()) == ""


def test_nothing_is_shown_when_quiet() -> None:
    assert shown(Terminal(), quiet=True) == ""


def test_a_terminal_sees_the_last_step() -> None:
    assert "40 prosentpoeng" in shown(Terminal())
