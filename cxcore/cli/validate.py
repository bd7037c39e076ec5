"""``cx validate``: does the file open, and what is in it?"""

from cxcore.cli.files import load
from cxcore.document import Limits, Loaded
from cxcore.edit import things
from cxcore.model import THINGS, Workshop


def validate_file(name: str, limits: Limits) -> str:
    """Return in lines what opens, and every repair.

    Raises:
        CxError: it does not open.
    """
    loaded = load(name, limits)
    lines = [f"“{loaded.envelope.workshop.brief.name}” opens.", "", *_counts(loaded)]
    return "\n".join([*lines, "", *_repairs(loaded)]) + "\n"


def _counts(loaded: Loaded) -> list[str]:
    """Return a line for every kind of thing that there is."""
    workshop = loaded.envelope.workshop
    counts = {
        thing.collection.replace("_", " "): _present(workshop, kind)
        for kind, thing in THINGS.items()
    }
    counts["ratings"] = sum(
        len(by_standpoint)
        for by_person in workshop.ratings.values()
        for by_standpoint in by_person.values()
    )
    counts["changes in its history"] = len(loaded.envelope.history)
    return [f"  {what:<24}{count:>7,}" for what, count in counts.items() if count]


def _present(workshop: Workshop, kind: str) -> int:
    return sum(not thing.removed for thing in things(workshop, kind).values())


def _repairs(loaded: Loaded) -> list[str]:
    if not loaded.repairs:
        return ["Nothing had to be mended."]
    said = [f"  {one.name}, {one.place}: {one.sentence}" for one in loaded.repairs]
    return [f"Mended while opening ({len(said)}):", *said]
