"""The forum's indicators, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from solver.forum.indicators import LIMITS, Indicators
from solver.forum.over_time import Closed
from solver.present.forum_words import points
from solver.present.papers.document import Table, table
from solver.present.text import amount, number
from solver.present.words import say


def indicators_table(columns: Sequence[tuple[str, Indicators]], lang: str) -> Table:
    """One column for each, under its name."""
    found = [one for _, one in columns]
    rows = [
        [say("ansatte", lang), *(str(one.people) for one in found)],
        [
            say("andel med hel stilling", lang),
            *(f"{number(round(one.full_time_share, 1), lang)} %" for one in found),
        ],
        [
            say("gjennomsnittlig stilling", lang),
            *(f"{number(round(one.average / 100, 1), lang)} %" for one in found),
        ],
        *(
            [
                say("stillinger under {size}", lang, size=points(limit, lang)),
                *(str(one.under[limit]) for one in found),
            ]
            for limit in LIMITS
        ),
        [say("ledig eller lyses ut", lang), *(_sizes(one, lang) for one in found)],
        [say("stillinger til sammen", lang), *(amount(one.total / 10_000, "fte", lang) for one in found)],
    ]
    return table(("", *(name for name, _ in columns)), rows, right=tuple(range(1, len(columns) + 1)))


OVER_TIME = (
    "Besluttet",
    "Sak",
    "Hel stilling",
    "I snitt",
    "Mindre enn 60 %",
    "Mindre enn 65 %",
    "Mindre enn 80 %",
    "Ledig eller lyses ut",
)


def over_time_table(closed: Sequence[Closed], lang: str) -> Table:
    """One row for each closed case, the oldest first."""
    rows = [
        [
            one.date,
            one.name,
            f"{number(one.indicators['full_time_share'], lang)} %",
            f"{number(one.indicators['average_position'], lang)} %",
            *(str(one.indicators["under"][limit]) for limit in ("60", "65", "80")),
            ", ".join(f"{number(size, lang)} %" for size in one.indicators["advertised"]) or "-",
        ]
        for one in closed
    ]
    return table((say(name, lang) for name in OVER_TIME), rows, right=(2, 3, 4, 5, 6))


def _sizes(one: Indicators, lang: str) -> str:
    return ", ".join(points(size, lang) for size in one.advertised) or "-"
