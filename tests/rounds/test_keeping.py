"""Keeping a journey as a review: what is kept, by whom, when, and how much."""

import pytest

from cxcore.checkup import Status, check
from cxcore.commands import Add, Remove
from cxcore.document import Envelope, read, write
from cxcore.model import Review
from cxlive.channel.orders import read_command
from cxlive.errors import (
    NotAllowedError,
    NothingToUndoError,
    NotUnderstoodError,
    ReviewError,
    RoundError,
    TooManyReviewsError,
)
from cxlive.ids import new_id
from cxlive.room.opening import now
from cxlive.rounds import keeping
from cxlive.seating.seats import Right
from tests.live.build import PATIENCE
from tests.rounds.build import rounds, say


@pytest.fixture
def room():
    built = rounds()
    yield built
    built.home.lobby.close()


def keep(room, who="ana", *, journey="visit", note="", entry=None, **forecast):
    leading, seat = room.room.leading, room.seat(who)
    future = leading.keep_review(seat, entry or new_id(), journey, note, forecast)
    return future.result(PATIENCE)


def reviews(room):
    return list(room.workshop.reviews.values())


def kept(room, **how):
    keep(room, **how)
    return reviews(room)[-1]


class TestWhatIsKept:
    def test_what_everybody_said_of_every_moment_on_the_map(self, room):
        room.everybody_says(ana=2.0, ben=-3.0)

        review = kept(room, note="Before the move")

        assert review.journey_id == "visit"
        assert review.on == now().date()
        assert review.note == "Before the move"
        assert review.touchpoint_ids == ("queue", "pay", "leave")
        assert review.ratings == room.workshop.ratings

    def test_a_forecast_of_moments_on_the_map_alone(self, room):
        room.everybody_says(ana=2.0)

        review = kept(room, pay=3.0, gone=1.0)

        assert review.forecast == {"pay": 3.0}

    def test_not_what_was_removed_nor_who_was_taken_out(self, room):
        room.everybody_says(ana=2.0, ben=-3.0)
        room.do("ben", say(1.0, "queue"))
        room.home.do(room.seat("ana"), Remove(of="touchpoint", id="queue"))
        room.home.do(room.seat("ana"), Remove(of="participant", id="ben"))

        review = kept(room)

        assert review.touchpoint_ids == ("pay", "leave")
        assert {key: list(said) for key, said in review.ratings.items()} == {
            "pay": ["ana"]
        }

    def test_not_what_somebody_took_back(self, room):
        room.everybody_says(ana=2.0, ben=1.0)
        room.do("ben", say(None))

        assert list(kept(room).ratings["pay"]) == ["ana"]

    def test_it_stays_as_it_was_whatever_is_said_later(self, room):
        room.everybody_says(ana=2.0)
        review = kept(room)
        room.everybody_says(ana=-4.0)

        assert reviews(room) == [review]
        assert review.ratings["pay"]["ana"]["as_persona"].valence == 2.0

    def test_it_survives_a_restart_and_opens_from_a_file(self, room):
        room.everybody_says(ana=2.0)
        review = kept(room)

        assert reviews(room.reopened()) == [review]
        loaded = read(room.file().encode())
        assert loaded.repairs == ()
        assert list(loaded.envelope.workshop.reviews.values()) == [review]

    def test_the_map_is_not_on_the_shelf_any_more(self, room):
        room.everybody_says(ana=2.0)

        def shelf():
            return check(room.workshop, now().date()).of("CX31").status

        before = shelf()
        keep(room)

        assert (before, shelf()) == (Status.FOUND, Status.PASSED)


class TestWhoMayKeep:
    def test_only_who_leads(self, room):
        room.everybody_says(ana=2.0)

        for right in (Right.PARTICIPANT, Right.OBSERVER):
            with pytest.raises(NotAllowedError):
                room.room.leading.keep_review(
                    room.seat("ben", right), new_id(), "visit", "", {}
                )
        assert reviews(room) == []

    @pytest.mark.parametrize("right", Right)
    def test_nobody_can_write_one_by_hand(self, room, right):
        room.everybody_says(ana=2.0)
        forged = Review(id="made", journey_id="visit", on=now().date(), ratings={})

        with pytest.raises(NotAllowedError):
            room.room.submit(
                room.seat("ana", right), Add(of="review", thing=forged), new_id()
            )
        assert reviews(room) == []

    @pytest.mark.parametrize("right", Right)
    def test_nor_change_one_nor_take_it_away(self, room, right):
        room.everybody_says(ana=2.0)
        review = kept(room, note="Then")

        with pytest.raises(NotAllowedError):
            room.room.submit(
                room.seat("ana", right), Remove(of="review", id=review.id), new_id()
            )
        with pytest.raises(NotUnderstoodError):  # it has no field that changes
            read_command(set_value(review.id, "note", "Now"), "ana")
        assert reviews(room) == [review]

    def test_nobody_can_undo_it_and_undo_goes_on_before_it(self, room):
        room.do("ana", say(2.0))
        keep(room)
        room.undo("ana")

        assert len(reviews(room)) == 1
        assert room.valences() == {}
        with pytest.raises(NothingToUndoError):
            room.undo("ana")


class TestWhen:
    def test_never_while_a_private_round_is_open(self, room):
        room.everybody_says(ana=2.0)
        room.open()
        room.do("ben", say(-4.2))

        with pytest.raises(RoundError, match="private round"):
            keep(room)

        room.stop()
        assert "-4.2" not in kept(room).model_dump_json()

    def test_nor_while_a_persona_is_asked_about(self, room):
        room.everybody_says(ana=2.0)
        room.open_cards()

        with pytest.raises(RoundError):
            keep(room)

    def test_not_before_anybody_has_rated(self, room):
        with pytest.raises(ReviewError, match="nothing to keep"):
            keep(room)

    def test_not_a_journey_that_is_gone(self, room):
        room.everybody_says(ana=2.0)

        room.home.do(room.seat("ana"), Remove(of="journey", id="visit"))

        for journey in ("visit", "another"):
            with pytest.raises(ReviewError, match="not there"):
                keep(room, journey=journey)

    def test_asked_twice_with_one_id_it_is_kept_once(self, room):
        room.everybody_says(ana=2.0)
        entry = new_id()

        first, second = keep(room, entry=entry), keep(room, entry=entry)

        assert first.rev == second.rev
        assert len(reviews(room)) == 1

    def test_twice_a_day_if_somebody_asks_for_it(self, room):
        room.everybody_says(ana=2.0)
        keep(room)
        keep(room)

        assert len(reviews(room)) == 2


class TestHowMuch:
    def test_so_many_of_a_journey_and_no_more(self, room, monkeypatch):
        monkeypatch.setattr(keeping, "REVIEWS_PER_JOURNEY", 2)
        room.everybody_says(ana=2.0)
        keep(room)
        keep(room)

        with pytest.raises(TooManyReviewsError):
            keep(room)
        assert len(reviews(room)) == 2

    def test_never_more_bytes_than_the_file_can_give_them(self, room, monkeypatch):
        room.everybody_says(ana=2.0, ben=1.0)
        empty = len(room.file())
        review = kept(room)
        monkeypatch.setattr(keeping, "REVIEW_BYTES", 2 * keeping.size_of(review) - 1)

        with pytest.raises(TooManyReviewsError):
            keep(room)
        # It stands in the file twice: as it is, and in the history.
        assert len(room.file()) - empty > 2 * keeping.size_of(review)

    def test_its_size_is_the_one_that_it_has_in_a_file(self, room):
        room.everybody_says(ana=2.0, ben=1.0)
        before = len(without_history(room))
        review = kept(room, note="Ümläute", pay=1.0)

        found = len(without_history(room)) - before

        assert keeping.size_of(review) == pytest.approx(found, abs=120)


def set_value(review, field, value):
    where = {"of": "review", "id": review, "field": field}
    return {"kind": "set_value", "value": value} | where


def without_history(room):
    return write(Envelope(room.workshop)).data
