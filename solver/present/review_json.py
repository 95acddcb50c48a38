"""A review as plain values (schema `heltid.review/1`): every option with what follows from its rosters."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from solver.domain.values import number as percent
from solver.forum.contacts import contact_changes
from solver.forum.indicators import Indicators, indicators
from solver.forum.order import Held
from solver.forum.people import Change
from solver.forum.review import Option, Review
from solver.present.forum_words import proof_words

Plain = dict[str, Any]


def review_data(review: Review, lang: str) -> Plain:
    """The review; sizes in percent, times in minutes, money in øre a year."""
    return {
        "schema": "heltid.review/1",
        "case": review.case.id,
        "date": review.case.date.isoformat(),
        "options": [_option(option, review, lang) for option in review.options],
        "before": {
            "positions": [_held(one) for one in review.positions],
            "indicators": indicators_data(indicators(review.positions)),
            "cost": asdict(review.cost),
        },
        "claims": _claims(review),
        "seconds": round(review.seconds, 1),
    }


def _option(option: Option, review: Review, lang: str) -> Plain:
    return {
        "id": option.id,
        "kind": option.draft.kind,
        "status": option.status,
        "people": [_person(person) for person in option.draft.people],
        "worth": option.worth._asdict() if option.worth else None,
        "equal_to": [one.id for one in review.equals(option)],
        "proof": list(proof_words(option, review, lang)),
        "changes": [_change(change) for change in option.changes],
        "contacts": [asdict(one) for one in contact_changes(review.today, option.afters)],
        "positions": [_held(one) for one in option.positions],
        "indicators": indicators_data(indicators(option.positions)) if option.positions else None,
        "advertised": [_person(person) for person in option.draft.advertised],
        "new_holes": [asdict(hole) for hole in option.holes],
        "least_uncovered": [one.least_uncovered for one in option.answer.units],
        "arithmetic": [balance.plain() for balance in option.short],
        "cost": asdict(option.cost) if option.cost else None,
        "units": [after.unit for after in option.afters],
    }


def indicators_data(one: Indicators) -> Plain:
    """Sizes in percent."""
    return {
        "people": one.people,
        "full_time": one.full_time,
        "full_time_share": round(one.full_time_share, 1),
        "average_position": round(one.average / 100, 1),
        "under": {f"{percent(limit)}": count for limit, count in one.under.items()},
        "advertised": [percent(size) for size in one.advertised],
        "fte": one.total / 10_000,
    }


def _person(person: tuple[str, str]) -> Plain:
    return {"unit": person[0], "employee": person[1]}


def _held(one: Held) -> Plain:
    return _person(one.person) | {"position": percent(one.size), "vacant": one.vacant}


def _change(change: Change) -> Plain:
    before, after = (
        None if one is None else asdict(one) | {"size": percent(one.size)}
        for one in (change.before, change.after)
    )
    told = {"before": before, "after": after, "extended": change.extended}
    return _person(change.person) | told | {"days": [asdict(day) for day in change.days]}


def _claims(review: Review) -> Plain:
    found = review.claims
    return {
        "dismissed": [
            {"id": one.priority.id, "employed_long_enough": one.employed_long_enough, "last_day": str(one.last_day),
             "lasts": one.lasts, "qualified": one.qualified}
            for one in found.dismissed
        ],
        "larger": [
            _person(one.person) | {"position": percent(one.held), "wanted": percent(one.wanted),
                                   "qualified": one.qualified, "reaches": one.reaches}
            for one in found.larger
        ],
        "extra": [
            _person(one.person) | {"months": {month: hours / 100 for month, hours in one.months},
                                   "missing": list(one.missing), "regular": one.regular,
                                   "average": percent(one.average_basis_points),
                                   "actual": percent(one.actual_basis_points)}
            for one in found.extra
        ],
    }  # fmt: skip
