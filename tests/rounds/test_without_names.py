"""Rounds without names: who said what is in no name, no order, and no later change."""

import pytest

from cxcore.commands import Add, SetAnswer, SetRating, SetValue, WriteText
from cxcore.edit import DoesNotFitError
from cxcore.model import Participant, Standpoint
from cxcore.rounds import RoundForm
from cxlive.errors import NotAllowedError, RoomFullError, RoundError, RoundOverError
from cxlive.ids import new_id
from cxlive.limits import PARTICIPANTS
from tests.live.build import house
from tests.rounds.build import CROWD, Rounds, crowded_workshop, overall, say

SAID = {"ben": -4.0, "cleo": -2.0, "dan": 3.0}


def anonymous_round(here, **valences):
    here.open(anonymous=True)
    here.everybody_says(**(valences or SAID))
    here.reveal()


def written_by_reveal(here):
    """The changes of the newest entry, in their order."""
    return here.room.snapshot.history[-1].command.commands


def test_values_stand_under_voices_that_are_nobody(here):
    anonymous_round(here)

    voices = {voice.id for voice in here.voices()}
    assert len(voices) == 3
    assert here.valences().keys() == voices
    assert sorted(here.valences().values()) == sorted(SAID.values())
    assert set(here.outcome().ratings["pay"]) == voices
    assert here.outcome().anonymous
    assert {each["id"] for each in here.table("ana")["people"]} == set(CROWD)


def test_own_values_are_still_seen_as_ones_own(here):
    anonymous_round(here)

    for who, value in SAID.items():
        assert here.table(who)["mine/pay"]["valence"] == value
    assert here.table("ana")["mine/pay"]["valence"] is None


def test_voices_are_no_more_people_than_there_are(here):
    anonymous_round(here)

    computed = here.table("ana")["computed"]
    assert (computed["raters"], computed["participants"]) == (3, 4)


def test_two_who_answered_could_be_told_apart(here):
    here.open(anonymous=True)
    here.everybody_says(ben=-4.0, cleo=2.0)
    before = here.room.snapshot

    with pytest.raises(RoundError, match="3 people have to answer"):
        here.reveal()

    assert here.room.snapshot is before
    here.do("dan", say(1.0))
    here.reveal()


def test_what_was_known_by_name_is_taken_away_from_who_has_a_voice(here):
    here.everybody_says(ana=5.0, ben=1.0, cleo=1.5)
    here.do("ben", say(2.0, "queue"))
    anonymous_round(here)

    named = {who for who in here.valences() if who in CROWD}
    assert named == {"ana"}
    assert here.valences("queue") == {}


def test_a_voice_does_not_begin_with_what_is_known_by_name(here):
    here.everybody_says(ben=1.0)
    here.open(anonymous=True)

    assert here.table("ben")["mine/pay"]["valence"] is None


@pytest.mark.parametrize("attempt", range(4))
def test_neither_names_nor_any_order_tell_who_has_which_voice(here, attempt):
    here.everybody_says(ben=1.0, cleo=1.0, dan=1.0)
    here.open(anonymous=True)
    for who, value in SAID.items():
        here.do(who, say(value))
        here.do(who, overall(5.0 + value))
        here.say(who, "note", f"I am {who}", "pay")
    here.reveal()
    changes = written_by_reveal(here)

    added = [c.thing for c in changes if isinstance(c, Add)]
    voices = [thing.id for thing in added if isinstance(thing, Participant)]
    names = [thing.name for thing in added if isinstance(thing, Participant)]
    assert voices == sorted(voices)
    assert names == [f"Voice {n} of round 1" for n in (1, 2, 3)]
    ratings = [c for c in changes if isinstance(c, (SetRating, SetAnswer))]
    taken = [c.participant_id for c in ratings if c.value is None]
    given = [c.participant_id for c in ratings if c.value is not None]
    assert taken == sorted(taken)
    assert given == sorted(given)
    assert set(taken) == set(SAID)
    pins = [thing.id for thing in added if thing.kind == "pin"]
    assert pins == sorted(pins)


def test_who_speaks_first_is_not_the_first_voice(here):
    """Voices are random: over some rounds they come in different orders."""
    orders = set()
    for _ in range(12):
        anonymous_round(here)
        orders.add(tuple(value for _, value in sorted(here.valences().items())))

    assert len(orders) > 1


def test_nothing_links_a_voice_to_a_person_in_the_file_or_in_any_table(here):
    anonymous_round(here)
    voices = {voice.id for voice in here.voices()}

    for entry in here.room.snapshot.history:
        assert entry.actor not in voices
    for who in CROWD:
        text = str(here.table(who))
        assert not any(voice in text for voice in voices)


def test_a_voice_cannot_be_given_a_name(here):
    anonymous_round(here)
    voice = here.voices()[0]

    for command in (
        WriteText(
            of="participant", id=voice.id, field="name", text="Ben", seen=voice.name
        ),
        SetValue(of="participant", id=voice.id, field="anonymous", value=False),
    ):
        with pytest.raises(DoesNotFitError, match="stays unnamed"):
            here.do("ana", command)


def test_nobody_sits_down_as_a_voice(here):
    anonymous_round(here)
    lobby, room_id, device = here.home.lobby, here.home.room_id, here.home.device
    voice = here.voices()[0].id

    with pytest.raises(NotAllowedError):
        lobby.sit(room_id, device, voice)
    with pytest.raises(NotAllowedError):
        lobby.claim(room_id, device, voice)
    with pytest.raises(NotAllowedError):
        lobby.hand_over(room_id, device, voice)


def test_who_opens_a_file_with_voices_is_not_seated_as_one(here):
    anonymous_round(here)
    people = {v.id: v for v in here.voices()}
    first = {"aaa": Participant(id="aaa", name="V", anonymous=True, position="1")}
    only_voices = here.workshop.model_copy(update={"participants": first | people})

    opened = house(workshop=only_voices)

    assert opened.ana.participant_id not in only_voices.participants
    opened.lobby.close()


@pytest.mark.parametrize("who", ["ben", "ana"])
@pytest.mark.parametrize("command", [say(1.0), say(None), overall(2.0)], ids=str)
def test_nobody_says_by_name_afterwards_what_was_said_without(here, who, command):
    here.open(anonymous=True)
    here.do("dan", overall(9.0))
    here.everybody_says(**SAID)
    here.reveal()

    with pytest.raises(NotAllowedError, match="a round without names"):
        here.do(who, command)


def test_an_answer_that_comes_too_late_does_not_become_a_named_one(here):
    here.open(anonymous=True)
    asked = here.open_round.id
    here.everybody_says(**SAID)
    here.reveal()

    for touchpoint in ("pay", "queue"):
        late = say(1.0, touchpoint)
        with pytest.raises(RoundOverError):
            here.room.submit(here.seat("ana"), late, new_id(), said_for=asked)


def test_a_moment_of_which_nobody_spoke_is_rated_by_name_as_ever(here):
    anonymous_round(here)

    here.do("ben", say(1.0, "queue"))

    assert here.valences("queue") == {"ben": 1.0}


def test_other_parts_are_said_by_name_as_ever(here):
    anonymous_round(here)

    here.do("ben", say(6.0, part="effort"))

    ratings = here.workshop.ratings["pay"]["ben"]
    assert ratings[Standpoint.AS_PERSONA].effort == 6.0


def test_an_undo_brings_no_name_back(here):
    here.do("ben", say(1.0))
    here.do("ben", say(None))
    anonymous_round(here)

    with pytest.raises(NotAllowedError, match="a round without names"):
        here.undo("ben")
    assert "ben" not in here.valences()


def test_a_redo_brings_no_name_back(here):
    here.do("ben", say(1.0))
    here.undo("ben")
    anonymous_round(here)

    with pytest.raises(NotAllowedError, match="a round without names"):
        here.redo("ben")
    assert "ben" not in here.valences()


def test_rounds_that_ask_the_same_again_are_without_names_too(here):
    anonymous_round(here)
    here.open(RoundForm.SECOND_LOOK, anonymous=False)

    assert here.open_round.anonymous
    assert here.table("ben")["mine/pay"]["valence"] == SAID["ben"]


def test_a_second_look_moves_everybody_to_a_new_voice(here):
    anonymous_round(here)
    first = {voice.id for voice in here.voices()}
    here.open(RoundForm.SECOND_LOOK)
    here.everybody_says(ben=-1.0, cleo=-1.5, dan=2.5)
    here.reveal()

    assert sorted(here.valences().values()) == [-1.5, -1.0, 2.5]
    assert not here.valences().keys() & first
    assert sorted(
        said["as_persona"].valence for said in here.outcome(1).ratings["pay"].values()
    ) == sorted(SAID.values())
    (move,) = here.table("ana")["revealed"]["movement"]
    assert (move["before"], move["after"]) == (-1.0, 0.0)


def test_who_sits_out_the_second_look_keeps_the_first_voice(here):
    anonymous_round(here, ana=4.0, **SAID)
    here.open(RoundForm.SECOND_LOOK)
    here.everybody_says(ben=-1.0, cleo=-1.5, dan=2.5)
    here.reveal()

    assert sorted(here.valences().values()) == [-1.5, -1.0, 2.5, 4.0]


def test_names_stay_off_whatever_the_facilitator_wants(here):
    anonymous_round(here, ana=-5.0, ben=-5.0, cleo=5.0, dan=5.0)
    here.room.leading.change(here.seat("ana"), names=True).result()

    (split,) = here.table("ben")["revealed"]["splits"]

    assert {name for _, name in split["values"]} == {None}


def test_own_values_are_found_again_after_a_restart(here):
    anonymous_round(here)

    again = here.reopened()

    assert again.table("ben")["mine/pay"]["valence"] == SAID["ben"]
    with pytest.raises(NotAllowedError, match="a round without names"):
        again.do("ben", say(1.0))
    again.home.lobby.close()


def test_where_no_voice_fits_in_any_more_the_round_stays_open_as_it_was():
    crowd = crowded_workshop().participants
    more = {
        f"p{n}": Participant(id=f"p{n}", name="P")
        for n in range(PARTICIPANTS - len(crowd) - 1)
    }
    full = crowded_workshop().model_copy(update={"participants": crowd | more})
    here = Rounds(house(workshop=full))
    here.open(anonymous=True)
    here.everybody_says(**SAID)
    led, snapshot = here.room.led, here.room.snapshot

    with pytest.raises(RoomFullError):
        here.reveal()

    assert here.room.led is led
    assert here.room.snapshot is snapshot
    here.do("ben", say(1.0))
    assert here.room.led.facilitation == led.facilitation
    here.stop()
    here.home.lobby.close()
