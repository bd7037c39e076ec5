"""How often somebody may guess a code, without punishing a room of honest people.

Only what failed counts: sixty people behind one address join at once.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import AddressValueError, IPv6Address

from cxlive.errors import TooManyGuessesError
from cxlive.limits import (
    GUESSERS_KNOWN,
    GUESSES_BURST,
    GUESSES_PER_ADDRESS_BURST,
    GUESSES_PER_ADDRESS_SECOND,
    GUESSES_PER_SECOND,
)
from cxlive.rate import Bucket

_NETWORK_GROUPS = 4
"""Of the eight groups of an IPv6 address, those that a household shares."""


class Guesses:
    """Counts failed guesses by address and all together; not thread-safe by itself."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all = Bucket(GUESSES_PER_SECOND, GUESSES_BURST, clock)
        self._by_address: OrderedDict[str, Bucket] = OrderedDict()

    def __len__(self) -> int:
        """Return how many addresses are remembered."""
        return len(self._by_address)

    def must_be_few(self, address: str) -> None:
        """Raise ``TooManyGuessesError`` where one more guess may not be tried."""
        mine = self._by_address.get(_origin(address))
        if not (self._all.has_one() and (mine is None or mine.has_one())):
            raise TooManyGuessesError

    def failed(self, address: str) -> None:
        """Count a guess that was wrong."""
        self._all.take()
        origin = _origin(address)
        if origin not in self._by_address:
            self._make_room()
            self._by_address[origin] = Bucket(
                GUESSES_PER_ADDRESS_SECOND, GUESSES_PER_ADDRESS_BURST, self._clock
            )
        self._by_address.move_to_end(origin)
        self._by_address[origin].take()

    def _make_room(self) -> None:
        """Forget who failed longest ago, above all those with a full bucket again."""
        while self._by_address:
            longest_ago = next(iter(self._by_address))
            is_needed = not self._by_address[longest_ago].is_full()
            if is_needed and len(self._by_address) < GUESSERS_KNOWN:
                return
            del self._by_address[longest_ago]


def _origin(address: str) -> str:
    """Return the address, or the network that one IPv6 customer has to choose from."""
    try:
        groups = IPv6Address(address.partition("%")[0]).exploded.split(":")
    except AddressValueError:
        return address
    return ":".join(groups[:_NETWORK_GROUPS])
