"""A history opens where it leads to the workshop, and is left out where not."""

from cxcore.commands import LAMPORT_MAX
from cxcore.document import Envelope
from cxcore.model import Brief, Workshop
from tests.document.files import (
    entry_data,
    opened,
    repairs_of,
    security,
    small_file,
    small_workshop,
    with_command,
)


def test_an_unknown_field_inside_a_command_is_cut_too():
    thing = {"id": "t2", "stage_id": "arrive", "name": "N", "position": "V", "odd": 1}

    names = [
        row[0]
        for row in repairs_of(with_command(kind="add", of="touchpoint", thing=thing))
    ]

    assert names == ["UnknownField", "HistoryLeftOut"]


def test_a_history_that_leads_elsewhere_is_left_out_and_the_workshop_opens():
    data = with_command(kind="remove", of="touchpoint", id="security")

    loaded = opened(data)

    assert [one.name for one in loaded.repairs] == ["HistoryLeftOut"]
    assert loaded.envelope.history == ()
    assert loaded.envelope.base == loaded.envelope.workshop
    assert not loaded.envelope.workshop.touchpoints["security"].removed


def test_a_history_that_leads_to_the_workshop_is_kept():
    command = {"kind": "remove", "of": "touchpoint", "id": "security"}
    removed = small_workshop(touchpoints={"security": security(removed=True)})
    data = small_file(removed, base=small_workshop(), history=[entry_data(1, command)])

    loaded = opened(data)

    assert loaded.repairs == ()
    assert len(loaded.envelope.history) == 1


def test_a_history_with_a_change_twice_is_left_out():
    command = {"kind": "remove", "of": "touchpoint", "id": "security"}
    removed = small_workshop(touchpoints={"security": security(removed=True)})
    entry = entry_data(1, command)
    data = small_file(removed, base=small_workshop(), history=[entry, entry])

    assert [row[0] for row in repairs_of(data)] == ["HistoryLeftOut"]


def test_a_file_without_history_starts_now_and_needs_no_repair():
    loaded = opened(small_file())

    assert loaded.repairs == ()
    assert loaded.envelope.base == loaded.envelope.workshop


def test_an_earlier_state_without_changes_is_reported():
    assert [row[0] for row in repairs_of(small_file(base={"id": "w1"}))] == [
        "BaseLeftOut"
    ]


def numbered(lamport):
    """A file whose one change has this number."""
    command = {"kind": "remove", "of": "touchpoint", "id": "security"}
    removed = small_workshop(touchpoints={"security": security(removed=True)})
    history = [entry_data(1, command, lamport=lamport)]
    return small_file(removed, base=small_workshop(), history=history)


def test_a_history_that_leaves_no_numbers_for_more_is_left_out():
    loaded = opened(numbered(2**52 + 1))

    assert [one.name for one in loaded.repairs] == ["HistoryLeftOut"]
    assert loaded.envelope.workshop.touchpoints["security"].removed


def test_after_the_highest_number_that_is_read_there_is_room_for_more():
    (last,) = opened(numbered(2**52)).envelope.history

    assert last.lamport + 2**52 <= LAMPORT_MAX


def test_a_history_starts_with_the_base_or_empty_and_no_history_with_what_is():
    workshop, base = Workshop(id="w", brief=Brief(name="Now")), Workshop(id="w")
    history = opened(numbered(1)).envelope.history

    assert Envelope(workshop, base).start == workshop
    assert Envelope(workshop, workshop, history).start == workshop
    assert Envelope(workshop, None, history).start == Workshop(id="w")
