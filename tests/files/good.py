"""The examples of the contract's section 1, and a way to break them."""

from __future__ import annotations

from pathlib import Path

from solver.domain.fault import FaultError
from solver.domain.scenario import Scenario
from solver.files.scenario import load_scenario
from solver.present.words import fault_line

GOOD = """\
schema: heltid.scenario/1
id: solsiden
name: Solsiden bofellesskap, langvakt hver tredje helg
cycle:
  weeks: 12               # 1-200; a unit uses 3, 6, 12 or up to 52
  rotation: individual    # individual: each line repeats by itself after `weeks`
  start: 2027-01-04       # the Monday of week 1, optional: dates, holidays and calendar files need it
agreement: ks-turnus-local          # a file in data/agreements, or the same fields inline
competences: [assistant, skilled, college]   # lowest first; a higher one may do a lower one's work
shifts:
  - {code: D,  name: Dag,      start: "07:30", end: "15:00", paid_minutes: 450}
  - {code: A,  name: Aften,    start: "15:00", end: "22:30", paid_minutes: 450}
  - {code: L,  name: Langvakt, start: "10:00", end: "22:00", paid_minutes: 720, days: [sat, sun]}
  - {code: N,  name: Natt,     start: "22:30", end: "07:30", paid_minutes: 540, kind: night}
demand:                   # at every moment of the window, how many people are on shift
  - {days: [mon, tue, wed, thu, fri], start: "07:30", end: "15:00", min: 5, wanted: 6, max: 6}
  - {days: [sat, sun],                start: "10:00", end: "22:00", min: 4, max: 5}
  - {days: [mon, tue, wed, thu, fri], start: "07:30", end: "22:30", min: 1, competence: college}
  - {days: [sat, sun],                start: "08:00", end: "22:00", min: 1, skill: medication}
  - {days: [tue], weeks: [1, 3, 5, 7, 9, 11], start: "13:00", end: "14:30", min: 2, group: team-1}
employees:
  - id: E01
    name: Ada
    competence: college
    skills: [medication]
    groups: [team-1]      # teams, floors, zones
    position: {current: 75, wanted: 100}   # percent of full time; also min, max
    max_weekends: 3       # worked weekends in the cycle; also min_weekends ("all contribute")
    long_shifts: true     # consent to shifts longer than the agreement's long_shift_minutes
    shifts: [D, A, L]     # the codes this person works
    unavailable: [{days: [tue], weeks: [1, 3], start: "15:00", end: "23:00"}]
    elsewhere:   [{days: [mon], start: "08:00", end: "15:30"}]   # work in another unit
    pinned:      [{days: [mon], weeks: [1], shift: D}, {days: [tue], weeks: [1], shift: ""}]   # "" = free
    wishes:      [{days: [fri], weeks: [2], shift: A, want: false, weight: 2}]
    rules: {max_consecutive_nights: 2}   # this person's own, in place of the unit's
    other_minutes: 720    # paid minutes in the cycle outside shifts (steward, administration, training)
    counts_in_cover: true # false: a trainee beside the others
    weekly_minutes: 2130  # full time for this line, when it differs from the agreement's
    before: []            # rotation none: the codes of the days before day 1, oldest first
  - {id: V01, vacant: true, competence: skilled}   # a line nobody has yet
residents:
  - id: R01
    name: Stian
    contacts: {primary: college, secondary: skilled, team: 5}   # lowest competence of each
    windows:              # when a contact should be present
      - {name: kveld, days: [mon, tue, wed, thu, fri], start: "15:00", end: "22:00"}
    fixed: {primary: E01} # decided already (also secondary, team: [..])
contact_limits: {primary: 2, secondary: 3, team: 6}   # residents per employee, at most, in each role
rules:                    # the unit's own rules, all optional
  max_consecutive_days: 5
  min_consecutive_days: 1
  min_consecutive_days_off: 1
  max_consecutive_days_off: 14
  min_consecutive_shifts: {N: 2}    # days in a row with the same code, by code
  max_consecutive_shifts: {N: 4}
  max_consecutive_nights: 4
  min_weeks_between_weekends: 2     # worked weekends start at least this many weeks apart
  weekend_shape: any
  free_weekend: {from: fri 18:00, until: mon 06:00}   # in a weekend that is not worked
  forbidden_sequences: [[A, D], [N, "", D]]           # "" = a free day
  max_shifts: {L: 4}      # per line in the cycle
  min_shifts: {}
goals: [cover, unwanted_part_time, small_positions, part_time, contact_gaps, team_gaps, weekend_balance,
        wishes, strain]
small_position: 65        # percent; or by competence: {skilled: 60, default: 65}
budget_fte: 15.0          # most full-time equivalents, of positions and of paid minutes alike
"""

AGREEMENT = """\
agreement:
  id: ks-turnus-local
  level: local                        # main | individual | local | authority | central | not_norwegian
  valid_from: 2026-01-01
  sources: {max_shift_minutes: {paragraph: "aml § 10-5 (2)", link: "https://lovdata.no", status: read}}
  full_time_weekly_minutes: 2130      # 35.5 h
  norm: fixed
  norm_ground: {every_nth_sunday: 3, evening_and_night_weekly_minutes: 83}
  max_shift_minutes: 750              # working minutes
  max_week_minutes: 3240              # Monday to Sunday
  max_average_week_minutes: {minutes: 2880, weeks: 8}   # every cyclic window of that many weeks
  min_daily_rest_minutes: 660
  short_daily_rest: {floor_minutes: 480, max_per_week: 1}
  min_weekly_rest_minutes: 2100
  short_weekly_rest: {floor_minutes: 1680}
  sunday: {zone: [sat 18:00, sun 22:00], rule: averaged, max_in_a_row: 3}
  hours_tolerance_percent: 1.1
  position_step: 1
  long_shift_minutes: 600
"""
NAMED = "agreement: ks-turnus-local          # a file in data/agreements, or the same fields inline\n"


def changed(*changes: tuple[str, str], text: str = GOOD) -> str:
    """The good file with pieces of text replaced; each must be there once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def with_agreement(*changes: tuple[str, str]) -> str:
    """The good file with its agreement inline, changed."""
    return changed((NAMED, changed(*changes, text=AGREEMENT)))


def load(text: str) -> Scenario:
    return load_scenario(text.encode(), "test.yaml")


def faults(source: str | bytes | Path, name: str = "test.yaml", lang: str = "nb") -> list[str]:
    """The lines of faults in a file; none when it is whole."""
    given = source.encode() if isinstance(source, str) else source
    try:
        load_scenario(given, name)
    except FaultError as wrong:
        return [fault_line(one, lang) for one in wrong.faults]
    return []
