"""What earns the shorter week: a warning for a line that has neither the Sundays nor the evenings and nights for it."""

from __future__ import annotations

from collections.abc import Iterator

from solver.domain.agreement import Agreement
from solver.domain.cycle import DAY_MINUTES, overlap
from solver.domain.finding import Finding
from solver.domain.work import WorkLine
from solver.rules.base import Card, Rule
from solver.rules.sundays import worked_sundays

LAW = "aml § 10-4 (4)"


class NormGroundRule(Rule):
    """Never a breach: fewer weekends can cost a day worker the 35.5-hour week, and someone must then decide."""

    card = Card(
        id="norm_ground",
        level="agreement",
        name="Grunnlag for kortere uke",
        sentence="Den som har kortere arbeidsuke, arbeider så mange søndager eller så mye kveld og natt at den er "
        "opptjent; ellers varsles det.",
        law=LAW,
        link="https://lovdata.no/lov/2005-06-17-62/§10-4",
        parameters=(
            ("agreement.norm_ground.every_nth_sunday", "Sundays"),
            ("agreement.norm_ground.evening_and_night_weekly_minutes", "minutes"),
        ),
        secondary=True,
    )

    def audit_line(self, line: WorkLine) -> Iterator[Finding]:
        agreement = line.scenario.agreement
        ground = agreement.norm_ground
        day_worker = agreement.tredelt.base_weekly_minutes
        if ground is None or line.is_zero or line.scenario.weekly_minutes_of(line.employee) >= day_worker:
            return
        weeks = line.cycle.weeks
        sundays = len(list(worked_sundays(line, elsewhere=False)))
        if ground.every_nth_sunday and sundays * ground.every_nth_sunday >= weeks:
            return
        needed = ground.evening_and_night_weekly_minutes
        minutes = sum(_unsocial(agreement, *shift.span) for _, shift in line.worked_days())
        if needed is not None and minutes >= needed * weeks:
            return
        law = agreement.law("norm_ground", LAW)
        if ground.every_nth_sunday:
            limit = -(-weeks // ground.every_nth_sunday)
            yield self.found(line, law=law, severity="warning", amount=sundays, limit=limit, unit="sundays")
        elif needed is not None:
            amount = minutes // weeks
            yield self.found(line, law=law, severity="warning", amount=amount, limit=needed, unit="minutes")


def _unsocial(agreement: Agreement, start: int, end: int) -> int:
    """Minutes of a shift within the agreement's evening and night."""
    span = agreement.norm_ground_window
    first, last = span.from_minutes, span.until_minutes
    last = last if last > first else last + DAY_MINUTES
    return sum(
        overlap(start, end, first + turn * DAY_MINUTES, last + turn * DAY_MINUTES) for turn in (-1, 0, 1)
    )
