"""Workshop files for tests: a small one to break, and a rich one to keep."""

import json
from pathlib import Path

import pytest

from cxcore.commands import COMMAND, Entry
from cxcore.document import DEFAULT, Envelope, read, write
from cxcore.edit import fold
from cxcore.model import Workshop

FROZEN = Path(__file__).parent / "frozen"


def small_workshop(**changes):
    """One journey, one stage, one touchpoint called Security, rated by Ana."""
    return {
        "id": "w1",
        "participants": {"ana": {"id": "ana", "name": "Ana"}},
        "journeys": {"visit": {"id": "visit", "name": "Visit"}},
        "stages": {
            "arrive": {
                "id": "arrive",
                "journey_id": "visit",
                "name": "Arrive",
                "position": "U",
            }
        },
        "touchpoints": {"security": security()},
        "ratings": {"security": {"ana": {"as_persona": {"valence": -2.5}}}},
    } | changes


def security(**changes):
    """The touchpoint of the small workshop, with these fields changed."""
    fields = {"id": "security", "stage_id": "arrive", "name": "Security"}
    return fields | {"position": "U"} | changes


def small_file(workshop=None, **changes):
    """The small workshop as the data of a file."""
    return {
        "format": "cx-workshop",
        "version": 1,
        "workshop": workshop or small_workshop(),
        "base": None,
        "history": [],
    } | changes


def with_touchpoint(**changes):
    return small_file(small_workshop(touchpoints={"security": security(**changes)}))


def with_rating(**parts):
    ratings = {"security": {"ana": {"as_persona": parts}}}
    return small_file(small_workshop(ratings=ratings))


def with_command(**command):
    return small_file(history=[entry_data(1, command)])


def entry_data(number, command, **changes):
    fields = {"id": f"e{number}", "lamport": number, "site": "room"}
    return fields | {"command": command} | changes


def as_bytes(data):
    return json.dumps(data).encode()


def opened(data, limits=DEFAULT):
    return read(data if isinstance(data, bytes) else as_bytes(data), limits)


def refusal(data, error):
    """The error that opening raises, which is exactly of this class."""
    with pytest.raises(error) as raised:
        opened(data)
    assert type(raised.value) is error
    return raised.value


def repairs_of(data):
    """Name, place and sentence of every repair; the file round-trips after them."""
    loaded = opened(data)
    again = read(write(loaded.envelope).data)
    assert again.envelope == loaded.envelope
    assert again.repairs == ()
    return [(one.name, one.place, one.sentence) for one in loaded.repairs]


def many(count, collection, thing):
    """So many things of one kind, by id."""
    return {
        collection: {f"x{place}": thing | {"id": f"x{place}"} for place in range(count)}
    }


def envelope_of(commands, base=None):
    """An envelope whose history leads to its workshop."""
    start = base or Workshop(id="w1")
    history = tuple(
        Entry.model_validate(entry_data(number, command))
        for number, command in enumerate(commands, 1)
    )
    return Envelope(fold(start, history), base, history)


def rename(number):
    return COMMAND.validate_python(
        {
            "kind": "write_text",
            "of": "brief",
            "id": "brief",
            "field": "name",
            "text": f"Name {number}",
            "seen": "",
        }
    ).model_dump()
