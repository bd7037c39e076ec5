"""Everything a tab can ask for, and which seats may (docs/live.md, "Who may do what").

Ana leads, Ben takes part, Cleo is somebody else. Each row says what is asked and who
may ask it; from whoever is not named there it is refused, and nothing is stored.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cxcore.commands import Add, SetValue
from cxcore.model import Participant, Persona
from cxcore.rounds import RoundForm
from cxlive import services
from cxlive.customers.customers import today
from cxlive.seating.seats import Right
from tests.core.builders import small_workshop
from tests.live.build import House, house, mint, rate

LEADS = "leads"
TAKES_PART = "takes part"
LOCKED = "takes part, locked"
LOOKS_ON = "looks on"
STANDS = "stands at the door"
LEADS_STANDING = "leads, standing"
SEATS = (LEADS, TAKES_PART, LOCKED, LOOKS_ON, STANDS, LEADS_STANDING)

_SITTING = {LEADS, TAKES_PART, LOCKED}
_BUILDERS = {LEADS, TAKES_PART}
_LEADERS = {LEADS, LEADS_STANDING}
_NO_OBSERVER = set(SEATS) - {LOOKS_ON}
_NOBODY: set[str] = set()

Raw = dict[str, Any]


@dataclass(frozen=True)
class Order:
    """A message, who may send it, and what has to be there before."""

    name: str
    message: Raw
    by: set[str]
    prepare: Callable[[House], str | None] = lambda _: None
    """May return an id: it is put in wherever the message says ``PREPARED``."""

    def as_sent(self, me: str, prepared: str | None) -> Raw:
        """Return the message of this participant, with a fresh id."""
        known = {ME: me, MY_NAME: me.title(), PREPARED: prepared}
        return {"id": mint()} | filled(self.message, known)


ME, MY_NAME = "<me>", "<my name>"
PREPARED = "<prepared>"


def filled(value: Any, by: dict[str, str | None]) -> Any:
    if isinstance(value, dict):
        return {key: filled(each, by) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, by) for each in value]
    return by.get(value, value) if isinstance(value, str) else value


def room_of_three() -> House:
    """Return a room with Ana, who leads, Ben and Cleo."""
    workshop = small_workshop()
    cleo = {"cleo": Participant(id="cleo", name="Cleo")}
    people = {**workshop.participants, **cleo}
    return house(workshop=workshop.model_copy(update={"participants": people}))


@contextlib.contextmanager
def a_room() -> Iterator[House]:
    """The room of three, on the server of this process."""
    home = room_of_three()
    services.install(services.Services(home.lobby))
    yield home
    services.install(None)
    home.lobby.close()


def seat_in(home: House, seat: str) -> tuple[str, str]:
    """Return a device with this seat, and whose it is."""
    if seat == LOCKED:
        home.room.leading.change(home.ana, locked=True).result(10)
    match seat:
        case "leads":
            return home.device, "ana"
        case "looks on":
            return home.device_for("", Right.OBSERVER), "ben"
        case "stands at the door":
            return home.device_for(""), "ben"
        case "leads, standing":
            return home.device_for("", Right.FACILITATOR), "ben"
    return home.device_for("ben"), "ben"


def _opened(home: House) -> None:
    leading = home.room.leading
    leading.open_round(home.ana, "visit", "light", anonymous=False).result(10)


def _answered(home: House) -> None:
    _opened(home)
    home.do(home.seat_for("cleo"), rate("pay", -2.0))


def _persona(home: House) -> str:
    made = Persona(id=mint(), name="Marta")
    home.do(home.ana, Add(of="persona", thing=made, after=""))
    return made.id


def _cards_opened(home: House) -> None:
    leading, form = home.room.leading, RoundForm.CARDS
    leading.open_round(home.ana, _persona(home), form, anonymous=False).result(10)


def _staff_asked(home: House) -> None:
    """Everybody delivers, but nobody else is asked."""
    for who in ("ana", "ben"):
        viewpoint = {"of": "participant", "id": who, "field": "viewpoint"}
        home.do(home.ana, SetValue(**viewpoint, value="front_line"))
    leading, form = home.room.leading, RoundForm.STAFF
    leading.open_round(home.ana, "visit", form, anonymous=True).result(10)


def _claimed(home: House) -> str:
    return home.lobby.claim(home.room_id, home.device_for(""), "cleo").id


def _customers_asked(home: House) -> str:
    where = (home.room_id, home.device, "visit", today(), "You buy bread.")
    home.lobby.customers.make_link(*where)
    (made,) = home.lobby.customers.of_room(home.room_id)
    return made.link.id


def _cleo_sits(home: House) -> None:
    home.device_for("cleo")


def _all_have_rated(home: House) -> None:
    for who in ("ana", "ben"):
        home.do(home.seat_for(who), rate("pay", 1.0))


def _set(of: str, thing: str, field: str, value: object) -> Raw:
    where = {"of": of, "id": thing, "field": field}
    return {"kind": "set_value", "value": value} | where


def _write(of: str, thing: str, field: str, seen: str) -> Raw:
    where = {"of": of, "id": thing, "field": field}
    return {"kind": "write_text", "text": "Written", "seen": seen} | where


def _add(of: str, **thing: object) -> Raw:
    return {"kind": "add", "of": of, "thing": {"id": "made", "position": "z"} | thing}


def _batch(*commands: Raw) -> Raw:
    return {"kind": "batch", "label": "Both", "commands": list(commands)}


RATES = {"kind": "set_rating", "touchpoint_id": "pay", "part": "valence", "value": 2.0}
REMARK = _add("pin", journey_id="visit", text="Why?")
RENAME = _write("touchpoint", "pay", "name", "pay")
NEW_MOMENT = _add("touchpoint", stage_id="buy", name="New")
WEIGHED = _add("touchpoint", stage_id="buy", name="New", derived_importance=0.5)
REMOVE = {"kind": "remove", "of": "touchpoint", "id": "pay"}
MOVE = {
    "kind": "place",
    "of": "touchpoint",
    "id": "pay",
    "parent_id": "find",
    "after": "",
}
OVERALL = {
    "kind": "set_answer",
    "subject_id": "visit",
    "part": "overall",
    "value": 7.0,
}
ABLE = OVERALL | {"subject_id": "pay", "part": "able", "value": 2.0}
REMOVE_CLEO = {"kind": "remove", "of": "participant", "id": "cleo"}
OUTCOME = {
    "kind": "add",
    "of": "round",
    "thing": {
        "id": "made",
        "journey_id": "visit",
        "number": 1,
        "parts": ["valence"],
        "asked": 2,
        "ratings": {},
    },
}
REVIEW = {
    "kind": "add",
    "of": "review",
    "thing": {"id": "made", "journey_id": "visit", "on": "2026-11-22", "ratings": {}},
}
VOICE = {
    "kind": "add",
    "of": "participant",
    "thing": {"id": "made", "name": "Voice", "anonymous": True},
}
PERSON = {"kind": "add", "of": "participant", "thing": {"id": "made", "name": "Dan"}}

DONE = {"part": "done", "value": True, "touchpoint": None}
BET = {"part": "bet", "value": None, "touchpoint": "pay"}
CARD = {"part": "fears", "value": "Noise", "touchpoint": None}
NOTE = {"part": "note", "value": "A sign", "touchpoint": "pay"}
ROUND = {"journey": "visit", "form": "light", "anonymous": False}
BRING = {"page": "journey", "journey": "visit", "touchpoint": "pay"}
LIST = "Stage\n  Moment"

COMMANDS: list[tuple[str, Raw, set[str]]] = [
    ("rate", RATES, _SITTING),
    ("answer", OVERALL, _SITTING),
    ("answer as staff, outside their round", ABLE, _NOBODY),
    ("add a remark", REMARK, _SITTING),
    ("my name", _write("participant", ME, "name", MY_NAME), _SITTING),
    ("my viewpoint", _set("participant", ME, "viewpoint", "customer"), _SITTING),
    ("show me alone", _set("participant", ME, "shown_alone", value=True), _SITTING),
    ("rename", RENAME, _BUILDERS),
    ("add a moment", NEW_MOMENT, _BUILDERS),
    ("add a moment that a survey weighs", WEIGHED, {LEADS}),
    ("remove a moment", REMOVE, _BUILDERS),
    ("move", MOVE, _BUILDERS),
    ("a wish", _set("touchpoint", "pay", "wanted", 3.0), _BUILDERS),
    ("count dots", _set("journey", "visit", "importance_mode", "dots"), {LEADS}),
    ("count a survey", _set("journey", "visit", "importance_mode", "survey"), {LEADS}),
    ("what it says", _set("touchpoint", "pay", "derived_importance", 0.5), {LEADS}),
    ("the journey", _write("journey", "visit", "name", "Visit"), _BUILDERS),
    ("the brief", _write("brief", "brief", "promise", ""), _BUILDERS),
    ("a remark and a name", _batch(REMARK, RENAME), _BUILDERS),
    ("another's name", _write("participant", "cleo", "name", "Cleo"), {LEADS}),
    (
        "another's viewpoint",
        _set("participant", "cleo", "viewpoint", "customer"),
        {LEADS},
    ),
    ("add a person", PERSON, {LEADS}),
    ("remove a person", REMOVE_CLEO, {LEADS}),
    ("rate, and remove a person", _batch(RATES, REMOVE_CLEO), {LEADS}),
    ("a setting", _set("settings", "settings", "show_names", value=True), {LEADS}),
    (
        "show another alone",
        _set("participant", "cleo", "shown_alone", value=True),
        _NOBODY,
    ),
    ("a voice", VOICE, _NOBODY),
    ("an outcome", OUTCOME, _NOBODY),
    ("rate, and an outcome", _batch(RATES, OUTCOME), _NOBODY),
    ("a review", REVIEW, _NOBODY),
]

CUSTOMER_LINK = {
    "journey": "visit",
    "until": today().isoformat(),
    "scenario": "You buy bread.",
}
_SEATED_ACTS = {"remove_person", "take_out_customers"}
"""They change the workshop, so somebody has to do them."""

ACTS: list[tuple[str, Raw, Callable[[House], str | None] | None]] = [
    ("open_round", ROUND, None),
    ("open_round", {"persona": PREPARED, "form": "cards"}, _persona),
    ("open_round", {"journey": "visit", "form": "staff"}, None),
    ("reveal", {}, _answered),
    ("stop_round", {}, _opened),
    ("lock", {"on": True}, None),
    ("names", {"on": True}, None),
    ("timer", {"seconds": 60}, None),
    ("bring", BRING, None),
    ("phase", {"phase": "talk"}, None),
    ("keep_review", {"journey": "visit", "forecast": {"pay": 1.0}}, _all_have_rated),
    ("remove_person", {"participant": "cleo"}, None),
    ("hand_over", {"participant": "cleo"}, _cleo_sits),
    ("make_link", {"right": "code"}, None),
    ("make_link", {"right": "facilitator"}, None),
    ("withdraw", {"right": "code"}, None),
    ("withdraw", {"right": "participant"}, None),
    ("make_customer_link", CUSTOMER_LINK, None),
    ("withdraw_customer_link", {"link": PREPARED}, _customers_asked),
    ("take_out_customers", {"link": PREPARED}, _customers_asked),
    ("answer_claim", {"claim": PREPARED, "yes": True}, _claimed),
]

ORDERS: list[Order] = [
    *(
        Order(f"do: {name}", {"kind": "do", "command": command}, by)
        for name, command, by in COMMANDS
    ),
    Order("do: rate in a round", {"kind": "do", "command": RATES}, _SITTING, _opened),
    *(
        Order(f"say: {said['part']}", {"kind": "say"} | said, _SITTING, _opened)
        for said in (DONE, BET, NOTE)
    ),
    Order("say: a card", {"kind": "say"} | CARD, _SITTING, _cards_opened),
    Order("do: as staff", {"kind": "do", "command": ABLE}, _SITTING, _staff_asked),
    Order("undo", {"kind": "undo"}, _SITTING, _all_have_rated),
    Order("paste", {"kind": "paste", "journey": "visit", "text": LIST}, _BUILDERS),
    Order("claim", {"kind": "claim", "participant": "cleo"}, _NO_OBSERVER),
    *(
        Order(
            f"lead: {name} {' '.join(map(str, fields.values()))}",
            {"kind": "lead", "act": {"do": name} | fields},
            {LEADS} if name in _SEATED_ACTS else _LEADERS,
            prepare or (lambda _: None),
        )
        for name, fields, prepare in ACTS
    ),
]
