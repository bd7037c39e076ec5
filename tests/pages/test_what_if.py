"""What would lift the journey most, under "What matters"; it writes nothing."""

import pytest

from cxcore.commands import SetValue, WriteText
from cxcore.model import Workshop
from cxcore.rounds import RoundForm
from cxui.widgets.what_if import (
    ALL_AS_WANTED,
    CHOOSE,
    NOTHING_RATED,
    ROUND_IS_OPEN,
    TITLE,
)
from tests.analysis.builders import Moment, workshop_of
from tests.pages.conftest import DEVICE, new_tab, texts

BEST, OWN = "best", "own"


def opened(room_id, **state):
    """Open the section on its page, with what its widgets hold."""
    app = new_tab(w=room_id)
    app.session_state["matters.what_if"] = True
    for name, value in state.items():
        app.session_state[f"matters.what_if.{name}"] = value
    return app.switch_page("../pages/matters.py").run()


@pytest.fixture
def page(room_id):
    return opened(room_id)


def said(app):
    assert not app.exception
    return texts(app).replace("\\", "")


def do(lobby, room_id, *commands):
    room = lobby.room(room_id)
    for number, command in enumerate(commands):
        room.submit(lobby.seat(room_id, DEVICE), command, f"c{number}").result(5)


def moments(lobby, room_id):
    return list(lobby.room(room_id).shown.touchpoints.values())


def test_it_is_folded_away_and_counts_nothing_until_somebody_wants_it(sample):
    sample.switch_page("../pages/matters.py").run()

    assert not sample.exception
    assert TITLE in [each.label for each in sample.expander]
    assert not sample.select_slider


def test_it_says_which_moments_to_mend_before_any_number(page):
    assert "**Mend " in said(page)
    assert "Journey score today" not in str([table.value for table in page.table])

    page.toggle[0].set_value(True).run()

    assert "Journey score today" in str([table.value for table in page.table])


def test_with_more_work_more_can_be_mended(page):
    slider = page.select_slider[0]
    slider.set_value(1).run()
    little = page.table[0].value.index[0]

    page.select_slider[0].set_value(6).run()

    much = page.table[0].value.index[0]
    assert len(much.split(", ")) == 3
    assert len(little.split(", ")) == 1


def test_work_that_nobody_has_said_is_said_to_be_assumed(page):
    assert "Not said yet, so 5 is taken: " in said(page)


def test_one_chooses_the_moments_and_how_they_would_feel(room_id, lobby):
    app = opened(room_id, way=OWN)
    assert CHOOSE in said(app)
    moment = next(m for m in moments(lobby, room_id) if m.moment_of_truth)

    app.multiselect[0].set_value([moment.id]).run()
    app.select_slider[0].set_value(4.0).run()

    assert f"If {moment.name} felt great (+4): " in said(app)
    assert "The headline would be: " in said(app)


def test_it_forgets_a_moment_that_has_been_taken_away(room_id, lobby):
    (journey_id,) = lobby.room(room_id).shown.journeys
    key = f"moments.{journey_id}"
    kept = moments(lobby, room_id)[0]

    app = opened(room_id, way=OWN, **{key: ["gone", kept.id]})

    assert app.multiselect[0].value == [kept.id]
    assert f"If {kept.name} felt " in said(app)


@pytest.mark.parametrize(
    "workshop",
    [workshop_of(Moment("a")), workshop_of(), Workshop(id="w")],
    ids=["not rated", "no moment", "no journey"],
)
def test_where_nothing_is_rated_there_is_nothing_to_lift(lobby, workshop):
    page = opened(lobby.make(DEVICE, workshop, name="Empty"))

    assert NOTHING_RATED in said(page)
    assert not page.select_slider


def test_where_all_is_as_wanted_nothing_is_proposed(room_id, lobby):
    wanted = [
        SetValue(of="touchpoint", id=each.id, field="wanted", value=-5.0)
        for each in moments(lobby, room_id)
    ]
    do(lobby, room_id, *wanted)

    assert ALL_AS_WANTED in said(opened(room_id))


def test_while_a_round_hides_what_it_asks_nothing_is_said_of_it(room_id, lobby):
    room = lobby.room(room_id)
    (journey_id,) = room.shown.journeys
    room.leading.open_round(
        lobby.seat(room_id, DEVICE), journey_id, RoundForm.LIGHT, anonymous=False
    ).result(5)

    page = opened(room_id)

    assert ROUND_IS_OPEN in said(page)
    assert NOTHING_RATED not in said(page)  # it may well be, and is not shown
    assert not page.select_slider


def test_what_people_typed_is_shown_letter_by_letter(room_id, lobby):
    names = [
        WriteText(
            of="touchpoint",
            id=each.id,
            field="name",
            text=f"<b>**{number}** :red[x] $a$",
            seen=each.name,
        )
        for number, each in enumerate(moments(lobby, room_id))
    ]
    do(lobby, room_id, *names)

    page = opened(room_id)

    raw = texts(page)
    assert "<b>" not in raw
    assert ":red[" not in raw
    assert "<b>" not in str(list(page.table[0].value.index))


def test_it_writes_nothing(room_id, lobby):
    before = lobby.room(room_id).snapshot

    page = opened(room_id)
    page.select_slider[0].set_value(6).run()
    own = opened(room_id, way=OWN)
    own.multiselect[0].set_value([moments(lobby, room_id)[0].id]).run()

    assert lobby.room(room_id).snapshot is before
