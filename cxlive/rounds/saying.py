"""What somebody says in a round besides ratings: done, a bet, a note, a card."""

from typing import NamedTuple

from pydantic import JsonValue

from cxcore.model import NAME_MAX, NOTE_MAX, Workshop
from cxcore.model.text import one_line
from cxcore.rounds import CARDS, NAME, touchpoints_of
from cxlive.errors import RoundError
from cxlive.limits import CARD_CHARACTERS
from cxlive.rounds.answers import DONE, NOTE
from cxlive.rounds.facilitation import Round

NOT_THERE = "This moment is not there any more."
NOT_ASKED = "The open round does not ask this."


class Saying(NamedTuple):
    """What is kept of it: about what, and which value."""

    subject_id: str
    value: JsonValue


def what_is_said(
    workshop: Workshop,
    asked: Round,
    part: str,
    value: JsonValue,
    touchpoint_id: str | None,
) -> Saying:
    """Return what is to be kept of what somebody says.

    Args:
        workshop: with what the round is about.
        asked: the round that is open.
        part: ``done``, ``bet``, ``note``, ``name`` or a card.
        value: true or false, or a text; empty takes a text back.
        touchpoint_id: the moment of a bet or a note.

    Raises:
        RoundError: it is not asked, too long, or about a moment that is not there.
    """
    if part == DONE:
        return Saying(asked.subject_id, bool(value))
    if part in (NAME, *CARDS):
        return Saying(asked.subject_id, _text(asked, part, str(value or "")))
    if not asked.form.rates:
        raise RoundError(NOT_ASKED)
    if touchpoint_id not in (None, *touchpoints_of(workshop, asked.journey_id)):
        raise RoundError(NOT_THERE)
    if part == NOTE:
        text = str(value or "")[:NOTE_MAX]
        return Saying(touchpoint_id or asked.journey_id, text)
    return Saying(asked.journey_id, touchpoint_id)


def _text(asked: Round, part: str, text: str) -> str:
    """Return a text as it stands on a card; a name is one line that can be seen."""
    if part not in asked.parts:
        raise RoundError(NOT_ASKED)
    most = NAME_MAX if part == NAME else CARD_CHARACTERS
    if len(text) > most:
        msg = f"A card can have {most} characters at most; this has {len(text)}."
        raise RoundError(msg)
    line = one_line(text)  # empty where nothing of it can be seen
    return line if part == NAME else line and text.strip()
