"""A journey with good moments and one bad one, as the file of a workshop."""

from pathlib import Path

from cxcore.document import Envelope, write
from cxcore.model import (
    Journey,
    Participant,
    Persona,
    Rating,
    Stage,
    Touchpoint,
    Workshop,
)

DOCS = (Path(__file__).parents[2] / "docs" / "cx-analyse.md").read_text("utf-8")
FEELINGS = {
    "book": ("Book online", "before", 3.0),
    "bags": ("Drop the bags", "airport", 2.0),
    "check": ("Security", "airport", -4.0),
    "gate": ("Find the gate", "airport", 1.0),
    "seat": ("Take a seat", "airport", None),
}
PEOPLE = ("ana", "ben", "eva")


def demo_workshop():
    """Three people, one persona, two stages, five touchpoints, one unrated."""
    places = dict(zip(FEELINGS, "ABCDE", strict=True))
    return Workshop(
        id="demo",
        brief={"name": "Family flight"},
        participants={who: Participant(id=who, name=who.title()) for who in PEOPLE},
        personas={"marta": Persona(id="marta", name="Marta")},
        journeys={"fly": Journey(id="fly", name="Fly to Rome", persona_id="marta")},
        stages={
            "before": Stage(id="before", journey_id="fly", name="Before", position="A"),
            "airport": Stage(
                id="airport", journey_id="fly", name="At the airport", position="B"
            ),
        },
        touchpoints={
            key: Touchpoint(id=key, stage_id=stage, name=name, position=places[key])
            for key, (name, stage, _) in FEELINGS.items()
        },
        ratings={
            key: {
                who: {"as_persona": Rating(valence=feeling, importance=4.0)}
                for who in PEOPLE
            }
            for key, (_, _, feeling) in FEELINGS.items()
            if feeling is not None
        },
    )


def demo_bytes(workshop=None):
    return write(Envelope(workshop or demo_workshop())).data
