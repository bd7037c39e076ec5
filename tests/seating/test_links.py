"""Links and codes: what they give, to whom, and when they stop."""

import logging
import sqlite3

import pytest

from cxlive.errors import NoSuchLinkError, NotAllowedError
from cxlive.seating.device import device_hash, new_device
from cxlive.seating.links import Way
from cxlive.seating.seats import LinkKind, Right
from cxlive.seating.secret import new_code, new_token
from tests.core.builders import small_workshop

ADDRESS = "192.0.2.1"


def come(home, secret, device=None):
    return home.lobby.links.exchange(secret, device or new_device(), ADDRESS)


@pytest.mark.parametrize("way", Way)
def test_a_way_in_leads_to_its_room_with_its_right_and_no_seat_yet(home, way):
    device = new_device()
    secret = home.lobby.make_link(home.room_id, home.device, way)

    entrance = come(home, secret, device)

    assert entrance.room_id == home.room_id
    assert entrance.seat == home.lobby.seat(home.room_id, device)
    assert entrance.seat.is_standing
    assert entrance.seat.right is way.right


def test_a_code_never_gives_more_than_a_participant_may(home):
    assert Way.CODE.right is Right.PARTICIPANT
    assert [way.kind for way in Way].count(LinkKind.CODE) == 1


def test_only_who_leads_makes_and_withdraws(home):
    ben = home.device_for("ben")

    with pytest.raises(NotAllowedError):
        home.lobby.make_link(home.room_id, ben, "facilitator")
    with pytest.raises(NotAllowedError):
        home.lobby.withdraw(home.room_id, ben, "code")
    with pytest.raises(NotAllowedError):
        home.lobby.make_link(home.room_id, new_device(), "code")


def test_a_link_opens_for_everybody_until_it_is_withdrawn(home):
    code = home.lobby.links.make(home.room_id, Way.CODE)
    early = new_device()
    come(home, code, early)
    come(home, code)

    home.lobby.withdraw(home.room_id, home.device, "code")

    with pytest.raises(NoSuchLinkError):
        come(home, code)
    assert home.lobby.seat(home.room_id, early) is not None


def test_the_old_code_does_not_work_beside_the_new_one(home):
    old = home.lobby.links.make(home.room_id, Way.CODE)
    home.lobby.withdraw(home.room_id, home.device, "code")
    new = home.lobby.links.make(home.room_id, Way.CODE)

    assert come(home, new).room_id == home.room_id
    with pytest.raises(NoSuchLinkError):
        come(home, old)


def test_withdrawing_one_way_leaves_the_others(home):
    links = home.lobby.links
    code, link = (links.make(home.room_id, w) for w in (Way.CODE, Way.PARTICIPANT))

    links.withdraw(home.room_id, Way.PARTICIPANT)

    assert come(home, code).room_id == home.room_id
    with pytest.raises(NoSuchLinkError):
        come(home, link)


def test_withdrawing_in_one_room_leaves_other_rooms(home):
    other = home.lobby.make(home.device, small_workshop())
    mine, theirs = (home.lobby.links.make(r, Way.CODE) for r in (home.room_id, other))

    home.lobby.links.withdraw(home.room_id, Way.CODE)

    assert come(home, theirs).room_id == other
    with pytest.raises(NoSuchLinkError):
        come(home, mine)


def test_a_link_into_one_room_gives_nothing_in_another(home):
    other = home.lobby.make(new_device(), small_workshop())
    device = new_device()

    come(home, home.lobby.links.make(home.room_id, Way.FACILITATOR), device)

    assert home.lobby.seat(other, device) is None
    with pytest.raises(NotAllowedError):
        home.lobby.sit(other, device, None, "Mallory")
    with pytest.raises(NotAllowedError):
        home.lobby.make_link(other, device, "code")
    with pytest.raises(NotAllowedError):
        home.lobby.remove_person(other, device, "ben")
    with pytest.raises(NotAllowedError):
        home.lobby.hand_over(other, device, "ben")
    with pytest.raises(NotAllowedError):
        home.lobby.claim(other, device, "ben")


def test_who_has_a_seat_keeps_it_and_loses_no_right(home):
    for way in (Way.CODE, Way.OBSERVER, Way.PARTICIPANT):
        come(home, home.lobby.links.make(home.room_id, way), home.device)

    assert (home.ana.participant_id, home.ana.right) == ("ana", Right.FACILITATOR)


def test_a_higher_link_raises_the_right_of_a_seat(home):
    device = new_device()
    links = home.lobby.links
    come(home, links.make(home.room_id, Way.OBSERVER), device)
    come(home, links.make(home.room_id, Way.CODE), device)
    seat = home.lobby.sit(home.room_id, device, None, "Cleo")
    assert seat.right is Right.PARTICIPANT

    raised = come(home, links.make(home.room_id, Way.FACILITATOR), device).seat

    assert raised.right is Right.FACILITATOR
    assert raised.participant_id == seat.participant_id


def test_what_was_made_can_be_shown_again_until_withdrawn(home):
    links = home.lobby.links
    assert links.shown(home.room_id) == {}
    code = links.make(home.room_id, Way.CODE)
    link = links.make(home.room_id, Way.OBSERVER)
    newer = links.make(home.room_id, Way.CODE)

    assert links.shown(home.room_id) == {Way.CODE: newer, Way.OBSERVER: link}
    assert come(home, code).room_id == home.room_id
    links.withdraw(home.room_id, Way.CODE)
    assert links.shown(home.room_id) == {Way.OBSERVER: link}


def test_after_a_restart_links_work_and_only_new_ones_can_be_shown(home):
    code = home.lobby.links.make(home.room_id, Way.CODE)

    after = home.reopened()

    assert after.lobby.links.shown(home.room_id) == {}
    assert come(after, code).room_id == home.room_id
    new = after.lobby.make_link(home.room_id, home.device, "code")
    assert after.lobby.links.shown(home.room_id) == {Way.CODE: new}
    after.lobby.withdraw(home.room_id, home.device, "code")
    for secret in (code, new):
        with pytest.raises(NoSuchLinkError):
            come(after, secret)
    after.lobby.close()


def test_no_secret_is_in_any_stored_row_or_log_line(home, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    device = new_device()
    secrets = [home.lobby.links.make(home.room_id, way) for way in Way]
    secrets += [secrets[0].replace("-", ""), device]
    for secret in secrets[: len(Way)]:
        come(home, secret, device)
    for wrong in (new_code(), new_token()):
        secrets.append(wrong)
        with pytest.raises(NoSuchLinkError):
            come(home, wrong)
    home.lobby.links.withdraw(home.room_id, Way.CODE)

    database = sqlite3.connect(tmp_path / "rooms.sqlite3")
    dump = "\n".join(database.iterdump())
    database.close()
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in secrets:
        assert secret not in dump
        assert secret.encode() not in files
        assert secret not in caplog.text
    assert device_hash(device) in dump


def test_a_disk_that_fails_names_no_hash_in_its_error(home):
    home.store._writer.dispose()  # noqa: SLF001
    with home.store._writer.begin() as connection:  # noqa: SLF001
        connection.exec_driver_sql("DROP TABLE links")

    with pytest.raises(Exception, match="links") as failed:
        home.lobby.links.make(home.room_id, Way.CODE)

    assert "parameters hidden" in str(failed.value)
