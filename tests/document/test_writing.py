"""Writing: canonical, complete, and never a file that would not open."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.document import (
    VERSION,
    Envelope,
    Limits,
    NotANumberError,
    TooLargeError,
    TooManyError,
    read,
    write,
)
from cxcore.edit import apply, fits, fold, settle
from cxcore.model import Participant, Rating, Settings, Workshop
from tests.core.builders import commands
from tests.core.builders import small_workshop as shop
from tests.document.files import entry_data, envelope_of, rename
from tests.document.rich import rich_envelope


def accepted(changes):
    """What a room would accept of these changes, as data."""
    workshop, taken = shop(), []
    for change in changes:
        settled = settle(workshop, change)
        if fits(workshop, settled) is None:
            workshop = apply(workshop, settled)
            taken.append(settled.model_dump(mode="json"))
    return taken


@given(st.lists(commands, max_size=12))
def test_what_was_written_is_read_back_the_same(changes):
    envelope = envelope_of(accepted(changes), shop())

    loaded = read(write(envelope).data)

    assert loaded.repairs == ()
    assert loaded.envelope.workshop == envelope.workshop
    assert loaded.envelope.history == envelope.history


@given(st.lists(commands, max_size=6))
def test_equal_workshops_give_equal_bytes(changes):
    workshop = shop()
    for change in changes:
        workshop = apply(workshop, change)
    backwards = {
        name: dict(reversed(value.items())) if isinstance(value, dict) else value
        for name, value in vars(workshop).items()
    }

    other = workshop.model_copy(update=backwards)

    assert other == workshop
    assert write(Envelope(other)).data == write(Envelope(workshop)).data


def test_the_rich_workshop_is_read_back_the_same():
    envelope = rich_envelope()

    loaded = read(write(envelope).data)

    assert (loaded.envelope, loaded.repairs) == (envelope, ())


def test_writing_again_changes_no_byte():
    data = write(rich_envelope()).data

    assert write(read(data).envelope).data == data


def test_a_file_is_utf8_with_two_blanks_and_a_final_line_break():
    data = write(Envelope(Workshop(id="w"))).data.decode()

    assert data.startswith(f'{{\n  "format": "cx-workshop",\n  "version": {VERSION},\n')
    assert data.endswith("}\n")


def test_letters_of_all_languages_stand_as_they_are():
    people = {"ana": Participant(id="ana", name="Ñandú 李 👩‍👧")}

    assert (
        "Ñandú 李 👩‍👧"
        in write(Envelope(Workshop(id="w", participants=people))).data.decode()
    )


def test_settings_are_written_in_full_and_things_without_their_defaults():
    people = {"ana": Participant(id="ana", name="Ana")}
    file = json.loads(write(Envelope(Workshop(id="w", participants=people))).data)

    assert set(file["workshop"]["settings"]) == set(Settings.model_fields)
    assert file["workshop"]["settings"]["severity"] == {
        "pain": 0.5,
        "gap": 0.25,
        "effort": 0.25,
    }
    assert file["workshop"]["participants"] == {"ana": {"id": "ana", "name": "Ana"}}


def test_minus_zero_is_written_like_zero():
    def written(valence):
        rating = {"t": {"p": {"as_persona": Rating(valence=valence)}}}
        return write(Envelope(Workshop(id="w", ratings=rating))).data

    assert written(-0.0) == written(0.0)


def test_the_same_moment_is_written_the_same_in_every_zone():
    def written(zone):
        moment = datetime(2026, 11, 22, 10, tzinfo=UTC).astimezone(zone)
        entry = entry_data(1, rename(1), at=moment)
        start = Workshop(id="w1")
        entries = envelope_of([rename(1)]).history
        dated = entries[0].model_copy(update={"at": moment})
        assert entry["at"] == moment
        return write(Envelope(fold(start, (dated,)), None, (dated,))).data

    assert written(UTC) == written(timezone(timedelta(hours=5, minutes=30)))
    assert b'"2026-11-22T10:00:00Z"' in written(UTC)


def test_the_first_hours_that_a_date_can_tell_are_written_too():
    data = json.loads(write(rich_envelope()).data)
    data["history"][0]["at"] = "0001-01-01T00:00:00+14:00"

    loaded = read(json.dumps(data).encode())

    assert read(write(loaded.envelope).data).envelope == loaded.envelope


def test_what_is_not_a_number_is_never_written():
    rating = Rating.model_construct(valence=float("nan"))
    ratings = {"t": {"p": {"as_persona": rating}}}
    workshop = Workshop(id="w").model_copy(update={"ratings": ratings})

    with pytest.raises(NotANumberError):
        write(Envelope(workshop))


def test_a_long_history_moves_the_base_forward_and_says_so():
    envelope = envelope_of([rename(number) for number in range(4)])

    written = write(envelope, Limits(commands=3))

    assert written.moved_base
    loaded = read(written.data)
    assert loaded.repairs == ()
    assert loaded.envelope == Envelope(envelope.workshop, envelope.workshop)


def test_a_history_within_the_limit_is_kept():
    envelope = envelope_of([rename(number) for number in range(4)])

    written = write(envelope, Limits(commands=4))

    assert not written.moved_base
    assert read(written.data).envelope == envelope


def test_a_file_beyond_half_the_limit_moves_the_base_forward():
    envelope = envelope_of([rename(number) for number in range(100)])
    size = len(write(envelope).data)

    assert write(envelope, Limits(bytes=size)).moved_base
    assert not write(envelope, Limits(bytes=2 * size)).moved_base


def test_a_workshop_too_large_to_open_is_not_written():
    with pytest.raises(TooLargeError):
        write(rich_envelope(), Limits(bytes=5_000))


def test_a_workshop_of_too_many_is_not_written():
    with pytest.raises(TooManyError):
        write(rich_envelope(), Limits(participants=1))
