"""What a customer is asked: one scenario, and the moments of one journey."""

import hashlib
from dataclasses import dataclass
from datetime import date

from cxcore.edit import visible
from cxcore.model import Workshop
from cxcore.rounds import minutes, touchpoints_of
from cxlive.store.contract import CustomerLinkRecord

_FIELD_CHARACTERS = 16


@dataclass(frozen=True)
class Moment:
    """A touchpoint as the customer reads it."""

    field: str
    """What it is called in the form: not its id, which is the workshop's."""
    name: str


@dataclass(frozen=True)
class Stretch:
    """A stage with its moments."""

    name: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Questions:
    """All that a customer ever gets to see of a workshop."""

    scenario: str
    stretches: tuple[Stretch, ...]
    until: date

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All moments in the order of the map."""
        return tuple(each for stretch in self.stretches for each in stretch.moments)

    @property
    def minutes(self) -> int:
        """About how long it takes."""
        return minutes(len(self.moments) + 1)


def questions_of(workshop: Workshop, link: CustomerLinkRecord) -> Questions:
    """Return what a link asks; no moments where its journey is gone or empty."""
    seen = visible(workshop)
    by_stage: dict[str, list[Moment]] = {}
    for touchpoint_id in touchpoints_of(seen, link.journey_id):
        touchpoint = seen.touchpoints[touchpoint_id]
        moment = Moment(field_of(link, touchpoint_id), touchpoint.name)
        by_stage.setdefault(touchpoint.stage_id, []).append(moment)
    stretches = tuple(
        Stretch(seen.stages[stage_id].name, tuple(moments))
        for stage_id, moments in by_stage.items()
    )
    return Questions(link.scenario, stretches, link.until)


def field_of(link: CustomerLinkRecord, touchpoint_id: str) -> str:
    """Return what a touchpoint is called in the form of this link, and there only."""
    text = f"{link.hash}:{touchpoint_id}"
    return "m" + hashlib.sha256(text.encode()).hexdigest()[:_FIELD_CHARACTERS]


def touchpoints_by_field(
    workshop: Workshop, link: CustomerLinkRecord
) -> dict[str, str]:
    """Return the touchpoint of each field, those taken away meanwhile included."""
    stages = workshop.stages
    return {
        field_of(link, touchpoint.id): touchpoint.id
        for touchpoint in workshop.touchpoints.values()
        if stages[touchpoint.stage_id].journey_id == link.journey_id
    }
