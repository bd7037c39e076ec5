"""From what a customer has said to the one change that brings it into a workshop.

They become a participant without a name, whose ratings are their own experience, and
what they wrote becomes evidence: a survey (section 7 of docs/method.md), since the
questions are set and nobody can ask further.
"""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel, ConfigDict

from cxcore.commands import (
    Add,
    Batch,
    Remove,
    SetAnswer,
    SetRating,
    SetValue,
    Single,
    WriteText,
)
from cxcore.edit import siblings
from cxcore.model import (
    NAME_MAX,
    NOTE_MAX,
    Evidence,
    EvidenceType,
    Participant,
    Standpoint,
    Thing,
    Viewpoint,
    Workshop,
)
from cxlive.customers.said import Said

SOURCE = "Customer link"


class Arrival(BaseModel):
    """What one customer has said by one link; stored as JSON while it waits."""

    model_config = ConfigDict(frozen=True)

    link_id: str
    journey_id: str
    scenario: str
    said: Said

    @property
    def id(self) -> str:
        """Name of the change, and of the participant: one form comes in once."""
        return f"{self.link_id}-{self.said.key}"


def customers_by_link(workshop: Workshop) -> list[Participant]:
    """Return all customers who came by a link, those taken away included."""
    return [
        person
        for person in workshop.participants.values()
        if person.anonymous and person.viewpoint is Viewpoint.CUSTOMER
    ]


def came_by(workshop: Workshop, link_id: str) -> list[Participant]:
    """Return the customers who came by this link and are still counted."""
    start = f"{link_id}-"
    return [
        person
        for person in customers_by_link(workshop)
        if person.id.startswith(start) and not person.removed
    ]


def bring_in(workshop: Workshop, arrival: Arrival) -> Batch:
    """Return the change that brings a customer into the workshop as it is now."""
    number = 1 + len(customers_by_link(workshop))
    name = f"Customer {number}"
    singles = [_person(workshop, arrival, name), *_ratings(workshop, arrival)]
    singles += _evidence(workshop, arrival)
    return Batch(commands=tuple(singles), label=f"{name} answered by link")


def removing(workshop: Workshop, link_id: str) -> Batch | None:
    """Return what takes out all that came by a link; None where nothing is there."""
    out = [
        Remove(of=thing.kind, id=thing.id)
        for thing in (
            *came_by(workshop, link_id),
            *_written(workshop, link_id),
        )
        if not thing.removed
    ]
    label = "Customers by link taken out"
    return Batch(commands=tuple(out), label=label) if out else None


def _person(workshop: Workshop, arrival: Arrival, name: str) -> Add:
    person = Participant(
        id=arrival.id,
        name=name,
        viewpoint=Viewpoint.CUSTOMER,
        anonymous=True,
        shown_alone=arrival.said.shown_alone,
    )
    return _behind_all(workshop, person)


def _ratings(workshop: Workshop, arrival: Arrival) -> Iterator[Single]:
    for touchpoint_id, valence in arrival.said.feelings.items():
        if touchpoint_id in workshop.touchpoints:
            yield SetRating(
                touchpoint_id=touchpoint_id,
                participant_id=arrival.id,
                standpoint=Standpoint.OWN_EXPERIENCE,
                part="valence",
                value=valence,
            )
    if arrival.said.overall is not None:
        yield SetAnswer(
            subject_id=arrival.journey_id,
            participant_id=arrival.id,
            part="overall",
            value=arrival.said.overall,
        )


def _evidence(workshop: Workshop, arrival: Arrival) -> Iterator[Single]:
    stands = workshop.evidence.get(arrival.link_id)
    n = 1 + len(came_by(workshop, arrival.link_id))
    written = [page.quotes for page in _written(workshop, arrival.link_id)]
    pages = _pages(written or [""], _lines(workshop, arrival))
    touched = [*(stands.touchpoint_ids if stands else ()), *arrival.said.feelings]
    known = _known(workshop, dict.fromkeys(touched))
    if stands is None:
        yield _behind_all(workshop, _new_evidence(workshop, arrival, pages[0], known))
    else:
        changes = {"n": n, "touchpoint_ids": known, "date": arrival.said.on}
        for field, value in changes.items():
            yield SetValue(of=Evidence.kind, id=stands.id, field=field, value=value)
    yield from _quotes(workshop, arrival, pages)


def _new_evidence(
    workshop: Workshop, arrival: Arrival, quotes: str, known: tuple[str, ...]
) -> Evidence:
    return Evidence(
        id=arrival.link_id,
        evidence_type=EvidenceType.SURVEY,
        title=_title(workshop, arrival),
        text=arrival.scenario,
        quotes=quotes,
        source=SOURCE,
        date=arrival.said.on,
        n=1,
        journey_ids=(arrival.journey_id,),
        touchpoint_ids=known,
    )


def _quotes(
    workshop: Workshop, arrival: Arrival, pages: Sequence[str]
) -> Iterator[Single]:
    """Write the words; what a note cannot hold goes on in evidence beside it."""
    for number, quotes in enumerate(pages, 1):
        page = _page_id(arrival.link_id, number)
        stands = workshop.evidence.get(page)
        if stands is not None and stands.quotes != quotes:
            yield WriteText(
                of=Evidence.kind, id=page, field="quotes", text=quotes,
                seen=stands.quotes,
            )  # fmt: skip
        elif stands is None and number > 1:
            about = _known(workshop, arrival.said.lines)
            more = _new_evidence(workshop, arrival, quotes, about)
            changes = {"id": page, "title": f"{more.title} ({number})", "n": None}
            yield _behind_all(workshop, more.model_copy(update=changes))


def _written(workshop: Workshop, link_id: str) -> list[Evidence]:
    """Return the evidence that came by a link, page by page."""
    pages: list[Evidence] = []
    while (page := _page_id(link_id, len(pages) + 1)) in workshop.evidence:
        pages.append(workshop.evidence[page])
    return pages


def _known(workshop: Workshop, touchpoint_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in touchpoint_ids if each in workshop.touchpoints)


def _pages(written: Sequence[str], lines: Sequence[str]) -> list[str]:
    pages = list(written)
    for line in lines:
        longer = f"{pages[-1]}\n{line}" if pages[-1] else line
        if len(longer) > NOTE_MAX:
            pages.append(line)
        else:
            pages[-1] = longer
    return pages


def _lines(workshop: Workshop, arrival: Arrival) -> list[str]:
    """Return the customer's words, each with its moment and without a name."""
    return [
        f"{workshop.touchpoints[about].name}: “{text}”"
        for about, text in arrival.said.lines.items()
        if about in workshop.touchpoints
    ]


def _page_id(link_id: str, number: int) -> str:
    return link_id if number == 1 else f"{link_id}-{number}"


def _title(workshop: Workshop, arrival: Arrival) -> str:
    beginning = "Customers by link: "
    name = workshop.journeys[arrival.journey_id].name
    return beginning + name[: NAME_MAX - len(beginning) - len(" (99)")]


def _behind_all(workshop: Workshop, thing: Thing) -> Add:
    row = siblings(workshop, thing.kind, None)
    return Add(of=thing.kind, thing=thing, after=row[-1].id if row else "")
