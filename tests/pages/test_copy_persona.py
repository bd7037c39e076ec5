"""A persona on her way from one workshop to another, under the page "People"."""

import pytest

from cxcore.exchange import copies_of, persona_file
from cxlive.seating.links import Way
from cxui import samples
from tests.pages.conftest import DEVICE, comes_in, new_tab, texts

EDITH = "Edith, seventy-eight, third floor, alone"


@pytest.fixture
def page(sample):
    sample.session_state["people.copying"] = True
    return sample.switch_page("../pages/people.py").run()


@pytest.fixture
def edith():
    workshop = samples.load("going-home").envelope.workshop
    return next(each for each in copies_of(workshop) if each.persona.name == EDITH)


def names(lobby, room_id):
    return [each.persona.name for each in copies_of(lobby.room(room_id).shown)]


def of_label(elements, label):
    return next(each for each in elements if each.label == label)


def bring(page, data, name="persona.json"):
    page.file_uploader[0].upload(name, data, "application/json").run()
    return page


def test_it_is_folded_away_until_somebody_wants_it(sample):
    sample.switch_page("../pages/people.py").run()

    assert not sample.exception
    assert "Copy a persona to another workshop" in [e.label for e in sample.expander]
    assert not sample.file_uploader


def test_the_file_of_a_persona_brings_her_in_with_all_that_is_said_of_her(
    page, lobby, room_id, edith
):
    bring(page, persona_file(edith))

    of_label(page.button, "Bring her in").click().run()

    assert "is here now" in texts(page)
    assert names(lobby, room_id)[-1] == EDITH
    copy = copies_of(lobby.room(room_id).shown)[-1]
    assert [s.text for s in copy.statements] == [s.text for s in edith.statements]


def test_of_a_whole_workshop_one_chooses_whom(page, lobby, room_id):
    path = samples.FOLDER / "going-home.json"
    bring(page, path.read_bytes())

    whom = of_label(page.selectbox, "Whom?")
    whom.set_value(whom.options[1]).run()
    of_label(page.button, "Bring her in").click().run()

    assert names(lobby, room_id)[-1].startswith("Karim")


def test_a_file_that_is_no_persona_is_refused_by_name(page, lobby, room_id):
    before = names(lobby, room_id)

    bring(page, b'{"format": "other"}', "*notes*.json")

    assert "\\*notes\\*\\.json was not taken" in page.error[0].value
    assert names(lobby, room_id) == before


def test_she_can_be_copied_into_another_workshop_of_this_device(page, lobby, room_id):
    new_tab().button(key="welcome.sample.going-home").click().run()
    (other,) = [r.room_id for r in lobby.recent(DEVICE) if r.room_id != room_id]
    page.run()

    page.button(key="people.copy.there").click().run()

    assert "She is in" in texts(page)
    assert names(lobby, other)[-1] == names(lobby, room_id)[0]


def test_who_looks_on_brings_nobody_in(page, lobby, room_id):
    comes_in(lobby, room_id, Way.OBSERVER)
    looking = new_tab(w=room_id)
    looking.session_state["people.copying"] = True
    looking.switch_page("../pages/people.py").run()

    assert not looking.file_uploader
    assert "Copy this persona" in [box.label for box in looking.selectbox]
