"""People who could be exchanged, in words: those who may all take each other's lines are told together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.present.findings import who
from solver.present.words import say

PAIR = "{names} og {last} kunne byttet linje uten at noe mål endres."
SEVERAL = "{names} og {last}: to hvilke som helst av dem kunne byttet linje uten at noe mål endres."
SHARED_PAIR = "{names} og {last} kunne byttet plass på den felles linjen uten at noe mål endres."
SHARED_SEVERAL = (
    "{names} og {last}: to hvilke som helst av dem kunne byttet plass på den felles linjen "
    "uten at noe mål endres."
)
SENTENCES = {
    ("individual", False): PAIR,
    ("individual", True): SEVERAL,
    ("shared", False): SHARED_PAIR,
    ("shared", True): SHARED_SEVERAL,
}


def exchange_lines(roster: Roster, scenario: Scenario, lang: str) -> list[str]:
    """A sentence for each group; every pair of the roster is in one of them at least, and no other pair."""
    kind = "shared" if scenario.cycle.rotation == "shared" else "individual"
    return [
        say(
            SENTENCES[kind, len(group) > 2],
            lang,
            names=", ".join(who(one, scenario) for one in group[:-1]),
            last=who(group[-1], scenario),
        )
        for group in _groups(roster.exchangeable)
    ]


def _groups(pairs: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """Groups in which any two are a pair, each as large as its first pair lets it be."""
    known = {frozenset(pair) for pair in pairs}
    people = list(dict.fromkeys(one for pair in pairs for one in pair))
    told: set[frozenset[str]] = set()
    for pair in pairs:
        if frozenset(pair) in told:
            continue
        group = list(pair)
        for one in people:
            if all(frozenset((one, other)) in known for other in group):
                group.append(one)
        told |= {frozenset((one, other)) for one in group for other in group}
        yield group
