"""A staff round: who is asked, and that nobody's single answer is ever seen."""

import json

import pytest

from cxcore.commands import Batch, SetValue
from cxcore.document import read
from cxcore.model import RevealRule, Viewpoint
from cxcore.rounds import RoundForm
from cxlive.errors import NotAllowedError, RoundError
from tests.rounds.build import CROWD, overall, say, staff_says

DELIVER = ("ben", "cleo", "dan")


def answered(here, **values):
    for who, value in values.items():
        here.do(who, staff_says(value))


def able(here, touchpoint):
    """What stands in the workshop, and so in a file."""
    said = here.workshop.answers.get(touchpoint, {}).values()
    return sorted(each.able for each in said if each.able is not None)


def shown(here, touchpoint="pay"):
    rows = here.table("ana")["revealed"]["staff"]
    (row,) = (each for each in rows if each["touchpoint"] == touchpoint)
    return row


def test_the_people_who_deliver_it_are_asked_two_things_of_each_moment(here):
    here.open_staff("ben", "cleo")

    table = here.table("ben", present=CROWD)

    asked = table["round"]
    assert asked["parts"] == ["able", "willing"]
    assert (asked["taps"], asked["minutes"]) == (6, 1)
    assert [step["part"] for step in asked["steps"]] == ["staff"]
    assert (asked["done"], asked["of"]) == (0, 2)
    assert table["lead"]["round_for"] == ["front_line", "back_stage"]
    assert table["round/me"]["staff"]["pay"] == {"able": None, "willing": None}


def test_nobody_else_can_answer_not_even_that_they_are_done(here):
    here.open_staff("ben")
    here.stands("dan", Viewpoint.MANAGEMENT)

    for who in ("ana", "cleo", "dan"):
        with pytest.raises(NotAllowedError, match="people who deliver it"):
            here.do(who, staff_says(5.0))
        with pytest.raises(NotAllowedError, match="people who deliver it"):
            here.say(who, "done", value=True)


def test_an_answer_is_in_no_workshop_no_file_and_no_other_table(here):
    here.open_staff(*DELIVER)

    here.do("ben", staff_says(1.25))

    assert here.workshop.answers == {}
    assert "1.25" not in here.file()
    assert here.table("ben")["round/me"]["staff"]["pay"]["able"] == 1.25
    for who in ("ana", "cleo"):
        assert "1.25" not in json.dumps(here.table(who))


def test_a_spread_is_shown_and_nobodys_answer(here):
    here.open_staff(*DELIVER)
    answered(here, ben=1.0, cleo=2.0, dan=5.0)

    here.reveal()

    assert shown(here)["able"] == {
        "counts": [1, 1, 0, 0, 1],
        "text": "1 of 3 could deliver it tomorrow.",
    }
    assert shown(here)["willing"]["counts"] is None
    opened = read(here.file().encode())
    assert opened.envelope.workshop == here.workshop
    assert not opened.repairs
    assert set(here.workshop.answers["pay"]).isdisjoint(CROWD)
    assert all(each.viewpoint is None for each in here.voices())
    revealed = here.table("ana")["revealed"]
    assert (revealed["asked"], revealed["answered"]) == (3, 3)
    assert revealed["headline"] == "pay: only 1 of 3 could deliver it tomorrow."


def test_fewer_than_three_people_cannot_be_shown(here):
    here.open_staff(*DELIVER)
    answered(here, ben=1.0, cleo=2.0)

    with pytest.raises(RoundError, match="3 people have to answer"):
        here.reveal()


def test_what_fewer_than_three_have_said_of_a_moment_is_not_even_in_the_file(here):
    here.open_staff(*DELIVER)
    answered(here, ben=1.0, cleo=2.0, dan=5.0)
    here.do("ben", staff_says(4.125, "queue"))
    here.do("cleo", staff_says(3.125, "queue", "willing"))

    here.reveal()

    assert "queue" not in here.workshop.answers
    assert "4.125" not in here.file()
    assert "3.125" not in here.file()
    hidden = {"counts": None, "text": "Shown from three answers on."}
    assert shown(here, "queue")["able"] == hidden


def test_a_setting_can_ask_for_more_voices_and_never_for_fewer(here):
    change = {"of": "settings", "id": "settings", "field": "reveal"}
    here.do("ana", SetValue(**change, value=RevealRule(raters_from=4)))
    here.open_staff(*CROWD)
    answered(here, ben=1.0, cleo=2.0, dan=5.0)

    with pytest.raises(RoundError, match="4 people have to answer"):
        here.reveal()
    here.do("ana", SetValue(**change, value=RevealRule(raters_from=1)))
    here.reveal()

    assert shown(here)["able"]["counts"] == [1, 1, 0, 0, 1]
    assert shown(here)["willing"]["counts"] is None


def test_a_second_round_begins_with_my_own_and_hides_what_was_shown(here):
    here.open_staff(*DELIVER)
    answered(here, ben=1.0, cleo=2.0, dan=5.0)
    here.reveal()

    here.open_staff()

    assert here.table("ben")["round/me"]["staff"]["pay"]["able"] == 1.0
    assert here.room.shown.answers.get("pay", {}) == {}
    for who in DELIVER:
        here.do(who, staff_says(5.0))
    here.reveal()
    assert shown(here)["able"]["counts"] == [0, 0, 0, 0, 3]
    assert able(here, "pay") == [5.0, 5.0, 5.0]


def test_who_takes_back_an_answer_so_that_two_are_left_takes_the_spread_along(here):
    here.open_staff(*DELIVER)
    answered(here, ben=1.0, cleo=2.0, dan=5.0)
    here.do("ben", staff_says(3.0, "leave"))
    here.do("cleo", staff_says(3.0, "leave"))
    here.do("dan", staff_says(3.0, "leave"))
    here.reveal()
    here.open_staff()
    for who in DELIVER:
        here.do(who, staff_says(2.0, "leave"))
    here.do("ben", staff_says(None))

    here.reveal()

    assert shown(here)["able"]["counts"] is None
    assert able(here, "pay") == []
    assert shown(here, "leave")["able"]["counts"] == [0, 3, 0, 0, 0]


def test_staff_never_speak_by_name(here):
    for who in ("ana", "ben"):
        with pytest.raises(NotAllowedError, match="staff round only"):
            here.do(who, staff_says(5.0))

    here.open_staff("ben", "cleo", "dan")
    with pytest.raises(NotAllowedError):
        here.do("ben", Batch(commands=(staff_says(5.0), overall(3.0))))


def test_ratings_go_on_in_the_open_beside_a_staff_round(here):
    here.open_staff("ben")

    here.do("cleo", say(-3.0))

    table = here.table("dan")
    assert table["result/pay"]["valence"] == -3.0
    assert not table["computed"]["headline"].startswith("Private round")


def test_moments_of_others_and_without_people_are_not_asked_about(here):
    set_it = {"of": "touchpoint", "id": "queue", "field": "channel"}
    here.do("ana", SetValue(**set_it, value="web"))
    set_it = {"of": "touchpoint", "id": "pay", "field": "ownership"}
    here.do("ana", SetValue(**set_it, value="partner"))

    assert here.table("ana")["lead"]["staff"] == {"moments": 1, "people": 0}
    here.open_staff("ben")

    assert here.table("ben")["round"]["touchpoints"] == ["leave"]
    with pytest.raises(NotAllowedError):
        here.do("ben", staff_says(5.0, "pay"))


def test_a_staff_round_is_not_a_first_look(here):
    here.open_staff(*DELIVER)
    answered(here, ben=1.0, cleo=2.0, dan=5.0)
    here.reveal()

    assert not here.table("ana")["lead"]["felt"]
    with pytest.raises(RoundError, match="no first round"):
        here.open(RoundForm.SECOND_LOOK)
    here.open()
    assert not here.open_round.anonymous
