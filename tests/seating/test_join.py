"""The join route: a secret goes in, a seat and a clean address come out."""

import logging

import pytest
from starlette.testclient import TestClient

from cxlive.errors import NoSuchLinkError
from cxlive.seating.device import COOKIE, new_device, read_device
from cxlive.seating.guesses import Guesses
from cxlive.seating.links import Way
from cxlive.seating.seats import Right
from cxlive.seating.secret import new_code, new_token
from cxlive.web.address import Listening


def cookie_of(answer):
    pairs = [part.strip() for part in answer.headers["set-cookie"].split(";")]
    return read_device(pairs[0].removeprefix(f"{COOKIE}=")), pairs[1:]


@pytest.fixture
def code(home):
    return home.lobby.links.make(home.room_id, Way.CODE)


def test_who_follows_a_link_lands_on_the_clean_address_with_a_seat(web, home, code):
    answer = web.get(f"/live/join/{code}")

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/?w={home.room_id}"
    device, _ = cookie_of(answer)
    seat = home.lobby.seat(home.room_id, device)
    assert (seat.is_standing, seat.right) == (True, Right.PARTICIPANT)


def test_nothing_on_the_way_keeps_the_secret(web, home, code):
    answer = web.get(f"/live/join/{code}")

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert code not in answer.text + str(answer.headers)


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites(web, code):
    _, flags = cookie_of(web.get(f"/live/join/{code}"))

    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(flags)
    assert "Secure" not in flags


def test_over_tls_the_cookie_stays_there(web, code):
    _, flags = cookie_of(web.get(f"https://studio.local/live/join/{code}"))

    assert "Secure" in flags


def test_exactly_one_cookie_is_set(web, code):
    answer = web.get(f"/live/join/{code}")

    assert len(answer.headers.get_list("set-cookie")) == 1


def test_a_device_that_is_known_stays_the_one_it_is(web, home, code):
    device = new_device()

    answer = web.get(f"/live/join/{code}", headers={"cookie": f"{COOKIE}={device}"})

    assert "set-cookie" not in answer.headers
    assert home.lobby.seat(home.room_id, device).is_standing


def test_a_made_up_device_is_replaced(web, home, code):
    answer = web.get(f"/live/join/{code}", headers={"cookie": f"{COOKIE}=guess"})

    device, _ = cookie_of(answer)
    assert home.lobby.seat(home.room_id, device) is not None


def test_who_made_the_room_loses_nothing_by_following_its_code(web, home, code):
    web.get(f"/live/join/{code}", headers={"cookie": f"{COOKIE}={home.device}"})

    assert home.ana.right is Right.FACILITATOR


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}".lower()])
def test_a_code_is_taken_as_people_type_it(web, code, typed):
    assert web.get(f"/live/join/{typed.format(code.lower())}").status_code == 303


WRONG = [
    pytest.param(new_code(), id="a code that was never given out"),
    pytest.param(new_token(), id="a token that was never given out"),
    "x",
    "..",
    "%2e%2e%2fetc",
    "<script>alert(1)</script>",
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "{text}",
    "a" * 5_000,
    "%00%00",
    "%ED%A0%80",
]


@pytest.mark.parametrize("secret", WRONG)
def test_a_wrong_secret_is_answered_with_a_sentence_and_repeated_nowhere(web, secret):
    answer = web.get(f"/live/join/{secret}")

    assert answer.status_code == 404
    assert secret not in answer.text + str(answer.headers) or len(secret) < 3
    assert "<script" not in answer.text
    assert "onerror" not in answer.text


def test_the_page_of_a_wrong_code_leads_on_and_is_not_kept(web):
    answer = web.get(f"/live/join/{new_code()}")

    assert str(NoSuchLinkError()) in answer.text
    assert '<a href="/">' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


def test_a_withdrawn_code_is_answered_like_a_wrong_one(web, home, code):
    home.lobby.links.withdraw(home.room_id, Way.CODE)

    assert web.get(f"/live/join/{code}").status_code == 404


def test_too_many_guesses_are_answered_as_such(web, home, clock, monkeypatch):
    monkeypatch.setattr(home.lobby.links, "_guesses", Guesses(clock))
    answers = [web.get(f"/live/join/{new_code()}").status_code for _ in range(40)]

    assert answers[0] == 404
    assert answers[-1] == 429


def test_who_was_taken_out_is_told_so(web, home, code):
    device = new_device()
    home.lobby.links.exchange(code, device, "")
    who = home.lobby.sit(home.room_id, device, None, "Cleo").participant_id
    home.lobby.remove_person(home.room_id, home.device, who)

    answer = web.get(f"/live/join/{code}", headers={"cookie": f"{COOKIE}={device}"})

    assert answer.status_code == 403
    assert "You were taken out" in answer.text


def test_a_look_at_the_link_lets_nobody_in(web, home, code):
    answer = web.head(f"/live/join/{code}")

    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert home.lobby.arrived(home.room_id) == 0


def test_a_link_cannot_be_posted_to(web, code):
    assert web.post(f"/live/join/{code}").status_code == 405


def test_a_disk_that_takes_nothing_is_said_in_plain_words(web, home, code, caplog):
    with home.store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql("ALTER TABLE seats RENAME TO gone")

    answer = web.get(f"/live/join/{code}")

    assert answer.status_code == 503
    assert "could not be let in" in answer.text
    assert code not in caplog.text
    assert code.replace("-", "") not in caplog.text


def test_under_a_path_the_clean_address_has_it_too(web, running, home, code):
    running.listening = Listening(base="/studio")

    assert (
        web.get(f"/live/join/{code}").headers["location"]
        == f"/studio/?w={home.room_id}"
    )
    assert '<a href="/studio/">' in web.get("/live/join/x").text


def test_no_log_line_names_the_secret_or_the_device(web, code, caplog):
    caplog.set_level(logging.DEBUG, logger="cxlive")

    device, _ = cookie_of(web.get(f"/live/join/{code}"))
    web.get(f"/live/join/{new_code()}")

    ours = "\n".join(r.getMessage() for r in caplog.records if "httpx" not in r.name)
    assert code not in ours
    assert device not in ours


def test_sixty_phones_behind_one_address_join(running, web, home, code):
    devices = set()
    for _ in range(60):
        phone = TestClient(web.app, "http://studio.local:8501", follow_redirects=False)
        devices.add(cookie_of(phone.get(f"/live/join/{code}"))[0])

    assert len(devices) == 60
    assert home.lobby.arrived(home.room_id) == 60
