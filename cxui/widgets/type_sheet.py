"""Typing in what somebody has ticked on paper, as theirs."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from cxcore.edit import place_of
from cxcore.errors import CxError
from cxcore.model import NAME_MAX, Workshop, one_line
from cxlive.rounds.copying import must_be_something, take
from cxlive.rounds.paper import WORDS, Paper, PaperError, papers
from cxui import doors, tab
from cxui.plain import plain
from cxui.views import paper_grid

_NEW = ""
"""Instead of the id of a person."""


def show(here: tab.Here) -> None:
    """Ask whose sheet it is and what is ticked on it; save it, and begin the next."""
    if not here.leads:
        st.markdown("Only the facilitator can type in a sheet.")
        return
    chosen = _chosen(papers(here.room.shown))
    if chosen is None:
        st.markdown("There are no moments to rate yet.")
        st.page_link(doors.journey(), label="Go to the journey")
        return
    key, sheet = tab.paper(chosen.journey_id, lambda: chosen)
    st.caption(
        f"How it feels: {', '.join(WORDS)}; or a number from −5 to 5, by halves. What "
        "is left empty stays as it is."
    )
    with st.form(key, border=False):
        who, name = _whose(here.room.shown, key)
        said = _grid(sheet, key)
        is_finished = st.form_submit_button("Save this sheet", type="primary")
    if is_finished:
        _save(here, sheet, said, (who, name))
    elif tab.is_paper_saved():
        st.success("The sheet is saved. The next one can be typed in.")


def _chosen(sheets: Sequence[Paper]) -> Paper | None:
    """Return the sheet of a journey: the first, unless another is asked for."""
    by_journey = {each.journey_id: each for each in sheets}
    if not by_journey:
        return None
    if len(by_journey) == 1:
        return sheets[0]
    chosen = st.selectbox(
        "Journey",
        list(by_journey),
        format_func=lambda each: by_journey[each].journey,
        key="sheet.journey",
    )
    return by_journey[chosen]


def _whose(shown: Workshop, key: str) -> tuple[str, str]:
    """Ask who filled it in: somebody who is here, or a new name."""
    named = [each for each in shown.participants.values() if not each.anonymous]
    names = {each.id: each.name for each in sorted(named, key=place_of)}
    left, right = st.columns(2)
    who = left.selectbox(
        "Whose sheet is it?",
        [_NEW, *names],
        format_func=lambda each: names.get(each, "Somebody new"),
        key=f"{key}.who",
    )
    name = right.text_input(
        "Name, if they are new", max_chars=NAME_MAX, key=f"{key}.name"
    )
    return who, one_line(name[:NAME_MAX])


def _grid(sheet: Paper, key: str) -> pd.DataFrame:
    matters = (
        st.column_config.CheckboxColumn("Matters most (three)", width="small")
        if sheet.counts_dots
        else st.column_config.TextColumn("Matters (1 to 5)", width="small")
    )
    return st.data_editor(
        paper_grid.blank_grid(sheet),
        hide_index=True,
        num_rows="fixed",
        disabled=[paper_grid.STAGE, paper_grid.MOMENT],
        column_config={
            paper_grid.FEELS: st.column_config.TextColumn(width="small"),
            paper_grid.MATTERS: matters,
            paper_grid.NOTE: st.column_config.TextColumn(width="large"),
        },
        key=f"{key}.grid",
    )


def _save(
    here: tab.Here, sheet: Paper, said: pd.DataFrame, whose: tuple[str, str]
) -> None:
    try:
        ticked = must_be_something(here.room, paper_grid.read_grid(sheet, said))
        who = _person(here, *whose)
        seat = tab.lobby().for_paper(here.room.id, tab.device(), who)
        take(here.room, seat, sheet, ticked)
    except CxError as error:
        st.error(plain(str(error)))
        return
    tab.next_paper()
    st.rerun()


def _person(here: tab.Here, who: str, name: str) -> str:
    """Return whose sheet it is; somebody new is added only now."""
    if bool(who) == bool(name):
        msg = "Say whose sheet it is: choose somebody, or write a new name."
        raise PaperError(msg)
    return who or tab.lobby().add_person(here.room.id, tab.device(), name)
