"""One persona's journey, drawn for another: the same moments, waiting for her."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from cxcore.commands import Add, Batch, Single
from cxcore.commands.changes import BATCH_MAX
from cxcore.edit import place_of, visible
from cxcore.errors import CxError
from cxcore.model import NAME_MAX, Journey, Stage, Thing, Touchpoint, Workshop

Mint = Callable[[], str]
"""Makes a new id; the core makes none (decision 8)."""

HERS = {
    "journey": frozenset({"notice"}),
    "stage": frozenset({"wants"}),
    "touchpoint": frozenset(
        {
            *("thoughts", "pain_points", "gains", "others_present", "wanted"),
            *("moment_of_truth", "kano", "reach", "easy", "knows_me", "whole_stage"),
        }
    ),
}
"""Fields that say something of the persona herself: they are not taken along, since
nobody has said it of the other one.
"""


class NothingToDrawError(CxError):
    """The journey, or the persona, is not there any more."""

    def __init__(self) -> None:
        super().__init__("This journey or this persona is not there any more.")


class TooMuchToDrawError(CxError):
    """The journey has more stages and moments than one change can add."""

    def __init__(self, found: int, limit: int) -> None:
        self.found = found
        self.limit = limit
        super().__init__(
            f"This journey has {found:,} stages and moments; at most {limit:,} can be "
            "drawn at once."
        )


def drawn_for(
    workshop: Workshop, journey_id: str, persona_id: str, new_id: str, mint: Mint
) -> Batch:
    """Return the one change that draws a journey again for another persona.

    Stages and touchpoints come along with what they say of the service; each
    touchpoint remembers which one it is the same as. Ratings stay behind.

    Args:
        workshop: with both.
        journey_id: the journey.
        persona_id: for whom.
        new_id: id of the new journey, which stands right behind the old one.
        mint: makes all other ids.

    Raises:
        NothingToDrawError: one of them is not there.
        TooMuchToDrawError: it would be more than one change can hold.
    """
    shown = visible(workshop)
    journey, persona = shown.journeys.get(journey_id), shown.personas.get(persona_id)
    if journey is None or persona is None:
        raise NothingToDrawError
    who = persona.name.partition(",")[0]  # of "Edith, seventy-eight" that is "Edith"
    name = f"{journey.name} ({who})"[:NAME_MAX]
    own = {"id": new_id, "persona_id": persona_id, "name": name}
    drawn = Journey.model_validate(_shared(journey) | own)
    commands = [
        Add(of=Journey.kind, thing=drawn, after=journey_id),
        *_stages(shown, journey_id, new_id, mint),
    ]
    if len(commands) > BATCH_MAX:
        raise TooMuchToDrawError(len(commands) - 1, BATCH_MAX - 1)
    return Batch(commands=tuple(commands), label="Draw a journey for another persona")


def _stages(
    shown: Workshop, journey_id: str, new_id: str, mint: Mint
) -> Iterator[Single]:
    by_stage: dict[str, list[Touchpoint]] = defaultdict(list)
    for each in sorted(shown.touchpoints.values(), key=place_of):
        by_stage[each.stage_id].append(each)
    for stage in sorted(shown.stages.values(), key=place_of):
        if stage.journey_id != journey_id:
            continue
        own = {"id": mint(), "journey_id": new_id}
        drawn = Stage.model_validate(_shared(stage) | own)
        yield Add(of=Stage.kind, thing=drawn)
        for each in by_stage[stage.id]:
            here = {"id": mint(), "stage_id": drawn.id, "same_as": each.id}
            same = Touchpoint.model_validate(_shared(each) | here)
            yield Add(of=Touchpoint.kind, thing=same)


def _shared(thing: Thing) -> dict[str, object]:
    """Return the fields of a thing that are not the persona's own."""
    hers = HERS[thing.kind]
    return {name: value for name, value in vars(thing).items() if name not in hers}
