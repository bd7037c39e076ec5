"""The sample journeys that come with the app."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cxcore.document import Loaded, read
from cxcore.edit import place_of

FOLDER = Path(__file__).parent.parent / "sample_journeys"


@dataclass(frozen=True)
class Sample:
    """A sample as the welcome page offers it."""

    slug: str
    name: str
    notice: str
    """One sentence that says what to notice in its first journey."""
    people: int
    touchpoints: int


@cache
def samples() -> tuple[Sample, ...]:
    """Return the samples, in the order of their file names."""
    return tuple(_sample(path) for path in sorted(FOLDER.glob("*.json")))


def load(slug: str) -> Loaded:
    """Read one sample.

    Raises:
        KeyError: there is no sample of this name.
    """
    if slug not in {sample.slug for sample in samples()}:
        raise KeyError(slug)
    return read((FOLDER / f"{slug}.json").read_bytes())


def _sample(path: Path) -> Sample:
    workshop = read(path.read_bytes()).envelope.workshop
    first = min(workshop.journeys.values(), key=place_of)
    return Sample(
        slug=path.stem,
        name=workshop.brief.name,
        notice=first.notice,
        people=len(workshop.participants),
        touchpoints=len(workshop.touchpoints),
    )
