"""What one browser tab remembers: the only place with session_state keys."""

from dataclasses import dataclass

import streamlit as st

from cxcore.errors import CxError
from cxlive.errors import NoDeviceError
from cxlive.room.room import Room
from cxlive.seating.device import Device
from cxlive.seating.lobby import Lobby, RecentRoom
from cxlive.seating.seats import Seat
from cxlive.services import services
from cxui.plain import plain

_ROOM = "tab.room"
_REPORT = "tab.report"
_QUERY = "w"


@dataclass(frozen=True)
class Here:
    """The open workshop of this tab, and this device's seat in it."""

    room: Room
    seat: Seat


def lobby() -> Lobby:
    """Return the lobby of this server."""
    return services().lobby


def device() -> Device:
    """Return the device this tab runs on, as the lobby knows it.

    Stops the page with a sentence where the browser keeps no cookies.
    """
    try:
        return services().device_of(st.context.cookies)
    except NoDeviceError as error:
        st.error(str(error))
        st.stop()


def keep_room_in_address() -> None:
    """Bring the open room and the address together; pages drop the query."""
    asked = st.query_params.get(_QUERY)
    if asked:
        st.session_state[_ROOM] = asked
    elif _ROOM in st.session_state:
        st.query_params[_QUERY] = st.session_state[_ROOM]


def enter(room_id: str, report: tuple[str, ...] = ()) -> None:
    """Make this the tab's open workshop; ``report`` is shown once on top of it."""
    st.session_state[_ROOM] = room_id
    st.session_state[_REPORT] = report
    st.query_params[_QUERY] = room_id


def here() -> Here | None:
    """Return the open workshop, or None where this device has no seat in one."""
    room_id = st.session_state.get(_ROOM)
    if room_id is None:
        return None
    try:
        seat = lobby().seat(room_id, device())
        return None if seat is None else Here(lobby().room(room_id), seat)
    except CxError as error:  # its data cannot be read: say so, and go on
        st.error(plain(str(error)))
        return None


def recent() -> list[RecentRoom]:
    """Return the workshops that this device has a seat in, newest first."""
    return list(lobby().recent(device()))


def report() -> tuple[str, ...]:
    """Return what had to be mended when the open workshop was read."""
    found: tuple[str, ...] = st.session_state.get(_REPORT, ())
    return found


def dismiss_report() -> None:
    """Forget the report once it has been read."""
    st.session_state[_REPORT] = ()
