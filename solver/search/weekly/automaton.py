"""The weekly automaton: every line that keeps the local rules is an endless walk in it, one step a day.

Steps that no endless walk takes are left out, and states with the same future are one, so that it stays small. It
holds for a line of any length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from solver.search.weekly.counts import Count
from solver.search.weekly.runs import State, Track

MOST_STEPS = 60_000
"""An automaton with more is given up; rules are then left out of it, the last first."""
Node = tuple[int, int]
"""Day of the week (0 is Monday) and the number of a state before that day."""


@dataclass(frozen=True)
class Step:
    """One day: its code, from a state before it to a state after it, and what it adds to what is counted."""

    source: Node
    code: str
    target: Node
    counts: tuple[int, ...] = ()

    @property
    def dow(self) -> int:
        return self.source[0]


class TooLargeError(Exception):
    """The automaton has more steps than are worth having."""


def automaton(
    tracks: Sequence[Track], codes: Sequence[Sequence[str]], counted: Sequence[Count] = ()
) -> list[Step]:
    """The steps of the automaton; `codes` are those of each weekday, `""` among them.

    Tracks that do not ask for the weekday are first made one and as small as can be.
    """
    weekly = [track for track in tracks if track.weekly]
    daily = together([track for track in tracks if not track.weekly], codes)
    return merged(_lasting(explored([daily, *weekly], codes, counted)[0]))


def together(tracks: Sequence[Track], codes: Sequence[Sequence[str]], lasting: bool = True) -> Track:
    """Tracks that do not ask for the weekday as one track, as small as can be. `lasting`: without what leads to an
    end, however far away.
    """
    every_code = sorted({code for day in codes for code in day})
    table: dict[tuple[int, str], list[int]] = defaultdict(list)
    steps, _ = explored(tracks, [every_code])
    for step in merged(_lasting(steps, both_ways=False) if lasting else steps):
        table[step.source[1], step.code].append(step.target[1])
    return _Together(table)


@dataclass(frozen=True)
class _Together:
    """Several tracks as one, by the number of its state; the start is 0."""

    table: dict[tuple[int, str], list[int]]
    weekly: bool = False
    start: State = 0

    def after(self, state: State, dow: int, code: str) -> Iterator[State]:
        yield from self.table.get((state, code), ())


def explored(
    tracks: Sequence[Track], codes: Sequence[Sequence[str]], counted: Sequence[Count] = ()
) -> tuple[list[Step], dict[Node, tuple[State, ...]]]:
    """Every step that can be reached from the start, on as many weekdays as there are codes for; and what each node
    stands for: the states of the tracks, then of what is counted. The start is node (0, 0).
    """
    every = [*tracks, *counted]
    known: list[dict[Hashable, list[State]]] = [{} for _ in every]
    start = 0, tuple(track.start for track in every)
    numbers: dict[tuple[int, tuple[State, ...]], Node] = {start: (0, 0)}
    waiting, steps = [start], []
    while waiting:
        here = waiting.pop()
        dow, states = here
        for code in codes[dow]:
            choices = []
            for track, state, kept in zip(every, states, known, strict=True):
                key = state, dow, code
                if key not in kept:
                    kept[key] = list(track.after(state, dow, code))
                choices.append(kept[key])
            counts = tuple(
                count.events(state, dow, code)
                for count, state in zip(counted, states[len(tracks) :], strict=True)
            )
            for after in product(*choices):
                there = (dow + 1) % len(codes), after
                if there not in numbers:
                    numbers[there] = there[0], len(numbers)
                    waiting.append(there)
                steps.append(Step(numbers[here], code, numbers[there], counts))
        if len(steps) > MOST_STEPS:
            raise TooLargeError
    return steps, {node: states for (_, states), node in numbers.items()}


def _lasting(steps: list[Step], both_ways: bool = True) -> list[Step]:
    """Without the steps that lead to an end or (`both_ways`) come from a beginning: no endless walk takes those for
    ever.
    """
    while True:
        sources = {step.source for step in steps}
        targets = {step.target for step in steps} if both_ways else sources
        kept = [step for step in steps if step.target in sources and step.source in targets]
        if len(kept) == len(steps):
            return kept
        steps = kept


def merged(steps: list[Step], ends: Collection[Node] = ()) -> list[Step]:
    """States of a weekday with the same steps to the same states are one; the first keeps number 0.

    `ends`: where a line may end, which is then part of what a state is.
    """
    steps_of: dict[Node, list[Step]] = {node: [] for step in steps for node in (step.source, step.target)}
    for step in steps:
        steps_of[step.source].append(step)
    group = alike(steps_of, ends)
    found = {
        Step((s.source[0], group[s.source]), s.code, (s.target[0], group[s.target]), s.counts): None
        for s in steps
    }
    return list(found)


def alike(steps_of: Mapping[Node, Sequence[Step]], ends: Collection[Node] = ()) -> dict[Node, int]:
    """The number of the group that each state belongs to, in the order the states come; those of a group have the
    same future.
    """
    group: dict[Node, int] = {node: 2 * node[0] + (node in ends) for node in steps_of}
    count = 0
    while count < len(set(group.values())):
        count = len(set(group.values()))
        kinds: dict[Hashable, int] = {}
        looks = {
            node: (
                group[node],
                frozenset((step.code, step.counts, group[step.target]) for step in out),
            )
            for node, out in steps_of.items()
        }
        group = {node: kinds.setdefault(kind, len(kinds)) for node, kind in looks.items()}
    return group
