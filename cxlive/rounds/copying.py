"""Taking what somebody has ticked on paper, as theirs."""

from collections.abc import Iterator, Sequence
from itertools import chain

from cxcore.commands import Add, Batch, SetRating, Single
from cxcore.edit import siblings
from cxcore.model import Pin, RatingPart
from cxcore.rounds import counting_dots
from cxlive.ids import new_id
from cxlive.limits import CLOSE_SECONDS
from cxlive.room.room import Room
from cxlive.rounds.answers import DONE, NOTE
from cxlive.rounds.asking import is_asked
from cxlive.rounds.paper import Paper, PaperError, Ticked, must_be_few_dots
from cxlive.seating.seats import Seat

_LABEL = "A sheet typed in"


def must_be_something(room: Room, ticked: Sequence[Ticked]) -> tuple[Ticked, ...]:
    """Return the rows that say something of moments that are there.

    Raises:
        PaperError: there are none, or more dots than there can be.
    """
    there = room.shown.touchpoints
    said = [each for each in ticked if not each.is_blank]
    if not said:
        msg = "Nothing is typed in yet."
        raise PaperError(msg)
    said = [each for each in said if each.touchpoint_id in there]
    if not said:
        msg = "None of these moments is there any more."
        raise PaperError(msg)
    must_be_few_dots(said)
    return tuple(said)


def take(room: Room, seat: Seat, paper: Paper, said: Sequence[Ticked]) -> None:
    """Save a sheet; what an open round asks goes to the round by itself.

    Args:
        room: the room.
        seat: of the person who filled it in, as ``Lobby.for_paper`` gives it.
        paper: what the sheet asked.
        said: what they said, as ``must_be_something`` returns it.

    Raises:
        CxError: the room refuses it; the text says why.
    """
    workshop = room.snapshot.workshop
    asked = room.led.open_round(workshop)
    if asked is not None and not (
        asked.form.rates and asked.journey_id == paper.journey_id
    ):
        asked = None
    private: list[Single] = []
    for_all: list[Single] = []
    for each in chain.from_iterable(_ratings(seat, one) for one in said):
        hidden = asked is not None and is_asked(workshop, asked, each)
        (private if hidden else for_all).append(each)
    if asked is None:
        for_all = [*_counting_dots(room, paper, said), *for_all]
        for_all += _pins(room, paper, said)
    for changes in (private, for_all):
        _submit(room, seat, changes)
    if asked is not None:
        _tell_round(room, seat, said)


def _ratings(seat: Seat, one: Ticked) -> Iterator[Single]:
    parts: dict[RatingPart, float | bool | None] = {
        "dot": one.dot or None,
        "importance": one.importance,
        "valence": one.valence,
    }
    for part, value in parts.items():
        if value is not None:
            yield SetRating(
                touchpoint_id=one.touchpoint_id,
                participant_id=seat.participant_id,
                part=part,
                value=value,
            )


def _counting_dots(
    room: Room, paper: Paper, said: Sequence[Ticked]
) -> Sequence[Single]:
    """Let the journey count dots, as a light round does; else they say nothing."""
    if not any(each.dot for each in said):
        return []
    return counting_dots(room.snapshot.workshop.journeys[paper.journey_id])


def _pins(room: Room, paper: Paper, said: Sequence[Ticked]) -> Iterator[Single]:
    row = siblings(room.snapshot.workshop, Pin.kind, paper.journey_id)
    after = row[-1].id if row else ""
    for one in said:
        if one.note:
            pin = Pin(
                id=new_id(),
                journey_id=paper.journey_id,
                touchpoint_id=one.touchpoint_id,
                text=one.note,
                position="U",
            )
            yield Add(of=Pin.kind, thing=pin, after=after)
            after = pin.id


def _submit(room: Room, seat: Seat, changes: Sequence[Single]) -> None:
    if changes:
        batch = Batch(commands=tuple(changes), label=_LABEL)
        room.submit(seat, batch, new_id()).result(CLOSE_SECONDS)


def _tell_round(room: Room, seat: Seat, said: Sequence[Ticked]) -> None:
    """Give the round their notes, and that they are done."""
    notes = [
        room.leading.say(seat, NOTE, one.note, one.touchpoint_id)
        for one in said
        if one.note
    ]
    done = room.leading.say(seat, DONE, value=True, touchpoint_id=None)
    for each in [*notes, done]:
        each.result(CLOSE_SECONDS)
