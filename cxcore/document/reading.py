"""Opening a workshop file, step by step; each step is pure and has a name."""

from cxcore.document.envelope import Loaded
from cxcore.document.history import check_history
from cxcore.document.identities import check_identities
from cxcore.document.limits import DEFAULT, Limits
from cxcore.document.migrations import VERSION, migrate
from cxcore.document.ours import check_counts, check_ours, check_version
from cxcore.document.repair import repair
from cxcore.document.text import data_from
from cxcore.document.validate import validate


def read(data: bytes, limits: Limits = DEFAULT) -> Loaded:
    """Return the workshop of a file, with everything that was mended in it.

    Raises:
        DocumentError: one of the named reasons in ``cxcore.document.errors``.
    """
    return read_data(data_from(data, limits), limits)


def read_data(data: object, limits: Limits = DEFAULT) -> Loaded:
    """Return the workshop of a file whose text has been read already.

    Raises:
        DocumentError: as ``read``.
    """
    found = check_ours(data)
    newest = migrate(found, check_version(found, VERSION))
    check_counts(newest, limits)
    check_identities(newest)
    mended, repairs = repair(newest)
    envelope, left_out = check_history(validate(mended))
    return Loaded(envelope, repairs + left_out)
