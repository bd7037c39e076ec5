"""Workshops of any size, the same ones at every run."""

from datetime import date
from itertools import islice

from cxcore.commands import Entry, SetRating
from cxcore.model import (
    Answer,
    Channel,
    Dimension,
    Evidence,
    EvidenceType,
    Journey,
    Need,
    Opportunity,
    OpportunityKind,
    Participant,
    Persona,
    Process,
    Rating,
    Stage,
    Standpoint,
    Thing,
    Touchpoint,
    Viewpoint,
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


def described(workshop: Workshop) -> Workshop:
    """Return the workshop with something for nearly every check to look at."""
    touchpoints = {
        name: one.model_copy(update=_told(number))
        for number, (name, one) in enumerate(workshop.touchpoints.items())
    }
    people = {
        who: one.model_copy(
            update={
                "viewpoint": tuple(Viewpoint)[number % len(Viewpoint)],
                "department": f"Department {number % 5}",
            }
        )
        for number, (who, one) in enumerate(workshop.participants.items())
    }
    return workshop.model_copy(
        update={
            "touchpoints": touchpoints,
            "participants": people,
            "personas": {"marta": Persona(id="marta", name="Marta")},
            "needs": {"n": Need(id="n", persona_id="marta", text="To be told")},
            **_linked_to(list(touchpoints)),
        }
    )


def _told(number: int) -> dict[str, object]:
    """Return what is said of one touchpoint beside its ratings."""
    return {
        "channel": (Channel.STORE, Channel.WEB)[number % 2],
        "dimension": tuple(Dimension)[number % len(Dimension)],
        "control": 0.5,
        "moment_of_truth": number % _STAGE_SIZE == 0,
        "investment": float(number % 10),
        "can_change": Answer.YES,
    }


def _linked_to(names: list[str]) -> dict[str, dict[str, Thing]]:
    """Return evidence of every touchpoint, processes of half, changes of a quarter."""
    evidence = [
        Evidence(
            id=f"evidence-{name}",
            evidence_type=tuple(EvidenceType)[number % len(EvidenceType)],
            title="Source",
            date=date(2026, 10, 1),
            touchpoint_ids=(name,),
        )
        for number, name in enumerate(names)
    ]
    processes = [
        Process(id=f"process-{name}", name=f"For {name}", touchpoint_ids=(name,))
        for name in names[::2]
    ]
    changes = [
        Opportunity(
            id=f"change-{name}",
            name=f"For {name}",
            opportunity_kind=OpportunityKind.DELIGHT,
            launch_on=date(2027, 3, 1),
            touchpoint_ids=(name,),
        )
        for name in names[::4]
    ]
    return {
        "evidence": {one.id: one for one in evidence},
        "processes": {one.id: one for one in processes},
        "opportunities": {one.id: one for one in changes},
    }


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
