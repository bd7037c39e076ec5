"""What moves the overall answer, below "What we know"; and to let it count."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import streamlit as st

from cxcore import words
from cxcore.commands import Command
from cxcore.drivers import (
    Drivers,
    NoDrivers,
    Refusal,
    SurveyRows,
    drivers_of,
    go_back,
    is_taken_over,
    survey_rows,
    take_over,
)
from cxcore.errors import CxError
from cxcore.model import ImportanceMode, Settings, Workshop
from cxcore.rounds import touchpoints_of
from cxlive.board.view import shown_journey
from cxlive.ids import new_id
from cxlive.limits import CLOSE_SECONDS
from cxui import tab
from cxui.plain import plain
from cxui.stand import Stand
from cxui.views.drivers import drivers_picture
from cxui.views.pictures import Moments, Picture, themed
from cxui.widgets import bring_in_link

TITLE = "What moves the overall answer"
ROUND_IS_OPEN = (
    "A private round is open about this journey. What a survey says of it is shown "
    "again once everybody has spoken."
)
COUNTS = "What a survey says counts as importance in this journey."
HAS_CHANGED = "What is said above is no longer what was taken over."
WOULD_COUNT = (
    "Taken over, it counts in place of what the room said matters: ranking and scores "
    "follow. What the room said is kept, and one tap brings it back. Moments that no "
    "survey compares then count as middling."
)

_KEPT = 16
"""So many results stay at hand; each new survey, and each other setting, is another."""


@dataclass(frozen=True)
class _Asked:
    """What a result depends on, and nothing else."""

    rows: SurveyRows
    settings: Settings

    def __hash__(self) -> int:
        """Settings hold mappings; that these are the same is compared."""
        return hash(self.rows)


def show(here: tab.Here, looked_at: str | None) -> None:
    """Say what moves the overall answer of customers, once somebody wants to know."""
    # Only what is open is computed: this runs after every change of anybody.
    section = st.expander(TITLE, key="evidence.drivers", on_change="rerun")
    if not section.open:
        return
    stand = Stand.of(here.room)
    workshop = stand.shown
    journey_id = shown_journey(workshop, looked_at)
    with section:
        if journey_id is None:
            st.caption("There is no journey yet.")
        elif _is_asked_about(stand, journey_id):
            st.caption(ROUND_IS_OPEN)
        else:
            _draw(here, workshop, journey_id)


def _is_asked_about(stand: Stand, journey_id: str) -> bool:
    """Tell whether people are just saying in private what this would tell them."""
    asked = stand.led.open_round(stand.workshop)
    return asked is not None and asked.journey_id == journey_id


def _draw(here: tab.Here, workshop: Workshop, journey_id: str) -> None:
    rows = survey_rows(workshop, journey_id)
    found = _found(_Asked(rows, workshop.settings))
    moments = Moments(workshop, touchpoints_of(workshop, journey_id))
    if isinstance(found, NoDrivers):
        _refuse(here, found)
    else:
        holds_from = workshop.settings.robustness.holds_from
        _show_picture(drivers_picture(moments, found, holds_from))
        left_out = [each.touchpoint_id for each in rows.left_out]
        names = dict(zip(left_out, moments.short(left_out), strict=True))
        people, part = words.respondents_sentence(rows), words.explained_sentence(found)
        st.caption(plain(f"{people} {part}"))
        if rows.left_out:
            st.caption(plain(words.not_compared_sentence(rows.left_out, names)))
    _let_it_count(here, workshop, journey_id, found)


@lru_cache(maxsize=_KEPT)
def _found(asked: _Asked) -> Drivers | NoDrivers:
    return drivers_of(asked.rows, asked.settings)


def _refuse(here: tab.Here, refused: NoDrivers) -> None:
    st.markdown(plain(words.no_drivers_sentence(refused)))
    if refused.refusal is not Refusal.UNRELATED:
        bring_in_link.show(here)


def _show_picture(picture: Picture) -> None:
    st.markdown(f"**{plain(picture.title)}**")
    if picture.chart is not None:
        theme = "dark" if st.context.theme.type == "dark" else "light"
        st.altair_chart(themed(picture.chart, theme), key="evidence.drivers.chart")
    st.table(pd.DataFrame(picture.table).map(plain).set_index("Moment"))
    st.caption(plain(picture.note))


def _let_it_count(
    here: tab.Here, workshop: Workshop, journey_id: str, found: Drivers | NoDrivers
) -> None:
    """Say whether a survey counts; offer to take it over, and to go back."""
    counts = workshop.journeys[journey_id].importance_mode is ImportanceMode.SURVEY
    if counts:
        st.caption(COUNTS)
    if not here.leads:
        return
    if isinstance(found, Drivers) and not is_taken_over(workshop, found):
        st.caption(HAS_CHANGED if counts else WOULD_COUNT)
        if st.button("Take this over as importance", key="drivers.take"):
            _submit(here, take_over(workshop, found))
    if counts and st.button("Go back to what the room said", key="drivers.back"):
        _submit(here, go_back(workshop, journey_id))


def _submit(here: tab.Here, command: Command) -> None:
    try:
        here.room.submit(here.seat, command, new_id()).result(CLOSE_SECONDS)
    except CxError as error:
        st.error(plain(str(error)))
        return
    st.rerun()
