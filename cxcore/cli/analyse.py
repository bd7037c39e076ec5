"""``cx analyse``: what needs work first, and what to protect."""

from datetime import date

from cxcore.analysis import analyse
from cxcore.cli.analysis_json import analysis_json
from cxcore.cli.analysis_text import analysis_text
from cxcore.cli.files import load
from cxcore.document import Limits


def analyse_file(name: str, limits: Limits, as_of: date, *, as_json: bool) -> str:
    """Return the analysis of all journeys of a file, as JSON or in lines.

    Raises:
        CxError: the file does not open.
    """
    workshop = load(name, limits).envelope.workshop
    analysis = analyse(workshop, as_of)
    if as_json:
        return analysis_json(workshop, analysis, as_of)
    return analysis_text(workshop, analysis, as_of)
