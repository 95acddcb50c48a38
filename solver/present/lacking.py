"""What a roster lacks and why: each hole with what stops whom, each position under the wanted size with what binds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from solver.domain.scenario import Scenario
from solver.domain.values import number
from solver.present.findings import rule_name, who
from solver.present.goals import goal_amount
from solver.present.holes import hole_line
from solver.present.text import amount
from solver.present.words import say
from solver.reasons.lacking.holes import HoleReason
from solver.reasons.lacking.lacking import Lacking
from solver.reasons.lacking.sizes import SizeReason

OBSTACLES = {
    "shift_length": "vakten er for lang",
    "daily_rest": "hvilen mellom vaktene blir for kort",
    "weekly_rest": "ukefridagen blir for kort",
    "week_hours": "uken blir for lang",
    "average_week_hours": "ukene blir for lange i gjennomsnitt",
    "sunday": "det blir for mange søndager",
    "long_shift_consent": "har ikke sagt ja til langvakter",
    "position": "timene passer ikke til stillingen",
    "allowed_shifts": "går ikke vaktene som dekker tiden",
    "unavailable": "er ikke tilgjengelig",
    "pinned": "dagen er låst",
    "weekend_count": "antallet helger er nådd",
    "weekends_apart": "helgene kommer for tett",
    "weekend_shape": "helgen får feil form",
    "free_weekend": "helgen skal være fri",
    "consecutive_days": "antallet arbeidsdager på rad passer ikke",
    "consecutive_days_off": "antallet fridager på rad passer ikke",
    "consecutive_nights": "det blir for mange netter på rad",
    "consecutive_shifts": "antallet like vakter på rad passer ikke",
    "forbidden_sequence": "rekkefølgen er ikke tillatt",
    "shift_count": "antallet av vakten er nådd",
    "line_minutes": "den betalte tiden er nådd",
    "demand_max": "det blir for mange på jobb samtidig",
    "budget": "rammen for årsverk er brukt opp",
    "elsewhere": "er på en annen vakt, og da mangler det like mye der",
    "no_shift": "ingen vakt dekker tiden",
    "cover": "dekningen blir dårligere",
    "below_wanted": "dekningen av det ønskede blir dårligere",
    "surplus": "det blir flere på jobb enn ønsket",
}
SIZES = {
    "possible": "Linjen kan bli {possible}, med de andres vakter som de er.",
    "binds": "Med de andres vakter som de er, kan den ikke bli større (bevist). Det som hindrer det: {binding}.",
    "proven": "Med de andres vakter som de er, kan den ikke bli større (bevist).",
    "unknown": "Hva som hindrer mer, er ikke funnet ut.",
    "shared": "Alle går samme linje, så stillingen følger av den.",
}
MOST_HOLES, MOST_PEOPLE = 12, 6


def lacking_lines(found: Lacking, scenario: Scenario, lang: str) -> Iterator[str]:
    """The holes, then the positions; nothing where nothing is lacking."""
    if found.holes:
        yield from ("", say("Hvorfor turnusen har hull, slik den står:", lang))
        yield from _holes(found, scenario, lang)
    if found.sizes:
        yield from ("", say("Hvorfor stillinger er mindre enn ønsket:", lang))
        yield from (f"  {_size(one, scenario, lang)}" for one in found.sizes)
        if found.wanted_fte is not None:
            budget = number(scenario.budget_fte_hundredths or 0)
            wanted, most = (amount(one, "fte", lang) for one in (found.wanted_fte, budget))
            told = say(
                "Ønskene er til sammen {wanted}. Rammen er {budget}.", lang, wanted=wanted, budget=most
            )
            yield f"  {told}"
    if not found.complete:
        yield say("Tiden var ute før alt i turnusen var forklart.", lang)


def _holes(found: Lacking, scenario: Scenario, lang: str) -> Iterator[str]:
    for one in found.holes[:MOST_HOLES]:
        yield f"  {hole_line(one.hole, scenario, lang)}"
        yield from (f"    {line}" for line in _stopped(one, scenario, lang))
    if len(found.holes) > MOST_HOLES:
        yield "  " + say("... og {count} til", lang, count=len(found.holes) - MOST_HOLES)
    for employee, effect in found.helpers:
        cover = next(goal for goal in effect.goals if goal.id == "cover")
        values = {name: goal_amount(getattr(cover, name), cover.unit, lang) for name in ("before", "after")}
        message = "Legges bare linjen til {who} om, mangler det {after} i stedet for {before}."
        yield "  " + say(message, lang, who=who(employee, scenario), **values)
    if found.nobody:
        message = "Uansett hvem som legger om bare sin egen linje, mangler det like mye (bevist)."
        yield "  " + say(message, lang)


def _stopped(one: HoleReason, scenario: Scenario, lang: str) -> Iterator[str]:
    """Who could come; how many each obstacle stops; and those whom a single one does."""
    counted = Counter(obstacle for obstacles, people in one.stopped for obstacle in obstacles for _ in people)
    others = sum(len(people) for _, people in one.stopped)
    if not others:
        yield say("Alle som teller her, er der allerede.", lang)
    if one.free:
        yield say("Kan komme uten at noe mer brytes: {people}.", lang, people=_people(one.free, scenario))
    if counted:
        told = ", ".join(f"{obstacle_words([by], lang)} ({count})" for by, count in counted.most_common())
        yield say(
            "{count} andre teller her. Det som hindrer dem: {told}.",
            lang,
            count=others - len(one.free),
            told=told,
        )
    nearest = [
        f"{who(person, scenario)} ({obstacle_words(obstacles, lang)})"
        for obstacles, people in one.stopped
        for person in people
        if len(obstacles) == 1
    ]
    if nearest and len(counted) > 1:
        yield say("Bare én ting hindrer: {people}.", lang, people=_listed(nearest))


def _people(people: Sequence[str], scenario: Scenario) -> str:
    return _listed([who(one, scenario) for one in people])


def _listed(told: Sequence[str]) -> str:
    return ", ".join(told[:MOST_PEOPLE]) + (", ..." if len(told) > MOST_PEOPLE else "")


def obstacle_words(obstacles: Sequence[str], lang: str) -> str:
    """What stands in the way, in plain words."""
    return "; ".join(
        say(OBSTACLES[one], lang) if one in OBSTACLES else rule_name(one, lang) for one in obstacles
    )


def _size(one: SizeReason, scenario: Scenario, lang: str) -> str:
    size, wanted = (amount(number(points), "percent", lang) for points in (one.size, one.wanted))
    parts = [
        say(
            "{who} har {size} og ønsker {wanted}.",
            lang,
            who=who(one.employee, scenario),
            size=size,
            wanted=wanted,
        )
    ]
    if one.at_most is not None:
        most = amount(number(one.at_most), "percent", lang)
        parts.append(say("Stillingen skal være høyst {most}.", lang, most=most))
    if one.alone is not None:
        most = amount(number(one.alone), "percent", lang)
        parts.append(say("Uansett de andre kan linjen ikke bli større enn {most} (bevist).", lang, most=most))
    if one.at_most is None or one.size < one.at_most:
        parts.append(_binding(one, scenario, lang))
    return " ".join(parts)


def _binding(one: SizeReason, scenario: Scenario, lang: str) -> str:
    if one.possible is not None:
        return say(SIZES["possible"], lang, possible=amount(number(one.possible), "percent", lang))
    if one.proven:
        words = obstacle_words(one.binding, lang)
        return say(SIZES["binds" if one.binding else "proven"], lang, binding=words)
    return say(SIZES["shared" if scenario.cycle.rotation == "shared" else "unknown"], lang)


def lacking_json(found: Lacking) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "holes": [
            one.hole.model_dump(mode="json")
            | {"stopped": [{"by": by, "employees": people} for by, people in one.stopped]}
            for one in found.holes
        ],
        "helpers": [
            {"employee": employee, "goals": [asdict(goal) for goal in effect.goals]}
            for employee, effect in found.helpers
        ],
        "nobody_alone": found.nobody,
        "positions": [
            {
                "employee": one.employee,
                "position": number(one.size),
                "wanted": number(one.wanted),
                "possible": None if one.possible is None else number(one.possible),
                "proven": one.proven,
                "binding": one.binding,
                "alone": None if one.alone is None else number(one.alone),
            }
            for one in found.sizes
        ],
        "complete": found.complete,
    }
