"""A CP-SAT model as rows of a mixed integer program: every kind of constraint the textbook model has, written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import gcd, inf
from typing import Any

INT64 = 2**62
"""beyond this a domain of CP-SAT has no end"""
Terms = dict[int, int]
"""factor of each column"""


@dataclass(frozen=True)
class Linear:
    """A sum over columns and a constant."""

    terms: Terms
    constant: int = 0

    def plus(self, other: Linear, times: int = 1) -> Linear:
        terms = dict(self.terms)
        for column, factor in other.terms.items():
            terms[column] = terms.get(column, 0) + times * factor
        return Linear(terms, self.constant + times * other.constant)


@dataclass
class Rows:
    """Whole-number columns with bounds, and rows `low <= sum <= high`. `done` is how many constraints are in."""

    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)
    done: int = 0

    def take(self, proto: Any) -> None:
        """Take in the variables (once) and the constraints that are new."""
        if not self.low:
            domains = [list(variable.domain) for variable in proto.variables]
            for domain in domains:
                self._column(domain[0], domain[-1])
            for number, domain in enumerate(domains):
                if len(domain) > 2:
                    self._among(Linear({number: 1}), domain, ())
        for constraint in list(proto.constraints)[self.done :]:
            self._constraint(constraint)
        self.done = len(proto.constraints)

    def _column(self, low: float, high: float) -> int:
        self.low.append(low)
        self.high.append(high)
        return len(self.low) - 1

    def add(self, sum_of: Linear, low: float, high: float) -> None:
        """low <= sum <= high, in the smallest whole numbers."""
        terms = {column: factor for column, factor in sum_of.terms.items() if factor}
        low, high = low - sum_of.constant, high - sum_of.constant
        shared = gcd(*terms.values()) or 1
        self.rows.append(
            ({at: factor // shared for at, factor in terms.items()}, low / shared, high / shared)
        )

    def _least(self, sum_of: Linear) -> float:
        return sum_of.constant + sum(
            factor * (self.low if factor > 0 else self.high)[column]
            for column, factor in sum_of.terms.items()
        )

    def _most(self, sum_of: Linear) -> float:
        return -self._least(Linear({}).plus(sum_of, -1))

    # -- kinds of constraint -----------------------------------------------------------------------------------

    def _constraint(self, constraint: Any) -> None:
        when = [_literal(one) for one in constraint.enforcement_literal]
        if constraint.has_linear():
            linear = constraint.linear
            terms: Terms = {}
            for column, factor in zip(linear.vars, linear.coeffs, strict=True):
                terms[column] = terms.get(column, 0) + factor
            self._among(Linear(terms), list(linear.domain), when)
        elif constraint.has_bool_or():
            self._clause(constraint.bool_or.literals, when)
        elif constraint.has_bool_and():
            for one in constraint.bool_and.literals:
                self._clause([one], when)
        elif constraint.has_exactly_one():
            self._held(_count(constraint.exactly_one.literals), 1, 1, when=when)
        elif constraint.has_at_most_one():
            self._held(_count(constraint.at_most_one.literals), -inf, 1, when=when)
        elif constraint.has_lin_max() and not when:
            self._largest(constraint.lin_max)
        else:
            raise NotImplementedError(f"no row for {constraint}")

    def _clause(self, literals: Iterable[int], when: Sequence[Linear]) -> None:
        total = _count(literals)
        for one in when:
            total = total.plus(Linear({}, 1)).plus(one, -1)
        self.add(total, 1, inf)

    def _among(self, sum_of: Linear, domain: list[int], when: Sequence[Linear]) -> None:
        """The sum lies in one of the domain's intervals: where there are several, a Boolean says which."""
        spans = list(zip(domain[::2], domain[1::2], strict=True))
        if len(spans) == 1:
            self._held(sum_of, *spans[0], when=when)
            return
        low, high = self._least(sum_of), self._most(sum_of)
        spans = [(int(max(first, low)), int(min(last, high))) for first, last in spans]
        chosen = [Linear({self._column(0, 1): 1}) for _ in spans]
        self.add(_total(chosen), 1, 1)
        if when:
            raise NotImplementedError("no row for a choice of intervals under a condition")
        for sign in (1, -1):
            total = Linear({}).plus(sum_of, sign)
            for one, span in zip(chosen, spans, strict=True):
                total = total.plus(one, -min(sign * span[0], sign * span[1]))
            self.add(total, 0, inf)

    def _held(self, sum_of: Linear, low: float, high: float, *, when: Sequence[Linear]) -> None:
        """low <= sum <= high where all of `when` are true."""
        low, high = (-inf if low < -INT64 else low), (inf if high > INT64 else high)
        if not when:
            self.add(sum_of, low, high)
            return
        off = Linear({}, len(when)).plus(_total(when), -1)
        if low > -inf and self._least(sum_of) < low:
            self.add(sum_of.plus(off, int(low - self._least(sum_of))), low, inf)
        if high < inf and self._most(sum_of) > high:
            self.add(sum_of.plus(off, -int(self._most(sum_of) - high)), -inf, high)

    def _largest(self, lin_max: Any) -> None:
        """The target is at least every term, and at most the one that a Boolean points at."""
        target, terms = _linear(lin_max.target), [_linear(one) for one in lin_max.exprs]
        chosen = [Linear({self._column(0, 1): 1}) for _ in terms]
        self.add(_total(chosen), 1, 1)
        top = max(self._most(one) for one in terms)
        for one, pointed in zip(terms, chosen, strict=True):
            self.add(target.plus(one, -1), 0, inf)
            reach = int(top - self._least(one))
            self.add(target.plus(one, -1).plus(pointed, reach), -inf, reach)


def _literal(index: int) -> Linear:
    return Linear({index: 1}) if index >= 0 else Linear({-index - 1: -1}, 1)


def _count(literals: Iterable[int]) -> Linear:
    return _total(_literal(one) for one in literals)


def _total(parts: Iterable[Linear]) -> Linear:
    terms: Terms = {}
    constant = 0
    for part in parts:
        constant += part.constant
        for column, factor in part.terms.items():
            terms[column] = terms.get(column, 0) + factor
    return Linear(terms, constant)


def _linear(expression: Any) -> Linear:
    terms: Terms = {}
    for column, factor in zip(expression.vars, expression.coeffs, strict=True):
        terms[column] = terms.get(column, 0) + factor
    return Linear(terms, expression.offset)
