"""Each page: with nothing open, with a workshop, and its one thing to do."""

import json

from cxcore.document import Envelope, write
from cxcore.model import Brief, Workshop
from cxui import doors
from tests.pages.conftest import DEVICE, ROOT, board, new_tab, texts

HOSTILE = "<img src=x onerror=alert(1)> **bold** :red[x] [a](http://x) $x$ `c`"


def upload(app, data, name="workshop.json"):
    app.file_uploader[0].upload(name, data, "application/json").run()
    return of_label(app.button, "Open this file").click().run()


def of_label(elements, label):
    return next(each for each in elements if each.label == label)


def test_the_welcome_page_offers_every_sample_with_what_to_notice(app):
    for path in (ROOT / "sample_journeys").glob("*.json"):
        assert app.button(key=f"welcome.sample.{path.stem}")

    assert "machine is still broken" in texts(app)


def test_a_sample_is_one_tap_away(sample, lobby):
    assert not sample.exception
    (room,) = lobby.recent(DEVICE)
    assert board(sample)["room"] == room.room_id


def test_a_new_workshop_opens_under_its_name_as_it_was_typed(app, lobby):
    of_label(app.text_input, "What is the journey about?").set_value(HOSTILE)

    of_label(app.button, "Start a new workshop").click().run()

    (room,) = lobby.recent(DEVICE)
    assert lobby.room(room.room_id).snapshot.workshop.brief.name == HOSTILE


def test_a_saved_file_opens_as_a_copy_of_its_own(app, lobby):
    data = write(Envelope(Workshop(id="w", brief=Brief(name="Ours")))).data

    upload(app, data)

    assert [room.name for room in lobby.recent(DEVICE)] == ["Ours"]


def test_a_file_that_cannot_be_opened_is_explained_and_changes_nothing(sample, lobby):
    sample.switch_page("../pages/save.py").run()

    upload(sample, b'{"format": "cx-workshop", "ver', "half.json")

    assert "half\\.json was not opened" in sample.error[0].value
    assert len(lobby.recent(DEVICE)) == 1


def test_what_had_to_be_mended_is_told_once(app):
    data = json.loads(write(Envelope(Workshop(id="w"))).data)
    data["workshop"]["mood"] = "good"

    upload(app, json.dumps(data).encode())

    assert "1 thing in this file did not fit" in app.expander[0].label
    of_label(app.button, "I have seen this").click().run()
    assert not any("did not fit" in box.label for box in app.expander)


def test_names_are_shown_as_they_were_typed(app):
    data = write(Envelope(Workshop(id="w", brief=Brief(name=HOSTILE)))).data
    upload(app, data)

    app.switch_page("../pages/welcome.py").run()

    shown = next(m.value for m in app.markdown if "onerror" in m.value)
    assert "\\<img" in shown
    assert "\\*\\*bold\\*\\*" in shown
    assert "\\:red\\[x\\]" in shown


def test_pages_say_what_to_do_where_nothing_is_open(app):
    for page in sorted({*doors.LIVE, "save", "sheet", "bring_in"}):
        app.switch_page(f"../pages/{page}.py").run()

        assert not app.exception
        assert "welcome page" in texts(app)


def test_every_page_of_the_workshop_is_drawn_by_the_browser_from_its_room(sample):
    (room_id,) = {board(sample)["room"]}
    for page in sorted(doors.LIVE):
        sample.switch_page(f"../pages/{page}.py").run()

        assert not sample.exception
        assert board(sample)["page"] == page
        assert board(sample)["room"] == room_id


def test_every_number_of_the_journey_is_in_the_table_below_the_board(sample):
    assert not sample.dataframe

    sample.session_state["journey.numbers"] = True
    sample.run()

    table = sample.dataframe[0].value
    row = table[table["Moment"] == "Waiting for the part"].iloc[0]
    reasons = row["Bad feeling":"Changes hands"].sum()
    assert abs(reasons - row["Score"]) < 1e-9


def test_a_workshop_of_another_device_is_not_shown(app, lobby):
    theirs = lobby.make(DEVICE[:-1] + "e", Workshop(id="w", brief=Brief(name="Theirs")))

    tab = new_tab(w=theirs)

    for page in sorted({*doors.LIVE, "welcome", "save", "sheet"}):
        tab.switch_page(f"../pages/{page}.py").run()
        assert not tab.exception
        assert "You have no seat in this workshop" in texts(tab).replace("\\", "")
        assert "Theirs" not in texts(tab)
        assert not tab.get("bidi_component")


def test_recent_workshops_can_be_gone_back_to(sample, lobby):
    (room,) = lobby.recent(DEVICE)
    sample.switch_page("../pages/welcome.py").run()

    sample.button(key=f"welcome.recent.{room.room_id}").click().run()

    assert board(sample)["room"] == room.room_id


def test_the_save_page_offers_the_open_workshop_as_a_file(sample, lobby):
    (room,) = lobby.recent(DEVICE)

    sample.switch_page("../pages/save.py").run()

    link = sample.get("link_button")[0]
    assert link.proto.url == f"/live/file?room={room.room_id}&history=1"
