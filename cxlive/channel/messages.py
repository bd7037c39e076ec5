"""What a room says to a browser tab; docs/live.md is the norm.

What a tab says to a room stands in ``cxlive.channel.from_browser``.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class Message(BaseModel):
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

Table = dict[str, Any]
"""Keys of the table of state, each with a plain JSON value."""


class View(Message):
    """Everything this seat may see of this journey."""

    kind: Literal["view"] = "view"
    rev: int
    state: Table


class Change(Message):
    """Keys of the table that changed; null means gone."""

    kind: Literal["change"] = "change"
    rev: int
    set: Table


class Live(Message):
    """Keys that lie over the state while somebody drags; null: nobody does."""

    kind: Literal["live"] = "live"
    n: int | None
    set: Table | None


class Supposed(Message):
    """What would be said if moments felt as supposed; nothing of it is so."""

    kind: Literal["supposed"] = "supposed"
    n: int
    set: Table | None
    """Keys that would differ; null: nothing is supposed."""
    text: str = ""
    """The same in a sentence."""


class OutlinedTouchpoint(Message):
    """One moment of a list."""

    name: str
    channel: str | None


class OutlinedStage(Message):
    """One stage of a list."""

    name: str
    touchpoints: tuple[OutlinedTouchpoint, ...]


class Outlined(Message):
    """What a list would become, and what of it could not be taken."""

    kind: Literal["outlined"] = "outlined"
    n: int
    stages: tuple[OutlinedStage, ...] = ()
    notes: tuple[str, ...] = ()
    feelings: bool = False
    """The list says how its moments feel."""
    error: str | None = None


class Ok(Message):
    """Accepted and durable."""

    kind: Literal["ok"] = "ok"
    id: str
    rev: int
    note: str | None = None


class No(Message):
    """Refused; ``now`` is what stands there, for text that has moved on."""

    kind: Literal["no"] = "no"
    id: str
    error: str
    text: str
    now: str | None = None


class Here(Message):
    """Somebody who is here, where, and whether they drag or type there."""

    participant: str
    name: str
    page: str
    focus: str
    busy: str


class Who(Message):
    """Everybody who is here."""

    kind: Literal["who"] = "who"
    here: tuple[Here, ...]


class Timer(Message):
    """How long the countdown still runs; null: there is none."""

    kind: Literal["timer"] = "timer"
    ms_left: int | None


class Bring(Message):
    """The facilitator asks everybody to look at this."""

    kind: Literal["bring"] = "bring"
    page: str
    journey: str | None
    touchpoint: str | None


Reason = Literal["gone", "not_allowed", "flood", "too_many", "stopping"]


class Bye(Message):
    """The server closes."""

    kind: Literal["bye"] = "bye"
    reason: Reason
    text: str


ToBrowser = (
    View | Change | Live | Supposed | Ok | No | Outlined | Who | Timer | Bring | Bye
)
TO_BROWSER: TypeAdapter[ToBrowser] = TypeAdapter(
    Annotated[ToBrowser, Field(discriminator="kind")]
)
