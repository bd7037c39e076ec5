"""What a customer reads: all that is asked, and nothing else of the workshop."""

import re

import pytest

from cxlive.customers.customers import CustomerLinkError
from cxlive.rounds.paper import WORDS
from cxlive.seating.guesses import Guesses
from cxlive.seating.secret import new_token
from cxlive.web.address import CUSTOMER, Listening
from tests.customers.build import LATER, SCENARIO
from tests.live.build import rate, remove, rename

HOSTILE = '</legend><script>alert(1)</script>{evil} "><img src=x onerror=alert(1)> &'


def test_it_asks_for_each_moment_in_the_order_of_the_map_under_its_stage(here, browser):
    page = browser.open(here.link())

    assert page.answer.status_code == 200
    assert SCENARIO in page.text
    asked = re.findall(r'<(?:h2|legend) dir="auto">(\w+)<', page.text)
    assert asked == ["find", "queue", "buy", "pay", "leave"]
    assert "3 moments, about 1 minute" in page.text
    assert "Open until 30 November 2026" in page.text


def test_it_is_a_form_that_needs_no_script_and_no_eyes(here, browser):
    page = browser.open(here.link())

    assert page.text.count("<fieldset") == page.text.count("<legend") == 4
    for field in page.fields.values():
        choices = re.findall(rf'name="{field}" value="([^"]*)"( checked)?', page.text)
        assert choices == [(word, "") for word in WORDS] + [("", " checked")]
    assert page.text.index("All in all") < page.text.index("queue")
    inline = re.findall(r"<script(?![^>]*src=)|\son\w+=", page.text)
    assert inline == []
    (icon, script) = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert icon == "data:,"
    assert re.fullmatch(r"/live/js/\w+/customer/page\.js", script)


def test_of_the_workshop_nothing_else_is_sent(here, browser):
    here.home.do(here.home.ana, rate("pay", -4.7))
    here.home.do(here.home.ana, rename("leave", "Say good-bye"))
    here.home.lobby.room(here.home.room_id)
    secret = here.link()
    browser.answer(secret, pay=("awful", "My own words"), alone=True)

    answer = browser.open(secret).answer

    sent = answer.text + str(answer.headers)
    workshop = here.workshop
    texts = {
        *(person.name for person in workshop.participants.values()),
        *("Marta", "late again", "Shame", "Fire them", "Floor", "pain of"),
        *(item.title for item in workshop.evidence.values()),
        *("My own words", "Shop", "Visit", "4.7"),
    }
    ids = {
        *(here.home.room_id, workshop.id, here.link_id(secret)),
        *workshop.participants,
        *workshop.evidence,
        *(entry.id for entry in here.home.room.snapshot.history),
        *("visit", "marta", "card", "note"),
    }
    words = set(re.findall(r"[\w-]+", sent))
    assert {text for text in texts if text in sent} == set()
    assert ids & words == set()
    assert secret not in sent


def test_no_cookie_is_set_and_nobody_gets_a_seat(here, browser):
    secret = here.link()

    shown, sent = browser.open(secret).answer, browser.answer(secret, pay="good")

    assert "set-cookie" not in shown.headers
    assert "set-cookie" not in sent.headers
    assert here.home.lobby.arrived(here.home.room_id) == 0
    assert shown.headers["referrer-policy"] == "no-referrer"
    assert "script-src 'self'" in shown.headers["content-security-policy"]


def test_names_and_scenario_stand_there_as_they_were_typed(here, browser):
    here.home.do(here.home.ana, rename("pay", HOSTILE))
    page = browser.open(here.link(scenario=f"You {HOSTILE}"))

    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert page.text.count("&lt;/legend&gt;&lt;script&gt;alert(1)") == 3
    assert len(page.fields) == 3


def test_a_moment_taken_away_is_not_asked_about_any_more(here, browser):
    secret = here.link()
    here.home.do(here.home.ana, remove("pay"))

    assert set(browser.open(secret).fields) == {"queue", "leave"}


def test_an_unknown_link_is_answered_with_a_page_that_repeats_nothing(here, browser):
    for wrong in (new_token(), "x", "a" * 5_000, "%00", "%3Cscript%3E", "%ED%A0%80"):
        answer = browser.open(wrong).answer

        assert answer.status_code == 404
        assert "Nothing is asked at this address" in answer.text
        assert wrong not in answer.text or len(wrong) < 3


def test_nothing_can_be_sent_to_an_unknown_link(here, browser):
    assert browser.send(new_token(), {"key": "x"}).status_code == 404


def test_guessing_is_slowed_and_a_right_link_always_works(here, browser, monkeypatch):
    monkeypatch.setattr(here.customers.links, "_guesses", Guesses(lambda: 0.0))
    secret = here.link()
    statuses = [browser.open(new_token()).answer.status_code for _ in range(40)]

    assert statuses[0] == 404
    assert statuses[-1] == 429
    assert browser.open(secret).answer.status_code == 200


def test_a_join_link_asks_nothing_and_a_customer_link_lets_nobody_in(here, browser):
    joins = here.home.lobby.make_link(here.home.room_id, here.home.device, "observer")

    assert browser.open(joins).answer.status_code == 404
    with pytest.raises(Exception, match="does not open a workshop"):
        here.home.lobby.links.exchange(here.link(), here.home.device, "")


def test_a_look_at_the_link_counts_nobody(here, browser):
    answer = browser.web.head(f"{CUSTOMER}/{here.link()}")

    assert answer.status_code == 200
    assert answer.text == ""


def test_under_a_path_the_script_is_found_and_the_way_on_too(here, browser, running):
    running.listening = Listening(base="/studio")
    secret = here.link()

    assert 'src="/studio/live/js/' in browser.open(secret).text
    sent = browser.answer(secret, pay="good")
    assert sent.headers["location"] == f"/studio{CUSTOMER}/{secret}?sent=1"


def test_a_scenario_speaks_to_the_customer_and_not_of_the_persona(here):
    with pytest.raises(CustomerLinkError, match="“Marta” is the persona"):
        here.link(scenario="You meet MARTA at the till.")
    with pytest.raises(CustomerLinkError, match="which situation"):
        here.link(scenario=" \u202e\n ")

    assert here.link(scenario="You went to Martaban.", until=LATER)


@pytest.mark.parametrize("changed", ["{}/", "{}/more", "{})", ""])
def test_whatever_has_become_of_a_link_the_page_answers_and_not_the_app(
    here, browser, changed
):
    answer = browser.open(changed.format(here.link())).answer

    assert answer.status_code == 404
    assert "Nothing is asked at this address" in answer.text
