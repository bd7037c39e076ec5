"""What one supposes is answered to that tab alone, and never kept."""

import threading

import pytest

from cxcore.commands import Add
from cxcore.model import Persona, Settings
from cxlive.board import supposed
from cxlive.seating.seats import Right
from tests.live.build import rate
from tests.live.line import Line, connected, hello, raw_socket


@pytest.fixture
def rated(home):
    """A journey in which two moments are rated."""
    for each, valence in (("pay", -4.0), ("queue", 1.0)):
        home.do(home.ana, rate(each, valence))
    return home


@pytest.fixture
def pair(http, rated):
    with (
        connected(http, rated) as ana,
        connected(http, rated, rated.device_for("ben")) as ben,
    ):
        yield ana, ben


def suppose(line, n=1, **values):
    line.send(kind="suppose", n=n, values=values)
    return line.until("supposed", n=n)


def ask_again_until_shown(line, n=99):
    """Say where I am, and wait until I am told: all that came before has arrived."""
    line.send(kind="at", page=f"here-{n}", focus="")
    while True:
        here = line.until("who")["here"]
        if any(each["page"] == f"here-{n}" for each in here):
            return


def test_who_supposes_is_told_what_would_be_said(pair):
    ana, _ = pair

    answer = suppose(ana, n=7, pay=3.0)

    assert answer["set"]["result/pay"]["valence"] == pytest.approx(3.0)
    assert answer["set"]["result/pay"]["word"] == "good"
    assert answer["set"]["computed"]["headline"] != ana.state["computed"]["headline"]
    assert answer["text"].startswith("If pay felt good (+3): ")
    assert "result/leave" not in answer["set"]  # it would be as it is


def test_nobody_else_hears_of_it_and_nothing_of_it_is_kept(pair, rated):
    ana, ben = pair
    before = rated.room.snapshot

    suppose(ana, pay=3.0)
    suppose(ana, n=2, pay=4.0, queue=-1.0)
    ask_again_until_shown(ana)
    ask_again_until_shown(ben, n=98)

    assert {message["kind"] for message in ben.heard} <= {"view", "who", "timer"}
    assert rated.room.snapshot is before
    assert len(rated.store.entries(rated.room_id)) == before.revision
    assert ana.state["result/pay"]["valence"] == -4.0


def test_a_question_about_nothing_is_none(pair):
    ana, _ = pair

    ana.send(kind="suppose", n=1, values={})

    assert ana.until("no")["error"] == "NotUnderstood"


def test_what_nobody_has_rated_cannot_be_supposed(pair):
    ana, _ = pair

    assert suppose(ana, n=1, leave=3.0)["set"] is None
    assert suppose(ana, n=2, gone=3.0)["set"] is None
    both = suppose(ana, n=3, leave=3.0, pay=3.0)
    assert "result/leave" not in both["set"]
    assert both["set"]["result/pay"]["word"] == "good"


def test_a_value_beyond_the_scale_is_no_question_of_ours(pair):
    ana, _ = pair

    ana.send(kind="suppose", n=1, values={"pay": 5.5})

    assert ana.until("no")["error"] == "NotUnderstood"
    assert suppose(ana, n=2, pay=5.0)["set"]["result/pay"]["valence"] == 5.0


def test_it_is_answered_by_what_stands_now(pair):
    ana, ben = pair
    suppose(ana, pay=3.0)

    ben.do(rate("queue", -5.0, "ben"))
    ana.until("change")
    answer = suppose(ana, n=2, pay=3.0)

    assert "queue would come first" in answer["text"]


def test_who_looks_on_may_suppose_too(http, rated):
    with connected(http, rated, rated.device_for("ben", Right.OBSERVER)) as ben:
        assert suppose(ben, pay=3.0)["set"]["result/pay"]["word"] == "good"


def test_who_has_not_sat_down_is_told_nothing(http, rated):
    device = rated.device_for("")
    with raw_socket(http, device) as socket:
        line = Line(socket)
        hello(line, rated.room_id)
        line.until("view")

        assert suppose(line, pay=3.0)["set"] is None


def test_a_page_without_the_curve_has_nothing_to_suppose(http, rated):
    with connected(http, rated) as ana:
        view = {"journey": None, "page": "people"}
        ana.send(kind="hello", room=rated.room_id, tab="t" * 22, view=view)
        ana.until("view")

        assert suppose(ana, pay=3.0)["set"] is None


@pytest.mark.parametrize("form", ["light", "full", "top_three"])
def test_while_a_round_hides_the_figures_nothing_is_supposed(pair, rated, form):
    ana, ben = pair
    act = {"do": "open_round", "journey": "visit", "form": form, "anonymous": False}
    ana.send(kind="lead", id="o" * 22, act=act)
    assert ana.answer("o" * 22)["kind"] == "ok"
    ben.until("change")

    assert suppose(ana, pay=3.0)["set"] is None
    assert suppose(ben, n=2, queue=3.0)["set"] is None


def test_while_a_round_asks_for_cards_the_figures_stay_and_can_be_supposed(pair, rated):
    ana, ben = pair
    rated.do(rated.ana, Add(of="persona", thing=Persona(id="her", name="Marta")))
    act = {"do": "open_round", "persona": "her", "form": "cards", "anonymous": False}
    ana.send(kind="lead", id="o" * 22, act=act)
    assert ana.answer("o" * 22)["kind"] == "ok"
    while not ben.state.get("round"):
        ben.until("change")

    assert suppose(ben, pay=3.0)["set"]["result/pay"]["word"] == "good"


def test_a_big_journey_is_supposed_in_a_thread(pair, monkeypatch):
    ana, _ = pair
    monkeypatch.setattr("cxlive.board.view.ON_LOOP_CELLS", 0)
    threads = []
    real = supposed.suppose

    def noting(*given):
        threads.append(threading.current_thread())
        return real(*given)

    monkeypatch.setattr("cxlive.board.supposed.suppose", noting)

    assert suppose(ana, n=4, pay=3.0)["set"]["result/pay"]["word"] == "good"
    assert all(each.name.startswith("asyncio") for each in threads)


def test_of_many_questions_about_a_big_journey_the_newest_is_answered(
    pair, monkeypatch
):
    ana, _ = pair
    monkeypatch.setattr("cxlive.board.view.ON_LOOP_CELLS", 0)
    begun, go = threading.Event(), threading.Event()
    real = supposed.suppose

    def slow(*given):
        begun.set()
        assert go.wait(10)
        return real(*given)

    monkeypatch.setattr("cxlive.board.supposed.suppose", slow)
    ana.send(kind="suppose", n=1, values={"pay": -3.0})
    assert begun.wait(10)
    for n in range(2, 6):
        ana.send(kind="suppose", n=n, values={"pay": float(n - 5)})
    ask_again_until_shown(ana)  # the loop is free all the while
    go.set()

    assert ana.until("supposed")["n"] == 1
    answer = ana.until("supposed")
    assert answer["n"] == 5
    assert answer["set"]["result/pay"]["valence"] == pytest.approx(0.0)


def test_beyond_a_screen_s_pace_the_newest_question_is_answered_all_the_same(
    http, rated, monkeypatch
):
    monkeypatch.setattr("cxlive.channel.tabs.PREVIEWS_BURST", 1.0)
    with connected(http, rated) as ana:
        for n in range(1, 31):
            ana.send(kind="suppose", n=n, values={"pay": n / 10})

        answer = ana.until("supposed", n=30)

    answered = [each["n"] for each in ana.heard if each["kind"] == "supposed"]
    assert answer["set"]["result/pay"]["valence"] == pytest.approx(3.0)
    assert answered == sorted(answered)
    assert len(answered) < 30


@pytest.mark.parametrize("cells", [1_500, 0], ids=["small", "big"])
def test_what_cannot_be_computed_harms_nobody(pair, monkeypatch, cells):
    ana, _ = pair
    monkeypatch.setattr("cxlive.board.view.ON_LOOP_CELLS", cells)
    with monkeypatch.context() as patch:
        patch.setattr("cxlive.board.supposed.suppose", lambda *_: 1 / 0)
        assert suppose(ana, n=1, pay=3.0)["set"] is None

    assert suppose(ana, n=2, pay=3.0)["set"]["result/pay"]["word"] == "good"


def test_the_settings_of_the_room_hold_for_what_is_supposed(pair):
    ana, _ = pair
    norm = Settings().journey_score.model_dump() | {"norm": 1.0}
    command = {
        "kind": "set_value",
        "of": "settings",
        "id": "settings",
        "field": "journey_score",
        "value": norm,
    }
    before = suppose(ana, pay=3.0)["set"]["computed"]["subline"]

    assert ana.do(command)["kind"] == "ok"

    assert suppose(ana, n=2, pay=3.0)["set"]["computed"]["subline"] != before
