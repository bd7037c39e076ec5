"""Pictures of the journey looked at, one at a time; a point leads to its moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import pandas as pd
import streamlit as st

from cxcore.analysis import (
    Analysis,
    Crosshair,
    JourneyAnalysis,
    JourneyGrid,
    analyse,
    analyse_grid,
    grid_of,
)
from cxcore.compare import shared_moments
from cxcore.model import Workshop
from cxcore.robustness import robustness_of
from cxlive.board.view import shown_journey
from cxui import doors, tab
from cxui.plain import plain
from cxui.stand import Stand
from cxui.today import today
from cxui.views import pictures
from cxui.views.pictures import PICKED, TOUCHPOINT, Moments, Picture

_KEPT = 32
"""So many pictures stay drawn; rooms that change have new ones each time."""
_KEY = "matters.picture"
_MAP = "map"


class _Looked:
    """The journey looked at; what a picture needs of it is computed when it asks."""

    def __init__(
        self, workshop: Workshop, journey_id: str, day: date, crosshair: Crosshair
    ) -> None:
        self.workshop = workshop
        self.journey_id = journey_id
        self.day = day
        self.crosshair = crosshair

    @cached_property
    def grid(self) -> JourneyGrid:
        return grid_of(self.workshop, self.journey_id, self.day)

    @cached_property
    def journey(self) -> JourneyAnalysis:
        return analyse_grid(self.grid, self.workshop.settings)

    @cached_property
    def moments(self) -> Moments:
        return Moments(self.workshop, self.grid.ids)

    @cached_property
    def all(self) -> Analysis:
        return analyse(self.workshop, self.day)


@dataclass(frozen=True)
class _Choice:
    """One of the pictures, as it is offered."""

    label: str
    draw: Callable[[_Looked], Picture]


_CHOICES: Mapping[str, _Choice] = {
    _MAP: _Choice(
        "What matters, how it goes",
        lambda at: pictures.quadrant_map(at.moments, at.journey, at.crosshair),
    ),
    "reasons": _Choice(
        "Why it needs work",
        lambda at: pictures.contribution_bars(at.moments, at.journey),
    ),
    "reruns": _Choice(
        "How firm the order is",
        lambda at: pictures.rerun_places(
            at.moments, robustness_of(at.grid, at.workshop.settings, at.journey)
        ),
    ),
    "spread": _Choice(
        "Where we all stand",
        lambda at: pictures.voice_spread(at.moments, at.grid, at.journey),
    ),
    "hidden": _Choice(
        "What the average hides",
        lambda at: pictures.hidden_waterfall(at.moments, at.journey),
    ),
    "remembered": _Choice(
        "Lived and remembered",
        lambda at: pictures.lived_and_remembered(at.moments, at.workshop, at.journey),
    ),
    "personas": _Choice(
        "Persona by persona",
        lambda at: pictures.persona_heat_map(
            at.workshop, shared_moments(at.workshop, at.all)
        ),
    ),
}


def show(here: tab.Here, looked_at: str | None) -> None:
    """Offer the pictures of the journey looked at, and draw the one chosen."""
    stand = Stand.of(here.room)
    journey_id = shown_journey(stand.workshop, looked_at)
    if journey_id is None:
        return
    name = _chosen()
    if name is None:
        return
    crosshair = _crosshair() if name == _MAP else Crosshair.SCALE
    seen = _seen(stand, journey_id, today(), name, crosshair)
    if stand.asks_now:
        st.caption("A private round is open: what it asks is shown after it.")
    _draw(here.room.id, stand.workshop, name, seen)


def _chosen() -> str | None:
    """Ask which picture to show; at first there is none, and none is computed."""
    tab.start_with(_KEY, tab.picture())
    name: str | None = st.pills(
        "Show as a picture",
        list(_CHOICES),
        key=_KEY,
        format_func=lambda each: _CHOICES[each].label,
    )
    tab.show_picture(name)
    return name


def _crosshair() -> Crosshair:
    chosen = st.radio(
        "Where the lines stand",
        list(Crosshair),
        key=f"{_KEY}.crosshair",
        format_func=pictures.CROSSHAIR_WORDS.__getitem__,
        horizontal=True,
    )
    return chosen or Crosshair.SCALE


@dataclass(frozen=True)
class _Seen:
    """A picture, ready to be shown."""

    picture: Picture
    table: pd.DataFrame
    specs: Mapping[str, dict[str, object]]
    """What the browser draws, by the theme of the page; empty: nothing."""


@lru_cache(maxsize=_KEPT)
def _seen(
    stand: Stand, journey_id: str, day: date, name: str, crosshair: Crosshair
) -> _Seen:
    """Draw a picture once for all tabs; what an open round asks is not in it."""
    looked = _Looked(stand.shown, journey_id, day, crosshair)
    picture = _CHOICES[name].draw(looked)
    table = pd.DataFrame([dict(row) for row in picture.table])
    return _Seen(picture, table.map(plain), _specs(picture))


def _specs(picture: Picture) -> Mapping[str, dict[str, object]]:
    """Return the chart as data: checked by the tests, and not again at every look."""
    if picture.chart is None:
        return {}
    return {
        theme: pictures.themed(picture.chart, theme).to_dict(validate=False)
        for theme in ("light", "dark")
    }


def _draw(room_id: str, workshop: Workshop, name: str, seen: _Seen) -> None:
    picture = seen.picture
    st.subheader(plain(picture.title), anchor=False)
    if picture.description:
        st.markdown(plain(picture.description))
    if not seen.specs:
        return
    for touchpoint_id in _picked(name, seen):
        _go(room_id, workshop, touchpoint_id)
    if picture.note:
        st.caption(plain(picture.note))
    with st.expander("The same as a table"):
        st.caption(plain(picture.title))
        st.table(seen.table.set_index(seen.table.columns[0]))
        _by_name(room_id, workshop, picture)


def _picked(name: str, seen: _Seen) -> list[str | None]:
    """Draw the chart; return the touchpoints whose points have been picked in it."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    # A key for each picture: a chart that is another one begins anew.
    chart = st.vega_lite_chart(
        spec=seen.specs[theme],
        width="stretch",
        key=f"{_KEY}.{name}",
        on_select="rerun",
        selection_mode=PICKED,
    )
    return [point.get(TOUCHPOINT) for point in chart.selection.get(PICKED, [])]


def _by_name(room_id: str, workshop: Workshop, picture: Picture) -> None:
    """Offer the same ways for whoever reads the table."""
    st.caption("Go to a moment:")
    with st.container(horizontal=True, gap="small"):
        for each in picture.leads_to:
            if st.button(plain(each.label), key=f"{_KEY}.go.{each.id}"):
                _go(room_id, workshop, each.id)


def _go(room_id: str, workshop: Workshop, touchpoint_id: str | None) -> None:
    """Go to a moment on its journey, if there still is one."""
    touchpoint = workshop.touchpoints.get(touchpoint_id or "")
    if touchpoint is None or touchpoint.removed:
        return
    journey_id = workshop.stages[touchpoint.stage_id].journey_id
    tab.go_to(room_id, doors.JOURNEY, journey_id, touchpoint.id)
    st.switch_page(doors.journey())
