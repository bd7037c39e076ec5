"""What a customer has sent is in the workshop once, durable, and without a name."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from cxcore.commands import Batch, WriteText
from cxcore.document import Envelope, read, write
from cxcore.model import NOTE_MAX, EvidenceType, Viewpoint
from cxlive import limits
from cxlive.errors import NotAllowedError
from cxlive.ids import new_id
from cxlive.seating.device import new_device
from cxlive.seating.links import Way
from tests.customers.build import TODAY
from tests.live.build import remove

RTL = "\u202egood\u202c"


def test_a_customer_becomes_a_participant_without_a_name(here, browser):
    answer = browser.answer(here.link(), overall=3, pay="awful", leave="so-so")

    assert answer.status_code == 303
    (came,) = here.came
    assert (came.name, came.viewpoint) == ("Customer 1", Viewpoint.CUSTOMER)
    assert not came.shown_alone
    assert here.feelings(came.id) == {
        "pay": {"own_experience": -4.5},
        "leave": {"own_experience": 0.0},
    }
    assert here.workshop.answers["visit"][came.id].overall == 3


def test_a_browser_that_is_told_to_name_no_page_is_understood(here, browser):
    secret = here.link()
    form = browser.open(secret).filled(pay="good")
    browser.web.headers["origin"] = "null"

    assert browser.send(secret, form).status_code == 303


def test_what_did_not_happen_is_not_rated_and_nothing_has_to_be_said_of_the_whole(
    here, browser
):
    browser.answer(here.link(), queue="", pay="good")

    (came,) = here.came
    assert set(here.feelings(came.id)) == {"pay"}
    assert "visit" not in here.workshop.answers


def test_what_they_wrote_becomes_evidence_that_grows(here, browser):
    secret = here.link()

    browser.answer(secret, pay=("bad", "Waited ten minutes."), queue="good")
    first = here.evidence(secret)
    browser.answer(secret, leave=("great", "They held the door."))
    second = here.evidence(secret)

    assert first.evidence_type is EvidenceType.SURVEY
    assert first.title == "Customers by link: Visit"
    assert (first.n, second.n) == (1, 2)
    assert first.date == TODAY
    assert first.journey_ids == ("visit",)
    assert set(first.touchpoint_ids) == {"pay", "queue"}
    assert set(second.touchpoint_ids) == {"pay", "queue", "leave"}
    assert first.quotes == "pay: “Waited ten minutes.”"
    assert second.quotes.splitlines()[1:] == ["leave: “They held the door.”"]
    assert len(here.workshop.evidence) == 1
    assert [person.name for person in here.came] == ["Customer 1", "Customer 2"]


def test_evidence_that_the_team_has_worked_on_keeps_what_they_wrote(here, browser):
    secret = here.link()
    browser.answer(secret, pay=("bad", "Slow."))
    room = here.home.room
    changed = here.evidence(secret).model_copy(
        update={"title": "Our own title", "quotes": "pay: “Slow.” (so true)"}
    )
    room.write(_texts(here.evidence(secret), changed), new_id()).result(10)

    browser.answer(secret, pay=("bad", "Cold."))

    stands = here.evidence(secret)
    assert stands.title == "Our own title"
    assert stands.quotes == "pay: “Slow.” (so true)\npay: “Cold.”"


def _texts(old, new):
    fields = ("title", "quotes")
    return Batch(
        commands=tuple(
            WriteText(
                of="evidence", id=old.id, field=field, text=getattr(new, field),
                seen=getattr(old, field),
            )
            for field in fields
        )
    )  # fmt: skip


def test_two_links_of_a_journey_are_two_pieces_of_evidence(here, browser):
    one, other = here.link(), here.link()

    browser.answer(one, pay="good")
    browser.answer(other, pay="bad")

    assert (here.evidence(one).n, here.evidence(other).n) == (1, 1)
    assert [person.name for person in here.came] == ["Customer 1", "Customer 2"]


def test_nobody_can_undo_it_or_sit_in_their_place_or_give_them_a_name(here, browser):
    browser.answer(here.link(), pay="good")
    (came,) = here.came
    lobby, room_id = here.home.lobby, here.home.room_id
    device = new_device()
    lobby.links.exchange(lobby.links.make(room_id, Way.CODE), device, "")

    assert here.home.room.can_take_back("ana") == (False, False)
    with pytest.raises(NotAllowedError):
        lobby.claim(room_id, device, came.id)
    with pytest.raises(NotAllowedError):
        lobby.sit(room_id, device, came.id)
    with pytest.raises(NotAllowedError):
        lobby.for_paper(room_id, here.home.device, came.id)


@pytest.mark.parametrize("other_words", [{}, {"pay": "great", "leave": "bad"}])
def test_a_form_sent_twice_counts_once_and_what_was_said_first_stands(
    here, browser, other_words
):
    secret = here.link()
    page = browser.open(secret)
    form = page.filled(pay=("bad", "Slow."))
    assert browser.send(secret, form).status_code == 303
    before = here.workshop

    again = browser.send(secret, form | page.filled(**other_words))

    assert again.status_code == 303
    assert here.workshop == before


def test_a_form_sent_many_times_at_once_counts_once(here, browser):
    secret = here.link()
    form = browser.open(secret).filled(pay="bad")
    link = here.customers.links.find(secret, "")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: here.customers.take(link, form), range(16)))

    assert len(here.came) == 1
    assert here.evidence(secret).n == 1


def test_many_customers_at_once_all_arrive_with_numbers_of_their_own(here, browser):
    secret = here.link()
    forms = [browser.open(secret).filled(pay=("bad", f"Word {n}")) for n in range(30)]
    link = here.customers.links.find(secret, "")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda form: here.customers.take(link, form), forms))

    assert [person.name for person in here.came] == [
        f"Customer {n}" for n in range(1, 31)
    ]
    assert here.evidence(secret).n == 30
    quotes = here.evidence(secret).quotes.splitlines()
    assert sorted(quotes) == sorted(f"pay: “Word {n}”" for n in range(30))


def test_it_counts_once_even_after_the_server_has_started_anew(here, browser, running):
    secret = here.link()
    form = browser.open(secret).filled(pay="bad")
    browser.send(secret, form)

    after = here.reopened()
    running.lobby = after.home.lobby
    assert browser.send(secret, form).status_code == 303

    assert len(after.came) == 1
    browser.answer(secret, pay="good")
    assert after.evidence(secret).n == 2
    after.home.lobby.close()


def test_to_load_the_page_after_sending_again_sends_nothing(here, browser):
    secret = here.link()
    sent = browser.answer(secret, pay="bad")

    for _ in range(2):
        thanks = browser.web.get(sent.headers["location"])
        assert thanks.status_code == 200
        assert "Your answers have arrived" in thanks.text
    assert len(here.came) == 1


def test_a_form_with_no_face_is_asked_once_more_with_all_that_was_said(here, browser):
    secret = here.link()
    page = browser.open(secret)

    answer = browser.send(
        secret, page.filled(overall=7, alone=True, pay=("", "It rained <b>"))
    )

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "at least one moment" in answer.text
    assert f'name="key" value="{page.key}"' in answer.text
    assert 'name="overall" value="7" checked' in answer.text
    assert 'name="alone" value="yes" checked' in answer.text
    assert 'value="It rained &lt;b&gt;"' in answer.text
    assert here.came == []


@pytest.mark.parametrize(
    "forged",
    [
        {"key": "../../etc"},
        {"overall": "11"},
        {"overall": "nan"},
        {"overall": "1e3"},
        {"alone": "on"},
        {"m0123456789abcdef": "good", "pay": "awful", "visit": "x"},
        {"participant": "ana", "until": "2099-01-01"},
    ],
)
def test_what_no_form_of_ours_sends_counts_as_not_said(here, browser, forged):
    secret = here.link()

    answer = browser.send(secret, browser.open(secret).filled(pay="good") | forged)

    assert answer.status_code == 303
    (came,) = here.came
    assert here.feelings(came.id) == {"pay": {"own_experience": 3.0}}
    assert "visit" not in here.workshop.answers
    assert not came.shown_alone


def test_hostile_words_are_kept_as_one_line_that_a_file_can_hold(here, browser):
    secret = here.link()
    words = f"</p><script>alert(1)</script>\n{RTL} \x00 " + "W" * 500

    browser.answer(secret, pay=("bad", words))

    (line,) = here.evidence(secret).quotes.splitlines()
    assert line.startswith("pay: “</p><script>alert(1)</script> good")
    assert len(line) <= limits.CUSTOMER_LINE + len("pay: “”")
    room = here.home.room
    saved = write(Envelope(here.workshop, room.start, room.snapshot.history)).data
    assert read(saved).envelope.workshop == here.workshop


def test_words_that_one_note_cannot_hold_go_on_in_the_next(here, browser, monkeypatch):
    monkeypatch.setattr("cxlive.customers.customers.SENDINGS_BURST", 1_000)
    secret = here.link()
    line = "x" * limits.CUSTOMER_LINE
    moments = dict.fromkeys(("queue", "pay", "leave"), ("bad", line))

    for _ in range(20):
        browser.answer(secret, **moments)

    first, second = here.evidence(secret), here.evidence(secret, page=2)
    assert first.n == 20
    assert second.n is None
    assert second.title == "Customers by link: Visit (2)"
    assert max(len(first.quotes), len(second.quotes)) <= NOTE_MAX
    assert (first.quotes + second.quotes).count(line) == 60


def test_more_words_than_are_taken_are_refused_and_given_back(
    here, browser, monkeypatch
):
    monkeypatch.setattr("cxlive.customers.said.CUSTOMER_TEXT", 10)
    secret = here.link()

    answer = browser.answer(secret, pay=("bad", "This is too long."))

    assert answer.status_code == 422
    assert "more than 10 characters" in answer.text
    assert 'value="This is too long."' in answer.text


def test_a_form_larger_than_any_of_ours_is_not_read(here, browser):
    answer = browser.send(here.link(), {"key": "x" * limits.CUSTOMER_FORM_BYTES})

    assert answer.status_code == 413
    assert here.came == []


def test_a_moment_taken_away_while_they_answered_loses_nothing(here, browser):
    secret = here.link()
    form = browser.open(secret).filled(pay="bad", leave="good")
    here.home.do(here.home.ana, remove("pay"))

    assert browser.send(secret, form).status_code == 303

    (came,) = here.came
    assert set(here.feelings(came.id)) == {"pay", "leave"}


def test_a_disk_that_takes_nothing_says_so_and_keeps_their_words(shaky, browser):
    secret = shaky.link()
    page = browser.open(secret)
    form = page.filled(overall=2, pay=("awful", "Never again"))
    shaky.home.store.is_broken = True

    for _ in range(2):  # the first finds it broken, the second is told at once
        answer = browser.send(secret, form)

        assert answer.status_code == 503
        assert "could not be kept" in answer.text
        assert 'value="Never again"' in answer.text
        assert f'value="{page.key}"' in answer.text
    assert shaky.came == []
    shaky.home.store.is_broken = False
    shaky.home.room.recover()
    assert browser.send(secret, form).status_code == 303
    assert len(shaky.came) == 1


def test_who_says_thank_you_has_it_on_the_disk(shaky, browser):
    secret = shaky.link()
    shaky.home.store.breaks_after_commit = True

    answer = browser.answer(secret, pay="bad")

    assert answer.status_code == 503
    assert "Thank you" not in answer.text


def test_all_that_came_by_a_link_can_be_taken_out_and_brought_back(here, browser):
    spam, honest = here.link(), here.link()
    browser.answer(spam, pay=("awful", "Buy pills"))
    browser.answer(honest, pay="good")

    here.customers.take_out(here.home.room_id, here.home.device, here.link_id(spam))

    assert [person.removed for person in here.came] == [True, False]
    assert here.evidence(spam).removed
    assert not here.evidence(honest).removed
    assert browser.open(spam).answer.status_code == 410
    here.home.room.undo(here.home.ana, new_id()).result(10)
    assert [person.removed for person in here.came] == [False, False]
