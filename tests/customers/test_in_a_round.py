"""While a private round is open nothing that customers say reaches the workshop."""

import pytest

from cxcore.rounds import RoundForm
from tests.customers.build import LATER, Shop
from tests.live.build import FailingStore, rate
from tests.rounds.build import say


@pytest.fixture
def asked(here):
    """A round that Ben and Cleo have answered; not shown yet."""
    here.rounds.open()
    here.rounds.everybody_says(ben=2.0, cleo=-1.0)
    return here


def everything_seen(here, who):
    """All that a seat can get hold of: its table, the file, the history."""
    table = here.rounds.table(who)
    return repr(table) + here.rounds.file()


def test_who_answers_meanwhile_is_thanked_and_kept_out_of_the_workshop(asked, browser):
    secret = asked.link()
    before = asked.workshop

    answer = browser.answer(secret, overall=1, pay=("awful", "Never again"))

    assert answer.status_code == 303
    assert asked.workshop is before
    for who in ("ana", "ben", "cleo"):
        assert "Never again" not in everything_seen(asked, who)
        assert "-4.5" not in everything_seen(asked, who)


def test_with_the_reveal_they_come_in(asked, browser):
    secret = asked.link()
    browser.answer(secret, pay=("awful", "Never again"))
    browser.answer(secret, pay="bad")

    asked.rounds.reveal()

    assert [person.name for person in asked.came] == ["Customer 1", "Customer 2"]
    assert asked.evidence(secret).n == 2
    assert asked.said_as_persona() == {"ben": 2.0, "cleo": -1.0}
    assert asked.rounds.outcome().asked == 4  # customers were not asked in the round
    assert set(asked.rounds.outcome().ratings["pay"]) == {"ben", "cleo"}


def test_with_a_round_that_is_stopped_they_come_in_too(asked, browser):
    secret = asked.link()
    browser.answer(secret, pay="awful")

    asked.rounds.stop()

    assert len(asked.came) == 1
    assert asked.said_as_persona() == {}


def test_sent_twice_before_and_after_the_reveal_it_counts_once(asked, browser):
    secret = asked.link()
    form = browser.open(secret).filled(pay="awful")
    browser.send(secret, form)
    browser.send(secret, form | browser.open(secret).filled(pay="great") | {
        "key": form["key"]
    })  # fmt: skip
    asked.rounds.reveal()

    assert browser.send(secret, form).status_code == 303

    (came,) = asked.came
    assert asked.feelings(came.id) == {"pay": {"own_experience": -4.5}}


def test_who_waits_is_there_after_a_restart(asked, browser):
    secret = asked.link()
    browser.answer(secret, pay="awful")

    after = asked.reopened()
    after.rounds.reveal()

    assert len(after.came) == 1
    after.home.lobby.close()


def test_a_round_about_another_journey_holds_nobody_up(here, browser):
    secret = here.link()
    here.rounds.open()
    room = here.home.room
    other = room.led.open_round(here.workshop).model_copy(
        update={"journey_id": "elsewhere"}
    )
    with room.held() as rounds:
        done = rounds.lead(round=other)
    done.result(10)

    browser.answer(secret, pay="awful")

    assert len(here.came) == 1


def test_those_who_wait_count_towards_the_places(asked, browser, monkeypatch):
    monkeypatch.setattr("cxlive.customers.waiting.CUSTOMERS", 1)
    secret = asked.link()
    browser.answer(secret, pay="awful")

    assert browser.open(secret).answer.status_code == 403


def test_a_reveal_is_not_held_up_by_customers_without_a_place(
    asked, browser, monkeypatch
):
    secret = asked.link()
    browser.answer(secret, pay="awful")
    monkeypatch.setattr(
        "cxlive.room.rules._MOST",
        {"participant": len(asked.workshop.participants)},
    )

    asked.rounds.reveal()

    assert asked.said_as_persona() == {"ben": 2.0, "cleo": -1.0}
    assert asked.came == []
    monkeypatch.undo()
    browser.answer(secret, pay="good")
    assert len(asked.came) == 2


def test_taking_a_link_out_forgets_those_who_wait_by_it(asked, browser):
    secret = asked.link()
    browser.answer(secret, pay="awful")

    room_id, device = asked.home.room_id, asked.home.device
    asked.customers.take_out(room_id, device, asked.link_id(secret))
    asked.rounds.reveal()

    assert asked.came == []


def test_who_waits_by_another_link_comes_in_all_the_same(asked, browser):
    secret, other = asked.link(), asked.link()
    browser.answer(secret, pay="awful")
    browser.answer(other, pay="good")

    room_id, device = asked.home.room_id, asked.home.device
    asked.customers.take_out(room_id, device, asked.link_id(secret))
    asked.rounds.reveal()

    (came,) = asked.came
    assert came.id.startswith(asked.link_id(other))


def test_people_still_rate_by_name_where_customers_have_spoken(here, browser):
    browser.answer(here.link(), overall=4, pay="awful")

    here.home.do(here.home.ana, rate("pay", 2.0))
    here.rounds.open(RoundForm.LIGHT)
    here.rounds.do("ben", say(3.0))
    here.rounds.reveal()

    assert here.said_as_persona() == {"ana": 2.0, "ben": 3.0}
    assert not here.rounds.outcome().anonymous


def test_a_disk_that_breaks_keeps_nobody_waiting_by_half(shaky, browser):
    shaky.rounds.open()
    secret = shaky.link(until=LATER)
    form = browser.open(secret).filled(pay="awful")
    shaky.home.store.is_broken = True

    assert browser.send(secret, form).status_code == 503

    shaky.home.store.is_broken = False
    shaky.home.room.recover()
    shaky.rounds.stop()
    assert shaky.came == []
    assert isinstance(shaky, Shop)
    assert isinstance(shaky.home.store, FailingStore)
