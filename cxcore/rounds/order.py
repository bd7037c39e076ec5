"""The touchpoints of a journey, in the order in which a round asks about them."""

from cxcore.edit import place_of, visible
from cxcore.model import Workshop


def touchpoints_of(workshop: Workshop, journey_id: str) -> list[str]:
    """Return the ids of a journey's touchpoints that are not removed, in order."""
    seen = visible(workshop)
    stages = seen.stages
    in_map_order = sorted(
        seen.touchpoints.values(),
        key=lambda each: (place_of(stages[each.stage_id]), place_of(each)),
    )
    return [
        touchpoint.id
        for touchpoint in in_map_order
        if stages[touchpoint.stage_id].journey_id == journey_id
    ]
