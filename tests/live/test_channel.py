"""Tabs on the live channel: what each says, and what each is shown."""

import pytest
from starlette.websockets import WebSocketDisconnect

from cxlive import limits
from cxlive.device import new_device
from cxlive.seats import Right
from tests.live.build import add, mint, rate, remove, rename
from tests.live.line import Line, connected, hello, raw_socket, wait_for


def refused(http, **how):
    """The good-bye of a connection that was turned away."""
    with raw_socket(http, how.pop("device", None)) as socket:
        line = Line(socket)
        hello(line, how["room_id"])
        bye = line.hear()
        with pytest.raises(WebSocketDisconnect):
            line.hear()
        return bye


def test_a_tab_is_shown_everything_its_seat_may_see(http, home):
    with connected(http, home) as ana:
        state = ana.state

    assert ana.heard[0]["rev"] == 0
    assert state["room"] == {"id": home.room_id, "name": "Shop", "read_only": None}
    assert state["me"] == {
        "participant": "ana",
        "name": "Ana",
        "right": "facilitator",
        "can_edit": True,
    }
    assert [each["touchpoints"] for each in state["order"]] == [
        ["queue"],
        ["pay", "leave"],
    ]
    assert state["touchpoint/pay"]["name"] == "pay"
    assert state["computed"]["headline"] == "Nothing is rated yet."


def test_what_one_does_the_other_sees(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"

        seen = ben.until("change", rev=1)

    assert seen["set"]["touchpoint/pay"]["name"] == "Pay by card"
    assert "touchpoint/queue" not in seen["set"]


def test_an_author_sees_the_change_before_hearing_that_it_was_accepted(http, home):
    with connected(http, home) as ana:
        ana.do(rate("pay", -4.0))
        kinds = [message["kind"] for message in ana.heard if message["kind"] != "who"]

    assert kinds == ["view", "change", "ok"]
    assert ana.state["mine/pay"]["valence"] == -4.0
    assert ana.state["result/pay"]["word"] == "awful"


def test_a_seat_is_shown_its_own_ratings_only(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        ana.do(rate("pay", -4.0))
        ben.until("change", rev=1)

    assert ben.state["mine/pay"]["valence"] is None
    assert ben.state["result/pay"]["raters"] == 1


def test_a_rating_without_a_participant_is_mine_and_with_another_s_too(http, home):
    with connected(http, home, home.device_for("ben")) as ben:
        bare = {
            "kind": "set_rating",
            "touchpoint_id": "pay",
            "part": "valence",
            "value": 2,
        }
        ben.do(bare)
        ben.do(bare | {"participant_id": "ana", "touchpoint_id": "queue"})
        ben.do(
            {
                "kind": "batch",
                "label": "",
                "commands": [bare | {"touchpoint_id": "leave"}],
            }
        )

    ratings = home.room.snapshot.workshop.ratings
    assert {who for said in ratings.values() for who in said} == {"ben"}
    assert set(ratings) == {"pay", "queue", "leave"}


def test_a_removed_touchpoint_is_gone_from_every_table(http, home):
    with connected(http, home) as ana:
        ana.do(remove("pay"))
        change = next(m for m in ana.heard if m["kind"] == "change")

    gone = {key for key, value in change["set"].items() if value is None}
    assert gone == {"touchpoint/pay", "mine/pay", "result/pay"}


def test_text_that_has_moved_on_is_refused_with_both_texts(http, home):
    home.do(home.seat_for("ben"), rename("pay", "Till"))
    with connected(http, home) as ana:
        answer = ana.do(rename("pay", "Checkout"))

    assert (answer["kind"], answer["error"], answer["now"]) == (
        "no",
        "StaleText",
        "Till",
    )


def test_a_command_sent_again_after_a_lost_answer_is_done_once(http, home):
    message_id = mint()
    with connected(http, home) as ana:
        first = ana.do(add("Once"), message_id)
    with connected(http, home) as ana:
        second = ana.do(add("Once"), message_id)

    assert first == second
    assert home.names().count("Once") == 1


def test_undo_and_redo_go_over_the_wire_and_the_table_says_when_they_can(http, home):
    with connected(http, home) as ana:
        ana.do(rename("pay", "Pay by card"))
        assert ana.state["undo"] == {"undo": True, "redo": False}
        for kind, name in (("undo", "pay"), ("redo", "Pay by card")):
            message_id = mint()
            ana.send(kind=kind, id=message_id)
            assert ana.answer(message_id)["kind"] == "ok"
            assert ana.state["touchpoint/pay"]["name"] == name


def test_with_nothing_to_undo_the_answer_says_so(http, home):
    with connected(http, home) as ana:
        ana.send(kind="undo", id="u")

        assert ana.answer("u")["error"] == "NothingToUndo"


def test_another_journey_is_shown_on_asking(http, home):
    with connected(http, home) as ana:
        journey = {"id": "empty", "name": "Empty", "position": "z"}
        ana.do({"kind": "add", "of": "journey", "thing": journey})
        hello(ana, home.room_id, "empty")
        view = ana.until("view")

    assert view["state"]["journey"]["id"] == "empty"
    assert view["state"]["order"] == []


def test_a_journey_that_is_gone_gives_way_to_the_first(http, home):
    with connected(http, home, journey="long-gone") as ana:
        assert ana.state["journey"]["id"] == "visit"


def test_everybody_hears_who_is_here_and_where(http, home):
    with connected(http, home) as ana:
        ana.until("who")
        with connected(http, home, home.device_for("ben")) as ben:
            ben.send(kind="at", page="journey", focus="pay")
            here = {"name": "Ben", "page": "journey", "focus": "pay"}
            wait_for(lambda: here in ana.until("who")["here"])
        left = ana.until("who")["here"]

    assert [each["name"] for each in left] == ["Ana"]


def test_sitting_down_as_somebody_new_moves_all_windows_of_the_device(http, home):
    with connected(http, home) as first, connected(http, home) as second:
        first.send(kind="sit", participant=None, name="Cleo")
        for line in (first, second):
            while line.state["me"]["name"] != "Cleo":
                line.until("change")

    assert home.ana.participant_id not in {"ana", "ben"}


def test_a_participant_cannot_sit_down_as_the_facilitator(http, home):
    with connected(http, home, home.device_for("ben")) as ben:
        ben.send(kind="sit", participant="ana", name="")

        assert ben.until("no")["error"] == "NotAllowed"


def test_an_observer_s_command_is_refused_and_the_table_says_so(http, home):
    device = home.device_for("ben", Right.OBSERVER)
    with connected(http, home, device) as ben:
        answer = ben.do(rename("pay", "Mine"))

    assert (answer["error"], ben.state["me"]["can_edit"]) == ("NotAllowed", False)


def test_while_nothing_can_be_saved_every_table_says_so(http, shaky):
    with connected(http, shaky) as ana:
        shaky.store.is_broken = True
        answer = ana.do(rename("pay", "Lost"))
        while ana.state["room"]["read_only"] is None:
            ana.until("change")
        assert not ana.state["me"]["can_edit"]
        shaky.store.is_broken = False
        while ana.state["room"]["read_only"] is not None:
            ana.until("change")
        again = ana.do(rename("pay", "Kept"), answer["id"])

    assert (answer["error"], again["kind"]) == ("NotSaved", "ok")


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
    monkeypatch.setattr("cxlive.channel.TABS_PER_DEVICE", 1)
    with connected(http, home):
        bye = refused(http, room_id=home.room_id, device=home.device)

    assert bye["reason"] == "too_many"


def test_an_empty_room_lets_go_of_its_hub_and_a_new_tab_gets_another(
    http, home, running
):
    with connected(http, home):
        assert len(running.hubs) == 1
    wait_for(lambda: len(running.hubs) == 0)

    with connected(http, home) as ana:
        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"


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
    monkeypatch.setattr("cxlive.hub.COMMANDS_BURST", 3.0)
    with connected(http, home) as ana:
        answers = [ana.do(rate("pay", float(n))) for n in range(5)]

    assert [each["kind"] for each in answers[:3]] == ["ok", "ok", "ok"]
    assert answers[4]["error"] == "TooFast"
    assert "20 changes a second" in answers[4]["text"]


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
            patch.setattr("cxlive.conversation.read_command", lambda *_: 1 / 0)
            assert ana.do(rename("pay", "X"))["error"] == "Fault"

        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"


def test_a_change_that_cannot_be_shown_is_still_acknowledged(http, home, monkeypatch):
    monkeypatch.setattr("cxlive.hub.SHOWN_SECONDS", 0.1)
    with connected(http, home) as ana:
        with monkeypatch.context() as patch:
            patch.setattr("cxlive.hub.board", lambda *_: 1 / 0)
            assert ana.do(rename("pay", "Till"))["kind"] == "ok"

        ana.do(rename("queue", "Line"))
        assert ana.state["touchpoint/pay"]["name"] == "Till"
