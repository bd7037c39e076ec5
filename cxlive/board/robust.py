"""How firmly the ranking of a journey holds, as keys of the table of state.

The same for the ranking beside the curve and for the page What matters.
"""

from collections.abc import Iterable

from cxcore.analysis import JourneyAnalysis
from cxcore.robustness import Robustness
from cxcore.words import HOLD_WORDS, HOW_FIRM, hold_sentence, place_words
from cxlive.board.values import Value, number
from cxlive.channel.messages import Table

FRESH = "fresh"
STALE = "stale"
NONE = "none"


def hold_key(touchpoint_id: str) -> str:
    """Return the key of how firmly a touchpoint stands where it stands."""
    return f"holds/{touchpoint_id}"


def robust_keys(
    robust: Robustness | None, analysis: JourneyAnalysis | None, known: Table
) -> Table:
    """Return ``holds`` and, for each ranked touchpoint, ``holds/ID``.

    Args:
        robust: of this very analysis; None while it is being worked out.
        analysis: of the journey shown, as everybody may see it.
        known: the table before; what it says stays, as stale, until there is better,
            but never of a touchpoint that is not ranked any more.
    """
    ranking = () if analysis is None else analysis.ranking
    if robust is None or analysis is None or not ranking:
        return _head(STALE if ranking else NONE) | _kept(ranking, known)
    return _head(FRESH) | {
        hold_key(one.id): {
            "code": one.verdict.value,
            "verdict": HOLD_WORDS[one.verdict],
            "bracket": list(one.bracket),
            "place": place_words(one.bracket),
            "sentence": hold_sentence(one, robust.front),
            "rank": one.rank,
            "score": number(analysis.touchpoint(one.id).fix),
        }
        for one in robust.touchpoints
    }


def _head(state: str) -> Table:
    note: Value = {"state": state, "note": HOW_FIRM}
    return {"holds": note}


def _kept(ranking: Iterable[str], known: Table) -> Table:
    keys = (hold_key(each) for each in ranking)
    return {key: known[key] for key in keys if key in known}
