"""A persona on her way to another workshop, and into this one."""

from collections.abc import Callable, Sequence

import streamlit as st

from cxcore.errors import CxError
from cxcore.exchange import PersonaCopy, copies_of, persona_file, read_personas
from cxlive.room.bringing import bring_in
from cxlive.seating.recent import RecentRoom
from cxlive.web.files import slug
from cxui import tab
from cxui.plain import plain


def show(here: tab.Here, _journey_id: str | None) -> None:
    """Offer to copy a persona out of the open workshop, and to bring one in."""
    # Only what is open is computed: this runs after every change of anybody.
    copying = st.expander(
        "Copy a persona to another workshop", key="people.copying", on_change="rerun"
    )
    if copying.open:
        with copying:
            _take(here)
            if here.seat.can_edit:
                st.divider()
                _bring(here)


def _take(here: tab.Here) -> None:
    copies = copies_of(here.room.shown)
    if not copies:
        st.caption("There is no persona to copy yet.")
        return
    copy = _chosen("Copy this persona", copies, "people.copy")
    st.caption(
        "With all that is said of her. Evidence and moments belong to this workshop "
        "and stay here."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.download_button(
            "Copy her as a file",
            persona_file(copy),
            file_name=f"persona-{slug(copy.persona.name.partition(',')[0])}.json",
            mime="application/json",
            icon=":material/save:",
            on_click="ignore",
        )
        _to_another_room(here, copy)


def _to_another_room(here: tab.Here, copy: PersonaCopy) -> None:
    """Offer the workshops that this device has a seat in, without a file."""
    rooms = [r for r in tab.recent() if r.can_open and r.room_id != here.room.id]
    if not rooms:
        return
    room = _chosen_room(rooms)
    if st.button("Copy her there", key="people.copy.there"):
        name = plain(room.name)
        _try(lambda: _copy_to(room, copy), f"She is in “{name}” now.")


def _chosen_room(rooms: Sequence[RecentRoom]) -> RecentRoom:
    by_id = {each.room_id: each for each in rooms}
    chosen = st.selectbox(
        "Or into another workshop of yours",
        list(by_id),
        format_func=lambda each: by_id[each].name,
        key="people.copy.room",
    )
    return by_id[chosen]


def _copy_to(room: RecentRoom, copy: PersonaCopy) -> None:
    bring_in(tab.lobby().room(room.room_id), tab.seat_in(room.room_id), copy)


def _bring(here: tab.Here) -> None:
    given = st.file_uploader(
        "Bring in a persona",
        type=["json"],
        help="The file of a persona, or a whole saved workshop: then you choose whom.",
        key="people.bring.file",
    )
    if given is None:
        return
    try:
        found = read_personas(given.getvalue())
    except CxError as error:
        st.error(f"{plain(given.name)} was not taken. {plain(str(error))}")
        return
    for sentence in found.mended:
        st.caption(plain(sentence))
    copy = _chosen("Whom?", found.personas, "people.bring.whom")
    if st.button("Bring her in", type="primary", key="people.bring.go"):
        name = plain(copy.persona.name)
        _try(lambda: bring_in(here.room, here.seat, copy), f"{name} is here now.")


def _chosen(label: str, copies: Sequence[PersonaCopy], key: str) -> PersonaCopy:
    by_id = {each.persona.id: each for each in copies}
    chosen = st.selectbox(
        label,
        list(by_id),
        format_func=lambda each: by_id[each].persona.name,
        key=key,
    )
    return by_id[chosen]


def _try(act: Callable[[], None], done: str) -> None:
    try:
        act()
    except CxError as error:
        st.error(plain(str(error)))
        return
    st.success(done)
