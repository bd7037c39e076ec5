"""Ways to open a workshop in this tab; each makes a room of its own."""

from cxcore.commands import Entry
from cxcore.document import Loaded, read
from cxcore.model import Brief, Journey, Participant, Persona, Workshop
from cxlive.ids import new_id
from cxui import samples, tab


def start_new(name: str, persona_name: str = "") -> str:
    """Make a workshop with one empty journey; return its room's id.

    The journey is that of the persona named, or of nobody yet.
    """
    people = [Persona(id=new_id(), name=persona_name)] if persona_name else []
    journey = Journey(
        id=new_id(), name=name, persona_id=people[0].id if people else None
    )
    you = Participant(id=new_id(), name="You")
    workshop = Workshop(
        id=new_id(),
        brief=Brief(name=name),
        personas={persona.id: persona for persona in people},
        journeys={journey.id: journey},
        participants={you.id: you},
    )
    return _make(workshop, None, ())


def open_sample(slug: str) -> str:
    """Open a copy of a sample; return its room's id."""
    return _open(samples.load(slug))


def open_file(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Open a saved workshop; return its room's id and what had to be mended.

    Raises:
        DocumentError: the file cannot be opened; the open workshop stays open.
    """
    loaded = read(data)
    return _open(loaded), tuple(repair.sentence for repair in loaded.repairs)


def _open(loaded: Loaded) -> str:
    envelope = loaded.envelope
    return _make(envelope.workshop, envelope.base, envelope.history)


def _make(workshop: Workshop, base: Workshop | None, history: tuple[Entry, ...]) -> str:
    return tab.lobby().make(
        tab.device(), workshop, base=base, history=history, name=workshop.brief.name
    )
