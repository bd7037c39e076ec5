"""Complaints: which column says what, where they belong, and what comes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from cxcore.exchange.complaint_evidence import complaints_evidence, complaints_line
from cxcore.exchange.complaint_rows import read_complaints
from cxcore.exchange.complaints import (
    Complaints,
    ComplaintsError,
    ComplaintsMapping,
    Moment,
    Said,
    Unmatched,
    guess_complaints,
)
from cxcore.exchange.tables import Table, quoted
from cxlive.ids import new_id
from cxui import tab
from cxui.plain import plain
from cxui.views.bring_in import complaints_preview
from cxui.widgets.bring_in_draft import LEFT_OUT, Draft, letters
from cxui.widgets.bring_in_taking import say_refused, take

_FIRST = {
    "text": "What people complained about",
    "touchpoint": "At which moment",
    "day": "When",
}
_MORE = {
    "count": "How many of the same",
    "journey": "In which journey",
    "persona": "Which persona",
}
_DAY_FIRST = {True: "Day first: 31/12/2026", False: "Month first: 12/31/2026"}
_BY_HAND = 20
"""Names that are like no moment, to be placed by hand at a time."""


def show(here: tab.Here, draft: Draft, table: Table, moments: Sequence[Moment]) -> None:
    """Ask what the columns mean, show what they become, and take it."""
    personas = {each.id: each.name for each in here.room.shown.personas.values()}
    names = _names(moments)
    mapping = _columns(draft, table, names)

    def read(what: str, mapping: ComplaintsMapping) -> Complaints:
        about = (table, mapping, moments, personas)
        return draft.once(what, about, lambda: read_complaints(*about))

    try:
        by_hand = _place_by_hand(draft, read("first", mapping).unmatched, names)
        found = read("found", replace(mapping, by_hand=by_hand))
    except ComplaintsError as error:
        st.info(plain(str(error)))
        return
    st.subheader("What comes of it")
    lines = [complaints_line(each) for each in found.by_touchpoint.values()]
    if lines:
        st.dataframe(complaints_preview(lines, names), hide_index=True)
    say_refused(found.rows, found.refused)
    if lines:
        _take(here, draft, found, moments)


def _names(moments: Sequence[Moment]) -> dict[str, str]:
    """Return the moments by id; with their journey, where there are several."""
    if len({each.journey_id for each in moments}) == 1:
        return {each.id: each.name for each in moments}
    return {each.id: f"{each.name} ({each.journey})" for each in moments}


def _columns(draft: Draft, table: Table, names: Mapping[str, str]) -> ComplaintsMapping:
    """Ask which column says what; the rarer ones stand folded away."""
    guess = draft.once("complaints", table, lambda: guess_complaints(table))
    st.subheader("Which column says what")
    places = {part: _column(draft, table, part, guess) for part in _FIRST}
    about = None
    if places["touchpoint"] is None:
        options = {LEFT_OUT: "– choose –", **names}
        about = draft.choose("All are about", options, key="about") or None
    with st.expander("More columns"):
        places |= {part: _column(draft, table, part, guess) for part in _MORE}
        day_first = draft.choose(
            "How dates are written",
            _DAY_FIRST,
            key="day_first",
            first=guess.day_first,
        )
    return ComplaintsMapping(
        **places,
        day_first=day_first,
        about=about,
    )


def _column(draft: Draft, table: Table, part: str, guess: ComplaintsMapping) -> Any:  # noqa: ANN401 - the place of a column, or None
    guessed = getattr(guess, part)
    chosen = draft.choose(
        (_FIRST | _MORE)[part],
        letters(table.headings),
        key=f"part.{part}",
        first=LEFT_OUT if guessed is None else guessed,
    )
    return None if chosen == LEFT_OUT else chosen


def _place_by_hand(
    draft: Draft, unmatched: Sequence[Unmatched], names: Mapping[str, str]
) -> dict[Said, str]:
    """Ask where those belong that are like no moment; the most frequent ones."""
    if not unmatched:
        return {}
    st.subheader("Where do these belong?")
    options = {LEFT_OUT: "– not taken –", **names}
    chosen = {each.said: _placed(draft, each, options) for each in unmatched[:_BY_HAND]}
    if len(unmatched) > _BY_HAND:
        st.caption(
            f"And {len(unmatched) - _BY_HAND:,} more that are like no moment. Is it "
            "the right column?"
        )
    return {said: key for said, key in chosen.items() if key}


def _placed(draft: Draft, each: Unmatched, options: Mapping[str, str]) -> str:
    journey, moment = each.said
    said = quoted(moment) if moment else "Rows that name no moment"
    within = f" in {quoted(journey)}" if journey else ""
    rows = "1 row" if each.rows == 1 else f"{each.rows:,} rows"
    label = f"{plain(said + within)} ({rows})"
    key = f"by_hand.{journey}\n{moment}"
    chosen: str = draft.choose(label, options, key=key)
    return chosen


def _take(
    here: tab.Here, draft: Draft, found: Complaints, moments: Sequence[Moment]
) -> None:
    number = "1 complaint" if found.rows == 1 else f"{found.rows:,} complaints"
    places = len(found.by_touchpoint)
    about = "1 moment" if places == 1 else f"{places} moments"
    take(
        here,
        draft,
        f"Add {number} as evidence",
        lambda after: complaints_evidence(
            found, moments, new_id, source=draft.name, after=after
        ),
        f"{number} about {about} {'is' if found.rows == 1 else 'are'} added.",
    )
