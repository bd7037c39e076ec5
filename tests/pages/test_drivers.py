"""What moves the overall answer, under "What we know"; and taking it over."""

import pytest

from cxcore.commands import Add
from cxcore.model import ImportanceMode
from cxcore.rounds import RoundForm, touchpoints_of
from cxlive.errors import NotSavedError
from cxlive.room.room import Room
from cxlive.seating.links import Way
from tests.drivers.answers import some_answers, survey
from tests.pages.conftest import DEVICE, comes_in, new_tab, texts

FEW = 12


@pytest.fixture
def page(sample):
    sample.session_state["evidence.drivers"] = True
    return sample.switch_page("../pages/evidence.py").run()


def opened(app):
    app.session_state["evidence.drivers"] = True
    return app.switch_page("../pages/evidence.py").run()


def journey_of(workshop):
    (journey,) = workshop.journeys.values()
    return journey


def brought_in(lobby, room_id, rows=120, columns=3):
    """Bring in a survey about the first moments; return their ids."""
    room = lobby.room(room_id)
    workshop = room.shown
    ids = touchpoints_of(workshop, journey_of(workshop).id)[:columns]
    felt, overall = some_answers(rows, columns)
    asked = survey({key: felt[:, at] for at, key in enumerate(ids)}, overall)
    asked = asked.model_copy(update={"journey_ids": (journey_of(workshop).id,)})
    add = Add(of="evidence", thing=asked, after="")
    room.submit(lobby.seat(room_id, DEVICE), add, "survey").result(5)
    return ids


def labels(app):
    return [button.label for button in app.button]


def press(app, label):
    return next(each for each in app.button if each.label == label).click().run()


def said(app):
    return texts(app).replace("\\", "")


def names(lobby, room_id, ids):
    touchpoints = lobby.room(room_id).shown.touchpoints
    return [touchpoints[key].name for key in ids]


def test_it_is_folded_away_and_not_computed_until_somebody_wants_it(sample):
    sample.switch_page("../pages/evidence.py").run()

    assert not sample.exception
    assert "What moves the overall answer" in [e.label for e in sample.expander]
    assert "No survey asks" not in said(sample)


def test_without_a_survey_it_says_so_and_leads_to_bringing_one_in(page):
    assert not page.exception
    assert "No survey asks customers about the moments of this journey yet." in said(
        page
    )
    links = [link.proto.label for link in page.get("page_link")]
    assert "Bring in survey answers or complaints" in links
    assert "Take this over as importance" not in labels(page)


def test_too_few_answers_are_refused_with_what_it_takes(sample, lobby, room_id):
    brought_in(lobby, room_id, FEW)

    page = opened(sample)

    assert "at least 30 customers who answered about all 3 moments" in said(page)
    assert f"there are {FEW}" in said(page)


def test_a_survey_becomes_a_finding_a_chart_and_a_table(sample, lobby, room_id):
    ids = brought_in(lobby, room_id)

    page = opened(sample)

    assert not page.exception
    first, *_ = names(lobby, room_id, ids)
    assert f"**The overall answer moves most with {first}.**" in said(page)
    assert "From 120 customers who answered about all 3 moments" in said(page)
    assert "in no survey" in said(page)
    assert len(page.get("arrow_vega_lite_chart") or page.get("vega_lite_chart")) == 1
    table = page.table[0].value
    assert len(table) == 3
    assert table["Matters (1 to 5)"].iloc[0].replace("\\", "") == "5.0"


def test_taken_over_it_counts_and_going_back_is_one_tap(sample, lobby, room_id):
    ids = brought_in(lobby, room_id)
    before = lobby.room(room_id).shown
    page = opened(sample)
    assert "Go back to what the room said" not in labels(page)

    press(page, "Take this over as importance")

    after = lobby.room(room_id).shown
    assert journey_of(after).importance_mode is ImportanceMode.SURVEY
    assert after.touchpoints[ids[0]].derived_importance == 1.0
    assert after.ratings == before.ratings
    assert "Take this over as importance" not in labels(page)
    assert "counts as importance in this journey" in said(page)

    press(page, "Go back to what the room said")

    again = lobby.room(room_id).shown
    assert journey_of(again).importance_mode is journey_of(before).importance_mode
    assert "Take this over as importance" in labels(page)


def test_another_survey_can_be_taken_over_anew(sample, lobby, room_id):
    brought_in(lobby, room_id)
    page = press(opened(sample), "Take this over as importance")
    room = lobby.room(room_id)
    (first,) = (e for e in room.shown.evidence.values() if e.id == "survey")
    more = first.model_copy(
        update={"id": "more", "survey_overall": first.survey_overall[::-1]}
    )

    add = Add(of="evidence", thing=more, after="")
    room.submit(lobby.seat(room_id, DEVICE), add, "more").result(5)
    page.run()

    assert "no longer what was taken over" in said(page)
    assert "Take this over as importance" in labels(page)
    assert "Go back to what the room said" in labels(page)


def test_who_takes_part_sees_it_and_takes_nothing_over(sample, lobby, room_id):
    brought_in(lobby, room_id)
    press(opened(sample), "Take this over as importance")
    comes_in(lobby, room_id, Way.PARTICIPANT, "Ben")

    page = opened(new_tab(w=room_id))

    assert "The overall answer moves most with" in said(page)
    assert "counts as importance in this journey" in said(page)
    assert not labels(page)


def test_while_a_private_round_asks_about_the_journey_it_waits(sample, lobby, room_id):
    brought_in(lobby, room_id)
    room, lead = lobby.room(room_id), lobby.seat(room_id, DEVICE)
    journey_id = journey_of(room.shown).id
    opening = room.leading.open_round(
        lead, journey_id, RoundForm.LIGHT, anonymous=False
    )
    opening.result(10)

    page = opened(sample)

    assert "A private round is open about this journey" in said(page)
    assert "The overall answer moves" not in said(page)
    assert not page.table


def test_what_the_room_refuses_is_explained(sample, lobby, room_id, monkeypatch):
    brought_in(lobby, room_id)
    page = opened(sample)

    def full(_room, _seat, _command, _entry_id):
        raise NotSavedError

    with monkeypatch.context() as refusing:
        refusing.setattr(Room, "submit", full)
        press(page, "Take this over as importance")

    assert "This could not be saved" in said(page)
    assert journey_of(lobby.room(room_id).shown).importance_mode != "survey"
