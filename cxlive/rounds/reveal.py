"""From what was said in a round to the commands that show it to everybody."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from pydantic import JsonValue

from cxcore.analysis import voices_needed
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
from cxcore.rounds import OVERALL, STAFF_PARTS, RoundForm
from cxlive.rounds.answers import NOTE, Answers
from cxlive.rounds.asking import has_answered
from cxlive.rounds.cards import gather
from cxlive.rounds.facilitation import Round
from cxlive.rounds.own import Own, own_answer, own_rating


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
            voices = answers.voices(participant_id, shown.subject_id)
            own = Own(participant_id, voices, shown, said)
            found.append(Speaker(own, new_id() if shown.anonymous else participant_id))
    return sorted(found, key=lambda speaker: speaker.writes_as)


@dataclass(frozen=True)
class Shown:
    """What shows a round to everybody, all of it saved at once."""

    commands: list[Command]
    """They write what was said into the workshop."""
    round: Round
    """As it stands in the room from then on."""


def reveal_of_round(
    revealing: Revealing, at: datetime, new_id: Callable[[], str]
) -> Shown:
    """Return what shows a round: its answers written, and the round at its end."""
    shown = revealing.round
    if shown.form is RoundForm.CARDS:
        said = [each.own.said for each in revealing.speakers]
        cards = gather(revealing.workshop, shown, said, new_id)
        over = shown.model_copy(update={"is_shown": True, "texts": cards.texts})
        return Shown(_batches(cards.commands, "Cards shown"), over)
    return Shown(_of_journey(revealing, at, new_id), shown)


def _of_journey(
    revealing: Revealing, at: datetime, new_id: Callable[[], str]
) -> list[Command]:
    shown = revealing.round
    singles: list[Single] = []
    if shown.anonymous:
        singles += _voices(revealing)
    singles += _values(revealing)
    singles += _notes(revealing, new_id)
    # The outcome comes last: until it stands, everybody's values stay hidden.
    singles.append(Add(of="round", thing=_outcome(revealing, at), after=None))
    return _batches(singles, f"Round {shown.number} shown")


def _batches(singles: Sequence[Single], label: str) -> list[Command]:
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
        [*_ratings(revealing), *_answers(revealing)],
        key=lambda one: (one.value is not None, one.participant_id),
    )


def _ratings(revealing: Revealing) -> Iterator[SetRating]:
    for speaker in revealing.speakers:
        for touchpoint_id in revealing.touchpoint_ids:
            rating = own_rating(revealing.workshop, speaker.own, touchpoint_id)
            for part in revealing.round.rated_parts:
                value = getattr(rating, part)
                yield from _rating(revealing, speaker, touchpoint_id, part, value)


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


def _answers(revealing: Revealing) -> Iterator[SetAnswer]:
    """Write what is said of the whole, and what staff say of each moment."""
    asked = revealing.round
    if OVERALL in asked.parts:
        yield from _answers_to(revealing, asked.journey_id, OVERALL, least=0)
    least = voices_needed(revealing.workshop.settings.reveal)
    for part in STAFF_PARTS:
        for touchpoint_id in revealing.touchpoint_ids if part in asked.parts else ():
            yield from _answers_to(revealing, touchpoint_id, part, least=least)


def _answers_to(
    revealing: Revealing, subject_id: str, part: str, *, least: int
) -> Iterator[SetAnswer]:
    """Write the answers to one question; nothing where fewer than the least stand.

    A file holds what its saver may see: what is not shown is not written either.
    """
    stands = {
        who: value
        for who, said in revealing.workshop.answers.get(subject_id, {}).items()
        if (value := getattr(said, part)) is not None
    }
    wanted: dict[str, JsonValue] = {}
    for speaker in revealing.speakers:
        wanted |= dict.fromkeys(speaker.own.ids)
        value = own_answer(revealing.workshop, speaker.own, subject_id, part)
        wanted[speaker.writes_as] = value
    if sum(value is not None for value in (stands | wanted).values()) < least:
        wanted = dict.fromkeys(wanted)
    for who, value in wanted.items():
        if stands.get(who) != value:
            yield SetAnswer(
                subject_id=subject_id,
                participant_id=who,
                part=cast("AnswerPart", part),
                value=cast("float | None", value),
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
    parts = tuple(cast("RatingPart", part) for part in shown.rated_parts)
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
