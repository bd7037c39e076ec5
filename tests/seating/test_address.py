"""The address for other devices, and what to do where there is none."""

import socket
import tomllib
from pathlib import Path

import pytest

from cxlive.seating.links import Way
from cxlive.web import address
from cxlive.web.address import (
    NO_NETWORK,
    ONLY_HERE,
    Listening,
    Reach,
    lan_address,
    reach,
)
from cxlive.web.handout import handout

ROOT = Path(__file__).parents[2]
SHARED = Listening(host="0.0.0.0")


def found(where="192.168.1.20"):
    return lambda: where


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.5", "::1", "localhost"])
def test_where_only_this_computer_is_served_it_says_how_to_let_phones_in(host):
    there = reach(Listening(host=host), said="", find=found())

    assert there == Reach("http://127.0.0.1:8501", ONLY_HERE)
    assert "make share" in there.help


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::"])
def test_where_the_network_is_served_the_address_on_it_is_shown(host):
    there = reach(Listening(host=host, port=9000), said="", find=found())

    assert there.address == "http://192.168.1.20:9000"
    assert "port 9000" in there.help


def test_without_a_network_it_says_so():
    assert reach(SHARED, said="", find=found(None)).help == NO_NETWORK


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("studio.example", "http://studio.example:8501"),
        ("10.0.0.5", "http://10.0.0.5:8501"),
        ("10.0.0.5:80", "http://10.0.0.5:80"),
        (" https://studio.example/ ", "https://studio.example"),
        ("https://studio.example/x/", "https://studio.example/x"),
    ],
)
def test_an_address_that_was_said_is_shown_wherever_the_server_listens(said, shown):
    for listening in (SHARED, Listening()):
        assert reach(listening, said=said, find=found()).address == shown


def test_an_address_can_be_said_in_the_environment(monkeypatch):
    monkeypatch.setenv("CX_ADDRESS", "studio.example")

    assert reach(SHARED).address == "http://studio.example:8501"


def test_path_and_scheme_are_part_of_the_address():
    listening = Listening(host="10.0.0.5", port=443, base="/x", is_secure=True)

    there = reach(listening, said="")

    assert there.join("7KQ2-M9XD") == "https://10.0.0.5/x/live/join/7KQ2-M9XD"


def test_an_ipv6_address_stands_in_brackets():
    assert reach(Listening(host="fd00::1"), said="").address == "http://[fd00::1]:8501"


class Computer:
    """A socket on a computer that has these ways out."""

    ways = None

    def __init__(self, *_):
        self.mine = "0.0.0.0"

    def connect(self, goal):
        if goal[0] not in self.ways:
            raise OSError
        self.mine = self.ways[goal[0]]

    def getsockname(self):
        return self.mine, 0

    def close(self):
        pass


@pytest.mark.parametrize(
    ("ways", "mine"),
    [
        ({}, None),
        ({"192.0.2.1": "203.0.113.9"}, "203.0.113.9"),
        ({"192.0.2.1": "203.0.113.9", "10.255.255.255": "10.0.0.7"}, "10.0.0.7"),
        ({"192.0.2.1": "127.0.0.1"}, None),
    ],
)
def test_a_private_address_is_preferred(monkeypatch, ways, mine):
    monkeypatch.setattr(Computer, "ways", ways)
    monkeypatch.setattr(address.socket, "socket", Computer)

    assert lan_address() == mine


def test_looking_for_the_address_sends_nothing(monkeypatch):
    class Watched(socket.socket):
        def send(self, *_):
            raise AssertionError

        sendto = sendall = sendmsg = send

    monkeypatch.setattr(address.socket, "socket", Watched)

    lan_address()


def test_nobody_on_the_internet_is_asked_for_the_address():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())

    assert config["logger"]["hideWelcomeMessage"] is True


def test_the_handout_has_all_that_the_panel_draws(home):
    there = reach(SHARED, said="", find=found())
    before = handout(home.lobby, home.room_id, there)
    code = home.lobby.make_link(home.room_id, home.device, "code")
    link = home.lobby.make_link(home.room_id, home.device, Way.OBSERVER)

    shown = handout(home.lobby, home.room_id, there)

    assert (before["code"], before["join"], before["qr"]) == (None, None, None)
    assert shown["code"] == code
    assert shown["join"] == f"http://192.168.1.20:8501/live/join/{code}"
    assert shown["address"] == "http://192.168.1.20:8501"
    assert shown["qr"]["size"] > 21
    assert shown["arrived"] == 0
    assert shown["urls"] == {
        "participant": None,
        "observer": there.join(link),
        "facilitator": None,
    }
