"""What a browser tab and a room say to each other; docs/live.md is the norm."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import from_json

from cxcore.model import NAME_MAX, RatingPart, Viewpoint
from cxcore.model.base import Id, Line, Note, TouchpointId
from cxlive.channel.acts import Act
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


class _Message(BaseModel):
    """Closed: a field we do not know is a message we do not understand."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


Page = Literal[
    "journey",
    "promise",
    "people",
    "matters",
    "evidence",
    "behind",
    "checkup",
    "walk",
    "compare",
]
"""A page that is drawn from the table of state."""


class ViewOf(_Message):
    """What a tab shows."""

    journey: Id | None = None
    page: Page = "journey"
    screen: Annotated[bool, Field(strict=True)] = False
    """The window for the projector: it is nobody's, and names nobody."""


class Hello(_Message):
    """First message; sent again when the tab shows another journey."""

    kind: Literal["hello"]
    room: Id
    tab: Id
    since: Number | None = None
    view: ViewOf = ViewOf()


class Do(_Message):
    """One command; the same id twice does nothing twice."""

    kind: Literal["do"]
    id: Id
    command: dict[str, Any]
    round: Id | None = None
    """The private round in which it was said: kept for it, and shown to nobody."""


class Try(_Message):
    """Preview of a drag; never stored."""

    kind: Literal["try"]
    n: Number
    touchpoint: TouchpointId
    part: RatingPart | Literal["wanted"]
    value: Value
    all: Annotated[
        tuple[tuple[TouchpointId, Value], ...], Field(max_length=DRAGGED_MAX)
    ] = ()


class Rest(_Message):
    """The drag was given up."""

    kind: Literal["rest"]


class Undo(_Message):
    """Take back my newest change."""

    kind: Literal["undo"]
    id: Id


class Redo(_Message):
    """Do again what I took back last."""

    kind: Literal["redo"]
    id: Id


class Sit(_Message):
    """Rate as this participant from now on; None: somebody new."""

    kind: Literal["sit"]
    participant: Id | None
    name: Annotated[str, Field(max_length=NAME_MAX)] = ""
    viewpoint: Viewpoint | None = None


class Claim(_Message):
    """I am this participant already: somebody who knows has to say yes."""

    kind: Literal["claim"]
    id: Id
    participant: Id


class Say(_Message):
    """In a private round: I am done, my bet on the worst moment, a note, or a card."""

    kind: Literal["say"]
    id: Id
    part: SaidPart
    value: bool | Note | None = None
    touchpoint: TouchpointId | None = None
    round: Id | None = None
    """The private round it is said for, and no other."""


class Lead(_Message):
    """What only a facilitator asks for."""

    kind: Literal["lead"]
    id: Id
    act: Act


class Outline(_Message):
    """A list on its way to being pasted: what would it become?"""

    kind: Literal["outline"]
    n: Number
    text: str


class Paste(_Message):
    """Add what a list says behind what is there, as one change."""

    kind: Literal["paste"]
    id: Id
    journey: Id
    text: str
    feelings: Annotated[bool, Field(strict=True)] = False
    """Take the feelings of the list as my own ratings."""


class Draw(_Message):
    """Draw a journey again for another persona, as one change."""

    kind: Literal["draw"]
    id: Id
    journey: Id
    persona: Id
    new: Id
    """Id of the journey that it makes."""


class At(_Message):
    """Where I am."""

    kind: Literal["at"]
    page: Line = ""
    focus: Line = ""
    busy: Literal["", "drag", "type"] = ""


InRoom = Do | Try | Rest | Undo | Redo | Say | Outline | Paste | Draw | At
"""What somebody with a place in the workshop says."""
FromBrowser = Hello | Sit | Claim | Lead | InRoom
FROM_BROWSER: TypeAdapter[FromBrowser] = TypeAdapter(
    Annotated[FromBrowser, Field(discriminator="kind")]
)

_HEAD = 200
"""An id stands within so many characters of the start."""

Table = dict[str, Any]
"""Keys of the table of state, each with a plain JSON value."""


class View(_Message):
    """Everything this seat may see of this journey."""

    kind: Literal["view"] = "view"
    rev: int
    state: Table


class Change(_Message):
    """Keys of the table that changed; null means gone."""

    kind: Literal["change"] = "change"
    rev: int
    set: Table


class Live(_Message):
    """Keys that lie over the state while somebody drags; null: nobody does."""

    kind: Literal["live"] = "live"
    n: int | None
    set: Table | None


class OutlinedTouchpoint(_Message):
    """One moment of a list."""

    name: str
    channel: str | None


class OutlinedStage(_Message):
    """One stage of a list."""

    name: str
    touchpoints: tuple[OutlinedTouchpoint, ...]


class Outlined(_Message):
    """What a list would become, and what of it could not be taken."""

    kind: Literal["outlined"] = "outlined"
    n: int
    stages: tuple[OutlinedStage, ...] = ()
    notes: tuple[str, ...] = ()
    feelings: bool = False
    """The list says how its moments feel."""
    error: str | None = None


class Ok(_Message):
    """Accepted and durable."""

    kind: Literal["ok"] = "ok"
    id: str
    rev: int
    note: str | None = None


class No(_Message):
    """Refused; ``now`` is what stands there, for text that has moved on."""

    kind: Literal["no"] = "no"
    id: str
    error: str
    text: str
    now: str | None = None


class Here(_Message):
    """Somebody who is here, where, and whether they drag or type there."""

    participant: str
    name: str
    page: str
    focus: str
    busy: str


class Who(_Message):
    """Everybody who is here."""

    kind: Literal["who"] = "who"
    here: tuple[Here, ...]


class Timer(_Message):
    """How long the countdown still runs; null: there is none."""

    kind: Literal["timer"] = "timer"
    ms_left: int | None


class Bring(_Message):
    """The facilitator asks everybody to look at this."""

    kind: Literal["bring"] = "bring"
    page: str
    journey: str | None
    touchpoint: str | None


Reason = Literal["gone", "not_allowed", "flood", "too_many", "stopping"]


class Bye(_Message):
    """The server closes."""

    kind: Literal["bye"] = "bye"
    reason: Reason
    text: str


ToBrowser = View | Change | Live | Ok | No | Outlined | Who | Timer | Bring | Bye
TO_BROWSER: TypeAdapter[ToBrowser] = TypeAdapter(
    Annotated[ToBrowser, Field(discriminator="kind")]
)


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
