"""A journey drawn for another persona, on the live channel."""

import pytest

from cxcore.commands import Add
from cxcore.model import Persona
from cxlive.seating.seats import Right
from tests.live.build import mint, rate
from tests.live.line import connected


@pytest.fixture
def people(home):
    """A room whose journey is rated, and somebody who has none."""
    home.do(home.ana, Add(of="persona", thing=Persona(id="bo", name="Bo")))
    home.do(home.ana, rate("queue", -4.0))
    return home


def draw(line, journey="visit", persona="bo", new="drawn"):
    message_id = mint()
    line.send(kind="draw", id=message_id, journey=journey, persona=persona, new=new)
    return line.answer(message_id)


def moments(home):
    shown = home.room.shown
    stages = {s.id for s in shown.stages.values() if s.journey_id == "drawn"}
    found = [t for t in shown.touchpoints.values() if t.stage_id in stages]
    return sorted(each.same_as for each in found)


def test_all_of_it_is_drawn_as_one_change_that_can_be_taken_back(http, people):
    with connected(http, people) as ana:
        answer = draw(ana)
        drawn = moments(people)
        message_id = mint()
        ana.send(kind="undo", id=message_id)
        ana.answer(message_id)

    assert (answer["kind"], drawn) == ("ok", ["leave", "pay", "queue"])
    assert "drawn" not in people.room.shown.journeys


def test_the_same_wish_sent_twice_draws_once(http, people):
    message_id = mint()
    wish = {"journey": "visit", "persona": "bo", "new": "drawn"}
    with connected(http, people) as ana:
        for _ in range(2):
            ana.send(kind="draw", id=message_id, **wish)
            assert ana.answer(message_id)["kind"] == "ok"

    assert len(people.room.shown.journeys) == 2


def test_what_is_not_there_is_refused_with_a_sentence(http, people):
    with connected(http, people) as ana:
        answer = draw(ana, persona="gone")

    assert (answer["error"], "not there any more" in answer["text"]) == (
        "NothingToDraw",
        True,
    )


def test_who_looks_on_draws_nothing(http, people):
    device = people.device_for("ben", Right.OBSERVER)
    with connected(http, people, device) as looking:
        answer = draw(looking)

    assert answer["error"] == "NotAllowed"
    assert "drawn" not in people.room.shown.journeys
