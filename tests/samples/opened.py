"""The sample workshops, opened and analysed as on the day of the workshop."""

from datetime import date
from functools import cache
from pathlib import Path
from statistics import mean

from cxcore.analysis import Analysis, JourneyAnalysis, analyse
from cxcore.document import Loaded, read
from cxcore.model import Journey, Participant, Pin, Rating, Viewpoint, Workshop

FOLDER = Path(__file__).parents[2] / "sample_journeys"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
TODAY = date(2026, 11, 22)


def data_of(name: str) -> bytes:
    return (FOLDER / f"{name}.json").read_bytes()


@cache
def loaded(name: str) -> Loaded:
    return read(data_of(name))


def workshop(name: str) -> Workshop:
    return loaded(name).envelope.workshop


@cache
def analysis(name: str) -> Analysis:
    return analyse(workshop(name), TODAY)


def main_journey(name: str) -> JourneyAnalysis:
    """The journey that is shown when the sample is opened."""
    return analysis(name).journeys[0]


def journey(name: str) -> Journey:
    return workshop(name).journeys[main_journey(name).journey_id]


def in_order(things):
    return sorted(things.values(), key=lambda thing: (thing.position, thing.id))


def participants(name: str) -> list[Participant]:
    return in_order(workshop(name).participants)


def pins(name: str) -> list[Pin]:
    return in_order(workshop(name).pins)


def said(name: str, touchpoint_id: str) -> dict[str, Rating]:
    """What each participant said of a touchpoint as the persona."""
    ratings = workshop(name).ratings.get(touchpoint_id, {})
    return {who: by["as_persona"] for who, by in ratings.items() if "as_persona" in by}


def valence_of(name: str, touchpoint_id: str, *viewpoints: Viewpoint) -> float:
    """The mean valence that these viewpoints gave to a touchpoint."""
    people = workshop(name).participants
    return mean(
        rating.valence
        for who, rating in said(name, touchpoint_id).items()
        if rating.valence is not None and people[who].viewpoint in viewpoints
    )


def overall_of(name: str, journey_id: str, viewpoint: Viewpoint) -> float:
    """The mean answer about the whole journey, from one viewpoint."""
    opened = workshop(name)
    return mean(
        answers.overall
        for who, answers in opened.answers[journey_id].items()
        if opened.participants[who].viewpoint is viewpoint
    )
