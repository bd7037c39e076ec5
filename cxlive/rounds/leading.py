"""What a facilitator does with a room: rounds from their start to the reveal, locks."""

from collections.abc import Mapping
from concurrent.futures import Future
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import JsonValue

from cxcore.analysis import VOICES_MIN, voices_needed
from cxcore.commands import Command
from cxcore.edit import DoesNotFitError, fits, visible
from cxcore.model import RevealRule, Workshop
from cxcore.rounds import RoundForm, counting_dots
from cxlive.customers.waiting import take_up
from cxlive.errors import NotAllowedError, RoundError, RoundOverError
from cxlive.ids import new_id
from cxlive.room.ledger import Accepted
from cxlive.room.opening import now
from cxlive.rounds.answers import BET, VOICE
from cxlive.rounds.asking import asked_among, asked_touchpoints, must_be_asked
from cxlive.rounds.beginning import new_round
from cxlive.rounds.facilitation import Phase, Round
from cxlive.rounds.keeping import ROUND_IS_OPEN, keeping
from cxlive.rounds.reveal import Revealing, reveal_of_round, speakers_of
from cxlive.rounds.rounds import Rounds
from cxlive.rounds.saying import what_is_said
from cxlive.seating.seats import Seat


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

    def earlier(self, entry_id: str) -> "Future[Accepted] | None":
        """Return the answer to a command of this id that was taken before."""
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
        self, seat: Seat, subject_id: str, form: RoundForm, *, anonymous: bool
    ) -> "Future[Accepted]":
        """Start a private round; from now on everybody sees only their own values.

        Args:
            seat: who asks for it; a facilitator.
            subject_id: a persona for the five cards, else a journey.
            form: which questions.
            anonymous: nobody is to be named; never turned back.

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
            opened = new_round(workshop, subject_id, form, anonymous=anonymous)
            if "dot" in opened.parts:
                for change in counting_dots(workshop.journeys[subject_id]):
                    self._room.write(change, new_id())
            return rounds.lead(round=opened, phase=Phase.PRIVATE)

    def stop_round(self, seat: Seat) -> "Future[Accepted]":
        """End a round without showing it; what was said in it is never shown."""
        seat.must_lead()
        with self._room.held() as rounds:
            self._room.must_save()
            self._open(rounds)
            stopped = rounds.lead(round=None, phase=Phase.DRAW)
            take_up(self._room)
            return stopped

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
            workshop = self._room.pending
            here = visible(workshop).participants
            speakers = speakers_of(rounds.pending.answers, asked, here, new_id)
            _enough(asked, len(speakers), workshop.settings.reveal)
            everybody = asked_among(workshop, asked, present) | {
                each.own.participant_id for each in speakers
            }
            said = [each.own.said.get((asked.subject_id, BET)) for each in speakers]
            update = {
                "asked": len(everybody),
                "answered": len(speakers),
                "guesses": tuple(
                    sorted(each for each in said if isinstance(each, str))
                ),
            }
            revealing = Revealing(
                asked.model_copy(update=update),
                workshop,
                asked_touchpoints(workshop, asked),
                speakers,
            )
            shown = reveal_of_round(revealing, now(), new_id)
            # Written first: what is refused here must not have moved the room on.
            for command in shown.commands:
                self._room.write(command, new_id())
            written = rounds.lead(
                round=shown.round, phase=Phase.TALK, timer_ends_at=None
            )
            if asked.anonymous:
                for each in speakers:
                    who, voice = each.own.participant_id, each.writes_as
                    rounds.say(asked, who, asked.journey_id, VOICE, voice)
            take_up(self._room)
            return written

    def keep_review(
        self, seat: Seat, entry_id: str, journey_id: str, note: str,
        forecast: Mapping[str, float],
    ) -> "Future[Accepted]":  # fmt: skip
        """Keep a journey as everybody sees it today; asked twice, it is kept once.

        Nobody can undo it, or change it later.

        Args:
            seat: who asks for it; a facilitator.
            entry_id: names this change; made by the caller.
            journey_id: the journey.
            note: why it is kept today.
            forecast: what is expected by the next review, by touchpoint.

        Raises:
            ReviewError: there is nothing to keep, or no place for it.
            RoundError: a private round is open.
        """
        seat.must_lead()
        with self._room.held() as rounds:
            earlier = self._room.earlier(entry_id)
            if earlier is not None:
                return earlier
            workshop = self._room.pending
            if rounds.pending.open_round(workshop) is not None:
                raise RoundError(ROUND_IS_OPEN)
            today = now().date()
            kept = keeping(workshop, journey_id, new_id(), today, note, forecast)
            return self._room.write(kept, entry_id)

    def answer(
        self, said_in: Round, actor: str, command: Command
    ) -> "Future[Accepted]":
        """Take ratings as said in the open round.

        Raises:
            DoesNotFitError: they are about something that is not there.
            NotAllowedError: only those who deliver it are asked.
            TooManyDotsError: it would be a fourth dot.
        """
        with self._room.held() as rounds:
            self._room.must_save()
            must_be_asked(self._room.pending, said_in, actor)
            reason = fits(self._room.pending, command)
            if reason is not None:
                raise DoesNotFitError(reason)
            return rounds.take_command(self._room.pending, said_in, actor, command)

    def say(
        self,
        seat: Seat,
        part: str,
        value: JsonValue,
        touchpoint_id: str | None,
        *,
        said_for: str | None = None,
    ) -> "Future[Accepted]":
        """Take what else a participant says in a round: done, a bet, a note, a card.

        Args:
            seat: who says it.
            part: what it is.
            value: see ``what_is_said``.
            touchpoint_id: the moment of a bet or a note.
            said_for: id of the private round it was said for, and for nothing else.

        Raises:
            RoundOverError: the round it was said for is over.
            RoundError: no round is open, or it does not ask this.
            NotAllowedError: the seat looks on, its participant was removed, or only
                those who deliver it are asked.
        """
        seat.must_edit()
        with self._room.held() as rounds:
            self._room.must_save()
            workshop, who = self._room.pending, seat.participant_id
            is_open = rounds.pending.open_round(workshop)
            if said_for not in (None, is_open.id if is_open else None):
                raise RoundOverError
            asked = self._open(rounds)
            if who not in visible(workshop).participants:
                raise NotAllowedError(WHO)
            must_be_asked(workshop, asked, who)
            about, said = what_is_said(workshop, asked, part, value, touchpoint_id)
            return rounds.say(asked, who, about, part, said)

    def _open(self, rounds: Rounds) -> Round:
        asked = rounds.pending.open_round(self._room.pending)
        if asked is None:
            msg = "No private round is open."
            raise RoundError(msg)
        return asked


WHO = "Say who you are first, then answer."


def timer_left_ms(ends_at: datetime | None) -> int | None:
    """Return how long a countdown still runs; None where there is none."""
    if ends_at is None:
        return None
    return max(0, round((ends_at - now()).total_seconds() * 1000))


def _enough(asked: Round, answered: int, rule: RevealRule) -> None:
    if answered == 0:
        msg = "Nobody has answered yet, so there is nothing to show."
        raise RoundError(msg)
    least = voices_needed(rule) if asked.form is RoundForm.STAFF else VOICES_MIN
    if asked.anonymous and answered < least:
        msg = (
            f"In a round without names, {least} people have to answer before it "
            "is shown: fewer could be told apart."
        )
        raise RoundError(msg)
