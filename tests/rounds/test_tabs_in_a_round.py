"""What tabs are sent around a round: at its start, at the door, and when led."""

import pytest

from cxlive import services
from cxlive.seating.seats import Right
from tests.live.build import house, mint
from tests.live.line import client, connected
from tests.rounds.build import crowded_workshop, say


@pytest.fixture
def home():
    built = house(workshop=crowded_workshop())
    yield built
    built.lobby.close()


@pytest.fixture
def http(home):
    services.install(services.Services(home.lobby))
    with client() as made:
        yield made
    services.install(None)


def lead(line, **act):
    message_id = mint()
    line.send(kind="lead", id=message_id, act=act)
    return line.answer(message_id)


def start(line, **more):
    act = {"do": "open_round", "journey": "visit", "form": "light"} | more
    assert lead(line, **act)["kind"] == "ok"


def tell(line, **said):
    message_id = mint()
    line.send(kind="say", id=message_id, **said)
    return line.answer(message_id)


def until_led(line, key, value):
    while line.state["lead"][key] != value:
        line.until("change")


def test_a_drag_that_was_for_all_to_see_ends_when_a_round_opens(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
        connected(http, home, home.device_for("cleo")) as cleo,
    ):
        ben.drag(-4.2)
        while cleo.until("live")["set"]["result/pay"]["valence"] != -4.2:
            pass
        start(ana)
        until_led(cleo, "phase", "private")
        already = len(cleo.heard)
        cleo.send(kind="at", page="journey", focus="pay")
        ben.drag(-4.3, n=2)
        assert ben.do(say(-4.4))["kind"] == "ok"
        cleo.until("who")

    later = [m for m in cleo.heard[already:] if m["kind"] == "live" and m["set"]]
    assert later == []
    assert cleo.state["result/pay"]["valence"] is None


def test_who_has_not_sat_down_is_sent_no_drag(http, home):
    standing = home.device_for("", Right.PARTICIPANT)
    with (
        connected(http, home) as ana,
        connected(http, home, standing) as door,
    ):
        ana.drag(-4.2)
        ana.until("live", n=1)
        assert ana.do(say(-4.2))["kind"] == "ok"
        door.until("who")

    assert not [m for m in door.heard if m["kind"] == "live"]
    assert not [key for key in door.state if key.startswith(("result", "touchpoint"))]


@pytest.mark.parametrize(
    "command",
    [say(1.0).model_dump(mode="json"), {"kind": "remove", "of": "stage", "id": "buy"}],
    ids=lambda command: command["kind"],
)
def test_who_has_not_sat_down_changes_nothing(http, home, command):
    standing = home.device_for("", Right.PARTICIPANT)
    with connected(http, home) as ana, connected(http, home, standing) as door:
        assert door.do(command)["error"] == "NotAllowed"
        start(ana)
        assert door.do(command)["error"] == "NotAllowed"
        assert tell(door, part="done", value=True)["error"] == "NotAllowed"

    assert home.room.led.answers.of_round(home.room.led.facilitation.round.id) == {}


def test_an_onlooker_s_word_is_not_taken_in_a_round(http, home):
    onlooker = home.device_for("dan", Right.OBSERVER)
    with connected(http, home) as ana, connected(http, home, onlooker) as dan:
        start(ana)
        assert dan.do(say(1.0))["error"] == "NotAllowed"
        assert tell(dan, part="done", value=True)["error"] == "NotAllowed"


def test_who_connects_late_lands_in_the_running_round(http, home):
    with connected(http, home) as ana:
        start(ana)
        with connected(http, home, home.device_for("ben")) as ben:
            assert ben.state["round"]["steps"][0]["part"] == "overall"
            assert ben.do(say(-4.2))["kind"] == "ok"
        with connected(http, home, home.device_for("ben")) as again:
            assert again.state["mine/pay"]["valence"] == -4.2
            assert tell(again, part="done", value=True)["kind"] == "ok"
        while ana.state["round"]["done"] != 1:
            ana.until("change")
        assert ana.state["round"]["line"] == "Private round: 1 of 1 done"
        assert "-4.2" not in str(ana.heard)


def test_what_was_said_for_a_round_that_is_over_is_refused(http, home):
    with connected(http, home) as ana:
        start(ana, anonymous=True)
        asked = ana.state["round"]["id"]
        assert lead(ana, do="stop_round")["kind"] == "ok"
        message_id = mint()
        raw = say(1.0).model_dump(mode="json")
        ana.send(kind="do", id=message_id, command=raw, round=asked)

        assert ana.answer(message_id)["error"] == "RoundOver"

    assert home.room.snapshot.workshop.ratings == {}


ACTS = [
    {"do": "open_round", "journey": "visit", "form": "light"},
    {"do": "reveal"},
    {"do": "stop_round"},
    {"do": "lock", "on": True},
    {"do": "names", "on": True},
    {"do": "timer", "seconds": 60},
    {"do": "bring", "page": "journey"},
    {"do": "phase", "phase": "talk"},
    {"do": "remove_person", "participant": "cleo"},
    {"do": "hand_over", "participant": "ben"},
    {"do": "make_link", "right": "facilitator"},
    {"do": "withdraw", "right": "code"},
]


@pytest.mark.parametrize("right", [Right.PARTICIPANT, Right.OBSERVER])
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act["do"])
def test_nobody_but_a_facilitator_leads(http, home, act, right):
    with connected(http, home, home.device_for("ben", right)) as ben:
        assert lead(ben, **act)["error"] == "NotAllowed"

    assert home.room.snapshot.revision == 0
    assert home.room.led.facilitation.round is None


@pytest.mark.parametrize(
    "act",
    [
        {"do": "open_round", "journey": "visit", "form": "heavy"},
        {"do": "timer", "seconds": -1},
        {"do": "timer", "seconds": 10**9},
        {"do": "lock", "on": "yes"},
        {"do": "lock"},
        {"do": "peek"},
        {"do": "reveal", "early": True},
    ],
    ids=str,
)
def test_an_act_that_is_not_in_the_protocol_is_not_understood(http, home, act):
    with connected(http, home) as ana:
        assert lead(ana, **act)["error"] == "NotUnderstood"


def test_everybody_sees_the_countdown_and_who_comes_late_too(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        assert lead(ana, do="timer", seconds=60)["kind"] == "ok"
        assert 0 < ben.until("timer")["ms_left"] <= 60_000
        with connected(http, home, home.device_for("cleo")) as cleo:
            late = [m for m in cleo.heard if m["kind"] == "timer"] or [
                cleo.until("timer")
            ]
            assert 0 < late[0]["ms_left"] <= 60_000
        assert lead(ana, do="timer", seconds=0)["kind"] == "ok"
        assert ben.until("timer")["ms_left"] is None


def test_everybody_else_is_brought_to_where_the_facilitator_looks(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        lead(ana, do="bring", page="journey", journey="visit", touchpoint="pay")

        assert ben.until("bring") == {
            "kind": "bring",
            "page": "journey",
            "journey": "visit",
            "touchpoint": "pay",
        }

    assert not [m for m in ana.heard if m["kind"] == "bring"]


def test_the_lock_is_seen_and_kept(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        lead(ana, do="lock", on=True)
        until_led(ben, "locked", value=True)

        refused = ben.do({"kind": "remove", "of": "stage", "id": "buy"})

        assert refused["error"] == "NotAllowed"
        assert "locked the structure" in refused["text"]
        assert ben.do(say(1.0))["kind"] == "ok"
