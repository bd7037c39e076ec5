"""Writing a workshop file: canonical, and never one that would not open."""

from pydantic_core import to_json

from cxcore.document.canonical import plain
from cxcore.document.envelope import FORMAT, Envelope, JsonObject, Written
from cxcore.document.errors import TooLargeError
from cxcore.document.limits import DEFAULT, Limits
from cxcore.document.migrations import VERSION
from cxcore.document.ours import check_counts


def write(envelope: Envelope, limits: Limits = DEFAULT) -> Written:
    """Return the file of a workshop; equal envelopes give equal bytes.

    Where the history is too long, or the file more than half as large as it may
    be, the history is left out: what is now becomes the new ``base``.

    Raises:
        TooLargeError: even so the file would be too large to open.
        TooManyError: the workshop has more than could be opened.
    """
    written = _as_it_is(envelope, limits)
    if written is None:
        data = _bytes(Envelope(envelope.workshop), limits)
        written = Written(data, moved_base=True)
    if len(written.data) > limits.bytes:
        raise TooLargeError(len(written.data), limits.bytes)
    return written


def _as_it_is(envelope: Envelope, limits: Limits) -> Written | None:
    """Return the file with its history; None where that is too long."""
    if len(envelope.history) > limits.commands:
        return None
    data = _bytes(envelope, limits)
    if envelope.history and 2 * len(data) > limits.bytes:
        return None
    return Written(data, moved_base=False)


def _bytes(envelope: Envelope, limits: Limits) -> bytes:
    data: JsonObject = {
        "format": FORMAT,
        "version": VERSION,
        "workshop": plain(envelope.workshop),
        "base": _base(envelope),
        "history": [plain(entry) for entry in envelope.history],
    }
    check_counts(data, limits)
    return to_json(data, indent=2) + b"\n"


def _base(envelope: Envelope) -> JsonObject | None:
    """Return the start of the history; where there is none, there is no start."""
    if not envelope.history or envelope.base is None:
        return None
    return plain(envelope.base)
