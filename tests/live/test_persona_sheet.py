"""Personas to print: who gets the sheet, and what stands on it."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from cxcore.commands import Add
from cxcore.model import Need, Persona, Statement
from cxlive.seating.device import COOKIE, new_device
from cxlive.seating.seats import Right
from cxlive.web.gate import Gate
from cxlive.web.persona_sheet import LIVE_PERSONA, persona_sheet
from tests.live.build import remove

HOSTILE = "</h1><script>alert(1)</script>{evil} & x"


@pytest.fixture
def web(running):
    routes = [Route(LIVE_PERSONA, persona_sheet)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Gate)]))


@pytest.fixture
def people(home):
    """A room with two personas; something is said of the first one."""
    things = [
        Persona(id="ada", name=f"Ada {HOSTILE}", portrait="✈"),
        Persona(id="bo", name="Bo", portrait="https://example.org/bo.png"),
        Statement(id="s1", persona_id="ada", topic="fears", text=HOSTILE),
        Statement(
            id="s2", persona_id="ada", topic="wants", text="Home", heard_from="Eva"
        ),
        Statement(
            id="s3", persona_id="ada", topic="free", title="Pets", text="Two dogs"
        ),
        Need(id="n1", persona_id="ada", text="A hand", latent=True),
    ]
    for thing in things:
        home.do(home.ana, Add(of=thing.kind, thing=thing))
    return home


def ask(web, home, device, **query):
    web.cookies.set(COOKIE, device)
    return web.get(LIVE_PERSONA, params={"room": home.room_id} | query)


def test_each_persona_has_a_page_with_five_cards(web, people):
    answer = ask(web, people, people.device)

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.count('<article class="persona">') == 2
    assert answer.text.count('<section class="card ') == 10


def test_one_persona_alone_can_be_asked_for(web, people):
    text = ask(web, people, people.device, persona="bo").text

    assert re.findall(r"<h1>(.*)</h1>", text) == ["Bo"]


def test_what_was_heard_and_what_is_our_guess_can_be_told_without_colours(web, people):
    text = ask(web, people, people.device, persona="ada").text

    assert "○ our guess" in text
    assert "● heard from Eva" in text
    assert "Needs that she does not know of" in text
    assert "<b>Pets</b>" in text


def test_texts_stand_as_they_were_typed_and_nothing_is_loaded(web, people):
    text = ask(web, people, people.device).text

    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{evil} &amp;" in text
    assert "example.org" not in text


def test_who_was_removed_is_not_printed(web, people):
    people.do(people.ana, remove("ada", "persona"))

    assert "Ada" not in ask(web, people, people.device).text


def test_a_workshop_without_personas_says_so(web, home):
    assert "no persona to print" in ask(web, home, home.device).text


def test_everybody_who_sees_the_workshop_may_print(web, people):
    for right in (Right.PARTICIPANT, Right.OBSERVER):
        answer = ask(web, people, people.device_for("ben", right))

        assert answer.status_code == 200


def test_whoever_has_not_sat_down_and_strangers_learn_nothing(web, people):
    at_the_door = people.device_for("", Right.PARTICIPANT)
    answers = [ask(web, people, at_the_door), ask(web, people, new_device())]

    assert [each.status_code for each in answers] == [404, 404]
    assert not any("Ada" in each.text for each in answers)
