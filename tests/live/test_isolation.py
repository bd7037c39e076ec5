"""One room knows nothing of another, whatever ids somebody sends (B8, threat 1)."""

import contextlib
import json

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from cxcore.commands import WriteText
from cxlive.channel.socket import LIVE_ROOM, live_room
from cxlive.seating.device import new_device
from cxlive.seating.seats import Right
from cxlive.web.files import LIVE_FILE, workshop_file
from cxlive.web.gate import Gate
from cxlive.web.sheet import LIVE_SHEET, rating_sheet
from tests.live.build import House, mint
from tests.live.line import connected
from tests.live.rights import (
    ACTS,
    COMMANDS,
    ME,
    PREPARED,
    a_room,
    filled,
)
from tests.live.test_rights import stored

MARK = "c0ffee-of-the-other-room"
OURS = ("ana", "ben", "visit", "find", "buy", "queue", "pay", "leave")


@pytest.fixture
def home():
    with a_room() as built:
        yield built


@pytest.fixture
def other(home):
    """Another room on the same server; everything in it has an id of its own."""
    device = new_device()
    workshop = home.room.snapshot.workshop.model_dump_json()
    for name in OURS:
        workshop = workshop.replace(f'"{name}"', f'"other-{name}"')
    made = type(home.room.snapshot.workshop).model_validate_json(workshop)
    room_id = home.lobby.make(device, made, name=MARK)
    there = House(home.store, home.lobby, room_id, device)
    name = WriteText(
        of="touchpoint", id="other-pay", field="name", text=MARK, seen="other-pay"
    )
    there.do(there.ana, name)
    there.lobby.make_link(room_id, device, "code")
    return there


@pytest.fixture
def http(home):
    routes = [
        WebSocketRoute(LIVE_ROOM, live_room),
        Route(LIVE_FILE, workshop_file),
        Route(LIVE_SHEET, rating_sheet),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Gate)])
    with TestClient(app) as made:
        yield made


def every_message(other):
    """All there is to say, about the things of the other room."""
    claim = other.lobby.claim(other.room_id, other.device_for(""), "other-ben").id
    theirs = {name: f"other-{name}" for name in OURS}
    theirs |= {"cleo": "other-ben", ME: "other-ana", PREPARED: claim}
    commands = [{"kind": "do", "command": each} for _, each, _ in COMMANDS]
    acts = [{"kind": "lead", "act": {"do": do} | each} for do, each, _ in ACTS]
    about = {"touchpoint": "other-pay", "participant": "other-ben"}
    more = [
        {"kind": "say", "part": "bet", "value": None, "touchpoint": "other-pay"},
        {"kind": "paste", "journey": "other-visit", "text": "A\n  B"},
        {"kind": "claim", "participant": "other-ben"},
    ]
    wordless = [
        {"kind": "sit", "participant": about["participant"], "name": "X"},
        {"kind": "hello", "room": other.room_id, "tab": mint(), "since": None},
        {"kind": "at", "page": "journey", "focus": "other-pay", "busy": "drag"},
        {
            "kind": "try",
            "n": 1,
            "touchpoint": "other-pay",
            "part": "valence",
            "value": 1.0,
        },
    ]
    named = [each | {"id": mint()} for each in commands + acts + more]
    return [filled(each, theirs) for each in named + wordless]


@pytest.mark.parametrize("right", [Right.FACILITATOR, Right.PARTICIPANT])
def test_no_message_about_another_room_reads_or_changes_it(http, home, other, right):
    device = home.device if right is Right.FACILITATOR else home.device_for("ben")
    messages = every_message(other)
    before = stored(other)
    with contextlib.ExitStack() as stack:
        lead = stack.enter_context(connected(http, other, other.device))
        lead.until("who")  # comes at the next tick: the last thing said about them
        line = stack.enter_context(connected(http, home, device, journey="other-visit"))
        for message in messages:
            line.send(**message)
            if "id" in message:
                line.answer(message["id"])
        line.send(kind="do", id="last", command={})
        line.answer("last")
        lead.send(kind="do", id="last", command={})
        lead.answer("last")

        assert MARK in json.dumps(lead.heard)
        assert MARK not in json.dumps(line.heard)
        assert other.room_id not in json.dumps(line.heard)
        assert [each["kind"] for each in lead.heard] == ["view", "who", "no"]
    assert stored(other) == before


@pytest.mark.parametrize("path", [LIVE_FILE, LIVE_SHEET])
def test_no_page_of_another_room_is_handed_out(http, home, other, path):
    devices = {
        "leads elsewhere": home.device,
        "takes part elsewhere": home.device_for("ben"),
        "stranger": new_device(),
        "takes part here": other.device_for("other-ben"),
        "looks on here": other.device_for("", Right.OBSERVER),
        "stands here": other.device_for(""),
        "nobody": None,
    }
    for who, device in devices.items():
        headers = {} if device is None else {"cookie": f"cx_device={device}"}
        answer = http.get(f"{path}?room={other.room_id}", headers=headers)

        assert answer.status_code in {403, 404}, who
        assert MARK not in answer.text, who

    ours = {"cookie": f"cx_device={other.device}"}
    assert MARK in http.get(f"{path}?room={other.room_id}", headers=ours).text


def test_a_claim_or_a_code_of_one_room_is_worth_nothing_in_another(home, other):
    claim = other.lobby.claim(other.room_id, other.device_for(""), "other-ben")

    assert home.lobby.claims(home.ana) == []
    with pytest.raises(Exception, match="answered already"):
        home.lobby.answer_claim(home.room_id, home.device, claim.id, yes=True)

    stranger = new_device()
    code = other.lobby.links.shown(other.room_id)["code"]
    other.lobby.links.exchange(code, stranger, "10.0.0.1")
    assert home.lobby.seat(home.room_id, stranger) is None
