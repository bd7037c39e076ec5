"""Dragging: everybody sees it while it lasts, and nothing of it is kept."""

import pytest

from cxlive import limits
from cxlive.channel import hub
from cxlive.seating.seats import Right
from tests.live.build import rate
from tests.live.line import connected, wait_for


@pytest.fixture
def pair(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben")) as ben,
    ):
        yield ana, ben


def test_a_preview_is_answered_by_its_number_with_what_is_computed(pair):
    ana, _ = pair

    ana.drag(-4.5, n=7)
    live = ana.until("live", n=7)

    assert live["set"]["result/pay"]["valence"] == -4.5
    assert "computed" in live["set"]
    assert "mine/pay" not in live["set"]


def test_others_see_the_drag_and_are_told_when_it_is_over(pair):
    ana, ben = pair

    ana.drag(-4.5)
    live = ben.until("live", n=None)
    assert live["set"]["result/pay"]["word"] == "awful"

    ana.send(kind="rest")
    assert ben.until("live", set=None)["n"] is None


def test_a_preview_is_never_stored(pair, home):
    ana, _ = pair

    ana.drag(-4.5)
    ana.until("live", n=1)

    assert home.room.snapshot.revision == 0
    assert home.store.entries(home.room_id) == []


def test_two_people_who_drag_see_both_drags(pair):
    ana, ben = pair

    ana.drag(-4.0, n=1)
    ben.until("live", n=None)
    ben.drag(2.0, n=1)
    live = ben.until("live", n=1)

    assert live["set"]["result/pay"]["valence"] == -1.0
    assert live["set"]["result/pay"]["raters"] == 2


def test_the_drag_ends_with_its_command(pair):
    ana, ben = pair
    ana.drag(-4.5)
    ben.until("live", n=None)

    ana.do(rate("pay", -4.5))
    ben.until("change", rev=1)
    assert ben.state["result/pay"]["valence"] == -4.5

    ben.drag(4.5, n=3, touchpoint="queue")
    live = ben.until("live", n=3)
    assert "result/pay" not in live["set"] or (
        live["set"]["result/pay"]["valence"] == -4.5
    )


def test_a_drag_that_was_refused_is_withdrawn(pair):
    ana, ben = pair
    ana.drag(-4.5)
    ben.until("live", n=None)

    answer = ana.do(
        {"kind": "set_rating", "touchpoint_id": "pay", "part": "valence", "value": 9}
    )

    assert answer["kind"] == "no"
    ben.until("live", set=None)


def test_who_leaves_while_dragging_leaves_no_ghost(http, home):
    with connected(http, home, home.device_for("ben")) as ben:
        with connected(http, home) as ana:
            ana.drag(-4.5)
            ben.until("live", n=None)

        ben.until("live", set=None)


def test_a_forgotten_drag_is_dropped(pair, monkeypatch):
    ana, ben = pair
    ana.drag(-4.5)
    shown = ben.until("live", n=None)
    assert shown["set"]["result/pay"]["valence"] == -4.5

    monkeypatch.setattr("cxlive.channel.hands.PREVIEW_SECONDS", 0.0)

    ben.until("live", set=None)


def test_a_stage_drag_moves_several_points_at_once(pair):
    ana, _ = pair

    ana.drag(None, all=[["pay", -3], ["leave", 3.0]])
    live = ana.until("live", n=1)

    assert live["set"]["result/pay"]["valence"] == -3.0
    assert live["set"]["result/leave"]["valence"] == 3.0


def test_a_wanted_point_moves_alone(pair):
    ana, ben = pair

    ana.drag(3.0, part="wanted")

    live = ben.until("live", n=None)
    assert set(live["set"]) == {"touchpoint/pay"}
    assert live["set"]["touchpoint/pay"]["wanted"] == 3.0
    assert live["set"]["touchpoint/pay"]["name"] == "pay"


def test_my_other_window_sees_my_point_move(http, home):
    with connected(http, home) as here, connected(http, home) as there:
        here.drag(-4.5)

        live = there.until("live", n=None)
        assert live["set"]["mine/pay"]["valence"] == -4.5


def test_keys_laid_over_stay_up_to_date_until_the_next_change(pair):
    ana, _ = pair
    ana.drag(-4.5, n=1)
    ana.until("live", n=1)

    ana.drag(None, n=2)
    live = ana.until("live", n=2)

    assert live["set"]["result/pay"]["valence"] is None


def test_a_preview_of_what_is_not_there_is_no_harm(pair):
    ana, _ = pair

    ana.drag(-4.5, touchpoint="gone", n=1)
    ana.until("live", n=1)
    ana.drag(99.0, n=2)
    ana.drag(value=True, n=3)
    ana.drag(1.0, n=4)

    assert ana.until("live", n=4)["set"]["result/pay"]["valence"] == 1.0


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("valence", 5.1),
        ("valence", -1e308),
        ("valence", True),
        ("wanted", 9.0),
        ("wanted", False),
        ("importance", 0.0),
        ("effort", 8.0),
        ("expectation", 10.5),
        ("dot", 1.0),
    ],
)
def test_a_drag_to_where_the_field_ends_is_dropped(pair, part, value):
    ana, _ = pair

    ana.drag(value, part=part, n=1)
    ana.drag(None, part="valence", all=[["queue", 1e300], ["pay", 1.0]], n=2)

    live = ana.until("live", n=2)
    assert live["set"]["result/pay"]["valence"] == 1.0
    assert "result/queue" not in live["set"]
    assert not [m for m in ana.heard if m["kind"] == "live" and m["n"] == 1]


@pytest.mark.parametrize("cells", [1_500, 0], ids=["small", "big"])
def test_a_preview_that_cannot_be_computed_is_dropped_and_harms_nobody(
    pair, monkeypatch, cells
):
    ana, ben = pair
    monkeypatch.setattr("cxlive.board.view.ON_LOOP_CELLS", cells)
    ana.drag(-4.5)
    ben.until("live", n=None)

    with monkeypatch.context() as patch:
        patch.setattr("cxlive.board.view.with_cell", lambda *_: 1 / 0)
        ben.drag(2.0, touchpoint="queue", n=9)
        ben.until("live", set=None)
        ana.until("live", set=None)

    ben.drag(1.0, n=10)
    assert ben.until("live", n=10)["set"]["result/pay"]["valence"] == 1.0
    assert ana.until("live", n=None)["set"]["result/pay"]["valence"] == 1.0
    assert not [message for message in ben.heard if message["kind"] == "no"]


def test_who_asked_for_the_first_journey_and_who_named_it_see_each_other(http, home):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben"), "visit") as ben,
        connected(http, home, home.device_for("ben"), "long-gone") as lost,
    ):
        ana.drag(-4.5)
        assert ben.until("live", n=None)["set"]["result/pay"]["valence"] == -4.5
        assert lost.until("live", n=None)["set"]["result/pay"]["valence"] == -4.5

        ben.drag(2.5, n=3)
        assert ben.until("live", n=3)["set"]["result/pay"]["valence"] == -1.0


def test_a_journey_is_computed_once_for_all_who_see_it(http, home, monkeypatch):
    with (
        connected(http, home) as ana,
        connected(http, home, home.device_for("ben"), "visit") as ben,
    ):
        computed = []
        real = hub.journey_view

        def counting(source, journey, old):
            computed.append((source.snapshot.revision, journey))
            return real(source, journey, old)

        monkeypatch.setattr("cxlive.channel.hub.journey_view", counting)
        ana.do(rate("pay", 1.0))
        ben.until("change", rev=1)

    assert computed == [(1, "visit")]


def test_others_get_a_tick_however_fast_somebody_drags(pair):
    ana, ben = pair
    for n in range(1, 41):
        ana.drag(-n / 10, n=n)
    ana.until("live", n=40)
    ana.send(kind="rest")

    ben.until("live", set=None)

    lives = [message for message in ben.heard if message["kind"] == "live"]
    assert len(lives) <= 10


def test_previews_beyond_a_screen_s_pace_are_dropped_in_silence(pair, monkeypatch):
    ana, _ = pair
    for n in range(1, int(limits.PREVIEWS_BURST) + 60):
        ana.drag(-1.0, n=n)
    ana.send(kind="rest")
    ana.until("live", set=None)

    assert not [message for message in ana.heard if message["kind"] in {"no", "bye"}]


def test_a_big_journey_is_previewed_too(http, home, monkeypatch):
    monkeypatch.setattr("cxlive.board.view.ON_LOOP_CELLS", 0)
    with connected(http, home) as ana:
        ana.drag(-4.5, n=5)

        assert ana.until("live", n=5)["set"]["result/pay"]["valence"] == -4.5
        ana.drag(-3.5, n=6)
        assert ana.until("live", n=6)["set"]["result/pay"]["valence"] == -3.5
        ana.do(rate("pay", -4.5))
        assert ana.state["result/pay"]["valence"] == -4.5


def test_an_observer_s_drag_is_seen_by_nobody(http, home):
    device = home.device_for("ben", Right.OBSERVER)
    with connected(http, home, device) as ben:
        ben.drag(-4.5)
        ben.send(kind="at", page="x", focus="")
        wait_for(lambda: ben.until("who")["here"][0]["page"] == "x")

    assert not [message for message in ben.heard if message["kind"] == "live"]
