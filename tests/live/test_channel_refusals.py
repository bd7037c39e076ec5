"""Who gets no line, and what a line answers to nonsense, floods and faults."""

import pytest
from starlette.websockets import WebSocketDisconnect

from cxlive import limits
from cxlive.seating.device import new_device
from tests.live.build import mint, rate, remove, rename
from tests.live.line import Line, connected, hello, raw_socket


def refused(http, **how):
    """The good-bye of a connection that was turned away."""
    with raw_socket(http, how.pop("device", None)) as socket:
        line = Line(socket)
        hello(line, how["room_id"])
        bye = line.hear()
        with pytest.raises(WebSocketDisconnect):
            line.hear()
        return bye


def test_a_stranger_is_turned_away(http, home):
    assert refused(http, room_id=home.room_id)["reason"] == "not_allowed"
    bye = refused(http, room_id=home.room_id, device=new_device())
    assert bye["reason"] == "not_allowed"


def test_a_seat_in_one_room_opens_no_other(http, home):
    other_device = new_device()
    other = home.lobby.make(other_device, home.room.snapshot.workshop)

    bye = refused(http, room_id=other, device=home.device)

    assert bye["reason"] == "not_allowed"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
def test_a_page_of_another_site_or_no_page_at_all_gets_no_socket(http, home, origin):
    with pytest.raises(WebSocketDisconnect), raw_socket(http, home.device, origin):
        pass


def test_more_windows_of_one_device_than_anybody_needs_are_turned_away(
    http, home, monkeypatch
):
    monkeypatch.setattr("cxlive.channel.socket.TABS_PER_DEVICE", 1)
    with connected(http, home):
        bye = refused(http, room_id=home.room_id, device=home.device)

    assert bye["reason"] == "too_many"


BAD_FRAMES = [
    "",
    "not json",
    "[]",
    "null",
    '{"kind": "unknown"}',
    '{"kind": "do", "id": "x"}',
    '{"kind": "do", "id": "x", "command": {}, "more": 1}',
    '{"kind": "try", "n": 1, "touchpoint": "pay", "part": "valence", "value": NaN}',
    '{"kind": "try", "n": 1, "touchpoint": "pay", "part": "valence", "value": 1e999}',
    '{"kind": "at", "page": "\\ud800", "focus": ""}',
    "[" * 1_000,
    '{"kind": "at", "page": "' + "x" * limits.FRAME_BYTES + '"}',
]


@pytest.mark.parametrize("frame", BAD_FRAMES, ids=lambda frame: frame[:30])
def test_a_bad_frame_is_answered_and_the_line_stays_up(http, home, frame):
    with connected(http, home) as ana:
        ana.send_text(frame)
        assert ana.until("no")["error"] == "NotUnderstood"

        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"


BAD_ORDERS = [
    '{"kind": "do", "id": "mine"}',
    '{"kind": "do", "id": "mine", "command": {}, "more": 1}',
    '{"kind": "do", "id": "mine", "command": {',
    '{"kind": "undo", "id": "mine", "more": 1}',
    '{"kind": "paste", "id": "mine", "text": "' + "x" * limits.FRAME_BYTES + '"}',
]


@pytest.mark.parametrize("frame", BAD_ORDERS, ids=lambda frame: frame[:40])
def test_an_order_that_cannot_be_read_is_refused_by_its_id(http, home, frame):
    with connected(http, home) as ana:
        ana.send_text(frame)

        assert ana.answer("mine")["error"] == "NotUnderstood"


BAD_COMMANDS = [
    {},
    {"kind": "unknown"},
    {"kind": "set_rating", "touchpoint_id": "pay", "part": "valence", "value": 6},
    {"kind": "set_rating", "touchpoint_id": "pay", "part": "dot", "value": 0.5},
    {"kind": "batch", "commands": "all"},
    {"kind": "batch", "commands": [7]},
    {
        "kind": "write_text",
        "of": "touchpoint",
        "id": "pay",
        "field": "id",
        "text": "x",
        "seen": "x",
    },
    {"kind": "add", "of": "touchpoint", "thing": {"id": "x"}},
]


@pytest.mark.parametrize("command", BAD_COMMANDS, ids=str)
def test_a_bad_command_is_answered_by_its_id_and_changes_nothing(http, home, command):
    with connected(http, home) as ana:
        answer = ana.do(command)

    assert (answer["kind"], answer["error"]) == ("no", "NotUnderstood")
    assert home.room.snapshot.revision == 0


def test_more_commands_than_a_person_gives_are_refused_with_a_sentence(
    http, home, monkeypatch
):
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_BURST", 3.0)
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_PER_SECOND", 0.001)
    with connected(http, home) as ana:
        answers = [ana.do(rate("pay", float(n))) for n in range(5)]

    assert [each["kind"] for each in answers[:3]] == ["ok", "ok", "ok"]
    assert answers[4]["error"] == "TooFast"
    assert "20 changes a second" in answers[4]["text"]


def test_what_was_accepted_before_is_sent_again_for_free(http, home, monkeypatch):
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_BURST", 3.0)
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_PER_SECOND", 0.001)
    names = [mint() for _ in range(3)]
    with connected(http, home) as ana:
        before = [ana.do(rate("pay", 1.0), name) for name in names]
        again = [ana.do(rate("pay", 1.0), name) for name in names * 3]

        assert again == before * 3
        assert ana.do(rate("pay", 2.0))["error"] == "TooFast"


def test_who_sits_down_as_somebody_new_again_and_again_is_slowed_down(
    http, home, monkeypatch
):
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_BURST", 2.0)
    monkeypatch.setattr("cxlive.channel.hub.COMMANDS_PER_SECOND", 0.001)
    with connected(http, home) as ana:
        for _ in range(5):
            ana.send(kind="sit", participant=None, name="New")
        assert ana.until("no")["error"] == "TooFast"

    assert len(home.room.snapshot.workshop.participants) == 2 + 2


def test_who_was_taken_out_cannot_edit_and_is_told_so(http, home):
    with connected(http, home, home.device_for("ben")) as ben:
        home.do(home.ana, remove("ben", "participant"))
        while ben.state["me"]["can_edit"]:
            ben.until("change")

        answer = ben.do(rate("pay", -4.0))
        assert answer["error"] == "NotAllowed"
        assert answer["text"].startswith("You were taken out of this workshop")

        ben.send(kind="sit", participant=None, name="Ben again")
        while not ben.state["me"]["can_edit"]:
            ben.until("change")
        assert ben.do(rate("pay", -4.0))["kind"] == "ok"


def test_a_damaged_room_is_closed_with_a_sentence(http, home):
    home.lobby.close_room(home.room_id)
    with home.store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql("UPDATE rooms SET opening = '{broken'")

    bye = refused(http, room_id=home.room_id, device=home.device)

    assert bye["reason"] == "gone"
    assert "cannot be opened" in bye["text"]


def test_who_floods_the_line_is_sent_away_and_others_do_not_notice(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        for _ in range(int(limits.FRAMES_BURST * 2)):
            ben.send(kind="rest")
        assert ben.until("bye")["reason"] == "flood"

        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"


def test_a_fault_of_ours_is_answered_and_ends_nothing(http, home, monkeypatch):
    with connected(http, home) as ana:
        with monkeypatch.context() as patch:
            patch.setattr("cxlive.channel.conversation.read_command", lambda *_: 1 / 0)
            assert ana.do(rename("pay", "X"))["error"] == "Fault"

        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"


@pytest.mark.parametrize(
    ("patched", "message"),
    [
        ("cxlive.room.room.Room.undo", {"kind": "undo"}),
        ("cxlive.room.room.Room.redo", {"kind": "redo"}),
        (
            "cxlive.channel.conversation.pasted",
            {"kind": "paste", "journey": "visit", "text": "A", "feelings": False},
        ),
    ],
    ids=["undo", "redo", "paste"],
)
def test_a_fault_in_any_order_is_answered_by_its_id(
    http, home, monkeypatch, patched, message
):
    with connected(http, home) as ana:
        monkeypatch.setattr(patched, lambda *_: 1 / 0)
        kind = message["kind"]
        ana.send(**{"kind": kind, "id": "mine"} | message)

        assert ana.answer("mine")["error"] == "Fault"


def test_a_change_that_cannot_be_shown_is_still_acknowledged(http, home, monkeypatch):
    monkeypatch.setattr("cxlive.channel.hub.SHOWN_SECONDS", 0.1)
    with connected(http, home) as ana:
        with monkeypatch.context() as patch:
            patch.setattr("cxlive.channel.hub.own_table", lambda *_: 1 / 0)
            assert ana.do(rename("pay", "Till"))["kind"] == "ok"

        ana.do(rename("queue", "Line"))
        assert ana.state["touchpoint/pay"]["name"] == "Till"
