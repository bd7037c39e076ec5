"""Pictures below "What matters": one at a time, by everybody, private while asked."""

import json

import pytest

from cxcore.document import Envelope, write
from cxcore.model import Workshop
from cxcore.rounds import RoundForm
from tests.pages.conftest import DEVICE, board, comes_in, follower, new_tab, texts
from tests.pages.test_pages import HOSTILE, upload

LABELS = {
    "map": "What matters, how it goes",
    "reasons": "Why it needs work",
    "reruns": "How firm the order is",
    "spread": "Where we all stand",
    "hidden": "What the average hides",
    "remembered": "Lived and remembered",
    "personas": "Persona by persona",
}
CHOICE = "matters.picture"


def matters(app):
    return app.switch_page("../pages/matters.py").run()


def shown(page, name):
    """Show a picture; its chart as the page sends it to the browser, or None."""
    page.button_group(key=CHOICE).set_value(name).run()
    assert not page.exception
    return chart(page)


def chart(page):
    drawn = page.get("vega_lite_chart")
    return json.loads(drawn[0].proto.spec) if drawn else None


def renamed(lobby, room_id, name):
    """The sample as a file in which its worst moment is called otherwise."""
    workshop = lobby.room(room_id).snapshot.workshop
    touchpoints = {
        key: each.model_copy(update={"name": name} if each.moment_of_truth else {})
        for key, each in workshop.touchpoints.items()
    }
    changed = workshop.model_copy(update={"touchpoints": touchpoints})
    return write(Envelope(changed)).data


def test_no_picture_is_drawn_before_one_is_chosen(sample):
    page = matters(sample)

    assert page.button_group(key=CHOICE).options == list(LABELS.values())
    assert chart(page) is None
    assert not page.table


@pytest.mark.parametrize("name", list(LABELS)[:-1])
def test_each_picture_has_a_finding_a_name_for_those_who_hear_it_and_a_table(
    sample, name
):
    page = matters(sample)

    spec = shown(page, name)

    title = page.subheader[0].value.replace("\\", "")
    assert spec["description"].startswith(title)
    assert page.expander[-1].label == "The same as a table"
    assert page.table[0].value.index.name == (
        "Stage" if name == "remembered" else "Moment"
    )


def test_one_persona_is_not_compared(sample):
    page = matters(sample)

    assert shown(page, "personas") is None
    assert "Two personas with a journey of today" in texts(page)


def test_the_crosshair_is_chosen_and_says_what_it_costs(sample):
    page = matters(sample)
    before = shown(page, "map")

    page.radio(key=f"{CHOICE}.crosshair").set_value("mean").run()

    assert chart(page) != before
    warning = "label of one moment changes when another is added"
    assert warning in texts(page)


def test_the_table_leads_to_a_moment_on_its_journey(sample, room_id):
    page = matters(sample)
    shown(page, "reasons")
    (first, *_) = [each for each in page.button if each.key.startswith(f"{CHOICE}.go.")]

    first.click().run()

    assert board(page)["page"] == "journey"
    place = follower(page)["place"]
    assert place["page"] == "journey"
    assert first.key == f"{CHOICE}.go.{place['touchpoint']}"


def test_the_picture_looked_at_is_there_again_after_another_page(sample):
    page = matters(sample)
    shown(page, "hidden")
    page.switch_page("../pages/journey.py").run()

    page = matters(page)

    assert chart(page) is not None
    assert page.button_group(key=CHOICE).value == "hidden"


def test_whoever_takes_part_sees_pictures_without_anybody_s_name(
    sample, lobby, room_id
):
    people = lobby.room(room_id).snapshot.workshop.participants.values()
    comes_in(lobby, room_id, name="Dora")
    page = matters(new_tab(w=room_id))

    spec = json.dumps(shown(page, "spread"))

    assert not page.exception
    assert not [each for each in people if each.id in spec or each.name in spec]


def test_in_an_open_round_no_picture_knows_how_it_feels(sample, lobby, room_id):
    room, lead = lobby.room(room_id), lobby.seat(room_id, DEVICE)
    (journey_id,) = room.snapshot.workshop.journeys
    page = matters(sample)
    assert shown(page, "spread") is not None
    opened = room.leading.open_round(lead, journey_id, RoundForm.LIGHT, anonymous=False)
    opened.result(10)

    for name in list(LABELS)[:-1]:
        assert shown(page, name) is None
        assert "A private round is open" in texts(page)


def test_a_hostile_name_is_shown_letter_by_letter(sample, lobby, room_id):
    data = renamed(lobby, room_id, HOSTILE)
    sample.switch_page("../pages/welcome.py").run()
    page = matters(upload(sample, data))

    spec = shown(page, "reasons")

    assert "\\<img src" in page.subheader[0].value
    assert "\\<img src" in page.table[0].value.to_csv()
    assert "<img src" in spec["description"]


def test_a_workshop_without_a_journey_has_no_pictures(app):
    page = matters(upload(app, write(Envelope(Workshop(id="w"))).data))

    assert not page.exception
    assert not page.get("button_group")
