"""A browser tab as a test sees it: a socket that speaks the protocol."""

import contextlib
import time

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient

from cxlive.channel import certainty
from cxlive.channel.socket import LIVE_ROOM, live_room
from cxlive.web.gate import Gate
from tests.live.build import mint

ORIGIN = "http://testserver"
DRAGS = {"kind": "try", "touchpoint": "pay", "part": "valence", "all": []}


@pytest.fixture(autouse=True)
def nothing_beside(monkeypatch):
    """How firmly a ranking holds is said a moment after all else: not in these."""
    monkeypatch.setattr(certainty, "CERTAINTY_SECONDS", 3_600.0)


def client():
    routes = [WebSocketRoute(LIVE_ROOM, live_room)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Gate)]))


class Line:
    """One connected tab and everything it was sent."""

    def __init__(self, socket):
        self._socket = socket
        self.heard = []
        self.state = {}

    def send(self, **message):
        self._socket.send_json(message)

    def send_text(self, text):
        self._socket.send_text(text)

    def send_bytes(self, data):
        self._socket.send_bytes(data)

    def hear(self):
        message = self._socket.receive_json()
        self.heard.append(message)
        if message["kind"] == "view":
            self.state = message["state"]
        if message["kind"] == "change":
            self.state = {**self.state, **message["set"]}
            self.state = {k: v for k, v in self.state.items() if v is not None}
        return message

    def until(self, kind, **fields):
        """Read on to the message of this kind that has these fields."""
        for _ in range(200):
            message = self.hear()
            if message["kind"] == kind and message.items() >= fields.items():
                return message
        msg = f"{kind} {fields} was not sent"
        raise AssertionError(msg)

    def do(self, command, message_id=None):
        """Send a command; return what it was answered."""
        message_id = message_id or mint()
        raw = command if isinstance(command, dict) else command.model_dump(mode="json")
        self.send(kind="do", id=message_id, command=raw)
        return self.answer(message_id)

    def answer(self, message_id):
        while True:
            message = self.hear()
            if message["kind"] in {"ok", "no"} and message["id"] == message_id:
                return message

    def drag(self, value, n=1, **fields):
        self.send(**(DRAGS | {"value": value, "n": n} | fields))


@contextlib.contextmanager
def connected(http, home, device=None, journey=None):
    """A tab of a device that has said hello and been shown everything."""
    with raw_socket(http, device or home.device) as socket:
        line = Line(socket)
        hello(line, home.room_id, journey)
        line.until("view")
        yield line


def raw_socket(http, device=None, origin=ORIGIN):
    headers = {} if origin is None else {"origin": origin}
    if device is not None:
        headers["cookie"] = f"cx_device={device}"
    return http.websocket_connect(LIVE_ROOM, headers=headers)


def hello(line, room_id, journey=None, *, screen=False):
    view = {"journey": journey, "screen": screen}
    line.send(kind="hello", room=room_id, tab=mint(), since=None, view=view)


def wait_for(condition, seconds=10):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.005)
