"""Workshops of any size, the same ones at every run."""

from itertools import islice

from cxcore.commands import Entry, SetRating
from cxcore.model import (
    Journey,
    Participant,
    Rating,
    Stage,
    Standpoint,
    Touchpoint,
    Workshop,
)
from cxcore.order import spread

_STAGE_SIZE = 10
_PARTS = ("valence", "importance", "expectation", "performance", "effort")


def workshop_of(touchpoints: int, people: int) -> Workshop:
    """Return one journey that everybody has rated in full."""
    stages = max(1, touchpoints // _STAGE_SIZE)
    places = spread(touchpoints)
    ids = [f"t{number}" for number in range(touchpoints)]
    voices = [f"p{number}" for number in range(people)]
    return Workshop(
        id="bench",
        participants={who: Participant(id=who, name=who) for who in voices},
        journeys={"j": Journey(id="j", name="Journey")},
        stages={
            f"s{number}": Stage(
                id=f"s{number}", journey_id="j", name=f"Stage {number}", position=place
            )
            for number, place in enumerate(spread(stages))
        },
        touchpoints={
            name: Touchpoint(
                id=name,
                stage_id=f"s{number % stages}",
                name=f"Moment {number}",
                position=places[number],
                owner=f"Department {number % 5}",
            )
            for number, name in enumerate(ids)
        },
        ratings={
            name: {
                who: {Standpoint.AS_PERSONA: rating_of(row, column)}
                for column, who in enumerate(voices)
            }
            for row, name in enumerate(ids)
        },
    )


def rating_of(row: int, column: int) -> Rating:
    """Return what the person of this column says of the touchpoint of this row."""
    mixed = row * 7919 + column * 104_729
    return Rating(
        valence=(mixed % 101 - 50) / 10,
        importance=1 + mixed % 5,
        expectation=mixed % 11,
        performance=(mixed // 3) % 11,
        effort=1 + mixed % 7,
    )


def drags(workshop: Workshop, count: int) -> list[Entry]:
    """Return so many ratings of a long afternoon, spread over everybody."""
    entries = (
        Entry(
            id=f"e{number}",
            lamport=number,
            site="bench",
            actor=f"p{number % len(workshop.participants)}",
            command=SetRating(
                touchpoint_id=f"t{number * 31 % len(workshop.touchpoints)}",
                participant_id=f"p{number % len(workshop.participants)}",
                part="valence",
                value=(number % 101 - 50) / 10,
            ),
        )
        for number in range(count)
    )
    return list(islice(entries, count))
