"""``cx check``: the questions of the check-up, and what was found."""

from datetime import date

from cxcore.checkup import Severity, Status, check
from cxcore.cli.check_json import check_json
from cxcore.cli.check_text import check_text
from cxcore.cli.computed import compute, in_front
from cxcore.cli.files import load
from cxcore.document import Limits

HEAVIEST_FIRST = tuple(Severity)


def check_file(
    name: str,
    limits: Limits,
    as_of: date,
    *,
    from_severity: Severity,
    as_json: bool,
) -> tuple[str, int]:
    """Return the check-up of a file, and how many findings weigh so much or more.

    Args:
        name: of the file.
        limits: how large it may be.
        as_of: the day on which ages are counted.
        from_severity: the lightest finding that counts; accepted ones never do.
        as_json: as one JSON document, else in lines.

    Raises:
        CxError: the file does not open.
    """
    workshop = load(name, limits).envelope.workshop
    check_up = check(workshop, as_of, in_front(compute(workshop, as_of)))
    heavy = HEAVIEST_FIRST[: HEAVIEST_FIRST.index(from_severity) + 1]
    findings = sum(one.severity in heavy for one in check_up.ended(Status.FOUND))
    if as_json:
        return check_json(check_up), findings
    return check_text(workshop, check_up, as_of), findings
