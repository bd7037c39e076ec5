"""From what was said in a round to the commands that show it to everybody."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from cxcore.commands import Add, Batch, Command, SetAnswer, SetRating, Single
from cxcore.commands.changes import BATCH_MAX
from cxcore.edit import siblings
from cxcore.model import (
    AnswerPart,
    Participant,
    Pin,
    Rating,
    RatingPart,
    RoundOutcome,
    Standpoint,
    Workshop,
)
from cxcore.rounds import OVERALL
from cxlive.rounds.answers import NOTE, Answers
from cxlive.rounds.facilitation import Round
from cxlive.rounds.own import Own, own_overall, own_rating
from cxlive.rounds.rounds import has_answered


@dataclass(frozen=True)
class Speaker:
    """Somebody who answered, and the id under which it is written."""

    own: Own
    writes_as: str


@dataclass(frozen=True)
class Revealing:
    """A round about to be shown."""

    round: Round
    workshop: Workshop
    touchpoint_ids: Sequence[str]
    speakers: Sequence[Speaker]
    """In an order that tells nothing."""


def speakers_of(
    answers: Answers,
    shown: Round,
    here: Collection[str],
    new_id: Callable[[], str],
) -> list[Speaker]:
    """Return who answered; in an anonymous round each gets a voice by chance.

    Whoever is not ``here`` any more was taken out, and is not heard.
    """
    found = []
    for participant_id, said in answers.of_round(shown.id).items():
        if has_answered(shown, said) and participant_id in here:
            voices = answers.voices(participant_id, shown.journey_id)
            own = Own(participant_id, voices, shown, said)
            found.append(Speaker(own, new_id() if shown.anonymous else participant_id))
    return sorted(found, key=lambda speaker: speaker.writes_as)


def reveal_commands(
    revealing: Revealing, at: datetime, new_id: Callable[[], str]
) -> list[Command]:
    """Return what writes a round into the workshop; the last one ends the round."""
    shown = revealing.round
    singles: list[Single] = []
    if shown.anonymous:
        singles += _voices(revealing)
    singles += _values(revealing)
    singles += _notes(revealing, new_id)
    # The outcome comes last: until it stands, everybody's values stay hidden.
    singles.append(Add(of="round", thing=_outcome(revealing, at), after=None))
    label = f"Round {shown.number} shown"
    return [
        Batch(commands=tuple(singles[start : start + BATCH_MAX]), label=label)
        for start in range(0, len(singles), BATCH_MAX)
    ]


def _voices(revealing: Revealing) -> Iterator[Single]:
    for number, speaker in enumerate(revealing.speakers, 1):
        name = f"Voice {number} of round {revealing.round.number}"
        voice = Participant(id=speaker.writes_as, name=name, anonymous=True)
        yield Add(of="participant", thing=voice, after=None)


def _values(revealing: Revealing) -> list[SetRating | SetAnswer]:
    """Return all changes of values, what is taken away first, each by its own id.

    So their order does not tell who has which voice.
    """
    return sorted(
        _values_by_speaker(revealing),
        key=lambda one: (one.value is not None, one.participant_id),
    )


def _values_by_speaker(revealing: Revealing) -> Iterator[SetRating | SetAnswer]:
    parts = [part for part in revealing.round.parts if part != OVERALL]
    for speaker in revealing.speakers:
        for touchpoint_id in revealing.touchpoint_ids:
            rating = own_rating(revealing.workshop, speaker.own, touchpoint_id)
            for part in parts:
                value = getattr(rating, part)
                yield from _rating(revealing, speaker, touchpoint_id, part, value)
        if OVERALL in revealing.round.parts:
            yield from _overall(revealing, speaker)


def _rating(
    revealing: Revealing, speaker: Speaker, touchpoint_id: str, part: str, value: object
) -> Iterator[SetRating]:
    """Write one value, and take away what stood under another id before."""
    stands = revealing.workshop.ratings.get(touchpoint_id, {})
    for each in dict.fromkeys((*speaker.own.ids, speaker.writes_as)):
        rating = stands.get(each, {}).get(Standpoint.AS_PERSONA)
        now = None if rating is None else getattr(rating, part)
        wanted = value if each == speaker.writes_as else None
        if now != wanted:
            yield SetRating(
                touchpoint_id=touchpoint_id,
                participant_id=each,
                part=cast("RatingPart", part),
                value=cast("float | bool | None", wanted),
            )


def _overall(revealing: Revealing, speaker: Speaker) -> Iterator[SetAnswer]:
    journey_id = revealing.round.journey_id
    value = own_overall(revealing.workshop, speaker.own, journey_id)
    stands = revealing.workshop.answers.get(journey_id, {})
    for each in dict.fromkeys((*speaker.own.ids, speaker.writes_as)):
        now = stands[each].overall if each in stands else None
        wanted = value if each == speaker.writes_as else None
        if now != wanted:
            yield SetAnswer(
                subject_id=journey_id,
                participant_id=each,
                part=cast("AnswerPart", OVERALL),
                value=cast("float | None", wanted),
            )


def _notes(revealing: Revealing, new_id: Callable[[], str]) -> Iterator[Single]:
    """Show the notes as remarks on the journey, without saying whose they are."""
    row = siblings(revealing.workshop, Pin.kind, revealing.round.journey_id)
    after = row[-1].id if row else ""
    # By a new id: the order of the speakers would tell which voice wrote which note.
    for pin in sorted(_pins(revealing, new_id), key=lambda pin: pin.id):
        yield Add(of="pin", thing=pin, after=after)
        after = pin.id


def _pins(revealing: Revealing, new_id: Callable[[], str]) -> Iterator[Pin]:
    journey_id = revealing.round.journey_id
    for speaker in revealing.speakers:
        for (about, part), text in speaker.own.said.items():
            known = about == journey_id or about in revealing.workshop.touchpoints
            if part == NOTE and text and known:
                yield Pin(
                    id=new_id(),
                    journey_id=journey_id,
                    touchpoint_id=None if about == journey_id else about,
                    text=str(text),
                    position="U",
                )


def _outcome(revealing: Revealing, at: datetime) -> RoundOutcome:
    shown = revealing.round
    parts = tuple(cast("RatingPart", p) for p in shown.parts if p != OVERALL)
    ratings: dict[str, dict[str, Mapping[Standpoint, Rating]]] = {}
    for touchpoint_id in revealing.touchpoint_ids:
        for speaker in revealing.speakers:
            rating = own_rating(revealing.workshop, speaker.own, touchpoint_id)
            values = {part: getattr(rating, part) for part in parts}
            if any(value is not None for value in values.values()):
                kept = {Standpoint.AS_PERSONA: Rating(**values)}
                ratings.setdefault(touchpoint_id, {})[speaker.writes_as] = kept
    return RoundOutcome(
        id=shown.id,
        journey_id=shown.journey_id,
        number=shown.number,
        parts=parts,
        anonymous=shown.anonymous,
        asked=shown.asked,
        revealed_at=at,
        ratings=ratings,
    )
