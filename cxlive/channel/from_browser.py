"""What a browser tab says to a room; docs/live.md is the norm."""

import re
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import from_json

from cxcore.model import NAME_MAX, RatingPart, Viewpoint
from cxcore.model.base import Id, Line, Note, TouchpointId, Valence
from cxlive.channel.acts import Act
from cxlive.channel.messages import Message, Page
from cxlive.errors import NotUnderstoodError
from cxlive.limits import FRAME_BYTES

DRAGGED_MAX = 500
"""Most touchpoints that one drag moves."""

Value = Annotated[float, Field(strict=True)] | bool | None
"""A part of a rating on its way; None: not rated."""
Number = Annotated[int, Field(strict=True, ge=0, le=2**53)]
SaidPart = Literal[
    "done", "bet", "note", "name", "sentence", "wants", "fears", "smiles", "others"
]
"""What is said in a private round besides ratings; the last six on cards."""


class ViewOf(Message):
    """What a tab shows."""

    journey: Id | None = None
    page: Page = "journey"
    screen: Annotated[bool, Field(strict=True)] = False
    """The window for the projector: it is nobody's, and names nobody."""


class Hello(Message):
    """First message; sent again when the tab shows another journey."""

    kind: Literal["hello"]
    room: Id
    tab: Id
    since: Number | None = None
    view: ViewOf = ViewOf()


class Do(Message):
    """One command; the same id twice does nothing twice."""

    kind: Literal["do"]
    id: Id
    command: dict[str, Any]
    round: Id | None = None
    """The private round in which it was said: kept for it, and shown to nobody."""


class Try(Message):
    """Preview of a drag; never stored."""

    kind: Literal["try"]
    n: Number
    touchpoint: TouchpointId
    part: RatingPart | Literal["wanted"]
    value: Value
    all: Annotated[
        tuple[tuple[TouchpointId, Value], ...], Field(max_length=DRAGGED_MAX)
    ] = ()


class Suppose(Message):
    """What would be said if these touchpoints felt so? Answered to this tab alone."""

    kind: Literal["suppose"]
    n: Number
    values: Annotated[
        dict[TouchpointId, Valence], Field(min_length=1, max_length=DRAGGED_MAX)
    ]
    """Mean valence by touchpoint."""


class Rest(Message):
    """The drag was given up."""

    kind: Literal["rest"]


class Undo(Message):
    """Take back my newest change."""

    kind: Literal["undo"]
    id: Id


class Redo(Message):
    """Do again what I took back last."""

    kind: Literal["redo"]
    id: Id


class Sit(Message):
    """Rate as this participant from now on; None: somebody new."""

    kind: Literal["sit"]
    participant: Id | None
    name: Annotated[str, Field(max_length=NAME_MAX)] = ""
    viewpoint: Viewpoint | None = None


class Claim(Message):
    """I am this participant already: somebody who knows has to say yes."""

    kind: Literal["claim"]
    id: Id
    participant: Id


class Say(Message):
    """In a private round: I am done, my bet on the worst moment, a note, or a card."""

    kind: Literal["say"]
    id: Id
    part: SaidPart
    value: bool | Note | None = None
    touchpoint: TouchpointId | None = None
    round: Id | None = None
    """The private round it is said for, and no other."""


class Lead(Message):
    """What only a facilitator asks for."""

    kind: Literal["lead"]
    id: Id
    act: Act


class Outline(Message):
    """A list on its way to being pasted: what would it become?"""

    kind: Literal["outline"]
    n: Number
    text: str


class Paste(Message):
    """Add what a list says behind what is there, as one change."""

    kind: Literal["paste"]
    id: Id
    journey: Id
    text: str
    feelings: Annotated[bool, Field(strict=True)] = False
    """Take the feelings of the list as my own ratings."""


class Draw(Message):
    """Draw a journey again for another persona, as one change."""

    kind: Literal["draw"]
    id: Id
    journey: Id
    persona: Id
    new: Id
    """Id of the journey that it makes."""


class At(Message):
    """Where I am."""

    kind: Literal["at"]
    page: Line = ""
    focus: Line = ""
    busy: Literal["", "drag", "type"] = ""


InRoom = Do | Try | Suppose | Rest | Undo | Redo | Say | Outline | Paste | Draw | At
"""What somebody with a place in the workshop says."""
FromBrowser = Hello | Sit | Claim | Lead | InRoom
FROM_BROWSER: TypeAdapter[FromBrowser] = TypeAdapter(
    Annotated[FromBrowser, Field(discriminator="kind")]
)

_HEAD = 200
"""An id stands within so many characters of the start."""


_WITH_ID = re.compile(
    r'\s*\{\s*"kind"\s*:\s*"\w+"\s*,\s*"id"\s*:\s*"([\w-]{1,64})"', re.ASCII
)


def id_in(text: str) -> str:
    """Return the id at the start of a frame, as browsers write it; else empty.

    It is looked for without reading the frame, which may be long or broken.
    """
    found = _WITH_ID.match(text, 0, _HEAD)
    return found[1] if found else ""


def read(text: str) -> FromBrowser:
    """Return the message of a frame, or raise ``NotUnderstoodError``."""
    if len(text.encode(errors="surrogatepass")) > FRAME_BYTES:
        msg = f"A message can have {FRAME_BYTES // 1000} kB at most. Send less at once."
        raise NotUnderstoodError(msg)
    try:
        return FROM_BROWSER.validate_python(from_json(text, allow_inf_nan=False))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        msg = f"This message was not understood: {place or 'message'}: {first['msg']}"
        raise NotUnderstoodError(msg) from None
    except ValueError:
        msg = "This message was not understood: it is not valid JSON."
        raise NotUnderstoodError(msg) from None
