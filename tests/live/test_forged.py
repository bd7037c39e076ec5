"""Forged and broken messages: more than a thousand, and nothing is stored by them."""

import copy
import json
import random  # noqa: TID251 - with a seed, so the same every time

import pytest

from cxcore.document import Envelope, read, write
from cxlive.seating.seats import Right
from tests.live.build import mint, rate
from tests.live.line import client, connected
from tests.live.rights import COMMANDS, ME, MY_NAME, a_room, filled

HOW_MANY = 1_200
IDS = [
    "ana",
    "cleo",
    "gone",
    "",
    "../x",
    "a" * 65,
    7,
    None,
    ["ana"],
    {"a": 1},
    "\u0000",
]
NUMBERS = [-1, -5.1, 6, 5.000001, 1e308, -1e308, 2**63, -(2**63), 10**400]
NUMBERS += ["5", True, None, [], {}, "NaN", "Infinity", 0.1, -0.0]
TEXTS = ["", "x" * 10_001, "\u0000", "\ud800", 7, None, ["x"], "<script>"]
FIELDS = [
    "id",
    "kind",
    "anonymous",
    "removed",
    "participant_id",
    "position",
    "__class__",
]
KINDS = ["participant", "round", "review", "settings", "brief", "workshop"]
BAD = {
    **dict.fromkeys(("value", "number", "asked"), NUMBERS),
    **dict.fromkeys(("text", "name", "seen", "label"), TEXTS),
    "anonymous": [True],
    "removed": [True],
    "of": KINDS,
    "field": [*FIELDS, "shown_alone", "ratings", "name"],
    "kind": ["add", "remove", "restore", "batch", "x", None],
}


@pytest.fixture
def home():
    with a_room() as built:
        yield built


@pytest.fixture
def http(home):
    with client() as made:
        yield made


@pytest.fixture
def in_no_hurry(monkeypatch):
    """A thousand forged commands at once are not held back by the limits."""
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_BURST", 1e9)
    monkeypatch.setattr("cxlive.channel.socket.FRAMES_BURST", 1e9)


def forged(chance):
    """A command that a browser of ours would never send."""
    _, command, _ = chance.choice(COMMANDS)
    raw = filled(json.loads(json.dumps(command)), {ME: "ben", MY_NAME: "Ben"})
    for _ in range(chance.randint(1, 3)):
        spoil(chance, chance.choice(places(raw)))
    return raw


def places(raw):
    """Every object in a command."""
    found = [raw]
    for value in raw.values():
        if isinstance(value, dict):
            found += places(value)
        if isinstance(value, list):
            found += [
                each for one in value if isinstance(one, dict) for each in places(one)
            ]
    return found


def spoil(chance, place):
    key = chance.choice([*place, *FIELDS, "participant_id"])
    place[key] = copy.deepcopy(chance.choice(BAD.get(key, IDS)))


def of_others(workshop):
    """What nobody but its owner, or the facilitator, may change."""
    people = workshop.participants
    by_others = {
        (subject, who, kind): said
        for kind, all_said in (
            ("rating", workshop.ratings),
            ("answer", workshop.answers),
        )
        for subject, by in all_said.items()
        for who, said in by.items()
        if who != "ben"
    }
    others = {who: person for who, person in people.items() if who != "ben"}
    return others, by_others, workshop.rounds, workshop.reviews, workshop.settings


@pytest.mark.parametrize("in_a_round", [False, True], ids=["open", "private round"])
@pytest.mark.usefixtures("in_no_hurry")
def test_forged_commands_change_nothing_that_is_not_the_authors(http, home, in_a_round):
    home.do(home.ana, rate("pay", -3.0))
    if in_a_round:
        leading = home.room.leading
        leading.open_round(home.ana, "visit", "light", anonymous=False).result(10)
        home.do(home.seat_for("cleo"), rate("pay", -1.0))
    before = of_others(home.room.snapshot.workshop)
    said = said_by_others(home)
    chance = random.Random(3)
    refused = 0
    with connected(http, home, home.device_for("ben")) as ben:
        for _ in range(HOW_MANY):
            now = home.room.snapshot
            told = home.room.led
            answer = given(ben, forged(chance))
            if answer["kind"] == "no":
                refused += 1
                assert answer["error"] != "Fault", answer
                assert home.room.snapshot is now
                assert home.room.led is told

        assert refused > HOW_MANY / 2
        assert of_others(home.room.snapshot.workshop) == before
        assert said_by_others(home) == said
        assert home.room.snapshot.workshop.participants["ben"].anonymous is False
        is_a_file(home.room.snapshot.workshop)


def given(line, command):
    message_id = mint()
    order = {"kind": "do", "id": message_id, "command": command}
    line.send_text(json.dumps(order))  # in ASCII: half a sign cannot be sent raw
    return line.answer(message_id)


def said_by_others(home):
    led = home.room.led
    asked = led.open_round(home.room.snapshot.workshop)
    people = {} if asked is None else led.answers.of_round(asked.id)
    return {who: said for who, said in people.items() if who != "ben"}


def is_a_file(workshop):
    """What was taken can be saved, opened again, and is the same."""
    data = write(Envelope(workshop)).data
    loaded = read(data)

    assert b"NaN" not in data
    assert b"Infinity" not in data
    assert loaded.envelope.workshop == workshop
    assert loaded.repairs == ()


@pytest.mark.usefixtures("in_no_hurry")
def test_garbage_on_the_line_is_answered_and_stores_nothing(http, home):
    before = home.room.snapshot
    chance = random.Random(5)
    order = json.dumps({"kind": "do", "id": "mine", "command": COMMANDS[0][1]})
    with connected(http, home, home.device_for("ben")) as ben:
        for frame in garbage(chance, order):
            if isinstance(frame, bytes):
                ben.send_bytes(frame)
            else:
                ben.send_text(frame)
            assert ben.until("no")["error"] == "NotUnderstood", frame

        assert home.room.snapshot is before
        assert ben.do(COMMANDS[0][1])["kind"] == "ok"


def garbage(chance, order):
    """Bytes, halves of frames, frames with one sign changed, nests and long ones."""
    yield from (chance.randbytes(chance.randint(0, 200)) for _ in range(50))
    yield order.encode()
    for _ in range(100):
        yield order[: chance.randrange(len(order))]
    for _ in range(50):
        yield chance.randbytes(60).decode("latin-1")
    for kind in ("view", "change", "ok", "who", "bye", "__class__", "constructor"):
        yield json.dumps({"kind": kind, "id": "x", "rev": 1, "set": {}, "here": []})
    yield "[" * 60_000
    yield '{"kind":' * 7_000
    yield json.dumps({"kind": "at", "page": "x" * 100_000, "focus": ""})
    yield json.dumps({"kind": "do", "id": "x", "command": {"kind": "x" * 63_000}})


@pytest.mark.usefixtures("in_no_hurry")
def test_an_observers_drag_is_seen_by_nobody(http, home):
    looking = home.device_for("", Right.OBSERVER)
    standing = home.device_for("")
    with (
        connected(http, home) as ana,
        connected(http, home, looking) as observer,
        connected(http, home, standing) as at_the_door,
    ):
        for line in (observer, at_the_door):
            line.drag(-4.4)
            line.do({})
        ana.send(kind="at", page="journey", focus="")
        ana.until("who")

        assert "live" not in {message["kind"] for message in ana.heard}


def test_one_id_never_stands_for_two_things_even_of_two_kinds(http, home):
    remark = {"id": "cleo", "journey_id": "visit", "text": "Why?", "position": "U"}
    with connected(http, home, home.device_for("ben")) as ben:
        answer = ben.do({"kind": "add", "of": "pin", "thing": remark})

    assert answer["text"] == "It is there already."
