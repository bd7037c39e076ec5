"""What is handed out over plain HTTP: the file, and the sheet to print."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from cxlive.seating.device import COOKIE, new_device
from cxlive.seating.seats import Right
from cxlive.web.files import LIVE_FILE, workshop_file
from cxlive.web.gate import Gate
from cxlive.web.sheet import LIVE_SHEET, rating_sheet
from tests.live.build import remove, rename

HOSTILE = "</td><script>alert(1)</script>{evil} **x** & \u2028"


@pytest.fixture
def web(running):
    routes = [Route(LIVE_SHEET, rating_sheet), Route(LIVE_FILE, workshop_file)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Gate)]))


def ask(web, home, device, what=LIVE_SHEET):
    web.cookies.set(COOKIE, device)
    return web.get(what, params={"room": home.room_id})


def test_who_leads_gets_a_sheet_with_a_line_for_each_moment(web, home):
    answer = ask(web, home, home.device)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-store"
    stages = re.findall(r'class="stage"[^>]*>(\w+)<', answer.text)
    moments = re.findall(r'<tr><td class="moment">(\w+)</td>', answer.text)
    assert (stages, moments) == (["find", "buy"], ["queue", "pay", "leave"])
    assert answer.text.count("<svg") == 7
    assert "how does it feel?" in answer.text
    assert "Place up to three dots." in answer.text


def test_a_sheet_holds_texts_as_they_were_typed_and_no_script(web, home):
    home.do(home.ana, rename("pay", HOSTILE))

    text = ask(web, home, home.device).text

    assert "<script" not in text
    assert "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;{evil} **x** &amp;" in text


def test_a_workshop_without_moments_says_so(web, home):
    for name in ("queue", "pay", "leave"):
        home.do(home.ana, remove(name))

    assert "no moments to rate yet" in ask(web, home, home.device).text


@pytest.mark.parametrize("what", [LIVE_SHEET, LIVE_FILE])
@pytest.mark.parametrize("right", [Right.PARTICIPANT, Right.OBSERVER])
def test_who_does_not_lead_gets_neither_sheet_nor_file(web, home, what, right):
    for who in ("ben", ""):
        answer = ask(web, home, home.device_for(who, right), what)

        assert answer.status_code == 403
        assert answer.text == "Only the facilitator can do this."


@pytest.mark.parametrize("what", [LIVE_SHEET, LIVE_FILE])
def test_a_stranger_learns_nothing(web, home, what):
    answer = ask(web, home, new_device(), what)
    nowhere = web.get(what, params={"room": "nowhere"})

    assert (answer.status_code, nowhere.status_code) == (404, 404)
    assert answer.text == nowhere.text
