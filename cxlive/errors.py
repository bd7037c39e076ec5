"""What can go wrong between people, rooms and the disk, each with its sentence."""

from cxcore.errors import CxError


class NotAllowedError(CxError):
    """The seat does not have the right to do this."""


class NotSavedError(CxError):
    """The change could not be written to disk; nothing of it has happened."""

    def __init__(self) -> None:
        super().__init__(
            "This could not be saved: the disk does not take anything at the "
            "moment. It is kept here and sent again."
        )


class TooFastError(CxError):
    """More commands than any person gives; nothing of it has happened."""

    def __init__(self, per_second: float) -> None:
        self.per_second = per_second
        super().__init__(
            f"That was more than {per_second:.0f} changes a second. "
            "Wait a moment, then try again."
        )


class RoomFullError(CxError):
    """The workshop has as many things of a kind as it can hold."""

    def __init__(self, what: str, most: int) -> None:
        self.what = what
        self.most = most
        super().__init__(
            f"A workshop can have {most:,} {what}s, and this would be more. "
            "What was removed counts too: it can be brought back."
        )


class TooManyMovesError(CxError):
    """Between two neighbours there is no place left that a file could hold."""

    def __init__(self) -> None:
        super().__init__(
            "There were too many moves at this one place, so nothing more fits in "
            "here. Put it somewhere else, or move its neighbours away first."
        )


class NothingToUndoError(CxError):
    """There is no change of mine left to take back, or to do again."""


class NoDeviceError(CxError):
    """The browser sent no cookie of ours, so nobody knows where it may sit."""

    def __init__(self) -> None:
        super().__init__(
            "This browser keeps no cookies for this page, so your seat cannot be "
            "found. Allow cookies here, then load the page again."
        )


class NoSuchRoomError(CxError):
    """No room has this id."""

    def __init__(self, room_id: str) -> None:
        self.room_id = room_id
        super().__init__("This workshop is not here. The link may be wrong, or old.")


class DamagedRoomError(CxError):
    """What is stored of a room cannot be read."""

    def __init__(self, room_id: str) -> None:
        self.room_id = room_id
        super().__init__(
            "This workshop cannot be opened: what is stored of it is damaged. "
            "It was left as it is. Open the file you saved last, if there is one."
        )


class NotUnderstoodError(CxError):
    """A message that is not in the protocol, or not a valid command."""


class FolderInUseError(CxError):
    """Another server works on the same data folder."""

    def __init__(self, folder: str, holder: str) -> None:
        self.folder = folder
        self.holder = holder
        super().__init__(
            f"The data folder {folder} is in use by another server ({holder}). "
            "Stop that one first, or give this one another folder: CX_DATA=..."
        )


class StoreTooNewError(CxError):
    """The data folder was written by a newer version of the app."""

    def __init__(self, found: int, supported: int) -> None:
        self.found = found
        self.supported = supported
        super().__init__(
            f"The data folder has layout {found}, newer than {supported}, "
            "the newest this app can read. It was left untouched."
        )
