"""What a journey would say if some of its moments felt otherwise, as keys of the table.

Nothing of it is so, and nothing of it is kept: it is for the tab that supposes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cxcore.rounds import RoundForm
from cxcore.what_if import supposable, suppose
from cxcore.words import supposed_sentence
from cxlive.board.table import computed_keys, difference
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Table


@dataclass(frozen=True)
class WhatIf:
    """An answer to "what if?"."""

    keys: Table
    """Keys of the table that would differ: ``computed`` and ``result/ID``."""
    text: str
    """The same in a sentence."""


def what_if(view: JourneyView, values: Mapping[str, float]) -> WhatIf | None:
    """Return what would be said if these touchpoints felt so.

    Args:
        view: the journey, as everybody may see it.
        values: mean valence by touchpoint, -5 to 5.

    Returns:
        None where there is nothing to suppose: none of them is rated, or a round is
        open that hides the figures.
    """
    if view.grid is None or _hides_figures(view):
        return None
    known = supposable(view.grid)
    targets = {each: values[each] for each in known if each in values}
    if not targets:
        return None
    supposed = suppose(view.grid, view.workshop.settings, targets, view.at_rest)
    keys = computed_keys(view.workshop, supposed.after, supposed.before)
    names = {each: view.workshop.touchpoints[each].name for each in view.grid.ids}
    return WhatIf(
        keys=difference(view.shared.table, keys),
        text=supposed_sentence(supposed, names),
    )


def _hides_figures(view: JourneyView) -> bool:
    asked = view.shared.table["round"]
    return asked is not None and RoundForm(asked["form"]).rates
