"""A voice of a round without names is never given one."""

import pytest

from cxcore.commands import Add, Batch, Place, Remove, SetRating, SetValue, WriteText
from cxcore.edit import apply, fits
from cxcore.model import Participant
from tests.core.builders import small_workshop

VOICE = Participant(id="voice", name="Voice 1 of round 1", anonymous=True)
ADD = Add(of="participant", thing=VOICE)


def change(who, **fields):
    ((field, value),) = fields.items()
    return SetValue(of="participant", id=who, field=field, value=value)


def write(who, field, text):
    return WriteText(of="participant", id=who, field=field, text=text, seen="")


NAMING = [
    change("voice", anonymous=False),
    change("voice", viewpoint="customer"),
    change("voice", shown_alone=True),
    write("voice", "name", "Ana"),
    write("voice", "department", "Gate"),
]


@pytest.mark.parametrize("order", NAMING, ids=lambda order: order.field)
def test_an_anonymous_voice_cannot_be_described(order):
    workshop = apply(small_workshop(), ADD)

    assert fits(workshop, order) == (
        "Who spoke in a round without names stays unnamed."
    )


@pytest.mark.parametrize("order", NAMING, ids=lambda order: order.field)
def test_nor_in_the_batch_that_adds_it(order):
    assert fits(small_workshop(), Batch(commands=(ADD, order))) is not None


@pytest.mark.parametrize("value", [True, False])
def test_a_participant_with_a_name_cannot_be_made_anonymous(value):
    assert fits(small_workshop(), change("ana", anonymous=value)) is not None


@pytest.mark.parametrize(
    "order",
    [
        change("ana", shown_alone=True),
        change("ana", viewpoint="customer"),
        write("ana", "name", "Ana Maria"),
        Remove(of="participant", id="voice"),
        Place(of="participant", id="voice", position="c"),
        SetRating(
            touchpoint_id="pay", participant_id="voice", part="valence", value=2.0
        ),
    ],
)
def test_all_else_can_be_said_of_participants(order):
    assert fits(apply(small_workshop(), ADD), order) is None
