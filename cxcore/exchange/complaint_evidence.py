"""From complaints to evidence: one piece for each moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cxcore.commands import Add, Batch
from cxcore.exchange.complaints import Complaint, Complaints, Moment
from cxcore.model import NAME_MAX, NOTE_MAX, Evidence, EvidenceType

LABEL = "Complaints brought in"

Mint = Callable[[], str]
"""Makes a new id; the core makes none (decision 8)."""


@dataclass(frozen=True)
class ComplaintsLine:
    """What becomes one piece of evidence."""

    touchpoint_id: str
    count: int
    newest: date | None
    quotes: str
    quoted: int
    """Rows whose words are among the quotes."""
    left_out: int
    """Rows whose words do not fit any more; they count all the same."""
    persona_ids: tuple[str, ...]


def complaints_line(complaints: Sequence[Complaint]) -> ComplaintsLine:
    """Return what the complaints about one moment come to."""
    quotes = _as_many_as_fit([each.text for each in complaints])
    return ComplaintsLine(
        touchpoint_id=complaints[0].touchpoint_id,
        count=sum(each.count for each in complaints),
        newest=max((each.day for each in complaints if each.day), default=None),
        quotes="\n".join(quotes),
        quoted=len(quotes),
        left_out=len(complaints) - len(quotes),
        persona_ids=tuple(
            dict.fromkeys(each.persona_id for each in complaints if each.persona_id)
        ),
    )


def complaints_evidence(
    found: Complaints,
    moments: Sequence[Moment],
    mint: Mint,
    *,
    source: str = "",
    after: str = "",
) -> Batch:
    """Return the one change that adds the complaints to the evidence.

    One piece of evidence for each moment: how many, the newest date, and the first
    words as they fit; how many are not quoted stands in its text.

    Args:
        found: at least one row.
        moments: as ``read_complaints`` was given them.
        mint: makes an id for each piece of evidence.
        source: where they come from, such as the name of the file.
        after: id of the evidence behind which they go; empty: first.
    """
    by_id = {moment.id: moment for moment in moments}
    commands = []
    for touchpoint_id, complaints in found.by_touchpoint.items():
        thing = _evidence(mint(), by_id[touchpoint_id], complaints, source)
        commands.append(Add(of=Evidence.kind, thing=thing, after=after))
        after = thing.id
    return Batch(commands=tuple(commands), label=LABEL)


def _evidence(
    evidence_id: str, moment: Moment, complaints: Sequence[Complaint], source: str
) -> Evidence:
    line = complaints_line(complaints)
    return Evidence(
        id=evidence_id,
        evidence_type=EvidenceType.COMPLAINTS,
        title=f"Complaints: {moment.name}"[:NAME_MAX],
        text=left_out_sentence(line),
        quotes=line.quotes,
        source=source,
        date=line.newest,
        n=line.count,
        journey_ids=(moment.journey_id,),
        touchpoint_ids=(moment.id,),
        persona_ids=line.persona_ids,
    )


def left_out_sentence(line: ComplaintsLine) -> str:
    """Say how many rows are not quoted; empty where all are."""
    if not line.left_out:
        return ""
    total = line.quoted + line.left_out
    return f"The first {line.quoted} of {total} are quoted; the others do not fit."


def _as_many_as_fit(texts: Sequence[str]) -> list[str]:
    """Return the first texts that together fit a note, one a line."""
    kept: list[str] = []
    room = NOTE_MAX
    for text in texts:
        if len(text) > room:
            break
        kept.append(text)
        room -= len(text) + 1
    return kept
