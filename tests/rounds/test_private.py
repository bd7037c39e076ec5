"""While a round is open: what is said in it, who sees it, and what is refused."""

import json

import pytest

from cxcore.commands import Batch, SetRating
from cxcore.edit import DoesNotFitError
from cxcore.model import ImportanceMode, Standpoint
from cxcore.rounds import DOTS, RoundForm
from cxlive.errors import NotAllowedError, RoundError, TooManyDotsError
from cxlive.seating.seats import Right
from tests.live.build import add, remove, rename
from tests.rounds.build import CROWD, overall, say

SECRET = -4.2
TOUCHPOINTS = ("queue", "pay", "leave")


def test_an_answer_is_in_no_workshop_no_history_and_no_file(here):
    here.open()

    here.do("ben", say(SECRET))
    here.do("ben", overall(3.0))
    here.say("ben", "note", "It smells of fish", "pay")
    here.room.keep_snapshot()

    assert here.workshop.ratings == {}
    assert here.workshop.answers == {}
    kinds = {entry.command.kind for entry in here.room.snapshot.history}
    assert kinds == {"set_value"}  # the journey counts dots now
    stored = here.home.store.snapshot(here.home.room_id).body.decode()
    for text in (here.file(), stored):
        assert str(SECRET) not in text
        assert "fish" not in text


def test_own_values_are_in_the_own_table_only(here):
    here.open()
    here.do("ben", say(SECRET))
    here.do("ben", overall(3.0))
    here.say("ben", "bet", touchpoint="pay")

    mine = here.table("ben")
    assert mine["mine/pay"]["valence"] == SECRET
    assert mine["round/me"] | {"note": None} == {
        "done": False,
        "bet": "pay",
        "note": None,
        "overall": 3.0,
        "cards": {},
        "staff": {},
    }
    onlookers = [("", Right.OBSERVER), ("dan", Right.OBSERVER)]
    for who, right in [("ana", None), ("cleo", None), *onlookers]:
        theirs = here.table(who, right)
        assert str(SECRET) not in json.dumps(theirs)
        assert theirs["mine/pay"]["valence"] is None
        assert theirs["round/me"]["bet"] is None


def test_what_the_room_thought_before_is_absent_not_frozen(here):
    here.everybody_says(ana=-3.0, ben=-4.0)
    here.open()

    table = here.table("cleo")

    assert table["result/pay"]["valence"] is None
    assert table["result/pay"]["rated"] is False
    assert table["computed"]["ranking"] == []
    assert here.table("ana")["mine/pay"]["valence"] == -3.0


def test_others_hear_only_how_many_are_done(here):
    here.open()
    here.do("ben", say(SECRET))
    here.say("ben", "done", value=True)
    here.do("cleo", say(1.0))

    table = here.table("dan", present=("ben", "cleo", "dan"))

    assert (table["round"]["done"], table["round"]["of"]) == (1, 3)
    assert table["computed"]["headline"] == "Private round: 1 of 3 done"
    assert table["computed"]["headline"] == table["round"]["line"]


def test_who_is_not_done_after_all_is_not_counted(here):
    here.open()
    here.say("ben", "done", value=True)
    here.say("ben", "done", value=False)

    assert here.table("ana")["round"]["done"] == 0


def test_what_the_round_does_not_ask_goes_on_as_ever(here):
    here.open()

    here.do("ben", rename("pay", "Pay by card"))
    here.do("ben", say(6.0, part="effort"))

    assert here.workshop.touchpoints["pay"].name == "Pay by card"
    assert here.workshop.ratings["pay"]["ben"][Standpoint.AS_PERSONA].effort == 6.0


@pytest.mark.parametrize(
    "command",
    [
        say(SECRET).model_copy(update={"standpoint": Standpoint.OWN_EXPERIENCE}),
        Batch(commands=(say(SECRET), rename("pay", "Till"))),
        Batch(commands=(say(SECRET), say(6.0, part="effort"))),
    ],
    ids=["another standpoint", "with structure", "with what is not asked"],
)
def test_what_would_tell_the_room_is_refused(here, command):
    here.open()

    with pytest.raises(NotAllowedError, match="A private round is open"):
        here.do("ben", command)

    assert str(SECRET) not in here.file()


def test_a_moment_pasted_with_its_feeling_is_refused_while_that_is_asked(here):
    here.open()
    new = add("New")
    feeling = SetRating(
        touchpoint_id=new.thing.id, participant_id="ben", part="valence", value=SECRET
    )

    with pytest.raises(NotAllowedError, match="A private round is open"):
        here.do("ben", Batch(commands=(new, feeling)))

    assert here.do("ben", new).rev


def test_a_moment_that_is_not_there_cannot_be_answered_of(here):
    here.open()

    with pytest.raises(DoesNotFitError):
        here.do("ben", say(SECRET, "nowhere"))

    assert here.room.led.answers.of(here.open_round.id, "ben") == {}


def test_a_stage_is_answered_in_one_go(here):
    here.open()

    here.do("ben", Batch(commands=tuple(say(SECRET, each) for each in TOUCHPOINTS)))

    table = here.table("ben")
    assert [table[f"mine/{t}"]["valence"] for t in TOUCHPOINTS] == [SECRET] * 3


def test_a_fourth_dot_is_refused_and_another_can_be_moved(here):
    here.do("ana", add("Extra"))
    extra = next(t.id for t in here.workshop.touchpoints.values() if t.name == "Extra")
    here.open()
    for touchpoint in TOUCHPOINTS:
        here.do("ben", say(value=True, touchpoint=touchpoint, part="dot"))

    with pytest.raises(TooManyDotsError, match=f"You have {DOTS} dots"):
        here.do("ben", say(value=True, touchpoint=extra, part="dot"))

    here.do("ben", say(value=None, touchpoint="pay", part="dot"))
    here.do("ben", say(value=True, touchpoint=extra, part="dot"))
    assert here.table("ben")[f"mine/{extra}"]["dot"] is True
    assert here.table("ben")["mine/pay"]["dot"] is None


def test_four_dots_in_one_batch_are_refused_and_none_is_taken(here):
    here.do("ana", add("Extra"))
    here.open()
    every = here.workshop.touchpoints

    with pytest.raises(TooManyDotsError):
        here.do(
            "ben",
            Batch(
                commands=tuple(say(value=True, touchpoint=t, part="dot") for t in every)
            ),
        )

    assert here.room.led.answers.of(here.open_round.id, "ben") == {}


def test_a_dot_on_a_moment_that_was_taken_away_is_free_again(here):
    here.do("ana", add("Extra"))
    extra = next(t.id for t in here.workshop.touchpoints.values() if t.name == "Extra")
    here.open()
    for touchpoint in TOUCHPOINTS:
        here.do("ben", say(value=True, touchpoint=touchpoint, part="dot"))
    here.do("ana", remove("pay"))

    here.do("ben", say(value=True, touchpoint=extra, part="dot"))

    assert here.table("ben")[f"mine/{extra}"]["dot"] is True


def test_a_journey_counts_dots_from_the_first_round_that_asks_for_them(here):
    here.open()

    assert here.workshop.journeys["visit"].importance_mode is ImportanceMode.DOTS


def test_what_was_said_before_cannot_be_taken_back_while_it_is_asked(here):
    here.do("ben", rename("pay", "Till"))
    here.do("ben", say(2.0))
    here.open()

    with pytest.raises(NotAllowedError, match="A private round is open"):
        here.undo("ben")
    assert here.valences() == {"ben": 2.0}

    here.stop()
    here.undo("ben")
    assert here.valences() == {}


def test_what_is_not_asked_can_be_taken_back_during_a_round(here):
    here.open()
    here.do("ben", say(SECRET))
    here.do("ben", rename("pay", "Till"))

    here.undo("ben")

    assert here.workshop.touchpoints["pay"].name == "pay"
    assert here.table("ben")["mine/pay"]["valence"] == SECRET


def test_a_round_without_answers_cannot_be_shown(here):
    here.open()
    here.say("ben", "done", value=True)

    with pytest.raises(RoundError, match="Nobody has answered yet"):
        here.reveal()

    assert here.open_round is not None


def test_one_round_at_a_time(here):
    here.open()

    with pytest.raises(RoundError, match="A private round is open already"):
        here.open()


@pytest.mark.parametrize("form", [RoundForm.SECOND_LOOK, RoundForm.TOP_THREE])
def test_a_round_that_follows_needs_one_to_follow(here, form):
    with pytest.raises(RoundError):
        here.open(form)


def test_a_round_that_was_stopped_is_never_shown(here):
    here.open()
    here.do("ben", say(SECRET))
    here.stop()

    assert here.open_round is None
    assert here.valences() == {}
    with pytest.raises(RoundError, match="No private round is open"):
        here.reveal()
    here.open()
    assert here.table("ben")["mine/pay"]["valence"] is None
    here.do("ben", say(1.0))
    here.reveal()
    assert here.valences() == {"ben": 1.0}


def test_outside_a_round_nothing_is_said_in_it(here):
    for part in ("done", "bet", "note"):
        with pytest.raises(RoundError, match="No private round is open"):
            here.say("ben", part, value=True)


@pytest.mark.parametrize("part", ["bet", "note"])
def test_a_bet_or_note_is_about_a_moment_of_this_journey(here, part):
    here.do("ana", remove("leave"))
    here.open()

    for touchpoint in ("nowhere", "leave"):
        with pytest.raises(RoundError, match="not there any more"):
            here.say("ben", part, "text", touchpoint)


def test_who_was_taken_out_says_nothing_more_and_is_not_shown(here):
    here.open()
    here.do("ben", say(SECRET))
    here.do("cleo", say(2.0))
    here.do("ana", remove("ben", "participant"))

    with pytest.raises(NotAllowedError):
        here.say("ben", "done", value=True)
    with pytest.raises(NotAllowedError):
        here.do("ben", say(1.0))

    here.reveal()
    assert here.valences() == {"cleo": 2.0}


def test_who_comes_late_lands_in_the_running_round(here):
    here.open()
    here.do("ben", say(SECRET))
    late = here.home.lobby.sit(here.home.room_id, here.home.device, None, "Eve")

    here.home.do(late, say(3.0))
    table = here.table(late.participant_id)

    assert table["round"]["parts"] == ["overall", "dot", "valence"]
    assert table["mine/pay"]["valence"] == 3.0
    assert str(SECRET) not in json.dumps(table)


def test_a_moment_added_meanwhile_is_asked_too(here):
    here.open()
    here.do("ana", add("Extra"))
    extra = next(t.id for t in here.workshop.touchpoints.values() if t.name == "Extra")

    here.do("ben", say(SECRET, extra))

    assert extra in here.table("ben")["round"]["touchpoints"]
    assert str(SECRET) not in here.file()
    here.reveal()
    assert here.valences(extra) == {"ben": SECRET}


def test_another_journey_is_drawn_together_meanwhile(here):
    here.open()
    asked = here.open_round

    assert here.room.led.own(here.workshop, "ben", "other").open_round is None
    assert here.room.led.own(here.workshop, "ben", "visit").open_round == asked


@pytest.mark.parametrize("who", [*CROWD[1:], ""])
def test_only_a_facilitator_leads(here, who):
    leading, seat = here.room.leading, here.seat(who)
    acts = [
        lambda: leading.open_round(seat, "visit", RoundForm.LIGHT, anonymous=False),
        lambda: leading.stop_round(seat),
        lambda: leading.reveal(seat, frozenset()),
        lambda: leading.change(seat, locked=True),
        lambda: leading.start_timer(seat, 60),
    ]

    for act in acts:
        with pytest.raises(NotAllowedError, match="Only the facilitator"):
            act()
