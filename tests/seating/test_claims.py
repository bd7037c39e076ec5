"""Who says "I am Ana already" waits until Ana or the facilitator confirms it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cxlive import limits
from cxlive.errors import (
    NoSeatError,
    NoSuchClaimError,
    NotAllowedError,
    TooManyClaimsError,
)
from cxlive.seating.claims import Claims
from cxlive.seating.device import new_device
from cxlive.seating.seats import Right, Seat
from tests.core.builders import small_workshop


def test_a_claim_waits_until_they_themselves_confirm_it(home):
    ben = home.device_for("ben")
    phone = home.device_for("")

    claim = home.lobby.claim(home.room_id, phone, "ben")

    assert home.lobby.seat(home.room_id, phone).is_standing
    assert home.lobby.claims(home.lobby.seat(home.room_id, ben)) == [claim]
    home.lobby.answer_claim(home.room_id, ben, claim.id, yes=True)
    assert home.lobby.seat(home.room_id, phone).participant_id == "ben"
    assert home.lobby.seat(home.room_id, ben).participant_id == "ben"
    assert home.lobby.claims(home.ana) == []


def test_the_facilitator_confirms_any_claim_and_others_none(home):
    ben, phone = home.device_for("ben"), home.device_for("")
    cleo = home.device_for("")
    claim = home.lobby.claim(home.room_id, phone, "ana")

    for other in (ben, cleo, phone):
        assert home.lobby.claims(home.lobby.seat(home.room_id, other)) == []
        with pytest.raises(NotAllowedError):
            home.lobby.answer_claim(home.room_id, other, claim.id, yes=True)
    home.lobby.answer_claim(home.room_id, home.device, claim.id, yes=True)

    assert home.lobby.seat(home.room_id, phone).participant_id == "ana"


def test_a_claim_never_raises_a_right(home):
    phone = home.device_for("")
    claim = home.lobby.claim(home.room_id, phone, "ana")

    home.lobby.answer_claim(home.room_id, home.device, claim.id, yes=True)

    assert home.lobby.seat(home.room_id, phone).right is Right.PARTICIPANT


def test_a_claim_that_was_turned_down_moves_nobody(home):
    phone = home.device_for("")
    claim = home.lobby.claim(home.room_id, phone, "ben")

    home.lobby.answer_claim(home.room_id, home.device, claim.id, yes=False)

    assert home.lobby.seat(home.room_id, phone).is_standing
    with pytest.raises(NoSuchClaimError):
        home.lobby.answer_claim(home.room_id, home.device, claim.id, yes=True)


def test_who_leads_another_room_answers_nothing_here(home):
    claim = home.lobby.claim(home.room_id, home.device_for(""), "ben")
    elsewhere = new_device()
    other = home.lobby.make(elsewhere, small_workshop())

    assert home.lobby.claims(home.lobby.seat(other, elsewhere)) == []
    with pytest.raises(NoSuchClaimError):
        home.lobby.answer_claim(other, elsewhere, claim.id, yes=True)
    with pytest.raises(NoSeatError):
        home.lobby.answer_claim(home.room_id, elsewhere, claim.id, yes=True)


def test_a_claim_on_somebody_who_was_taken_out_meanwhile_moves_nobody(home):
    phone = home.device_for("")
    claim = home.lobby.claim(home.room_id, phone, "ben")
    home.lobby.remove_person(home.room_id, home.device, "ben")

    with pytest.raises(NotAllowedError):
        home.lobby.answer_claim(home.room_id, home.device, claim.id, yes=True)
    assert home.lobby.seat(home.room_id, phone).is_standing


def test_nobody_claims_to_be_somebody_who_is_not_here(home):
    with pytest.raises(NotAllowedError):
        home.lobby.claim(home.room_id, home.device_for(""), "nobody")


FACILITATOR = Seat("r", "ana", Right.FACILITATOR)


def test_a_device_waits_for_one_person_the_last_it_asked_for():
    claims = Claims()
    claims.ask("r", "d", "ben")

    last = claims.ask("r", "d", "cleo")

    assert claims.waiting(FACILITATOR) == [last]


def test_an_old_claim_is_dropped(clock):
    claims = Claims(clock)
    claim = claims.ask("r", "d", "ben")

    clock.now += limits.CLAIM_SECONDS

    assert claims.waiting(FACILITATOR) == []
    with pytest.raises(NoSuchClaimError):
        claims.take(claim.id, FACILITATOR)


def test_so_many_wait_in_a_room_and_no_more():
    claims = Claims()
    for n in range(limits.CLAIMS):
        claims.ask("r", f"d{n}", "ben")

    with pytest.raises(TooManyClaimsError):
        claims.ask("r", "one more", "ben")
    assert claims.ask("other", "one more", "ben")
    assert claims.ask("r", "d3", "ana")


def test_of_two_who_answer_at_once_one_is_heard():
    claims = Claims()
    claim = claims.ask("r", "d", "ben")

    def answer(_):
        try:
            return claims.take(claim.id, FACILITATOR)
        except NoSuchClaimError:
            return None

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, range(8))).count(claim) == 1
