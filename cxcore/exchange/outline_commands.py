"""From a list to the one change that adds all of it to a journey."""

from collections.abc import Callable, Iterator

from cxcore.commands import Add, Batch, SetRating, Single
from cxcore.exchange.outline import Outline, OutlineStage
from cxcore.model import Stage, Touchpoint
from cxcore.order import spread

_UNPLACED = "U"
"""Stands in until the room turns "behind that one" into a place."""

Mint = Callable[[], str]
"""Makes a new id; the core makes none (decision 8)."""


def outline_commands(
    outline: Outline,
    journey_id: str,
    mint: Mint,
    *,
    rated_by: str | None = None,
    after: str = "",
) -> Batch:
    """Return one batch that adds the stages and touchpoints of a list.

    Args:
        outline: what the list says.
        journey_id: the journey that gets them.
        mint: makes an id for each thing.
        rated_by: the participant who takes the feelings of the list as their own
            rating; None leaves them.
        after: the stage behind which they go; empty: first.
    """
    commands: list[Single] = []
    for stage in outline.stages:
        added = Stage(
            id=mint(), journey_id=journey_id, name=stage.name, position=_UNPLACED
        )
        commands.append(Add(of=Stage.kind, thing=added, after=after))
        commands.extend(_touchpoints(stage, added.id, mint, rated_by))
        after = added.id
    return Batch(commands=tuple(commands), label="Paste a list")


def _touchpoints(
    stage: OutlineStage, stage_id: str, mint: Mint, rated_by: str | None
) -> Iterator[Single]:
    places = spread(len(stage.touchpoints))
    for line, place in zip(stage.touchpoints, places, strict=True):
        added = Touchpoint(
            id=mint(),
            stage_id=stage_id,
            name=line.name,
            position=place,
            channel=line.channel,
        )
        yield Add(of=Touchpoint.kind, thing=added)
        if rated_by is not None and line.valence is not None:
            yield SetRating(
                touchpoint_id=added.id,
                participant_id=rated_by,
                part="valence",
                value=line.valence,
            )
