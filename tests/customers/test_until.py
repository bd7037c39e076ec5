"""When a customer link ends: its day, withdrawn, its journey gone, no place left."""

from datetime import timedelta

import pytest

from cxcore.model import Participant
from cxlive import limits
from cxlive.errors import CustomerLinkError, NoSeatError, NotAllowedError
from cxlive.seating.device import new_device
from tests.customers.build import LATER, TODAY
from tests.live.build import remove

DAY = timedelta(days=1)


def refused(browser, secret, form=None):
    """What a customer reads who opens the link, or sends a form by it."""
    answer = browser.open(secret).answer if form is None else browser.send(secret, form)
    assert "<form" not in answer.text
    return answer.status_code, answer.text


def test_its_last_day_still_counts_and_the_next_does_not(here, browser):
    secret = here.link(until=LATER)
    here.set_day(LATER)
    form = browser.open(secret).filled(pay="good")
    assert browser.send(secret, form).status_code == 303

    here.set_day(LATER + DAY)

    status, text = refused(browser, secret)
    assert status == 410
    assert "Nothing more is asked by this link" in text


def test_who_sends_too_late_is_told_and_not_counted(here, browser):
    secret = here.link()
    form = browser.open(secret).filled(pay="good")
    here.set_day(LATER + DAY)

    status, _ = refused(browser, secret, form)

    assert status == 410
    assert here.came == []


def test_withdrawn_it_asks_nobody_and_what_has_arrived_stays(here, browser):
    secret, other = here.link(), here.link()
    browser.answer(secret, pay="good")
    form = browser.open(secret).filled(pay="bad")

    here.customers.withdraw(here.home.room_id, here.home.device, here.link_id(secret))

    assert refused(browser, secret)[0] == 410
    assert refused(browser, secret, form)[0] == 410
    assert len(here.came) == 1
    assert browser.open(other).answer.status_code == 200
    with pytest.raises(CustomerLinkError, match="withdrawn already"):
        here.customers.withdraw(
            here.home.room_id, here.home.device, here.link_id(secret)
        )


@pytest.mark.parametrize("of", ["journey", "moments"])
def test_it_is_over_where_its_journey_or_all_moments_are_gone(here, browser, of):
    secret = here.link()
    form = browser.open(secret).filled(pay="bad")
    gone = ["visit"] if of == "journey" else ["queue", "pay", "leave"]
    for each in gone:
        here.home.do(
            here.home.ana, remove(each, "journey" if of == "journey" else "touchpoint")
        )

    assert refused(browser, secret)[0] == 410
    if of == "journey":
        assert refused(browser, secret, form)[0] == 410
        assert here.came == []


def test_half_of_the_places_are_kept_for_people_in_the_room(here, browser, monkeypatch):
    monkeypatch.setattr("cxlive.customers.waiting.CUSTOMERS", 2)
    secret = here.link()
    late = browser.open(secret).filled(pay="good")
    for _ in range(2):
        browser.answer(secret, pay="bad")

    # Said before anything was typed.
    status, text = refused(browser, secret)
    assert status == 403
    assert "no place left" in text
    assert refused(browser, secret, late)[0] == 403
    assert len(here.came) == 2
    assert limits.CUSTOMERS * 2 == limits.PARTICIPANTS


def test_a_full_workshop_takes_no_customers_either(here, browser):
    secret = here.link()
    room = here.home.room
    for n in range(limits.PARTICIPANTS - len(here.workshop.participants)):
        person = Participant(id=f"p{n}", name=f"P {n}")
        done = room.admit(person, f"e{n}")
    done.result(10)

    assert refused(browser, secret)[0] == 403


def test_one_sending_after_the_other_is_taken_a_flood_is_not(
    here, browser, monkeypatch
):
    monkeypatch.setattr("cxlive.customers.customers.SENDINGS_BURST", 3.0)
    monkeypatch.setattr("cxlive.customers.customers.SENDINGS_PER_SECOND", 1e-9)
    secret, other = here.link(), here.link()
    for _ in range(3):
        assert browser.answer(secret, pay="good").status_code == 303

    answer = browser.answer(secret, pay=("bad", "My words"))

    assert answer.status_code == 429
    assert "wait a minute" in answer.text
    assert 'value="My words"' in answer.text
    assert len(here.came) == 3
    assert browser.answer(other, pay="good").status_code == 303


@pytest.mark.parametrize("days", [-1, limits.CUSTOMER_LINK_DAYS + 1])
def test_its_last_day_is_neither_past_nor_years_away(here, days):
    with pytest.raises(CustomerLinkError, match="last day between today and"):
        here.link(until=TODAY + days * DAY)


def test_a_journey_without_moments_or_that_is_gone_has_no_link(here):
    for name in ("queue", "pay", "leave"):
        here.home.do(here.home.ana, remove(name))

    with pytest.raises(CustomerLinkError, match="no moments yet"):
        here.link()
    with pytest.raises(CustomerLinkError, match="not there any more"):
        here.link(journey="nowhere")


def test_only_so_many_links_are_open_at_a_time(here, monkeypatch):
    monkeypatch.setattr("cxlive.customers.links.CUSTOMER_LINKS", 1)
    first = here.link()

    with pytest.raises(CustomerLinkError, match="1 customer links at a time"):
        here.link()

    here.customers.withdraw(here.home.room_id, here.home.device, here.link_id(first))
    assert here.link()


def test_only_who_leads_makes_withdraws_and_takes_out(here, browser):
    secret = here.link()
    room_id, link_id = here.home.room_id, here.link_id(secret)
    doing = (
        lambda who: here.customers.make_link(room_id, who, "visit", LATER, "You"),
        lambda who: here.customers.withdraw(room_id, who, link_id),
        lambda who: here.customers.take_out(room_id, who, link_id),
    )
    for act in doing:
        with pytest.raises(NotAllowedError):
            act(here.home.device_for("ben"))
        with pytest.raises(NoSeatError):
            act(new_device())

    assert browser.open(secret).answer.status_code == 200


def test_a_link_of_another_room_is_not_withdrawn_from_here(here):
    secret = here.link()
    device = new_device()
    other = here.home.lobby.make(device, here.workshop)

    with pytest.raises(CustomerLinkError):
        here.customers.withdraw(other, device, here.link_id(secret))

    assert len(here.customers.of_room(here.home.room_id)) == 1
    assert here.customers.of_room(other) == []


def test_after_a_restart_it_works_and_its_address_is_known_to_nobody_here(
    here, browser, running
):
    secret = here.link()
    (made,) = here.customers.of_room(here.home.room_id)
    assert made.secret == secret

    after = here.reopened()
    running.lobby = after.home.lobby

    (kept,) = after.customers.of_room(here.home.room_id)
    assert (kept.link, kept.secret) == (made.link, None)
    assert browser.open(secret).answer.status_code == 200
    after.home.lobby.close()


def test_no_secret_is_in_any_stored_file_or_log_line(here, browser, caplog, tmp_path):
    caplog.set_level("DEBUG", logger="cxlive")
    secret = here.link()
    browser.answer(secret, pay="good")

    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert secret.encode() not in files
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("cxlive")]
    assert secret not in "\n".join(ours)
