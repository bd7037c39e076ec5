"""The private rounds of one room, and how it is led; the room holds its lock."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from pydantic import JsonValue

from cxcore.commands import Command, SetAnswer, SetRating, Single, singles_of
from cxcore.edit import visible, without_parts
from cxcore.model import Participant, Standpoint, Workshop
from cxcore.rounds import DOTS, STAFF_PARTS
from cxlive.errors import NotAllowedError, TooManyDotsError
from cxlive.room.ledger import Accepted
from cxlive.rounds.answers import DONE, NOTHING, Answers, answer
from cxlive.rounds.asking import asked_touchpoints, is_asked
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.own import Own, own_rating
from cxlive.store.contract import AnswerRecord, FacilitationRecord

ROUND_IS_OPEN = (
    "A private round is open. This can be changed again after it has been shown."
)
ONLY_STAFF_ROUND = (
    "Whether people could deliver this, and want to, is said in a staff round only: "
    "nobody can be named there."
)
SAID_WITHOUT_A_NAME = (
    "This was said in a round without names. To change it, ask the facilitator for "
    "a second look."
)


@dataclass(frozen=True)
class Led:
    """How a room is led, and what was said in its rounds; never changes."""

    facilitation: Facilitation
    answers: Answers

    @classmethod
    def read(
        cls, facilitation: FacilitationRecord | None, answers: Sequence[AnswerRecord]
    ) -> "Led":
        """Return what the store holds."""
        stands = (
            Facilitation()
            if facilitation is None
            else Facilitation.model_validate_json(facilitation.body)
        )
        return cls(stands, Answers.read(answers))

    def open_round(self, workshop: Workshop) -> Round | None:
        """Return the round that is open: one whose outcome does not stand yet."""
        found = self.facilitation.round
        if found is None or found.is_shown or found.id in workshop.rounds:
            return None
        personas, journeys = workshop.personas, workshop.journeys
        about = personas.get(found.persona_id) or journeys.get(found.journey_id)
        return None if about is None or about.removed else found

    def shown(self, workshop: Workshop) -> Workshop:
        """Return what everybody may see: without what the open round asks."""
        seen = visible(workshop)
        asked = self.open_round(workshop)
        if asked is None or not asked.journey_id:
            return seen
        return without_parts(
            seen, asked.journey_id, frozenset(asked.parts), asked.touchpoint_ids
        )

    def own(self, workshop: Workshop, participant_id: str, journey_id: str) -> Own:
        """Return whose values a participant sees as their own."""
        asked = self.open_round(workshop)
        if asked is not None and not asked.is_seen_from(journey_id):
            asked = None
        return Own(
            participant_id,
            self.answers.voices(participant_id, journey_id),
            asked,
            self.answers.of(asked.id, participant_id) if asked else NOTHING,
        )


@dataclass(frozen=True)
class _Waiting:
    record: FacilitationRecord | AnswerRecord
    led: Led
    future: "Future[Accepted]"


class Rounds:
    """``led`` is saved and may be seen; ``pending`` is on its way to the disk."""

    def __init__(
        self,
        room_id: str,
        facilitation: FacilitationRecord | None = None,
        answers: Sequence[AnswerRecord] = (),
    ) -> None:
        self._room_id = room_id
        self.led = self.pending = Led.read(facilitation, answers)
        self._queued: list[_Waiting] = []
        self._taken: list[_Waiting] = []

    def lead(self, **changes: Any) -> "Future[Accepted]":  # noqa: ANN401 - its fields
        """Change how the room is led."""
        new = self.pending.facilitation.model_copy(update=changes)
        record = FacilitationRecord(self._room_id, new.model_dump_json().encode())
        return self._accept(record, replace(self.pending, facilitation=new))

    def say(
        self, said_in: Round, participant_id: str, subject_id: str, part: str,
        value: JsonValue,
    ) -> "Future[Accepted]":  # fmt: skip
        """Take an answer of a participant."""
        return self.keep(said_in.id, participant_id, subject_id, part, value)

    def keep(
        self, kept_for: str, participant_id: str, subject_id: str, part: str,
        value: JsonValue,
    ) -> "Future[Accepted]":  # fmt: skip
        """Keep an answer out of the workshop; what it is kept for has this id."""
        record = answer(
            self._room_id, kept_for, participant_id, subject_id, part, value
        )
        answers = self.pending.answers.with_answer(record)
        return self._accept(record, replace(self.pending, answers=answers))

    def takes(self, workshop: Workshop, command: Command) -> Round | None:
        """Return the open round that a command belongs to; None: to the workshop.

        Raises:
            NotAllowedError: it would tell the room what the round asks in private.
        """
        asked = self.pending.open_round(workshop)
        if asked is None:
            return None
        singles = singles_of(command)
        private = [is_asked(workshop, asked, single) for single in singles]
        if not any(private):
            return None
        as_persona = all(
            getattr(single, "standpoint", Standpoint.AS_PERSONA)
            is Standpoint.AS_PERSONA
            for single in singles
        )
        if not (all(private) and as_persona):
            raise NotAllowedError(ROUND_IS_OPEN)
        return asked

    def take_command(
        self, workshop: Workshop, said_in: Round, actor: str, command: Command
    ) -> "Future[Accepted]":
        """Take ratings and answers as said in the open round.

        Raises:
            TooManyDotsError: it would be a fourth dot.
        """
        singles = singles_of(command)
        self._check_dots(workshop, said_in, actor, singles)
        future: Future[Accepted] = Future()
        for single in singles:
            if isinstance(single, SetRating):
                about = single.touchpoint_id
            elif isinstance(single, SetAnswer):
                about = single.subject_id
            else:
                continue
            future = self.say(said_in, actor, about, single.part, single.value)
        return future

    def must_not_give_a_name(self, workshop: Workshop, command: Command) -> None:
        """Refuse to say by name what people say in rounds without names.

        From anybody: who sat out the round would tell by it who did not. What staff
        are asked is never said by name.

        Raises:
            NotAllowedError: both would count, and could be held side by side.
        """
        singles = singles_of(command)
        for single in singles:
            if not isinstance(single, (SetRating, SetAnswer)):
                continue
            if single.part in STAFF_PARTS:
                raise NotAllowedError(ONLY_STAFF_ROUND)
            if _has_voices(workshop, single):
                raise NotAllowedError(SAID_WITHOUT_A_NAME)

    def take(self) -> list[FacilitationRecord | AnswerRecord]:
        """Hand what is queued to the writer."""
        self._taken += self._queued
        self._queued = []
        return [waiting.record for waiting in self._taken]

    def publish(self, count: int) -> "list[Future[Accepted]]":
        """Show so many taken records; return who waits for them."""
        done, self._taken = self._taken[:count], self._taken[count:]
        if done:
            self.led = done[-1].led
        return [waiting.future for waiting in done]

    def drop(self) -> "list[Future[Accepted]]":
        """Go back to what is saved; return who waited in vain."""
        dropped = [*self._taken, *self._queued]
        self._taken, self._queued = [], []
        self.pending = self.led
        return [waiting.future for waiting in dropped]

    def load(
        self, facilitation: FacilitationRecord | None, answers: Sequence[AnswerRecord]
    ) -> None:
        """Take over what the store holds; nothing may be pending."""
        self.led = self.pending = Led.read(facilitation, answers)

    def _accept(
        self, record: FacilitationRecord | AnswerRecord, led: Led
    ) -> "Future[Accepted]":
        future: Future[Accepted] = Future()
        future.set_running_or_notify_cancel()
        self.pending = led
        self._queued.append(_Waiting(record, led, future))
        return future

    def _check_dots(
        self, workshop: Workshop, said_in: Round, actor: str, singles: Sequence[Single]
    ) -> None:
        new = {
            single.touchpoint_id: bool(single.value)
            for single in singles
            if isinstance(single, SetRating) and single.part == "dot"
        }
        if not any(new.values()):
            return
        own = self.pending.own(workshop, actor, said_in.journey_id)
        dots = {
            touchpoint_id
            for touchpoint_id in asked_touchpoints(workshop, said_in)
            if new.get(touchpoint_id, own_rating(workshop, own, touchpoint_id).dot)
        }
        if len(dots) > DOTS:
            raise TooManyDotsError(DOTS)


def people_done(led: Led, asked: Round) -> set[str]:
    """Return the participants who have said that they are done."""
    people = led.answers.of_round(asked.id)
    return {who for who, said in people.items() if said.get((asked.subject_id, DONE))}


def _has_voices(workshop: Workshop, single: SetRating | SetAnswer) -> bool:
    """Tell whether this part was said by somebody without a name."""
    people = workshop.participants
    voices = {who for who, person in people.items() if _is_voice(person)}
    if not voices:
        return False
    if isinstance(single, SetRating):
        ratings = workshop.ratings.get(single.touchpoint_id, {})
        spoken = {
            who
            for who, said in ratings.items()
            for rating in said.values()
            if getattr(rating, single.part) is not None
        }
    else:
        answers = workshop.answers.get(single.subject_id, {})
        spoken = {
            who for who in answers if getattr(answers[who], single.part) is not None
        }
    return not voices.isdisjoint(spoken)


def _is_voice(person: Participant) -> bool:
    """Tell whether somebody of the room speaks here; a customer by link is no one."""
    return person.anonymous and person.viewpoint is None
