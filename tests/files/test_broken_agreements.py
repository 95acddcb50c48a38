"""Agreements that go further than their level, or contradict themselves."""

from __future__ import annotations

import pytest

from tests.files.good import faults, with_agreement

Change = tuple[str, str]
Line = tuple[str, str]
CASES: dict[str, tuple[list[Change], list[Line]]] = {
    "a_shift_beyond_the_level": (
        [("max_shift_minutes: 750", "max_shift_minutes: 780")],
        [
            (
                "agreement.max_shift_minutes",
                "780 går lenger enn avtalenivået «local» åpner for. Skriv 750 eller mindre.",
            ),
        ],
    ),
    "an_unknown_level": (
        [("level: local ", "level: lokal ")],
        [
            (
                "agreement.level",
                "«lokal» er ukjent her. Mente du «local»? Skriv en av: main, individual, local, authority, "
                "central, not_norwegian.",
            ),
        ],
    ),
    "a_rest_under_the_law": (
        [("min_daily_rest_minutes: 660", "min_daily_rest_minutes: 600")],
        [
            (
                "agreement.min_daily_rest_minutes",
                "600 går lenger enn avtalenivået «local» åpner for. Skriv 660 eller mer.",
            ),
        ],
    ),
    "no_limit": (
        [("max_week_minutes: 3240", "max_week_minutes: null")],
        [
            (
                "agreement.max_week_minutes",
                "null betyr ingen grense, og det kan en norsk avtale ikke ha. Fjern feltet (da gjelder "
                "loven), eller skriv en verdi.",
            ),
        ],
    ),
    "any_number_of_short_rests": (
        [("max_per_week: 1", "max_per_week: null")],
        [
            (
                "agreement.short_daily_rest.max_per_week",
                "null betyr ingen grense, og det kan en norsk avtale ikke ha. Fjern feltet (da gjelder "
                "loven), eller skriv en verdi.",
            ),
        ],
    ),
    "an_average_over_too_many_weeks": (
        [("{minutes: 2880, weeks: 8}", "{minutes: 2880, weeks: 16}")],
        [
            (
                "agreement.max_average_week_minutes.weeks",
                "16 går lenger enn avtalenivået «local» åpner for. Skriv 8 eller mindre.",
            ),
        ],
    ),
    "short_rests_without_the_unions": (
        [
            ("level: local ", "level: individual "),
            ("max_shift_minutes: 750", "max_shift_minutes: 600"),
            ("max_week_minutes: 3240", "max_week_minutes: 3000"),
        ],
        [
            (
                "agreement.short_daily_rest",
                "Avtalenivået «individual» åpner ikke for kortere hvile. Fjern feltet, eller rett level.",
            ),
            (
                "agreement.short_weekly_rest",
                "Avtalenivået «individual» åpner ikke for kortere hvile. Fjern feltet, eller rett level.",
            ),
        ],
    ),
    "a_floor_under_the_law": (
        [("floor_minutes: 480", "floor_minutes: 420")],
        [
            (
                "agreement.short_daily_rest.floor_minutes",
                "420 går lenger enn avtalenivået «local» åpner for. Skriv 480 eller mer.",
            ),
        ],
    ),
    "a_floor_over_the_main_rule": (
        [("floor_minutes: 1680", "floor_minutes: 2160")],
        [
            (
                "agreement.short_weekly_rest.floor_minutes",
                "2160 er mer enn hovedregelen, 2100. Skriv 2100 eller mindre.",
            ),
        ],
    ),
    "a_zone_smaller_than_the_laws": (
        [("[sat 18:00, sun 22:00]", "[sat 20:00, sun 22:00]")],
        [
            ("agreement.sunday.zone", "Sonen må omfatte lovens. Skriv [sat 18:00, sun 22:00] eller mer."),
        ],
    ),
    "half_a_zone": (
        [("[sat 18:00, sun 22:00]", "[sat 18:00]")],
        [
            ("agreement.sunday.zone[1]", "Feltet mangler. Legg det til."),
        ],
    ),
    "an_end_before_the_start": (
        [("valid_from: 2026-01-01", "valid_from: 2026-01-01\n  valid_to: 2025-12-31")],
        [
            (
                "agreement.valid_to",
                "Avtalen slutter 2025-12-31, før den begynner 2026-01-01. Rett en av datoene.",
            ),
        ],
    ),
    "a_start_outside_the_validity": (
        [("valid_from: 2026-01-01", "valid_from: 2027-06-01")],
        [
            (
                "cycle.start",
                "Avtalen gjelder ikke 2027-01-04 (fra 2027-06-01 til ..). Rett datoen, eller velg en annen "
                "avtale.",
            ),
        ],
    ),
    "a_source_of_no_field": (
        [("sources: {max_shift_minutes:", "sources: {max_shift_minuts:")],
        [
            (
                "agreement.sources.max_shift_minuts",
                "Avtalen har ikke feltet «max_shift_minuts». Mente du «max_shift_minutes»?",
            ),
        ],
    ),
    "three_decimals": (
        [("hours_tolerance_percent: 1.1", "hours_tolerance_percent: 1.125")],
        [
            (
                "agreement.hours_tolerance_percent",
                "1.125 har mer enn to desimaler. Skriv høyst to desimaler.",
            ),
        ],
    ),
    "no_step": (
        [("position_step: 1", "position_step: 0")],
        [
            ("agreement.position_step", "0 er utenfor det som er mulig. Skriv et tall fra 0.01 til 100."),
        ],
    ),
}


@pytest.mark.parametrize(("changes", "lines"), CASES.values(), ids=CASES)
def test_an_agreement_is_held_to_its_level(changes: list[Change], lines: list[Line]) -> None:
    assert faults(with_agreement(*changes)) == [f"{path}: {said}" for path, said in lines]
