"""The window for the projector: nobody's values, nobody's name, no say."""

from tests.live.build import rate
from tests.live.line import Line, connected, hello, raw_socket


def test_the_screen_shows_the_room_and_nobodys_own_values(http, home):
    home.do(home.ana, rate("pay", -3.5))
    with connected(http, home) as ana, raw_socket(http, home.device) as socket:
        screen = Line(socket)
        hello(screen, home.room_id, screen=True)
        screen.until("view")
        ana.send(kind="at", page="journey", focus="")
        here = screen.until("who")["here"]

        assert screen.state["result/pay"]["valence"] == -3.5
        assert screen.state["mine/pay"]["valence"] is None
        assert screen.state["me"]["participant"] is None
        assert len(here) == 1
        assert screen.do(rate("pay", 2.0))["kind"] == "no"
