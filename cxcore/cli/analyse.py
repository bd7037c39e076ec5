"""``cx analyse``: what needs work first, and what to protect."""

from dataclasses import dataclass
from datetime import date

from cxcore.cli.analysis_json import analysis_json
from cxcore.cli.analysis_text import analysis_text
from cxcore.cli.computed import Computed, compute
from cxcore.cli.files import load
from cxcore.document import Limits


@dataclass(frozen=True, slots=True)
class How:
    """How files are to be analysed, all of them alike."""

    limits: Limits
    as_of: date
    """The day to compute for, as evidence ages."""
    robust: bool = True
    """Whether to say how firmly the rankings hold, too."""

    def analysed(self, name: str, *, further: bool = False) -> Computed:
        """Return all that is computed of a file.

        Args:
            name: its path.
            further: also say what is said beyond the rankings.

        Raises:
            CxError: it does not open.
        """
        workshop = load(name, self.limits).envelope.workshop
        return compute(workshop, self.as_of, robust=self.robust, further=further)


def analyse_file(name: str, how: How, *, as_json: bool) -> str:
    """Return the analysis of all journeys of a file, as JSON or in lines.

    Raises:
        CxError: the file does not open.
    """
    computed = how.analysed(name, further=True)
    return analysis_json(computed) if as_json else analysis_text(computed)
