"""Tabs on the live channel: what each says, and what each is shown."""

from cxlive.seating.seats import Right
from tests.live.build import add, mint, rate, remove, rename
from tests.live.line import connected, hello, wait_for


def test_a_tab_is_shown_everything_its_seat_may_see(http, home):
    with connected(http, home) as ana:
        state = ana.state

    assert ana.heard[0]["rev"] == 0
    assert state["room"] == {"id": home.room_id, "name": "Shop", "read_only": None}
    assert state["me"] == {
        "participant": "ana",
        "name": "Ana",
        "viewpoint": None,
        "right": "facilitator",
        "standing": False,
        "can_edit": True,
        "to_ask": False,
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
            ben.send(kind="at", page="journey", focus="pay", busy="type")
            where = {"page": "journey", "focus": "pay", "busy": "type"}
            here = {"participant": "ben", "name": "Ben", **where}
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


def test_an_empty_room_lets_go_of_its_hub_and_a_new_tab_gets_another(
    http, home, running
):
    with connected(http, home):
        assert len(running.hubs) == 1
    wait_for(lambda: len(running.hubs) == 0)

    with connected(http, home) as ana:
        assert ana.do(rename("pay", "Pay by card"))["kind"] == "ok"
