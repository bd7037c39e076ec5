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


class FolderNotWritableError(CxError):
    """Nothing can be written in the data folder, so nothing could be saved."""

    def __init__(self, folder: str, reason: str | None) -> None:
        self.folder = folder
        super().__init__(
            f"Nothing can be saved in the data folder {folder} "
            f"({reason or 'the disk refuses'}). Make room there or make it writable, "
            "or give this server another folder: CX_DATA=..."
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


class TooManyDotsError(CxError):
    """A person has as many dots as there are."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"You have {most} dots, and all are placed. Take one away first, then "
            "place it here."
        )


class RoundError(CxError):
    """A private round cannot be opened, or shown, just now; the text says why."""


class RoundOverError(CxError):
    """What was said for a private round comes after its end; it is shown to nobody."""

    def __init__(self) -> None:
        super().__init__(
            "The private round is over, so this came too late for it. It was not "
            "taken, and nobody has seen it."
        )


class ReviewError(CxError):
    """A journey cannot be kept as it stands just now; the text says why."""


class TooManyReviewsError(ReviewError):
    """The file of the workshop has no place for one more review."""

    def __init__(self) -> None:
        super().__init__(
            "As many reviews are kept in this workshop as its file can hold. They "
            "stay. To go on from here, save it and begin another workshop."
        )


class NoSuchLinkError(CxError):
    """A code or link that is wrong, or was withdrawn."""

    def __init__(self) -> None:
        super().__init__(
            "This code or link does not open a workshop. It may be mistyped, or "
            "withdrawn. Ask the facilitator for the present one."
        )


class TooManyGuessesError(CxError):
    """More wrong codes than people mistype."""

    def __init__(self) -> None:
        super().__init__(
            "There were too many wrong codes from here. Wait a minute, then try "
            "again, or ask the facilitator for a link: links always work."
        )


class WasTakenOutError(CxError):
    """The device lost its seat, and this link is older than that."""

    def __init__(self) -> None:
        super().__init__(
            "You were taken out of this workshop. To come back, ask the facilitator "
            "for a new code or link: this one is from before."
        )


class NotLetInError(CxError):
    """The link is right, but the seat could not be written to disk."""

    def __init__(self) -> None:
        super().__init__(
            "You could not be let in just now: the disk of the server does not take "
            "anything. Try again in a minute."
        )


class TooManyDevicesError(CxError):
    """The room has let in as many devices as it can know."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"{most:,} devices were let into this workshop, as many as can be. "
            "The facilitator may withdraw the code, so that no strangers come in."
        )


class NoSeatError(NotAllowedError):
    """The device was not let into the room."""

    def __init__(self) -> None:
        super().__init__(
            "You have no seat in this workshop. Ask the facilitator for its code."
        )


class NoSuchClaimError(CxError):
    """A claim that was answered already, or waited for too long."""

    def __init__(self) -> None:
        super().__init__("This question was answered already, or waited for too long.")


class TooManyClaimsError(CxError):
    """More people wait to be confirmed than anybody can look through."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"{most} people are waiting to be confirmed, as many as can be. "
            "Wait a moment, then try again."
        )


class RoomPutAwayError(CxError):
    """The room left memory while somebody still held on to it: find it anew."""

    def __init__(self) -> None:
        super().__init__(
            "This workshop was put away while nobody used it, so this was not done. "
            "Load the page again, then it is here as it was."
        )


class TooManyRoomsError(CxError):
    """As many rooms are in use as the server can hold."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"{most} workshops are in use on this server, as many as can be. "
            "Try again once one of them has ended."
        )


class CustomerLinkError(CxError):
    """A customer link cannot be made like this; the text says what to mend."""


class CustomersNotAskedError(CxError):
    """A customer cannot answer here; the text is for the customer."""


class NoSuchCustomerLinkError(CustomersNotAskedError):
    """The link is wrong."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing is asked at this address. The link may have lost a part on its "
            "way to you: open it once more from where you got it."
        )


class CustomerLinkOverError(CustomersNotAskedError):
    """Its last day is over, it was withdrawn, or its journey is gone."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing more is asked by this link. Thank you for wanting to help."
        )


class EnoughCustomersError(CustomersNotAskedError):
    """The workshop has as many customers as it takes."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            "So many people have answered that there is no place left. Thank you for "
            "wanting to help."
        )


class TooManySendingsError(CxError):
    """More forms arrive by one link than people send."""

    def __init__(self) -> None:
        super().__init__(
            "Very many answers are arriving just now, so yours was not taken. All you "
            "have said is still here: wait a minute, then send it again."
        )


class AnswersNotTakenError(CxError):
    """What a customer has sent cannot be taken like this; the text says why."""
