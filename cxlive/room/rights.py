"""Who may give which command: checked by the room, never by a page (4.4)."""

from cxcore.commands import (
    Add,
    Command,
    SetAnswer,
    SetRating,
    SetValue,
    Single,
    WriteText,
    singles_of,
)
from cxcore.model import (
    Participant,
    Pin,
    Review,
    RoundOutcome,
    Touchpoint,
    Workshop,
)
from cxlive.errors import NotAllowedError
from cxlive.seating.seats import Right, Seat

TAKEN_OUT = (
    "You were taken out of this workshop, so nothing of yours is counted in it. "
    "Sit down as somebody to go on."
)
LOCKED = (
    "The facilitator has locked the structure. You can rate and add notes; ask to "
    "have it unlocked for anything else."
)
ONLY_FACILITATOR = "Only the facilitator can change this."
ONLY_REVEAL = "A round is written by its reveal only."
ONLY_KEPT = "A review is kept as the room stands, never written by hand."
ONLY_THEMSELVES = "Only they themselves can agree to be shown alone."

_LED_KINDS = frozenset({Participant.kind, "settings"})
"""What a participant changes only where it is their own name or viewpoint."""

_WEIGHING = frozenset({"importance_mode", "derived_importance"})


def must_be_there(seat: Seat, workshop: Workshop) -> None:
    """Refuse whoever is nobody in the workshop, or not any more.

    Raises:
        NotAllowedError: sitting down helps.
    """
    participant = workshop.participants.get(seat.participant_id)
    if participant is None or participant.removed:
        raise NotAllowedError(TAKEN_OUT)


def check_right(seat: Seat, command: Command, *, locked: bool) -> None:
    """Refuse what a seat may not do.

    Raises:
        NotAllowedError: the text says who may.
    """
    singles = singles_of(command)
    for single in singles:
        _check(seat, single, locked=locked)


def _check(seat: Seat, single: Single, *, locked: bool) -> None:
    if isinstance(single, (SetRating, SetAnswer)):
        return
    if single.of == RoundOutcome.kind or _adds_a_voice(single):
        raise NotAllowedError(ONLY_REVEAL)
    if single.of == Review.kind:
        raise NotAllowedError(ONLY_KEPT)
    if _agrees(single) and not _is_about_me(seat, single):
        raise NotAllowedError(ONLY_THEMSELVES)
    if seat.right is Right.FACILITATOR:
        return
    is_led = single.of in _LED_KINDS or _weighs(single)
    if is_led and not _is_about_me(seat, single):
        raise NotAllowedError(ONLY_FACILITATOR)
    if locked and single.of != Participant.kind and not _is_a_note(single):
        raise NotAllowedError(LOCKED)


def _is_about_me(seat: Seat, single: Single) -> bool:
    if not isinstance(single, (WriteText, SetValue)):
        return False
    return single.of == Participant.kind and single.id == seat.participant_id


def _agrees(single: Single) -> bool:
    return isinstance(single, SetValue) and single.field == "shown_alone"


def _weighs(single: Single) -> bool:
    """Tell whether it is about what counts as importance here."""
    match single:
        case SetValue():
            return single.field in _WEIGHING
        case Add(thing=Touchpoint() as made):
            return made.derived_importance is not None
    return False


def _adds_a_voice(single: Single) -> bool:
    thing = single.thing if isinstance(single, Add) else None
    return isinstance(thing, Participant) and thing.anonymous


def _is_a_note(single: Single) -> bool:
    return isinstance(single, Add) and single.of == Pin.kind
