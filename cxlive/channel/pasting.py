"""Many stages and touchpoints at once, on their way into a workshop.

They come from a list (decision 32), or from the journey of another persona.
"""

from cxcore.commands import Batch
from cxcore.edit import siblings
from cxcore.exchange import (
    OutlineError,
    drawn_for,
    outline_commands,
    parse_outline,
)
from cxcore.model import Stage, Workshop
from cxlive.channel.from_browser import Draw, Outline, Paste
from cxlive.channel.messages import Outlined, OutlinedStage, OutlinedTouchpoint
from cxlive.ids import new_id


def outlined(message: Outline) -> Outlined:
    """Return what a list would become, or the sentence that says why nothing."""
    try:
        outline = parse_outline(message.text)
    except OutlineError as error:
        return Outlined(n=message.n, error=str(error))
    stages = tuple(
        OutlinedStage(
            name=stage.name,
            touchpoints=tuple(
                OutlinedTouchpoint(name=each.name, channel=each.channel)
                for each in stage.touchpoints
            ),
        )
        for stage in outline.stages
    )
    feelings = any(
        each.valence is not None
        for stage in outline.stages
        for each in stage.touchpoints
    )
    return Outlined(n=message.n, stages=stages, notes=outline.losses, feelings=feelings)


def pasted(message: Paste, workshop: Workshop, participant_id: str) -> Batch:
    """Return the one change that adds a list behind the stages that are there.

    Raises:
        OutlineError: the list cannot be read; the text says why.
    """
    row = siblings(workshop, Stage.kind, message.journey)
    return outline_commands(
        parse_outline(message.text),
        message.journey,
        new_id,
        rated_by=participant_id if message.feelings else None,
        after=row[-1].id if row else "",
    )


def drawn(message: Draw, workshop: Workshop) -> Batch:
    """Return the one change that draws a journey again for another persona.

    Raises:
        NothingToDrawError: the journey or the persona is not there any more.
        TooMuchToDrawError: it would be too much for one change.
    """
    return drawn_for(workshop, message.journey, message.persona, message.new, new_id)
