"""What the pages besides the journey add to the table of state.

A page sees all that the board of its journey sees, and keys of its own: one module
for each page, with one function from a view to these keys.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from cxlive.board.pages import (
    behind,
    checkup,
    compare,
    evidence,
    matters,
    people,
    promise,
    walk,
)
from cxlive.board.view import JourneyView
from cxlive.channel.messages import Page, Table

KEYS: Mapping[Page, Callable[[JourneyView], Table]] = {
    "promise": promise.keys,
    "people": people.keys,
    "matters": matters.keys,
    "evidence": evidence.keys,
    "behind": behind.keys,
    "checkup": checkup.keys,
    "walk": walk.keys,
    "compare": compare.keys,
}
"""What each page adds; the journey itself adds nothing."""


SLOW: frozenset[Page] = frozenset({"compare"})
"""Pages that take longer than a drag can wait, even of a small workshop."""


def page_view(view: JourneyView, page: Page, old: JourneyView | None) -> JourneyView:
    """Return a journey as a page shows it.

    Args:
        view: the journey.
        page: which page.
        old: what was shown of it on this page before; values that are the same are
            taken over, so that they need not be compared again.
    """
    if page not in KEYS:
        return view
    if old is not None and old.source is view.source and _is_same(view, old):
        return old  # made from this very view
    if old is not None and _is_same(view, old):
        added = old.added
    else:
        added = _with_known({"page": page} | KEYS[page](view), old)
    shared = replace(view.shared, table=view.shared.table | added)
    return replace(view, shared=shared, added=added)


def _is_same(view: JourneyView, old: JourneyView) -> bool:
    return (
        view.workshop is old.workshop
        and view.analysis is old.analysis
        and view.robust is old.robust
        and view.top == old.top
    )


def _with_known(keys: Table, old: JourneyView | None) -> Table:
    if old is None:
        return keys
    known = old.added
    return {
        key: known[key] if key in known and known[key] == value else value
        for key, value in keys.items()
    }
