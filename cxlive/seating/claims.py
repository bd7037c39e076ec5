"""Who says "I am Ana already" waits until Ana or the facilitator confirms it."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from cxlive.errors import NoSuchClaimError, NotAllowedError, TooManyClaimsError
from cxlive.ids import new_id
from cxlive.limits import CLAIM_SECONDS, CLAIMS
from cxlive.seating.device import DeviceHash
from cxlive.seating.seats import Right, Seat


@dataclass(frozen=True)
class Claim:
    """A device that says it belongs to a participant."""

    id: str
    room_id: str
    participant_id: str
    device: DeviceHash
    asked_at: float


class Claims:
    """Waiting claims, in memory only: after a restart people ask again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: dict[str, Claim] = {}

    def ask(self, room_id: str, device: DeviceHash, participant_id: str) -> Claim:
        """Wait to be confirmed; a device waits for one participant, the last asked.

        Raises:
            TooManyClaimsError: so many others wait in this room.
        """
        claim = Claim(new_id(), room_id, participant_id, device, self._clock())
        with self._lock:
            self._forget_old()
            others = {
                key: other
                for key, other in self._waiting.items()
                if (other.room_id, other.device) != (room_id, device)
            }
            if sum(other.room_id == room_id for other in others.values()) >= CLAIMS:
                raise TooManyClaimsError(CLAIMS)
            self._waiting = others | {claim.id: claim}
        return claim

    def waiting(self, seat: Seat) -> list[Claim]:
        """Return what this seat may confirm, the first asked first."""
        with self._lock:
            self._forget_old()
            all_waiting = list(self._waiting.values())
        return [claim for claim in all_waiting if _may_confirm(seat, claim)]

    def take(self, claim_id: str, seat: Seat) -> Claim:
        """Return a claim that this seat answers; nobody else can answer it then.

        Raises:
            NoSuchClaimError: it does not wait any more, or not in this room.
            NotAllowedError: it is not for this seat to answer.
        """
        with self._lock:
            self._forget_old()
            claim = self._waiting.get(claim_id)
            if claim is None or claim.room_id != seat.room_id:
                raise NoSuchClaimError
            if not _may_confirm(seat, claim):
                msg = "Only the facilitator, or they themselves, can confirm this."
                raise NotAllowedError(msg)
            return self._waiting.pop(claim_id)

    def _forget_old(self) -> None:
        until = self._clock() - CLAIM_SECONDS
        for claim in list(self._waiting.values()):
            if claim.asked_at <= until:
                del self._waiting[claim.id]


def _may_confirm(seat: Seat, claim: Claim) -> bool:
    if seat.room_id != claim.room_id:
        return False
    is_mine = seat.participant_id == claim.participant_id and seat.can_edit
    return is_mine or seat.right is Right.FACILITATOR
