"""Customer links: made until a day, shown, withdrawn, and found by their secret."""

import threading
from dataclasses import dataclass, replace
from datetime import date

from cxlive.errors import CustomerLinkError, NoSuchCustomerLinkError
from cxlive.ids import new_id
from cxlive.limits import CUSTOMER_LINKS
from cxlive.room.opening import now
from cxlive.seating.guesses import Guesses
from cxlive.seating.secret import customer_hash, new_token
from cxlive.seating.shown_secrets import ShownSecrets
from cxlive.store.contract import CustomerLinkRecord, Store


@dataclass(frozen=True)
class HandedOut:
    """A customer link as those who lead see it."""

    link: CustomerLinkRecord
    secret: str | None
    """In plain text; None where it was made before this server started."""


class CustomerLinks:
    """The customer links of all rooms; safe from any thread.

    As with ``Links``, the store knows hashes only: a secret is known in plain text in
    memory, since this server started, and works as long as its link does.
    """

    def __init__(self, store: Store, guesses: Guesses | None = None) -> None:
        self._store = store
        self._guesses = Guesses() if guesses is None else guesses
        self._lock = threading.Lock()
        self._shown = ShownSecrets[str]()

    def make(self, room_id: str, journey_id: str, scenario: str, until: date) -> str:
        """Make a link; return its secret in plain text.

        Raises:
            CustomerLinkError: the workshop has as many as it can.
        """
        secret, link_id = new_token(), new_id()
        hashed = customer_hash(secret)
        assert hashed is not None  # noqa: S101 - we have just made it
        with self._lock:
            if len(self._open(room_id)) >= CUSTOMER_LINKS:
                msg = (
                    f"A workshop has {CUSTOMER_LINKS} customer links at a time. "
                    "Withdraw one that is not needed any more."
                )
                raise CustomerLinkError(msg)
            self._store.put_customer_link(
                CustomerLinkRecord(
                    hashed, link_id, room_id, journey_id, scenario, until, now()
                )
            )
            self._shown.keep(room_id, link_id, secret)
        return secret

    def withdraw(self, room_id: str, link_id: str) -> None:
        """Ask nobody any more by this link; what has arrived stays.

        Raises:
            CustomerLinkError: it was withdrawn already, or is of another room.
        """
        with self._lock:
            for link in self._open(room_id):
                if link.id == link_id:
                    self._store.put_customer_link(replace(link, is_withdrawn=True))
                    self._shown.forget(room_id, link_id)
                    return
        msg = "This customer link was withdrawn already."
        raise CustomerLinkError(msg)

    def of_room(self, room_id: str) -> list[HandedOut]:
        """Return the links that are not withdrawn, the one made first first."""
        with self._lock:
            shown = self._shown.of(room_id)
            links = self._open(room_id)
        return [HandedOut(link, shown.get(link.id)) for link in links]

    def find(self, typed: str, address: str) -> CustomerLinkRecord:
        """Return the link that a secret opens, over or not.

        A link that is right is never refused, whoever else guesses from there.

        Raises:
            NoSuchCustomerLinkError: it opens nothing.
            TooManyGuessesError: too many wrong ones have come from this address.
        """
        hashed = customer_hash(typed)
        found = None if hashed is None else self._store.customer_link(hashed)
        if found is not None:
            return found
        with self._lock:
            self._guesses.must_be_few(address)
            self._guesses.failed(address)
        raise NoSuchCustomerLinkError

    def _open(self, room_id: str) -> list[CustomerLinkRecord]:
        links = self._store.customer_links(room_id)
        return [link for link in links if not link.is_withdrawn]
