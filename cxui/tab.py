"""What one browser tab remembers: the only place with session_state keys."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

import streamlit as st

from cxcore.errors import CxError
from cxlive.errors import NoDeviceError, NoSeatError
from cxlive.room.room import Room
from cxlive.seating.device import Device
from cxlive.seating.lobby import Lobby
from cxlive.seating.recent import RecentRoom
from cxlive.seating.seats import Right, Seat
from cxlive.services import services
from cxlive.web.join import let_in

_ROOM = "tab.room"
_REPORT = "tab.report"
_JOURNEY = "tab.journey"
_PAPER = "tab.paper"
_PAPERS = "tab.papers"
_PAPER_SAVED = "tab.paper_saved"
_DRAFT = "tab.draft"
_PICTURE = "tab.picture"
_PLACE = "tab.place"
_QUERY = "w"
_VIEW = "view"
_SCREEN = "screen"
_THIS_COMPUTER = "127.0.0.1"

T = TypeVar("T")


@dataclass(frozen=True)
class Here:
    """The open workshop of this tab, and this device's seat in it."""

    room: Room
    seat: Seat
    asks_for_screen: bool = False

    @property
    def leads(self) -> bool:
        """Sits as a facilitator; everybody else takes part, or looks on."""
        return self.seat.right is Right.FACILITATOR and not self.seat.is_standing

    @property
    def waits(self) -> bool:
        """Has not said yet who they are: there is nothing to see but that question."""
        return self.seat.is_standing and self.seat.can_edit

    @property
    def is_screen(self) -> bool:
        """This window is the screen for the room."""
        return self.asks_for_screen and not self.waits


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


def keep_room_in_address() -> bool:
    """Bring the open room and the address together; pages drop the query.

    Returns whether the tab has just come to this room, by a link or a bookmark.
    """
    asked = st.query_params.get(_QUERY)
    if asked:
        has_come = st.session_state.get(_ROOM) != asked
        st.session_state[_ROOM] = asked
        return has_come
    if _ROOM in st.session_state:
        st.query_params[_QUERY] = st.session_state[_ROOM]
    return False


def address() -> dict[str, str]:
    """Return the query of this tab, to be taken along to another page."""
    return dict(st.query_params)


def screen_query(room_id: str) -> str:
    """Return the query that makes a window the screen for a room."""
    return f"?{_QUERY}={room_id}&{_VIEW}={_SCREEN}"


def enter(room_id: str, report: tuple[str, ...] = ()) -> None:
    """Make this the tab's open workshop; ``report`` is shown once on top of it."""
    st.session_state[_ROOM] = room_id
    st.session_state[_REPORT] = report
    st.query_params[_QUERY] = room_id


def come_in(typed: str) -> str:
    """Let this device into a workshop by a code or link; return its room's id.

    Raises:
        CxError: it does not let anybody in; the text says why.
    """
    # People paste the whole link as well: what lets them in stands at its end.
    secret = typed.strip().rstrip("/").rpartition("/")[2]
    origin = st.context.ip_address or _THIS_COMPUTER
    return let_in(secret, device(), origin).room_id


def here() -> Here | None:
    """Return the open workshop, or None where this device has no seat in one."""
    try:
        return _find()
    except CxError:
        return None


def why_not() -> str | None:
    """Say why the workshop asked for is not open; None where none is asked for."""
    try:
        _find()
    except CxError as error:
        return str(error)
    return None


def seat_in(room_id: str) -> Seat:
    """Return this device's seat in a workshop, be it the open one or another.

    Raises:
        NoSeatError: it has none.
    """
    seat = lobby().seat(room_id, device())
    if seat is None:
        raise NoSeatError
    return seat


def _find() -> Here | None:
    room_id = st.session_state.get(_ROOM)
    if room_id is None:
        return None
    seat = seat_in(room_id)
    asks_for_screen = st.query_params.get(_VIEW) == _SCREEN
    return Here(lobby().room(room_id), seat, asks_for_screen)


def chosen_journey(room_id: str) -> str | None:
    """Return the journey that this tab looked at last; None: none was chosen."""
    known: tuple[str, str] | None = st.session_state.get(_JOURNEY)
    return known[1] if known is not None and known[0] == room_id else None


def choose_journey(room_id: str, journey_id: str | None) -> None:
    """Remember the journey looked at, for the other pages of this tab."""
    if journey_id is not None:
        st.session_state[_JOURNEY] = (room_id, journey_id)


def go_to(room_id: str, page: str, journey_id: str, touchpoint_id: str) -> None:
    """Remember a place that the page gone to next shows: a journey, a touchpoint."""
    choose_journey(room_id, journey_id)
    st.session_state[_PLACE] = {
        "id": uuid4().hex,
        "page": page,
        "journey": journey_id,
        "touchpoint": touchpoint_id,
    }


def place() -> dict[str, str] | None:
    """Return the place gone to last; whoever has shown it knows it by its id."""
    known: dict[str, str] | None = st.session_state.get(_PLACE)
    return known


def picture() -> str | None:
    """Return the picture that this tab looked at last; None: it was put away."""
    known: str | None = st.session_state.get(_PICTURE)
    return known


def show_picture(name: str | None) -> None:
    """Remember the picture looked at, for when one comes back to its page."""
    st.session_state[_PICTURE] = name


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


def paper(about: str, make: Callable[[], T]) -> tuple[str, T]:
    """Return what is being copied from paper, and a key for its widgets.

    It stays the same until it is saved, so that no row moves away under the hand
    when others change the journey.
    """
    known: tuple[str, T] | None = st.session_state.get(_PAPER)
    if known is None or known[0] != about:
        known = st.session_state[_PAPER] = (about, make())
    return f"paper.{st.session_state.get(_PAPERS, 0)}", known[1]


def next_paper() -> None:
    """Put a sheet away: the next one begins with nothing of it on the screen."""
    st.session_state.pop(_PAPER, None)
    st.session_state[_PAPERS] = st.session_state.get(_PAPERS, 0) + 1
    st.session_state[_PAPER_SAVED] = True


def draft(make: Callable[[], T]) -> T:
    """Return what is being prepared in this tab, else what is made now.

    It lasts while one looks at other pages; each workshop has its own.
    """
    about = st.session_state.get(_ROOM)
    known: tuple[str | None, T] | None = st.session_state.get(_DRAFT)
    if known is None or known[0] != about:
        known = (about, make())
        begin(known[1])
    return known[1]


def begin(new: object) -> None:
    """Put a draft away and prepare another in its place."""
    st.session_state[_DRAFT] = (st.session_state.get(_ROOM), new)


def keep_to(key: str, options: Container[object]) -> None:
    """Let a widget forget a value that is no longer among what it offers."""
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]


def keep_each_to(key: str, options: Container[object]) -> None:
    """Let a widget that holds several values forget those that it does not offer."""
    if key in st.session_state:
        held = st.session_state[key]
        st.session_state[key] = [each for each in held if each in options]


def start_with(key: str, value: object) -> None:
    """Let a widget that knows nothing, or was away for a while, begin with a value."""
    if key not in st.session_state:
        st.session_state[key] = value


def is_paper_saved() -> bool:
    """Tell once that a sheet has just been saved."""
    return bool(st.session_state.pop(_PAPER_SAVED, None))
