"""What a page is to whom: by the seat that the device has in the workshop."""

import pytest

from cxcore.commands import SetRating
from cxcore.rounds import RoundForm
from cxlive.ids import new_id
from cxlive.seating.links import Way
from tests.pages.conftest import (
    DEVICE,
    board,
    comes_in,
    follower,
    new_tab,
    texts,
    work_on,
)

NO_SEAT = "You have no seat in this workshop"
PAGES = ("welcome", "save", "sheet", "journey")


def go(tab, page):
    return tab.switch_page(f"../pages/{page}.py").run()


def said(tab):
    return texts(tab).replace("\\", "")


def test_a_link_leads_to_the_journey_at_once(room_id):
    tab = new_tab(w=room_id)

    assert board(tab)["room"] == room_id
    assert "Try a sample" not in texts(tab)


def test_who_leads_can_go_to_every_page(sample):
    for page, title in (("welcome", "Journey studio"), ("save", "Save and open")):
        go(sample, page)
        assert sample.title[0].value == title


@pytest.mark.parametrize("way", [Way.CODE, Way.OBSERVER, Way.FACILITATOR])
def test_who_has_not_sat_down_or_does_not_lead_has_the_journey_only(
    lobby, room_id, way
):
    comes_in(lobby, room_id, way)
    tab = new_tab(w=room_id)

    for page in PAGES:
        go(tab, page)
        assert not tab.exception
        assert board(tab)["room"] == room_id
        assert not tab.file_uploader
        assert not tab.text_input


def test_who_stands_sees_nothing_but_the_question_who_they_are(lobby, room_id):
    comes_in(lobby, room_id)

    tab = new_tab(w=room_id)

    assert board(tab)["view"] is None
    assert not tab.expander
    assert not texts(tab).strip()


@pytest.mark.parametrize(
    ("way", "name"), [(Way.PARTICIPANT, "Cleo"), (Way.OBSERVER, None)]
)
def test_who_takes_part_sees_the_numbers_and_no_screen_link(lobby, room_id, way, name):
    comes_in(lobby, room_id, way, name)

    tab = new_tab(w=room_id)

    assert [box.label for box in tab.expander] == ["All the numbers"]
    assert not tab.get("link_button")


def test_who_leads_opens_the_screen_for_the_room(sample, room_id):
    (link,) = sample.get("link_button")

    assert link.proto.url == f"/journey?w={room_id}&view=screen"


def test_the_screen_for_the_room_is_the_board_alone(room_id):
    tab = new_tab(w=room_id, view="screen")

    assert board(tab) == {
        "room": room_id,
        "journey": None,
        "base": "",
        "page": "journey",
        "view": "screen",
    }
    assert follower(tab) is None
    assert not texts(tab).strip()
    assert not tab.expander


def test_who_stands_cannot_open_the_screen_for_the_room(lobby, room_id):
    comes_in(lobby, room_id)

    assert board(new_tab(w=room_id, view="screen"))["view"] is None


def test_who_was_taken_out_sees_one_sentence(lobby, room_id):
    device = comes_in(lobby, room_id, name="Cleo")
    tab = new_tab(w=room_id)
    cleo = lobby.seat(room_id, device).participant_id

    lobby.remove_person(room_id, DEVICE, cleo)
    tab.run()

    assert said(tab).strip().startswith(NO_SEAT)
    assert not tab.exception
    assert not tab.get("bidi_component")


def test_who_is_handed_over_to_has_all_pages(lobby, room_id):
    device = comes_in(lobby, room_id, name="Cleo")
    tab = new_tab(w=room_id)

    lobby.hand_over(room_id, DEVICE, lobby.seat(room_id, device).participant_id)
    go(tab, "save")

    assert tab.title[0].value == "Save and open"


def test_every_page_follows_the_facilitator_and_says_where_it_is(sample, room_id):
    for page in PAGES:
        go(sample, page)
        told = {"room": room_id, "base": "", "page": page, "place": None}
        assert follower(sample) == told


def test_no_page_follows_where_nothing_is_open(app):
    assert follower(app) is None


def test_in_an_open_round_the_numbers_hold_nothing_that_it_asks(lobby, room_id):
    room = lobby.room(room_id)
    lead = lobby.seat(room_id, DEVICE)
    (journey_id,) = room.snapshot.workshop.journeys
    room.leading.open_round(lead, journey_id, RoundForm.LIGHT, anonymous=False).result(
        5
    )
    touchpoint_id = next(iter(room.snapshot.workshop.touchpoints))
    ours = lobby.seat(room_id, comes_in(lobby, room_id, name="Cleo"))
    rating = SetRating(
        touchpoint_id=touchpoint_id,
        participant_id=ours.participant_id,
        part="valence",
        value=-4.5,
    )
    room.submit(ours, rating, new_id()).result(5)

    work_on(DEVICE)
    tab = new_tab(w=room_id)
    tab.session_state["journey.numbers"] = True
    tab.run()

    assert "A private round is open" in texts(tab)
    assert tab.dataframe[0].value["Feeling"].isna().all()
    assert tab.dataframe[0].value["Score"].isna().all()
