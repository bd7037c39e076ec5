"""Shares of which a part is not known: certain either way, or open."""

from cxcore.checkup.check import exceeds, reaches


def reaches_for_certain(yes: int, unknown: int, of: int, limit: float) -> bool | None:
    """Tell whether a share reaches a limit, whatever the unknown ones turn out to be.

    Args:
        yes: how many are known to be so.
        unknown: how many could still be so.
        of: how many there are, at least one.
        limit: share, 0 to 1.

    Returns:
        None where it depends on the unknown ones.
    """
    if reaches(yes / of, limit):
        return True
    return None if reaches((yes + unknown) / of, limit) else False


def exceeds_for_certain(yes: int, unknown: int, of: int, limit: float) -> bool | None:
    """Tell whether a share is over a limit; as ``reaches_for_certain``."""
    if exceeds(yes / of, limit):
        return True
    return None if exceeds((yes + unknown) / of, limit) else False


def so_far(known: int, of: int, what: str, moments: str = "moments") -> str:
    """Say of how many moments it is known; fit to be read after "not assessed: "."""
    return f"so far {known} of {of} {moments} say {what}"
