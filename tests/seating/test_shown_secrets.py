"""Secrets that can be shown again, of so many rooms and no more."""

import pytest

from cxlive.seating.shown_secrets import ShownSecrets


@pytest.fixture
def secrets(monkeypatch):
    """What is remembered of two rooms at most."""
    monkeypatch.setattr("cxlive.seating.shown_secrets.SHOWN_ROOMS", 2)
    return ShownSecrets[str]()


def test_the_newest_of_a_name_is_shown_until_it_is_forgotten(secrets):
    for secret in ("old", "new"):
        secrets.keep("room", "door", secret)
    secrets.keep("room", "gate", "other")

    secrets.forget("room", "gate")
    secrets.forget("elsewhere", "gate")

    assert secrets.of("room") == {"door": "new"}
    assert secrets.of("elsewhere") == {}


def test_the_room_that_made_none_for_longest_is_forgotten_first(secrets):
    for room in ("a", "b", "a", "c"):
        secrets.keep(room, "door", f"secret of {room}")

    known = [room for room in ("a", "b", "c") if secrets.of(room)]
    assert known == ["a", "c"]


def test_what_was_handed_out_changes_nothing_here(secrets):
    secrets.keep("room", "door", "secret")

    secrets.of("room").clear()

    assert secrets.of("room") == {"door": "secret"}
