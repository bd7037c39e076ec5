"""The rating sheet of paper: what it asks, how it is read, and where it goes."""

import pytest

from cxcore.commands import SetRating
from cxcore.model import ImportanceMode, Persona, Standpoint
from cxcore.rounds import RoundForm
from cxcore.words import valence_word
from cxlive.errors import NotAllowedError
from cxlive.ids import new_id
from cxlive.rounds.answers import DONE, NOTE
from cxlive.rounds.copying import must_be_something, take
from cxlive.rounds.paper import (
    WORDS,
    PaperError,
    Ticked,
    paper,
    papers,
    read_importance,
    read_valence,
)
from tests.core.builders import small_workshop
from tests.live.build import PATIENCE, house, remove


@pytest.fixture
def home():
    built = house()
    yield built
    built.lobby.close()


def ben(home):
    return home.lobby.for_paper(home.room_id, home.device, "ben")


def take_from_ben(home, *ticked):
    take(home.room, ben(home), sheet(home), must_be_something(home.room, ticked))


def sheet(home):
    return paper(home.room.shown, "visit")


def bens(home, touchpoint_id):
    said = home.room.snapshot.workshop.ratings.get(touchpoint_id, {}).get("ben", {})
    return said.get(Standpoint.AS_PERSONA)


def open_round(home, form=RoundForm.LIGHT):
    opened = home.room.leading.open_round(home.ana, "visit", form, anonymous=False)
    opened.result(PATIENCE)
    return home.room.led.open_round(home.room.snapshot.workshop)


# What it asks


def test_the_moments_stand_in_the_order_of_the_journey():
    rows = paper(small_workshop(), "visit").rows

    assert [(row.stage, row.name) for row in rows] == [
        ("find", "queue"),
        ("buy", "pay"),
        ("buy", "leave"),
    ]


def test_it_asks_as_the_persona():
    workshop = small_workshop()
    journey = workshop.journeys["visit"].model_copy(update={"persona_id": "m"})
    named = workshop.model_copy(
        update={
            "personas": {"m": Persona(id="m", name="Marta")},
            "journeys": {"visit": journey},
        }
    )

    assert paper(named, "visit").feels == "As Marta, how does it feel?"


def test_where_the_journey_counts_a_scale_it_asks_for_that(home):
    assert sheet(home).counts_dots
    known = SetRating(
        touchpoint_id="pay", participant_id="ana", part="importance", value=4.0
    )
    home.do(home.ana, known)

    assert not sheet(home).counts_dots


def test_a_journey_without_moments_has_no_sheet(home):
    for name in ("queue", "pay", "leave"):
        home.do(home.ana, remove(name))

    assert papers(home.room.shown) == ()


# How it is read


def test_each_word_stands_for_a_feeling_of_that_word():
    assert WORDS[0] == "awful"
    assert WORDS[-1] == "great"
    for word in WORDS:
        assert valence_word(read_valence(f" {word.upper()} ")) == word


@pytest.mark.parametrize(
    ("typed", "valence"),
    [("", None), ("0", 0.0), ("-2,5", -2.5), ("\u22125", -5.0), ("+1.3", 1.5),
     ("so so", 0.0)],
)  # fmt: skip
def test_numbers_are_read_by_halves(typed, valence):
    assert read_valence(typed) == valence


@pytest.mark.parametrize("typed", ["goood", "5.1", "nan", "-inf", "1e9", "<b>bad</b>"])
def test_what_is_no_feeling_is_refused_with_the_words(typed):
    with pytest.raises(PaperError, match="rather bad"):
        read_valence(typed)


def test_how_much_it_matters_is_a_number_from_1_to_5():
    assert read_importance(" 4 ") == 4.0
    assert read_importance("") is None
    for wrong in ("0", "6", "nan", "much"):
        with pytest.raises(PaperError):
            read_importance(wrong)


# Where it goes


def test_a_sheet_becomes_the_ratings_of_the_person(home):
    take_from_ben(
        home, Ticked("pay", valence=-3.0, dot=True), Ticked("queue"), Ticked("leave")
    )

    assert (bens(home, "pay").valence, bens(home, "pay").dot) == (-3.0, True)
    assert bens(home, "queue") is None
    journey = home.room.snapshot.workshop.journeys["visit"]
    assert journey.importance_mode is ImportanceMode.DOTS


def test_a_note_stands_on_the_journey_as_it_was_typed(home):
    take_from_ben(home, Ticked("pay", note="<b>No</b> till"))

    (pin,) = home.room.snapshot.workshop.pins.values()
    assert (pin.touchpoint_id, pin.text) == ("pay", "<b>No</b> till")


def test_in_an_open_round_a_sheet_goes_to_the_round_and_nobody_sees_it(home):
    asked = open_round(home)

    take_from_ben(home, Ticked("pay", valence=-3.0, dot=True, note="No till"))

    assert bens(home, "pay") is None
    assert not home.room.snapshot.workshop.pins
    said = home.room.led.answers.of(asked.id, "ben")
    assert said["pay", "valence"] == -3.0
    assert said["pay", "dot"] is True
    assert said["pay", NOTE] == "No till"
    assert said["visit", DONE] is True


def test_at_the_reveal_a_sheet_counts_like_any_answer(home):
    open_round(home)
    take_from_ben(home, Ticked("pay", valence=-3.0))

    home.room.leading.reveal(home.ana, frozenset({"ben"})).result(PATIENCE)

    assert bens(home, "pay").valence == -3.0


def test_what_the_open_round_does_not_ask_is_saved_at_once(home):
    open_round(home)
    take_from_ben(home, Ticked("pay", valence=1.0))
    home.room.leading.reveal(home.ana, frozenset({"ben"})).result(PATIENCE)
    open_round(home, RoundForm.SECOND_LOOK)

    take_from_ben(home, Ticked("pay", valence=-3.0, dot=True))

    assert (bens(home, "pay").valence, bens(home, "pay").dot) == (1.0, True)


def test_more_than_three_dots_are_refused_before_anything_is_saved(home):
    four = [Ticked(name, dot=True) for name in ("queue", "pay", "leave", "pay")]

    with pytest.raises(PaperError, match="4 moments"):
        take_from_ben(home, *four)

    assert bens(home, "pay") is None


def test_an_empty_sheet_is_refused(home):
    with pytest.raises(PaperError, match="Nothing is typed in"):
        take_from_ben(home, Ticked("pay"))


def test_moments_that_were_removed_meanwhile_are_left_out(home):
    home.do(home.ana, remove("pay"))

    take_from_ben(home, Ticked("pay", valence=1.0), Ticked("queue", valence=2.0))

    assert bens(home, "pay") is None
    assert bens(home, "queue").valence == 2.0
    with pytest.raises(PaperError, match="any more"):
        take_from_ben(home, Ticked("pay", valence=1.0))


def test_nobody_speaks_for_a_voice_without_a_name(home):
    asked = home.room.leading.open_round(
        home.ana, "visit", RoundForm.LIGHT, anonymous=True
    )
    asked.result(PATIENCE)
    for _ in range(3):
        who = home.lobby.add_person(home.room_id, home.device, "Guest")
        seat = home.lobby.for_paper(home.room_id, home.device, who)
        take(home.room, seat, sheet(home), (Ticked("pay", valence=-3.0),))
    home.room.leading.reveal(home.ana, frozenset()).result(PATIENCE)
    people = home.room.snapshot.workshop.participants.values()
    voice = next(each.id for each in people if each.anonymous)

    with pytest.raises(NotAllowedError):
        home.lobby.for_paper(home.room_id, home.device, voice)


def test_a_sheet_can_be_taken_twice_and_the_last_one_stands(home):
    take_from_ben(home, Ticked("pay", valence=1.0))
    take_from_ben(home, Ticked("pay", valence=2.0), Ticked(new_id(), valence=2.0))

    assert bens(home, "pay").valence == 2.0
