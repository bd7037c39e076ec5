"""Guessing a code is slow; joining is not, however many come from one address."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cxlive import limits
from cxlive.errors import CxError, NoSuchLinkError, TooManyGuessesError
from cxlive.rate import Bucket
from cxlive.seating.device import new_device
from cxlive.seating.guesses import Guesses
from cxlive.seating.links import Links, Way
from cxlive.seating.plan import SeatingPlan
from cxlive.seating.secret import new_code, new_token

ROOM_ADDRESS = "203.0.113.7"


@pytest.fixture
def guesses(clock):
    return Guesses(clock)


@pytest.fixture
def links(home, guesses):
    return Links(home.store, SeatingPlan(home.store), guesses=guesses)


def attempts(links, count, addresses, clock=None, per_second=None):
    """Guess; return how many codes were looked up at all."""
    tried = 0
    for n in range(count):
        if clock is not None:
            clock.now += 1 / per_second
        with pytest.raises(CxError) as refused:
            links.exchange(new_code(), new_device(), addresses[n % len(addresses)])
        tried += isinstance(refused.value, NoSuchLinkError)
    return tried


def some_addresses(count):
    return [f"198.51.100.{n}" for n in range(count)]


def test_of_a_thousand_guesses_at_once_from_one_address_ten_are_looked_up(links):
    assert attempts(links, 1_000, [ROOM_ADDRESS]) == limits.GUESSES_BURST


def test_of_a_thousand_guesses_at_once_from_fifty_addresses_ten_are_looked_up(links):
    assert attempts(links, 1_000, some_addresses(50)) == limits.GUESSES_BURST


def test_who_goes_on_guessing_gets_thirty_a_minute_from_one_address(links, clock):
    first = attempts(links, 600, [ROOM_ADDRESS], clock, per_second=10)
    then = attempts(links, 600, [ROOM_ADDRESS], clock, per_second=10)

    assert first <= limits.GUESSES_PER_ADDRESS_BURST + 30
    assert then <= 30 + 1


def test_who_goes_on_guessing_gets_ten_a_second_from_anywhere(links, clock):
    tried = attempts(links, 5_000, some_addresses(250), clock, per_second=100)

    assert tried <= limits.GUESSES_BURST + 50 * limits.GUESSES_PER_SECOND


def test_sixty_people_behind_one_address_join_at_once(home, links):
    code = links.make(home.room_id, Way.CODE)

    def come(_):
        return links.exchange(code, new_device(), ROOM_ADDRESS).room_id

    with ThreadPoolExecutor(16) as pool:
        rooms = list(pool.map(come, range(60)))

    assert rooms == [home.room_id] * 60


def test_a_room_joins_by_code_while_somebody_elsewhere_guesses_slowly(
    home, links, clock
):
    code = links.make(home.room_id, Way.CODE)

    for _ in range(60):
        attempts(links, 5, some_addresses(5), clock, per_second=9)
        links.exchange(code, new_device(), ROOM_ADDRESS)


def test_a_room_whose_address_guesses_still_joins_by_link(home, links):
    link = links.make(home.room_id, Way.PARTICIPANT)
    attempts(links, 1_000, [ROOM_ADDRESS])

    for _ in range(60):
        links.exchange(link, new_device(), ROOM_ADDRESS)


def test_a_right_code_is_not_looked_up_either_while_there_are_too_many(home, links):
    code = links.make(home.room_id, Way.CODE)
    attempts(links, 100, [ROOM_ADDRESS])

    with pytest.raises(TooManyGuessesError) as refused:
        links.exchange(code, new_device(), ROOM_ADDRESS)

    assert "Wait a minute" in str(refused.value)


def test_after_a_minute_a_code_works_again(home, links, clock):
    code = links.make(home.room_id, Way.CODE)
    attempts(links, 100, [ROOM_ADDRESS])

    clock.now += 60

    assert links.exchange(code, new_device(), ROOM_ADDRESS).room_id == home.room_id


def test_an_old_code_that_many_still_have_is_no_guess(home, links):
    old = links.make(home.room_id, Way.CODE)
    links.withdraw(home.room_id, Way.CODE)
    new = links.make(home.room_id, Way.CODE)

    for _ in range(60):
        with pytest.raises(NoSuchLinkError):
            links.exchange(old, new_device(), ROOM_ADDRESS)

    assert links.exchange(new, new_device(), ROOM_ADDRESS).room_id == home.room_id


def test_a_link_is_never_refused_for_guesses_and_a_wrong_one_opens_nothing(links):
    attempts(links, 100, [ROOM_ADDRESS])

    with pytest.raises(NoSuchLinkError):
        links.exchange(new_token(), new_device(), ROOM_ADDRESS)


def test_however_many_addresses_guess_only_so_many_are_remembered(guesses, clock):
    for n in range(limits.GUESSERS_KNOWN + 500):
        guesses.failed(f"a{n}")

    assert len(guesses) == limits.GUESSERS_KNOWN


def test_who_has_failed_long_ago_is_forgotten(guesses, clock):
    for n in range(100):
        guesses.failed(f"a{n}")
    clock.now += 60

    guesses.failed("new")

    assert len(guesses) == 1


def test_a_household_with_many_ipv6_addresses_is_one(guesses, clock):
    for n in range(int(limits.GUESSES_PER_ADDRESS_BURST)):
        guesses.failed(f"2001:db8:1:2::{n:x}")
        clock.now += 0.001

    assert len(guesses) == 1
    guesses.failed("2001:db8:1:3::1")
    assert len(guesses) == 2


def test_a_bucket_gives_its_burst_then_its_pace(clock):
    bucket = Bucket(2, 3, clock)

    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    assert not bucket.has_one()
    clock.now += 0.5
    assert bucket.has_one()
    assert [bucket.take() for _ in range(2)] == [True, False]
    assert not bucket.is_full()
    clock.now += 100
    assert bucket.is_full()
