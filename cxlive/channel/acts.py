"""What a facilitator can ask for over the live channel (docs/live.md)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from cxcore.model.base import Day, Id, Line, Note, TouchpointId, Valence
from cxcore.rounds import RoundForm
from cxlive.rounds.facilitation import Phase
from cxlive.seating.seats import Right

TIMER_MAX = 4 * 3600
"""Longest countdown, in seconds."""

FORECAST_MAX = 500
"""Most touchpoints that are forecast at a time."""

On = Annotated[bool, Field(strict=True)]


class _Act(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OpenRound(_Act):
    """Start a private round."""

    do: Literal["open_round"]
    journey: Id | None = None
    persona: Id | None = None
    """Whom the five cards are about; all other forms are about a journey."""
    form: RoundForm = RoundForm.LIGHT
    anonymous: On = False


class Reveal(_Act):
    """Show the open round to everybody."""

    do: Literal["reveal"]


class StopRound(_Act):
    """End the open round without showing it."""

    do: Literal["stop_round"]


class Lock(_Act):
    """Let participants change the structure, or not."""

    do: Literal["lock"]
    on: On


class Names(_Act):
    """Show names beside ratings after a reveal, or not."""

    do: Literal["names"]
    on: On


class StartTimer(_Act):
    """Start a countdown that all see; 0 takes it away."""

    do: Literal["timer"]
    seconds: Annotated[int, Field(strict=True, ge=0, le=TIMER_MAX)]


class BringHere(_Act):
    """Bring everybody to this page, journey and touchpoint."""

    do: Literal["bring"]
    page: Line = ""
    journey: Id | None = None
    touchpoint: TouchpointId | None = None


class SetPhase(_Act):
    """Say what the room does now."""

    do: Literal["phase"]
    phase: Phase


class RemovePerson(_Act):
    """Take somebody out of the workshop."""

    do: Literal["remove_person"]
    participant: Id


class HandOver(_Act):
    """Make somebody else the facilitator, in my place."""

    do: Literal["hand_over"]
    participant: Id


class MakeLink(_Act):
    """Make a join code, or a link that gives a right."""

    do: Literal["make_link"]
    right: Right | Literal["code"]


class Withdraw(_Act):
    """End all links of a right, or all codes."""

    do: Literal["withdraw"]
    right: Right | Literal["code"]


class MakeCustomerLink(_Act):
    """Make a link by which customers rate a journey, up to and including a day."""

    do: Literal["make_customer_link"]
    journey: Id
    until: Day
    scenario: Note
    """What customers read first, written to them: "You …"."""


class WithdrawCustomerLink(_Act):
    """Ask nobody any more by a customer link; what has arrived stays."""

    do: Literal["withdraw_customer_link"]
    link: Id


class TakeOutCustomers(_Act):
    """Withdraw a customer link, and take out all that has come by it."""

    do: Literal["take_out_customers"]
    link: Id


class KeepReview(_Act):
    """Keep a journey as everybody sees it today."""

    do: Literal["keep_review"]
    journey: Id
    note: Note = ""
    forecast: dict[TouchpointId, Valence] = Field(default={}, max_length=FORECAST_MAX)
    """How moments are expected to feel by the next review."""


class AnswerClaim(_Act):
    """Say whether somebody is who they say they are."""

    do: Literal["answer_claim"]
    claim: Id
    yes: On


Act = Annotated[
    OpenRound
    | Reveal
    | StopRound
    | Lock
    | Names
    | StartTimer
    | BringHere
    | SetPhase
    | RemovePerson
    | HandOver
    | MakeLink
    | Withdraw
    | KeepReview
    | AnswerClaim
    | MakeCustomerLink
    | WithdrawCustomerLink
    | TakeOutCustomers,
    Field(discriminator="do"),
]
