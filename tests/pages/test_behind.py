"""Behind the scenes: what the script draws below the page."""

import json

from cxcore.document import Envelope, write
from cxcore.model import Workshop
from cxcore.rounds import RoundForm
from tests.pages.conftest import DEVICE, board, texts
from tests.pages.test_pages import HOSTILE, upload


def behind(app):
    return app.switch_page("../pages/behind.py").run()


def pictures(app):
    """What the page sends to graphs: nodes and edges of each."""
    sent = [json.loads(each.proto.json_args) for each in app.get("component_instance")]
    return [json.loads(each["data"]) for each in sent]


def owned_by(lobby, room_id, owner):
    """The sample as a file in which somebody else is in charge of one moment."""
    workshop = lobby.room(room_id).snapshot.workshop
    touchpoints = dict(workshop.touchpoints)
    first = next(iter(touchpoints))
    touchpoints[first] = touchpoints[first].model_copy(update={"owner": owner})
    changed = workshop.model_copy(update={"touchpoints": touchpoints})
    return write(Envelope(changed)).data


def test_who_hands_over_to_whom_is_a_picture_a_sentence_and_a_table(sample):
    page = behind(sample)

    assert not page.exception
    (picture,) = pictures(page)
    table = page.table[0].value
    assert len(picture["edges"]) == len(table)
    assert "Feelings drop most where" in texts(page)
    assert [edge["label"].split("\n")[1] for edge in picture["edges"]] == [
        feeling.replace("\\", "") for feeling in table["The feeling"]
    ]


def test_a_hostile_department_is_a_label_and_never_a_key_a_tip_or_an_address(
    sample, lobby, room_id
):
    data = owned_by(lobby, room_id, HOSTILE)
    sample.switch_page("../pages/welcome.py").run()

    page = behind(upload(sample, data))

    (picture,) = pictures(page)
    (named,) = [node for node in picture["nodes"] if node["label"].startswith("<img")]
    assert named["title"] is None
    assert named["id"].startswith("department-")
    assert "over to \\<img src" in texts(page)
    assert "\\<img" in page.table[0].value.to_csv()


def test_a_workshop_without_a_moment_has_no_picture(app):
    page = behind(upload(app, write(Envelope(Workshop(id="w"))).data))

    assert not page.exception
    assert board(page)["page"] == "behind"
    assert not pictures(page)
    assert not page.table


def test_in_an_open_round_the_picture_knows_no_feeling(sample, lobby, room_id):
    room, lead = lobby.room(room_id), lobby.seat(room_id, DEVICE)
    (journey_id,) = room.snapshot.workshop.journeys
    behind(sample)
    opened = room.leading.open_round(lead, journey_id, RoundForm.LIGHT, anonymous=False)
    opened.result(10)

    page = behind(sample)

    feelings = set(page.table[0].value["The feeling"])
    assert feelings == {"not rated"}
    assert "Feelings drop" not in texts(page)
