"""A pasted list on the live channel: looked at first, then taken as one change."""

from cxcore.edit import place_of
from cxcore.model import Standpoint
from tests.live.build import mint
from tests.live.line import connected

LIST = "Look\n  Search (web)\n  Compare\nDecide\n  Ask a friend\n"
MERMAID = "journey\n  section Look\n    Search: 5: Me\n    Compare: 1\n"


def paste(line, text, journey="visit", **more):
    message_id = mint()
    line.send(kind="paste", id=message_id, journey=journey, text=text, **more)
    return line.answer(message_id)


def outline(line, text, n=1):
    line.send(kind="outline", n=n, text=text)
    return line.until("outlined", n=n)


def rows(home):
    """The journey as people read it: each stage with its touchpoints."""
    workshop = home.room.snapshot.workshop
    return {
        stage.name: [
            each.name
            for each in sorted(workshop.touchpoints.values(), key=place_of)
            if each.stage_id == stage.id and not each.removed
        ]
        for stage in sorted(workshop.stages.values(), key=place_of)
        if not stage.removed
    }


BEFORE = {"find": ["queue"], "buy": ["pay", "leave"]}
AFTER = BEFORE | {"Look": ["Search", "Compare"], "Decide": ["Ask a friend"]}


def test_a_list_is_shown_as_what_it_would_become_and_nothing_is_changed(http, home):
    with connected(http, home) as ana:
        shown = outline(ana, LIST, n=7)

    assert shown["stages"][0] == {
        "name": "Look",
        "touchpoints": [
            {"name": "Search", "channel": "web"},
            {"name": "Compare", "channel": None},
        ],
    }
    assert (shown["feelings"], shown["error"]) == (False, None)
    assert home.room.snapshot.revision == 0


def test_a_mermaid_text_is_said_to_have_feelings_and_what_is_lost(http, home):
    with connected(http, home) as ana:
        shown = outline(ana, MERMAID)

    assert shown["feelings"] is True
    assert any("Me" in note for note in shown["notes"])


def test_an_empty_list_is_answered_with_a_sentence(http, home):
    with connected(http, home) as ana:
        shown = outline(ana, "  \n")
        refused = paste(ana, "  \n")

    assert shown["stages"] == []
    assert shown["error"].startswith("There is nothing to read yet.")
    assert (refused["kind"], refused["text"]) == ("no", shown["error"])
    assert home.room.snapshot.revision == 0


def test_a_list_is_added_behind_what_is_there_as_one_change(http, home):
    with connected(http, home) as ana:
        answer = paste(ana, LIST)

    assert (answer["kind"], answer["rev"]) == ("ok", 1)
    assert rows(home) == AFTER
    assert list(rows(home)) == list(AFTER)


def test_one_undo_takes_a_whole_list_back_and_one_redo_brings_it_again(http, home):
    with connected(http, home) as ana:
        paste(ana, LIST)
        ana.send(kind="undo", id="back")
        assert ana.answer("back")["kind"] == "ok"
        assert rows(home) == BEFORE
        ana.send(kind="redo", id="again")
        assert ana.answer("again")["kind"] == "ok"

    assert rows(home) == AFTER


def test_a_list_sent_twice_is_added_once(http, home):
    message = {"kind": "paste", "id": "once", "journey": "visit", "text": LIST}
    with connected(http, home) as ana:
        for _ in range(2):
            ana.send(**message)
            assert ana.answer("once")["rev"] == 1

    assert rows(home) == AFTER


def test_the_feelings_of_a_list_become_my_own_ratings_where_i_want_that(http, home):
    with connected(http, home, home.device_for("ben")) as ben:
        paste(ben, MERMAID, feelings=True)

    workshop = home.room.snapshot.workshop
    felt = {
        workshop.touchpoints[touchpoint].name: said["ben"][Standpoint.AS_PERSONA]
        for touchpoint, said in workshop.ratings.items()
    }
    assert {name: rating.valence for name, rating in felt.items()} == {
        "Search": 5.0,
        "Compare": -5.0,
    }


def test_the_feelings_of_a_list_are_left_where_nobody_asked_for_them(http, home):
    with connected(http, home) as ana:
        paste(ana, MERMAID)

    assert rows(home) == BEFORE | {"Look": ["Search", "Compare"]}
    assert home.room.snapshot.workshop.ratings == {}


def test_a_list_for_a_journey_that_is_not_there_is_refused(http, home):
    with connected(http, home) as ana:
        answer = paste(ana, LIST, journey="nowhere")

    assert (answer["kind"], answer["error"]) == ("no", "DoesNotFit")
    assert rows(home) == BEFORE
