"""Customer links in the live channel: who sees them, and arrivals as they happen."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from cxlive.channel.socket import LIVE_ROOM, live_room
from cxlive.customers.customers import today
from cxlive.seating.seats import Right
from cxlive.web.customer import LIVE_CUSTOMER, customer
from cxlive.web.gate import Gate
from tests.customers.build import SCENARIO, Browser
from tests.live.build import mint
from tests.live.line import ORIGIN, connected


@pytest.fixture
def web(running, here):
    """Sockets and the customer's page, in this process."""
    here.set_day(today())
    routes = [
        WebSocketRoute(LIVE_ROOM, live_room),
        Route(LIVE_CUSTOMER, customer, methods=["GET", "POST"]),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Gate)])
    with TestClient(app, ORIGIN, follow_redirects=False) as made:
        yield made


def lead(line, **act):
    message_id = mint()
    line.send(kind="lead", id=message_id, act=act)
    return line.answer(message_id)


def make(line, **changed):
    fields = {"journey": "visit", "until": today().isoformat(), "scenario": SCENARIO}
    return lead(line, do="make_customer_link", **(fields | changed))


def listen(line, condition):
    """Read on until the table of state is so; return the first customer link."""
    while not condition(line.state):
        line.hear()
    return next(iter(line.state["customer_links"]), None)


def secret_of(shown):
    return shown["url"].rsplit("/", 1)[-1]


def test_who_leads_makes_a_link_and_sees_who_answers_live(web, here):
    with connected(web, here.home, journey="visit") as line:
        assert line.state["customer_links"] == []
        assert make(line)["kind"] == "ok"
        shown = listen(line, lambda state: state["customer_links"])
        assert shown["url"].endswith(secret_of(shown))
        assert "/live/customer/" in shown["url"]
        assert shown["qr"]["path"].startswith("M")
        assert (shown["journey"], shown["scenario"]) == ("visit", SCENARIO)
        assert (shown["answered"], shown["waiting"], shown["over"]) == (0, 0, False)

        Browser(web).answer(secret_of(shown), pay="awful", alone=True)

        listen(line, lambda state: state["customer_links"][0]["answered"] == 1)
        assert line.state["customers"]["points"] == {"pay": -4.5}
        assert line.state["people"] == [
            {"id": who, "name": who.title()} for who in ("ana", "ben", "cleo")
        ]


@pytest.mark.parametrize("right", [Right.PARTICIPANT, Right.OBSERVER])
def test_nobody_else_is_told_the_address(web, here, right):
    here.link(until=today())

    with connected(web, here.home, here.home.device_for("ben", right)) as line:
        assert "customer_links" not in line.state
        assert make(line)["error"] == "NotAllowed"


def test_in_a_round_it_is_said_how_many_wait(web, here):
    secret = here.link(until=today())
    with connected(web, here.home, journey="visit") as line:
        here.rounds.open()

        Browser(web).answer(secret, pay="awful")

        shown = listen(line, lambda state: state["customer_links"][0]["waiting"])
        assert (shown["answered"], shown["waiting"]) == (0, 1)
        assert line.state.get("customers") is None


def test_withdrawn_it_is_gone_from_the_list(web, here):
    here.link(until=today())
    with connected(web, here.home) as line:
        (shown,) = line.state["customer_links"]

        assert (
            lead(line, do="withdraw_customer_link", link=shown["link"])["kind"] == "ok"
        )

        assert listen(line, lambda state: not state["customer_links"]) is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"until": "2001-01-01"}, "last day between"),
        ({"scenario": "You are Marta."}, "persona’s name"),
        ({"journey": "nowhere"}, "not there any more"),
    ],
)
def test_what_cannot_be_made_is_refused_with_a_sentence(web, here, changed, said):
    with connected(web, here.home) as line:
        answer = make(line, **changed)

    assert answer["kind"] == "no"
    assert answer["error"] == "CustomerLink"
    assert said in answer["text"]
