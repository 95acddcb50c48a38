"""The sentences of findings: bokmål message ids, by rule and by the finding's `unit` or `detail`."""

from __future__ import annotations

FREE = "fri"
AT_LEAST = (("daily_rest", "minutes"), ("weekly_rest", "minutes"), ("norm_ground", "minutes"))
"""rules whose limit is a least whatever was found; of others it is a least where less was found"""

SENTENCES: dict[tuple[str, str | None], str] = {
    ("shift_length", None): "vakten har {amount} arbeidstid, {limit}",
    ("daily_rest", None): "hvilen før vakten er {amount}, {limit}",
    ("daily_rest", "short rests"): "{amount} i uken, høyst {exact}",
    ("weekly_rest", None): "ukens lengste fritid med et helt døgn fri er {amount}, {limit}",
    (
        "weekly_rest",
        "already_used",
    ): "fritiden på {amount} er brukt av naboukens F1; en som skal gjelde for to uker er {limit}",
    (
        "weekly_rest",
        "made_good",
    ): "fritiden på {amount} er ikke nok; er en ukes fritid kortere enn {exact}, skal neste ukes være like mye lengre",
    ("week_hours", None): "{amount} arbeid i uken, {limit}",
    ("average_week_hours", None): "{amount} arbeid i uken i gjennomsnitt fra denne uken, {limit}",
    ("sunday", None): "{amount} på rad med arbeid, {limit}",
    ("sunday", "26_weeks"): "arbeid på {amount} av 26, {limit}",
    ("long_shift_consent", None): "langvakt på {amount} uten samtykke; uten samtykke {limit}",
    ("position", None): "timer og stilling stemmer ikke: {amount}, {limit}",
    ("position", "size"): "stillingen {amount} er ikke tillatt; nærmeste er {exact}",
    ("position", "hours"): "timene avviker {amount} fra stillingen, {limit}",
    (
        "position",
        "no_combination",
    ): "ingen sammensetning av linjens vakter gir {amount} innenfor avtalt avvik",
    (
        "position",
        "no_combination_between",
    ): "ingen sammensetning av linjens vakter gir fra {amount} til {exact} innenfor avtalt avvik",
    ("position", "unused_but_works"): "linjen er på 0 %, men har {amount} arbeid",
    ("position", "stated_minutes"): "oppgitt {amount}, men vaktene gir {exact}",
    (
        "position",
        "coarse_tolerance",
    ): "tillatt avvik er {amount}, mindre enn halvparten ({exact}) av den lengste vakten; "
    "noen stillinger kan ikke treffes",
    ("position", "tredelt_sundays"): "tredelt turnus med {amount}, {limit}",
    ("position", "tredelt_day"): "tredelt turnus uten dagvakt",
    ("position", "tredelt_evening"): "tredelt turnus uten aftenvakt",
    ("position", "tredelt_night"): "tredelt turnus uten nattevakt",
    ("position", "tredelt_quarter"): "tredelt turnus med {amount} på dag og kveld, {limit}",
    ("norm_ground", None): "den kortere uken er ikke opptjent: {amount} kveld og natt i uken, {limit}",
    ("norm_ground", "sundays"): "den kortere uken er ikke opptjent: {amount}, {limit}",
    ("allowed_shifts", None): "vakten {detail} kan ikke gå her",
    ("unavailable", None): "vakten går {amount} inn i tid da den ansatte ikke er tilgjengelig",
    ("pinned", None): "det er låst at dagen er {detail}",
    ("weekend_count", None): "{amount} med arbeid, {limit}",
    ("weekends_apart", None): "{amount} mellom to helger med arbeid, {limit}",
    ("weekend_shape", None): "helgen har feil form; den skal være: {detail}",
    ("free_weekend", None): "vakten går {amount} inn i en helg som skulle vært fri",
    ("consecutive_days", None): "{amount} på rad med arbeid, {limit}",
    ("consecutive_days_off", None): "{amount} på rad fri, {limit}",
    ("consecutive_nights", None): "{amount} på rad om natten, {limit}",
    ("consecutive_shifts", None): "{amount} på rad av typen {detail}, {limit}",
    ("forbidden_sequence", None): "rekkefølgen {detail} er ikke tillatt",
    ("shift_count", None): "{amount} av typen {detail}, {limit}",
    ("line_minutes", None): "{amount} betalt tid i turnusen, {limit}",
    ("demand_max", None): "{amount} på jobb samtidig, {limit} ({detail})",
    ("budget", None): "{amount} til sammen, {limit}",
    ("budget", "positions"): "stillingene er til sammen {amount}, {limit}",
    ("budget", "paid_minutes"): "de betalte timene er til sammen {amount}, {limit}",
    ("budget", "minutes"): "turnusen har {amount} mer betalt tid enn dagens stillinger",
    ("shared_line", None): "linjen avviker på {amount} fra den felles turnusen",
    ("shared_line", "percent"): "stillingen er {amount}, men den felles er {exact}",
    ("contact_competence", None): "kontakten oppfyller ikke kravene",
    ("contact_competence", "primary"): "har ikke kompetansen som primærkontakten skal ha",
    ("contact_competence", "secondary"): "har ikke kompetansen som sekundærkontakten skal ha",
    ("contact_competence", "fixed_primary"): "er bestemt som primærkontakt, men en annen står der",
    ("contact_competence", "fixed_secondary"): "er bestemt som sekundærkontakt, men en annen står der",
    ("contact_competence", "fixed_team"): "er bestemt til teamet, men er ikke med",
    ("contact_competence", "no_primary"): "har ingen primærkontakt",
    ("contact_competence", "no_secondary"): "har ingen sekundærkontakt",
    ("contact_competence", "no_contacts"): "har ingen kontakter i turnusen",
    ("contact_competence", "same"): "er både primær- og sekundærkontakt",
    ("contact_competence", "vacant"): "en ledig linje kan ikke være kontakt eller i et team",
    ("contact_competence", "no_position"): "har ingen stilling og kan ikke være kontakt eller i et team",
    ("contact_competence", "team"): "teamet har {amount}, og skal ha {exact}",
    ("contact_load", None): "er kontakt for {amount}, {limit}",
    ("contact_load", "primary"): "er primærkontakt for {amount}, {limit}",
    ("contact_load", "secondary"): "er sekundærkontakt for {amount}, {limit}",
    ("contact_load", "team"): "er i teamet til {amount}, {limit}",
}
OTHERWISE = "{rule}: {amount}, {limit}"

SHAPES = {
    "both": "begge dagene",
    "both_or_long": "begge dagene, eller én langvakt",
    "one_long": "én langvakt alene",
    "long_and_short": "begge dagene, nøyaktig én av dem lang",
}
