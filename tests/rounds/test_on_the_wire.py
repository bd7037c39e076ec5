"""A whole private round over real sockets: what leaves the server, byte by byte."""

import contextlib
import json

import pytest

from cxcore.commands import Add, SetValue
from cxcore.model import Persona, Touchpoint
from cxcore.rounds import NEW_PERSONA
from cxlive import services
from cxlive.seating.seats import Right
from tests.live.build import house, mint
from tests.live.line import client, connected

SECRET = "-4.2"


@pytest.fixture
def home():
    built = house()
    yield built
    built.lobby.close()


@pytest.fixture
def http(home):
    services.install(services.Services(home.lobby))
    with client() as made:
        yield made
    services.install(None)


@contextlib.contextmanager
def room_of_three(http, home):
    """Ana leads; Ben and somebody looking on."""
    ben = home.device_for("ben")
    onlooker = home.device_for("", Right.OBSERVER)
    with (
        connected(http, home) as lead,
        connected(http, home, ben) as person,
        connected(http, home, onlooker) as looking,
    ):
        yield lead, person, looking


def act(line, **what):
    message_id = mint()
    line.send(kind="lead", id=message_id, act=what)
    return line.answer(message_id)


def open_round(line, **more):
    answer = act(line, do="open_round", journey="visit", form="light", **more)
    assert answer["kind"] == "ok", answer


def rating(value, touchpoint="pay", part="valence"):
    return {
        "kind": "set_rating",
        "touchpoint_id": touchpoint,
        "part": part,
        "value": value,
    }


def dot(touchpoint):
    return rating(value=True, touchpoint=touchpoint, part="dot")


def heard(line):
    return json.dumps(line.heard)


def test_before_the_reveal_no_byte_of_anothers_rating_reaches_any_browser(http, home):
    with room_of_three(http, home) as (lead, person, looking):
        open_round(lead)

        assert person.do(rating(float(SECRET)))["kind"] == "ok"
        person.send(kind="say", id="d" * 22, part="done", value=True)
        assert person.answer("d" * 22)["kind"] == "ok"
        until_done(lead)
        until_done(looking)

        assert SECRET in heard(person)
        assert SECRET not in heard(lead)
        assert SECRET not in heard(looking)
        assert SECRET not in home.room.snapshot.workshop.model_dump_json()
        assert act(lead, do="reveal")["kind"] == "ok"
        looking.until("change")
        assert SECRET in heard(lead)
        assert lead.state["revealed"]["answered"] == 1
        assert "round" not in lead.state


def until_done(line):
    while (line.state.get("round") or {}).get("done") != 1:
        line.hear()
    assert line.state["round"]["line"] == "Private round: 1 of 1 done"


def test_a_drag_in_a_private_round_is_seen_by_nobody(http, home):
    with room_of_three(http, home) as (lead, person, looking):
        open_round(lead)
        person.drag(float(SECRET))
        assert person.do(rating(1.5))["kind"] == "ok"
        person.send(kind="at", page="journey", focus="")

        looking.until("who")
        lead.until("who")

        assert SECRET not in heard(looking) + heard(lead) + heard(person)


def test_a_fourth_dot_is_refused_with_a_sentence(http, home):
    with room_of_three(http, home) as (lead, person, _):
        open_round(lead)
        for touchpoint in ("queue", "pay", "leave"):
            answer = person.do(dot(touchpoint))
            assert answer["kind"] == "ok", answer
        home.do(home.ana, add_touchpoint("extra"))

        refused = person.do(dot("extra"))

        assert (refused["kind"], refused["error"]) == ("no", "TooManyDots")


def test_before_the_reveal_no_byte_of_a_card_reaches_another_browser(http, home):
    home.do(home.ana, Add(of="persona", thing=Persona(id="her", name=NEW_PERSONA)))
    with room_of_three(http, home) as (lead, person, looking):
        opened = act(lead, do="open_round", persona="her", form="cards")
        assert opened["kind"] == "ok", opened
        person.until("change")
        asked = person.state["round"]["id"]

        said = write_card(person, "It smells of fish", asked)
        assert said["kind"] == "ok", said
        person.send(kind="say", id="d" * 22, part="done", value=True, round=asked)
        assert person.answer("d" * 22)["kind"] == "ok"
        until_done(lead)
        until_done(looking)

        assert person.state["round/me"]["cards"] == {"fears": "It smells of fish"}
        assert "fish" not in heard(lead) + heard(looking)
        assert "fish" not in home.room.snapshot.workshop.model_dump_json()
        assert act(lead, do="reveal")["kind"] == "ok"
        looking.until("change")
        for line in (lead, looking):
            (card,) = line.state["revealed"]["cards"]
            assert [each["text"] for each in card["texts"]] == ["It smells of fish"]
        late = write_card(person, "And of smoke", asked)
        assert (late["kind"], late["error"]) == ("no", "RoundOver")


def write_card(line, text, asked):
    message_id = mint()
    line.send(
        kind="say",
        id=message_id,
        part="fears",
        value=text,
        touchpoint=None,
        round=asked,
    )
    return line.answer(message_id)


def test_a_staff_round_is_answered_by_those_who_deliver_and_heard_by_nobody(http, home):
    home.do(home.ana, stands("ben", "front_line"))
    with room_of_three(http, home) as (lead, person, looking):
        answer = act(lead, do="open_round", journey="visit", form="staff")
        assert answer["kind"] == "ok", answer

        assert person.do(able(1.25))["kind"] == "ok"
        refused = lead.do(able(4.75))
        person.send(kind="say", id="d" * 22, part="done", value=True)
        assert person.answer("d" * 22)["kind"] == "ok"
        until_done(lead)
        until_done(looking)

        assert (refused["kind"], refused["error"]) == ("no", "NotAllowed")
        assert "1.25" in heard(person)
        assert "1.25" not in heard(lead) + heard(looking)
        few = act(lead, do="reveal")
        assert (few["kind"], few["error"]) == ("no", "Round")


def able(value):
    return {
        "kind": "set_answer",
        "subject_id": "pay",
        "part": "able",
        "value": value,
    }


def stands(who, viewpoint):
    return SetValue(of="participant", id=who, field="viewpoint", value=viewpoint)


def add_touchpoint(touchpoint_id):
    thing = Touchpoint(id=touchpoint_id, name="Extra", stage_id="buy", position="z")
    return Add(of="touchpoint", thing=thing, after=None)
