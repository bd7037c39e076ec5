"""Bringing in a file: choose it, say what it holds, look at it, take it."""

import streamlit as st

from cxcore.errors import CxError
from cxcore.exchange.complaints import Moment, moments_of
from cxcore.exchange.survey import guess_survey
from cxcore.exchange.table_errors import TableError
from cxcore.exchange.tables import Table
from cxui import doors, tab
from cxui.plain import plain
from cxui.widgets import bring_in_complaints, bring_in_survey
from cxui.widgets.bring_in_draft import Draft

_SURVEY, _COMPLAINTS = "survey", "complaints"
_KINDS = {_SURVEY: "Answers of a survey", _COMPLAINTS: "Complaints"}


def show(here: tab.Here) -> None:
    """Lead from a file to evidence; nobody else sees anything before it is taken."""
    try:
        here.seat.must_sit()
    except CxError as error:
        st.markdown(plain(str(error)))
        return
    moments = moments_of(here.room.shown)
    if not moments:
        st.markdown("There are no moments yet that a file could be about.")
        st.page_link(doors.journey(), label="Go to the journey")
        return
    draft = tab.draft(Draft)
    _say_what_was_added(draft)
    table = _file(draft)
    if table is not None:
        _ask_what_it_is(here, draft, table, moments)


def _say_what_was_added(draft: Draft) -> None:
    if draft.added:
        st.success(f"{draft.added} Undo takes it back.")
        st.page_link(doors.live("evidence"), label="Look at what we know")


def _file(draft: Draft) -> Table | None:
    """Ask for a file; returns it as a table, or says what is wrong with it."""
    chosen = st.file_uploader(
        "A file with survey answers or complaints",
        type=["csv", "tsv", "txt", "xlsx", "xlsm"],
        key=f"bring_in.file.{draft.uploader}",
        on_change=lambda: tab.begin(Draft(uploader=draft.uploader)),
        help="CSV or XLSX, up to 5,000 rows. The first row holds the headings; each "
        "row below it is one person's answers, or one complaint.",
    )
    name = draft.name if chosen is None else chosen.name
    try:
        if chosen is not None and not draft.data:
            draft.take(chosen.name, chosen.getvalue())
        return draft.table(_sheet(draft)) if draft.data else None
    except TableError as error:
        st.error(f"{plain(name)} was not taken. {plain(str(error))}")
        return None


def _sheet(draft: Draft) -> str | None:
    if len(draft.sheets) <= 1:
        return next(iter(draft.sheets), None)
    sheets = {name: name for name in draft.sheets}
    chosen: str = draft.choose("Sheet", sheets, key="sheet")
    return chosen


def _ask_what_it_is(
    here: tab.Here, draft: Draft, table: Table, moments: tuple[Moment, ...]
) -> None:
    st.caption(f"{plain(draft.name)}: {len(table.rows):,} rows below the headings.")
    names = {each.id: each.name for each in moments}
    looks_like = draft.once("kind", table, lambda: _guess(table, names))
    kind = draft.choose("What is it?", _KINDS, key="kind", first=looks_like)
    if kind == _SURVEY:
        bring_in_survey.show(here, draft, table, moments)
    else:
        bring_in_complaints.show(here, draft, table, moments)


def _guess(table: Table, names: dict[str, str]) -> str:
    """Return what the headings make likely: a survey has columns for moments."""
    return _SURVEY if guess_survey(table, names).touchpoints else _COMPLAINTS
