"""Secrets in plain text, as they are shown to those who hand them out."""

from collections import OrderedDict
from typing import Generic, TypeVar

from cxlive.limits import SHOWN_ROOMS

Name = TypeVar("Name")
"""What tells the secrets of one room apart."""


class ShownSecrets(Generic[Name]):
    """The newest secrets of each room, in memory only, since this server started.

    Rooms that made none for longest are forgotten first. Whoever uses it holds a lock.
    """

    def __init__(self) -> None:
        self._rooms: OrderedDict[str, dict[Name, str]] = OrderedDict()

    def keep(self, room_id: str, name: Name, secret: str) -> None:
        """Remember a secret in place of the one of that name before."""
        self._rooms.setdefault(room_id, {})[name] = secret
        self._rooms.move_to_end(room_id)
        if len(self._rooms) > SHOWN_ROOMS:
            self._rooms.popitem(last=False)

    def forget(self, room_id: str, name: Name) -> None:
        """Show it no more; one that is not known is no error."""
        self._rooms.get(room_id, {}).pop(name, None)

    def of(self, room_id: str) -> dict[Name, str]:
        """Return the secrets of a room by name, as far as they are known."""
        return dict(self._rooms.get(room_id, {}))
