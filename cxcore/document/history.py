"""Does the history lead to the workshop that the file shows?"""

from cxcore.commands import LAMPORT_MAX
from cxcore.document.envelope import Envelope, Repair
from cxcore.edit import fold

_PLACE = "in the history"

LAMPORT_READ_MAX = LAMPORT_MAX // 2
"""Above this a history is not continued: a room must have numbers left to give."""


def check_history(envelope: Envelope) -> tuple[Envelope, tuple[Repair, ...]]:
    """Return the envelope with a history that fits, and what had to be left out.

    What the file shows always opens (decision 4). Where the history leads
    elsewhere, the workshop as shown is the new start, and its past is empty.
    """
    if not envelope.history:
        return _from_now_on(envelope), _lost_base(envelope)
    reason = _does_not_fit(envelope)
    if reason is None:
        return envelope, ()
    sentence = (
        f"{reason} The workshop opens as it was saved, but its past was left out: "
        "earlier changes cannot be undone or merged."
    )
    return _from_now_on(envelope), (Repair("HistoryLeftOut", _PLACE, sentence),)


def _from_now_on(envelope: Envelope) -> Envelope:
    return Envelope(workshop=envelope.workshop, base=envelope.workshop)


def _lost_base(envelope: Envelope) -> tuple[Repair, ...]:
    if envelope.base in (None, envelope.workshop):
        return ()
    sentence = "The file holds an earlier state but no changes; it was left out."
    return (Repair("BaseLeftOut", _PLACE, sentence),)


def _does_not_fit(envelope: Envelope) -> str | None:
    ids = [entry.id for entry in envelope.history]
    if len(set(ids)) < len(ids):
        return "A change is in the history twice."
    if any(entry.lamport > LAMPORT_READ_MAX for entry in envelope.history):
        return "The changes are numbered so high that none could follow."
    if fold(envelope.start, envelope.history) != envelope.workshop:
        return "The changes do not lead to the workshop that was saved with them."
    return None
