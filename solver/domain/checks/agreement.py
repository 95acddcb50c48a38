"""The agreement against what its level may open (aml chapter 10; the figures are data/law/aml.yaml)."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.agreement import Agreement, ShortDailyRest, ShortWeeklyRest
from solver.domain.checks.base import Law
from solver.domain.cycle import WEEK_MINUTES
from solver.domain.fault import Fault, fault
from solver.domain.kinds import nearest
from solver.domain.scenario import Scenario
from solver.domain.values import week_clock, week_minutes

LIMITS = (
    "norm_ground",
    "max_shift_minutes",
    "max_week_minutes",
    "max_average_week_minutes",
    "min_daily_rest_minutes",
    "min_weekly_rest_minutes",
    "sunday",
    "hours_tolerance_basis_points",
    "long_shift_minutes",
)
WITHOUT_SOURCE = frozenset({"id", "name", "level", "valid_from", "valid_to", "sources"})
BEYOND = "{value} går lenger enn avtalenivået «{level}» åpner for."


def limits_are_there(scenario: Scenario, law: Law) -> Iterator[Fault]:
    """`null` is no limit, and only benchmarks from abroad have that."""
    agreement, short = scenario.agreement, scenario.agreement.short_daily_rest
    missing = [
        Agreement.model_fields[name].alias or name for name in LIMITS if getattr(agreement, name) is None
    ]
    if short and short.max_per_week is None:
        missing.append("short_daily_rest.max_per_week")
    for name in missing if agreement.law_checked else ():
        message = "null betyr ingen grense, og det kan en norsk avtale ikke ha."
        instead = "Fjern feltet (da gjelder loven), eller skriv en verdi."
        yield fault(f"agreement.{name}", "no_limit", message, instead)


def amounts_are_within_the_level(scenario: Scenario, law: Law) -> Iterator[Fault]:
    agreement = scenario.agreement
    opens = law["levels"].get(agreement.level)
    if not agreement.law_checked or opens is None:
        return
    average, most = agreement.max_average_week_minutes, opens["max_average_week_minutes"]
    amounts = [(name, getattr(agreement, name), opens[name]) for name in (
        "full_time_weekly_minutes", "max_shift_minutes", "max_week_minutes",
        "min_daily_rest_minutes", "min_weekly_rest_minutes")]  # fmt: skip
    if average and most:
        amounts.append(("max_average_week_minutes.minutes", average.minutes, most["minutes"]))
        amounts.append(("max_average_week_minutes.weeks", average.weeks, most["weeks"]))
    for name, value, limit in amounts:
        if value is None or limit is None:
            continue
        values = {"value": value, "limit": limit, "level": agreement.level}
        if name.startswith("min_") and value < limit:
            yield fault(f"agreement.{name}", "beyond_level", BEYOND, "Skriv {limit} eller mer.", **values)
        if not name.startswith("min_") and value > limit:
            yield fault(f"agreement.{name}", "beyond_level", BEYOND, "Skriv {limit} eller mindre.", **values)


def short_rests_are_within_the_level(scenario: Scenario, law: Law) -> Iterator[Fault]:
    agreement = scenario.agreement
    opens = law["levels"].get(agreement.level, {})
    for name, short, main in (
        ("short_daily_rest", agreement.short_daily_rest, agreement.min_daily_rest_minutes),
        ("short_weekly_rest", agreement.short_weekly_rest, agreement.min_weekly_rest_minutes),
    ):
        if short is None:
            continue
        path = f"agreement.{name}"
        if main is not None and short.floor_minutes > main:
            message, instead = "{value} er mer enn hovedregelen, {limit}.", "Skriv {limit} eller mindre."
            yield fault(
                f"{path}.floor_minutes", "floor", message, instead, value=short.floor_minutes, limit=main
            )
        if agreement.law_checked:
            yield from _short_rest(path, short, opens.get(name), agreement.level)


def _short_rest(
    path: str, short: ShortDailyRest | ShortWeeklyRest, opens: Law | None, level: str
) -> Iterator[Fault]:
    if opens is None:
        message, instead = (
            "Avtalenivået «{level}» åpner ikke for kortere hvile.",
            "Fjern feltet, eller rett level.",
        )
        yield fault(path, "beyond_level", message, instead, level=level)
    elif short.floor_minutes < opens["floor_minutes"]:
        values = {"value": short.floor_minutes, "limit": opens["floor_minutes"], "level": level}
        where = f"{path}.floor_minutes"
        yield fault(where, "beyond_level", BEYOND, "Skriv {limit} eller mer.", **values)


def sundays_are_within_the_level(scenario: Scenario, law: Law) -> Iterator[Fault]:
    agreement, sunday = scenario.agreement, scenario.agreement.sunday
    values: dict[str, object]
    opens = law["levels"].get(agreement.level)
    if not agreement.law_checked or sunday is None or opens is None:
        return
    if sunday.rule == "averaged" and opens["sunday_rule"] == "next_free":
        values = {"value": sunday.rule, "level": agreement.level}
        yield fault(
            "agreement.sunday.rule", "beyond_level", BEYOND, "Skriv next_free, eller rett level.", **values
        )
    elif sunday.rule == "averaged" and sunday.max_in_a_row > opens["sunday_max_in_a_row"]:
        limit = opens["sunday_max_in_a_row"]
        values = {"value": sunday.max_in_a_row, "limit": limit, "level": agreement.level}
        path = "agreement.sunday.max_in_a_row"
        yield fault(path, "beyond_level", BEYOND, "Skriv {limit} eller mindre.", **values)
    start, end = sunday.zone
    first, last = (week_minutes(time) for time in law["main_rule"]["sunday"]["zone"])
    if start > first or end + (WEEK_MINUTES if end <= start else 0) < last:
        message, instead = "Sonen må omfatte lovens.", "Skriv [{first}, {last}] eller mer."
        values = {"first": week_clock(first), "last": week_clock(last)}
        yield fault("agreement.sunday.zone", "sunday_zone", message, instead, **values)


def validity_holds(scenario: Scenario, law: Law) -> Iterator[Fault]:
    agreement, start = scenario.agreement, scenario.cycle_shape.start
    first, last = agreement.valid_from, agreement.valid_to
    if first and last and last < first:
        message, instead = "Avtalen slutter {last}, før den begynner {first}.", "Rett en av datoene."
        yield fault("agreement.valid_to", "validity", message, instead, first=first, last=last)
    elif start and ((first and start < first) or (last and start > last)):
        message = "Avtalen gjelder ikke {start} (fra {first} til {last})."
        values = {"start": start, "first": first or "..", "last": last or ".."}
        yield fault("cycle.start", "validity", message, "Rett datoen, eller velg en annen avtale.", **values)


def sources_are_of_fields(scenario: Scenario, law: Law) -> Iterator[Fault]:
    fields = [
        field.alias or name for name, field in Agreement.model_fields.items() if name not in WITHOUT_SOURCE
    ]
    for name in scenario.agreement.sources:
        if name in fields:
            continue
        near = nearest(name, fields)
        path, message = f"agreement.sources.{name}", "Avtalen har ikke feltet «{name}»."
        if near:
            yield fault(path, "unknown_source", message, "Mente du «{near}»?", name=name, near=near)
        else:
            yield fault(path, "unknown_source", message, "Fjern kilden.", name=name)


def tredelt_has_room(scenario: Scenario, law: Law) -> Iterator[Fault]:
    tredelt = scenario.agreement.tredelt
    if tredelt.floor_weekly_minutes > tredelt.ceiling_weekly_minutes:
        message, instead = "Gulvet er {low}, men taket er {high}.", "Skriv {high} eller mindre."
        values = {"low": tredelt.floor_weekly_minutes, "high": tredelt.ceiling_weekly_minutes}
        yield fault("agreement.tredelt.floor_weekly_minutes", "tredelt", message, instead, **values)
