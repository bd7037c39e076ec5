"""Workshops of several personas, each with a journey of her own."""

from cxcore.model import (
    Journey,
    JourneyKind,
    Participant,
    Persona,
    Rating,
    Stage,
    Standpoint,
    Touchpoint,
    Workshop,
)
from tests.analysis.builders import by_id, position

NAMES = {"marta": "Marta", "tom": "Tom", "ivo": "Ivo"}


class Step:
    """One touchpoint of a journey: its name, how it feels, and what is said of it."""

    def __init__(self, name, valence=None, *, key=None, rating=None, **fields):
        self.name, self.key, self.fields = name, key, fields
        self.rating = {"valence": valence} | (rating or {})


def lives(persona, *steps, journey=None, kind=JourneyKind.ACTUAL):
    """Draw one journey of one persona; a touchpoint without a key is numbered."""
    journey = journey or f"{persona}-journey"
    touchpoints = {step.key or f"{journey}-{at}": step for at, step in enumerate(steps)}
    return {
        "personas": [Persona(id=persona, name=NAMES[persona], position=persona[0])],
        "journeys": [
            Journey(
                id=journey,
                name=journey,
                persona_id=persona,
                journey_kind=kind,
            )
        ],
        "stages": [
            Stage(id=f"{journey}-s", journey_id=journey, name="All", position="U")
        ],
        "touchpoints": [
            Touchpoint(
                id=key,
                stage_id=f"{journey}-s",
                name=step.name,
                position=position(at),
                **step.fields,
            )
            for at, (key, step) in enumerate(touchpoints.items())
        ],
        "ratings": {
            key: {"ana": {Standpoint.AS_PERSONA: Rating(**step.rating)}}
            for key, step in touchpoints.items()
        },
    }


def workshop_with(*journeys):
    """Put journeys together into one workshop, in this order."""
    parts = {}
    for at, journey in enumerate(journeys):
        (drawn,) = journey["journeys"]
        placed = drawn.model_copy(update={"position": position(at)})
        things = journey | {"journeys": [placed]}
        ratings = things.pop("ratings")
        for name, found in things.items():
            parts[name] = parts.get(name, {}) | by_id(found)
        parts["ratings"] = parts.get("ratings", {}) | ratings
    return Workshop(
        id="w", participants=by_id([Participant(id="ana", name="Ana")]), **parts
    )
