"""What a room asks of a command before it takes it (decisions 3 and 17)."""

from cxcore.commands import (
    Add,
    Batch,
    Command,
    Place,
    SetAnswer,
    SetRating,
    Single,
    singles_of,
)
from cxcore.edit import DoesNotFitError, StaleTextError, fits, stale, things
from cxcore.model import Participant, Touchpoint, Workshop
from cxcore.model.base import POSITION_MAX
from cxlive.errors import RoomFullError, TooManyMovesError
from cxlive.limits import PARTICIPANTS, TOUCHPOINTS

_MOST = {Touchpoint.kind: TOUCHPOINTS, Participant.kind: PARTICIPANTS}


def as_from(participant_id: str, command: Command) -> Command:
    """Return the command with every rating and answer as this participant's."""
    if isinstance(command, Batch):
        mine = tuple(_single_as_from(participant_id, one) for one in command.commands)
        return command.model_copy(update={"commands": mine})
    return _single_as_from(participant_id, command)


def check(workshop: Workshop, settled: Command) -> None:
    """Refuse a settled command that cannot be done here and now.

    Raises:
        TooManyMovesError: its place would need a longer key than a file can hold.
        DoesNotFitError: what it is about is not there, or there already.
        RoomFullError: the workshop could not be saved as a file any more.
        StaleTextError: somebody else has changed the text since.
    """
    if any(len(_position(single)) > POSITION_MAX for single in singles_of(settled)):
        raise TooManyMovesError
    reason = fits(workshop, settled)
    if reason is not None:
        raise DoesNotFitError(reason)
    _check_room(workshop, settled)
    clash = stale(workshop, settled)
    if clash is not None:
        raise StaleTextError(clash.now, clash.text)


def _check_room(workshop: Workshop, settled: Command) -> None:
    """Count as a file does: what was removed is still in it."""
    added = [single.of for single in singles_of(settled) if isinstance(single, Add)]
    for of, most in _MOST.items():
        if of in added and len(things(workshop, of)) + added.count(of) > most:
            raise RoomFullError(of, most)


def _position(command: Single) -> str:
    match command:
        case Add():
            return getattr(command.thing, "position", "")
        case Place():
            return command.position or ""
        case _:
            return ""


def _single_as_from(participant_id: str, command: Single) -> Single:
    if isinstance(command, (SetRating, SetAnswer)):
        return command.model_copy(update={"participant_id": participant_id})
    return command
