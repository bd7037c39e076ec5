"""Codes and links into rooms: made, shown, withdrawn, and exchanged for a seat."""

import threading
from dataclasses import dataclass
from enum import StrEnum

from cxlive.errors import NoSuchLinkError
from cxlive.room.opening import now
from cxlive.seating.device import Device
from cxlive.seating.guesses import Guesses
from cxlive.seating.plan import SeatingPlan
from cxlive.seating.requests import LinkRequests
from cxlive.seating.seats import LinkKind, Right, Seat
from cxlive.seating.secret import Secret, new_code, new_token, read_secret
from cxlive.seating.shown_secrets import ShownSecrets
from cxlive.store.contract import LinkRecord, Store


class Way(StrEnum):
    """The ways into a room that a facilitator can hand out."""

    CODE = "code"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    FACILITATOR = "facilitator"

    @property
    def right(self) -> Right:
        """What it gives; a code can be guessed, so it never gives more than this."""
        return Right.PARTICIPANT if self is Way.CODE else Right(self.value)

    @property
    def kind(self) -> LinkKind:
        """How it is said: aloud, or not at all."""
        return LinkKind.CODE if self is Way.CODE else LinkKind.LINK


@dataclass(frozen=True)
class Entrance:
    """What an exchange has led to."""

    room_id: str
    seat: Seat


class Links:
    """The doors of all rooms; safe from any thread.

    In plain text a secret is known in memory only, since this server started. After
    a restart those given out before still work, until they are withdrawn.
    """

    def __init__(
        self,
        store: Store,
        plan: SeatingPlan,
        *,
        guesses: Guesses | None = None,
        requests: LinkRequests | None = None,
    ) -> None:
        self._store = store
        self._plan = plan
        self._guesses = Guesses() if guesses is None else guesses
        self._requests = requests
        self._lock = threading.Lock()
        self._shown = ShownSecrets[Way]()

    def make(self, room_id: str, way: Way) -> str:
        """Make a new code or link; earlier ones stay valid until withdrawn."""
        plain = new_code() if way.kind is LinkKind.CODE else new_token()
        secret = read_secret(plain)
        assert secret is not None  # noqa: S101 - we have just made it
        self._store.put_link(
            LinkRecord(secret.hash, room_id, way.right, way.kind, now())
        )
        with self._lock:
            self._shown.keep(room_id, way, plain)
        return plain

    def withdraw(self, room_id: str, way: Way) -> None:
        """Let nobody in any more by this way; seats already taken stay."""
        self._take_up_requests()
        self._store.withdraw_links(room_id, way.right, way.kind)
        with self._lock:
            self._shown.forget(room_id, way)

    def shown(self, room_id: str) -> dict[Way, str]:
        """Return the newest of each way in plain text, as far as it is known."""
        with self._lock:
            return self._shown.of(room_id)

    def exchange(self, typed: str, device: Device, address: str) -> Entrance:
        """Let a device in by a code or link that somebody typed or followed.

        Raises:
            NoSuchLinkError: it opens nothing, or nothing any more.
            TooManyGuessesError: too many wrong codes have come from this address.
            WasTakenOutError: the device lost its seat after the link was made.
            TooManyDevicesError: the room knows as many devices as it can.
        """
        secret = read_secret(typed)
        # One at a time, so that many guesses at once cannot outrun the count.
        with self._lock:
            link = self._look_up(secret, address)
        if link.is_withdrawn:
            raise NoSuchLinkError
        seat = self._plan.admit(link.room_id, device, link.right, link.made_at)
        return Entrance(link.room_id, seat)

    def _look_up(self, secret: Secret | None, address: str) -> LinkRecord:
        """Find a link; only a code can be guessed, so only codes have to wait."""
        if secret is None or secret.kind is LinkKind.CODE:
            self._guesses.must_be_few(address)
        found = None if secret is None else self._find(secret)
        if found is None:
            self._guesses.failed(address)
            raise NoSuchLinkError
        return found

    def _find(self, secret: Secret) -> LinkRecord | None:
        found = self._store.link(secret.hash)
        if found is None and secret.kind is LinkKind.LINK and self._take_up_requests():
            found = self._store.link(secret.hash)
        return found

    def _take_up_requests(self) -> bool:
        """Keep what was asked for at the command line; tell whether that was any."""
        return self._requests is not None and self._requests.take_up(self._store)
