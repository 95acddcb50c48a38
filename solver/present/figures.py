"""Plotly figures that a planner can keep: the roster, who is on shift and who is asked for, positions, arrangements."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from solver.comparison.frontier import Point
from solver.domain.cycle import DAY_MINUTES, DAY_NAMES, WEEK_DAYS
from solver.domain.roster import Roster
from solver.domain.scenario import Scenario
from solver.domain.values import number as percent
from solver.domain.work import Sheet
from solver.goals.presence import Presence
from solver.present.frontier import settings_words
from solver.present.text import HOUR_MINUTES, day_name
from solver.present.words import say

Figures = dict[str, go.Figure]
COLOURS = ("#ffffff", "#f2c14e", "#5b8e7d", "#bc4b51", "#4059ad", "#8d6a9f", "#c9ada7", "#6b705c")
"""free, then the shifts in their order; they come round again where there are more"""
SMALL, LARGE, DOMINATED, INK = "#bc4b51", "#5b8e7d", "#b8c4a0", "#1f2933"
FULL = 100
STEP_MINUTES = 30
NAMES_OF_CURVES = ("på jobb", "minst")


def figures(value: object, scenario: Scenario | None, lang: str) -> Figures:
    """The figures of a roster, or of a frontier's points, by name."""
    if isinstance(value, tuple) and value and all(isinstance(one, Point) for one in value):
        return {"arrangements": arrangements_figure(value, lang)}
    if isinstance(value, Roster) and scenario:
        return {
            "roster": roster_figure(scenario, value, lang),
            "staffing": staffing_figure(scenario, value, lang),
            "positions": positions_figure(scenario, value, lang),
        }
    raise TypeError(say("Dette har ingen figurer her; en turnus trenger scenariet.", lang))


def roster_figure(scenario: Scenario, roster: Roster, lang: str = "nb") -> go.Figure:
    """A row for each line, a square for each day, coloured by shift."""
    codes = ["", *(shift.code for shift in scenario.shifts)]
    colours = [COLOURS[0], *(COLOURS[1 + place % (len(COLOURS) - 1)] for place in range(len(codes) - 1))]
    scale = [
        (edge, colour)
        for place, colour in enumerate(colours)
        for edge in (place / len(codes), (place + 1) / len(codes))
    ]
    figure = go.Figure(
        go.Heatmap(
            z=[[codes.index(code) for code in line.days] for line in roster.lines],
            text=[list(line.days) for line in roster.lines],
            texttemplate="%{text}",
            x=list(range(scenario.cycle.days)),
            y=[line.employee for line in roster.lines],
            zmin=-0.5,
            zmax=len(codes) - 0.5,
            colorscale=scale,
            showscale=False,
            xgap=1,
            ygap=1,
            hoverinfo="text",
        )
    )
    mondays = list(range(0, scenario.cycle.days, WEEK_DAYS))
    weeks = [say("uke {week}", lang, week=day // WEEK_DAYS + 1) for day in mondays]
    figure.update_xaxes(tickvals=mondays, ticktext=weeks, side="top")
    figure.update_yaxes(autorange="reversed")
    return _dressed(figure, scenario.name or scenario.id, height=120 + 24 * len(roster.lines))


def staffing_figure(scenario: Scenario, roster: Roster, lang: str = "nb") -> go.Figure:
    """People on shift through an average week, against the most that a row for everyone asks for."""
    here, asked = _through_the_week(scenario, roster)
    hours = [step * STEP_MINUTES / HOUR_MINUTES for step in range(WEEK_DAYS * DAY_MINUTES // STEP_MINUTES)]
    figure = go.Figure()
    for found, name, colour in zip((here, asked), NAMES_OF_CURVES, (LARGE, SMALL), strict=True):
        values = [
            round(sum(found[step :: len(hours)]) / scenario.cycle.weeks, 2) for step in range(len(hours))
        ]
        line = go.Scatter(
            x=hours, y=values, name=say(name, lang), mode="lines", line={"shape": "hv", "color": colour}
        )
        figure.add_trace(line)
    names = [day_name(day, lang) for day in DAY_NAMES]
    figure.update_xaxes(tickvals=[day * 24 for day in range(WEEK_DAYS)], ticktext=names)
    return _dressed(figure, say("På jobb gjennom en gjennomsnittlig uke, mot det som kreves", lang))


def _through_the_week(scenario: Scenario, roster: Roster) -> tuple[list[int], list[int]]:
    """For each step of the cycle how many are on shift where a row for everyone asks, and how many it asks for."""
    presence = Presence.of(Sheet.of(scenario, roster))
    steps = scenario.cycle.days * DAY_MINUTES // STEP_MINUTES
    here, asked = [0] * steps, [0] * steps
    for row in (one for one in scenario.demand if one.counts_everyone):
        for day, stretches in presence.windows(row):
            for stretch in stretches:
                first, last = (day * DAY_MINUTES + minute for minute in (stretch.start, stretch.end))
                for step in range(-(-first // STEP_MINUTES), -(-last // STEP_MINUTES)):
                    place = step % steps
                    here[place] = max(here[place], stretch.present)
                    asked[place] = max(asked[place], row.least)
    return here, asked


def positions_figure(scenario: Scenario, roster: Roster, lang: str = "nb") -> go.Figure:
    """A bar for each line in use, the small ones in a colour of their own."""
    used = [line for line in roster.lines if line.position_basis_points]
    small = [
        (line.position_basis_points or 0) < scenario.small_below(scenario.employee_by_id[line.employee])
        for line in used
    ]
    bars = go.Bar(
        x=[line.employee for line in used],
        y=[percent(line.position_basis_points or 0) for line in used],
        marker_color=[SMALL if one else LARGE for one in small],
    )
    figure = go.Figure(bars)
    figure.add_hline(y=FULL, line_dash="dot")
    return _dressed(figure, say("Stillinger i prosent", lang))


def arrangements_figure(points: Sequence[Point], lang: str = "nb") -> go.Figure:
    """Each arrangement's average position, and the largest that is possible as a mark."""
    names = [settings_words(point.arrangement.settings, lang) for point in points]
    bars = go.Bar(
        y=names,
        x=[point.roster.measures.get("average_position") for point in points],
        orientation="h",
        marker_color=[DOMINATED if point.dominated_by else LARGE for point in points],
        name=say("gjennomsnittlig stilling, %", lang),
    )
    marks = go.Scatter(
        y=names,
        x=[point.position_bound for point in points],
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 18, "color": INK},
        name=say("høyst mulig, %", lang),
    )
    figure = go.Figure([bars, marks])
    figure.update_yaxes(autorange="reversed")
    return _dressed(figure, say("Hva hver ordning tillater", lang), height=140 + 40 * len(points))


def _dressed(figure: go.Figure, title: str, height: int = 420) -> go.Figure:
    figure.update_layout(
        title=title, template="plotly_white", height=height, margin={"l": 60, "r": 20, "t": 70, "b": 40}
    )
    return figure
