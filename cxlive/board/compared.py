"""The personas that are compared: the first few, never a mean over them."""

from cxcore.compare import FEWEST_PERSONAS
from cxcore.model import Persona, Workshop
from cxlive.board.things import in_order
from cxlive.limits import COMPARED_PERSONAS


def compared_personas(workshop: Workshop) -> dict[str, Persona] | None:
    """Return the personas to be compared, by id in order; None: there is only one."""
    compared = {
        each.id: each
        for each in in_order(workshop, Persona.kind)[:COMPARED_PERSONAS]
        if isinstance(each, Persona)
    }
    return compared if len(compared) >= FEWEST_PERSONAS else None
