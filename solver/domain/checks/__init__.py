"""What makes a scenario whole beyond its shape, one small function a check.

Beside each check stand the places it relies on: where one of them was cut away as faulty, the check is
silent, so that one mistake is told once.
"""

from __future__ import annotations

from solver.domain.checks import agreement, calendar, demand, goals, people, references, residents, shared
from solver.domain.checks.base import Check, Law

SKILLS = ("employees[]", "employees[].skills*", "employees[].groups*")
COUNTING = (
    *SKILLS,
    *("employees[].competence", "employees[].shifts*", "employees[].position", "employees[].counts_in_cover"),
    *("employees[].vacant", "competences[]", "shifts[]", "shifts[].days*", "cycle.weeks"),
)

CHECKS: tuple[Check, ...] = (
    Check(calendar.unit_is_not_too_large, ("cycle.weeks", "employees")),
    Check(calendar.start_is_a_monday),
    Check(calendar.weeks_are_in_the_cycle, ("cycle.weeks",)),
    Check(calendar.free_weekend_is_a_weekend),
    Check(agreement.limits_are_there, ("agreement.level",)),
    Check(agreement.amounts_are_within_the_level, ("agreement.level",)),
    Check(agreement.short_rests_are_within_the_level, ("agreement.level",)),
    Check(agreement.sundays_are_within_the_level, ("agreement.level", "agreement.sunday")),
    Check(agreement.validity_holds, ("agreement.valid_from", "agreement.valid_to")),
    Check(agreement.sources_are_of_fields),
    Check(agreement.tredelt_has_room, ("agreement.tredelt*",)),
    Check(references.ids_are_unique),
    Check(references.lists_have_no_doubles),
    Check(references.codes_are_known, ("shifts[]",)),
    Check(references.competences_are_known, ("competences[]",)),
    Check(demand.amounts_agree),
    Check(demand.skills_and_groups_exist, SKILLS),
    Check(demand.somebody_may_meet_each_row, COUNTING),
    Check(people.working_minutes_fit_the_clock),
    Check(people.positions_have_room),
    Check(people.weekends_have_room, ("cycle.weeks",)),
    Check(people.before_is_for_a_period, ("cycle.rotation",)),
    Check(people.full_time_is_within_the_law, ("agreement.level",)),
    Check(people.rules_have_room, ("rules",)),
    Check(shared.lines_are_alike, ("cycle.rotation", "cycle.weeks", "employees[]")),
    Check(residents.fixed_contacts_exist, ("employees[]",)),
    Check(residents.contacts_are_two_people),
    Check(residents.teams_have_room),
    Check(residents.fixed_contacts_have_the_competence, ("employees[]", "competences[]")),
    Check(residents.fixed_contacts_are_within_the_limits, ("contact_limits",)),
    Check(goals.goals_stand_once),
    Check(goals.weights_and_slacks_have_meaning),
)

__all__ = ["CHECKS", "Check", "Law"]
