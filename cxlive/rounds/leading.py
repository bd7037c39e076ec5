"""What a facilitator does with a room: rounds from their start to the reveal, locks."""

from concurrent.futures import Future
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import JsonValue

from cxcore.analysis import analyse_grid, grid_of
from cxcore.commands import Command
from cxcore.edit import DoesNotFitError, fits, visible
from cxcore.model import NOTE_MAX, Workshop
from cxcore.rounds import RoundForm, asked_by, counting_dots, touchpoints_of
from cxlive.errors import NotAllowedError, RoundError
from cxlive.ids import new_id
from cxlive.room.ledger import Accepted
from cxlive.room.opening import now
from cxlive.rounds.answers import BET, DONE, NOTE, VOICE
from cxlive.rounds.facilitation import Phase, Round
from cxlive.rounds.reveal import Revealing, reveal_commands, speakers_of
from cxlive.rounds.rounds import Rounds, asked_touchpoints
from cxlive.seating.seats import Seat

VOICES_MIN = 3
"""So few who answered without a name could be told apart."""

_MISSING = {
    RoundForm.TOP_THREE: "Nothing is ranked yet. Ask how it feels first.",
    RoundForm.SECOND_LOOK: "There was no first round yet. Start with that.",
}


class Host(Protocol):
    """The room, as far as leading it goes."""

    id: str
    changes: int

    @property
    def pending(self) -> Workshop:
        """The state that the next command meets."""
        ...

    def held(self) -> AbstractContextManager[Rounds]:
        """Hold the room."""
        ...

    def must_save(self) -> None:
        """Raise where nothing can be saved."""
        ...

    def write(self, command: Command, entry_id: str) -> "Future[Accepted]":
        """Change the workshop on the room's own account."""
        ...


class Leading:
    """Every method checks the right itself, and is safe from any thread."""

    def __init__(self, room: Host) -> None:
        self._room = room

    def change(self, seat: Seat, **changes: Any) -> "Future[Accepted]":  # noqa: ANN401
        """Set fields of the facilitation: ``locked``, ``names``, ``phase``."""
        seat.must_lead()
        with self._room.held() as rounds:
            self._room.must_save()
            return rounds.lead(**changes)

    def start_timer(self, seat: Seat, seconds: int) -> "Future[Accepted]":
        """Let a countdown run that all see; 0 takes it away."""
        ends = now() + timedelta(seconds=seconds) if seconds > 0 else None
        return self.change(seat, timer_ends_at=ends)

    def open_round(
        self, seat: Seat, journey_id: str, form: RoundForm, *, anonymous: bool
    ) -> "Future[Accepted]":
        """Start a private round; from now on everybody sees only their own values.

        Raises:
            RoundError: one is open already, or there is nothing to ask about.
        """
        seat.must_lead()
        with self._room.held() as rounds:
            self._room.must_save()
            workshop = self._room.pending
            if rounds.pending.open_round(workshop) is not None:
                msg = "A private round is open already. Show it or stop it first."
                raise RoundError(msg)
            opened = _new_round(workshop, journey_id, form, anonymous=anonymous)
            if "dot" in opened.parts:
                for change in counting_dots(workshop.journeys[journey_id]):
                    self._room.write(change, new_id())
            return rounds.lead(round=opened, phase=Phase.PRIVATE)

    def stop_round(self, seat: Seat) -> "Future[Accepted]":
        """End a round without showing it; what was said in it is never shown."""
        seat.must_lead()
        with self._room.held() as rounds:
            self._room.must_save()
            self._open(rounds)
            return rounds.lead(round=None, phase=Phase.DRAW)

    def reveal(self, seat: Seat, present: frozenset[str]) -> "Future[Accepted]":
        """Show a round: its values are written into the workshop, all at once.

        Args:
            seat: who asks for it; a facilitator.
            present: participants who were asked, whether they answered or not.

        Raises:
            RoundError: nobody has answered, or too few for a round without names.
        """
        seat.must_lead()
        with self._room.held() as rounds:
            self._room.must_save()
            asked = self._open(rounds)
            here = visible(self._room.pending).participants
            speakers = speakers_of(rounds.pending.answers, asked, here, new_id)
            _enough(asked, len(speakers))
            everybody = present | {each.own.participant_id for each in speakers}
            said = [each.own.said.get((asked.journey_id, BET)) for each in speakers]
            guesses = tuple(sorted(each for each in said if isinstance(each, str)))
            asked = asked.model_copy(
                update={"asked": len(everybody), "guesses": guesses}
            )
            # Written first: what is refused here must not have moved the room on.
            written = self._write(
                Revealing(
                    asked,
                    self._room.pending,
                    asked_touchpoints(self._room.pending, asked),
                    speakers,
                ),
            )
            rounds.lead(round=asked, phase=Phase.TALK, timer_ends_at=None)
            if asked.anonymous:
                for each in speakers:
                    who, voice = each.own.participant_id, each.writes_as
                    rounds.say(asked, who, asked.journey_id, VOICE, voice)
            return written

    def answer(
        self, said_in: Round, actor: str, command: Command
    ) -> "Future[Accepted]":
        """Take ratings as said in the open round.

        Raises:
            DoesNotFitError: they are about something that is not there.
            TooManyDotsError: it would be a fourth dot.
        """
        with self._room.held() as rounds:
            self._room.must_save()
            reason = fits(self._room.pending, command)
            if reason is not None:
                raise DoesNotFitError(reason)
            return rounds.take_command(self._room.pending, said_in, actor, command)

    def say(
        self, seat: Seat, part: str, value: JsonValue, touchpoint_id: str | None
    ) -> "Future[Accepted]":
        """Take what else a participant says in a round: done, a bet, a note.

        Raises:
            RoundError: no round is open, or it is about a moment that is not there.
            NotAllowedError: the seat looks on, or its participant was removed.
        """
        seat.must_edit()
        with self._room.held() as rounds:
            self._room.must_save()
            asked = self._open(rounds)
            who = seat.participant_id
            if who not in visible(self._room.pending).participants:
                raise NotAllowedError(WHO)
            moments = touchpoints_of(self._room.pending, asked.journey_id)
            if touchpoint_id not in (None, *moments):
                raise RoundError(NOT_THERE)
            if part == NOTE:
                text = str(value or "")[:NOTE_MAX]
                about = touchpoint_id or asked.journey_id
                return rounds.say(asked, who, about, NOTE, text)
            said: JsonValue = bool(value) if part == DONE else touchpoint_id
            return rounds.say(asked, who, asked.journey_id, part, said)

    def _open(self, rounds: Rounds) -> Round:
        asked = rounds.pending.open_round(self._room.pending)
        if asked is None:
            msg = "No private round is open."
            raise RoundError(msg)
        return asked

    def _write(self, revealing: Revealing) -> "Future[Accepted]":
        written = [
            self._room.write(command, new_id())
            for command in reveal_commands(revealing, now(), new_id)
        ]
        return written[-1]


WHO = "Say who you are first, then answer."
NOT_THERE = "This moment is not there any more."


def timer_left_ms(ends_at: datetime | None) -> int | None:
    """Return how long a countdown still runs; None where there is none."""
    if ends_at is None:
        return None
    return max(0, round((ends_at - now()).total_seconds() * 1000))


def _new_round(
    workshop: Workshop, journey_id: str, form: RoundForm, *, anonymous: bool
) -> Round:
    journey = workshop.journeys.get(journey_id)
    if journey is None or journey.removed:
        msg = "This journey is not there any more."
        raise RoundError(msg)
    earlier = [
        each for each in workshop.rounds.values() if each.journey_id == journey_id
    ]
    ranking = _ranking(workshop, journey_id) if form is RoundForm.TOP_THREE else ()
    asked = asked_by(workshop, journey_id, form, ranking)
    felt = any("valence" in each.parts for each in earlier)
    if not asked.parts or (form is RoundForm.SECOND_LOOK and not felt):
        raise RoundError(_MISSING.get(form, "There are no moments to ask about yet."))
    # Whoever spoke without a name must not be held beside what they say with one.
    without_names = any(
        each.anonymous and set(each.parts) & set(asked.parts) for each in earlier
    )
    return Round(
        id=new_id(),
        journey_id=journey_id,
        number=1 + len(earlier),
        form=form,
        parts=asked.parts,
        touchpoint_ids=asked.touchpoint_ids,
        anonymous=anonymous or without_names,
    )


def _ranking(workshop: Workshop, journey_id: str) -> tuple[str, ...]:
    shown = visible(workshop)
    grid = grid_of(shown, journey_id, now().date())
    return analyse_grid(grid, shown.settings, in_full=False).ranking


def _enough(asked: Round, answered: int) -> None:
    if answered == 0:
        msg = "Nobody has answered yet, so there is nothing to show."
        raise RoundError(msg)
    if asked.anonymous and answered < VOICES_MIN:
        msg = (
            f"In a round without names, {VOICES_MIN} people have to answer before it "
            "is shown: fewer could be told apart."
        )
        raise RoundError(msg)
