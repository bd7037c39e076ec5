"""The end of bringing in: what is not taken, and the button that takes the rest."""

from collections.abc import Callable, Sequence

import streamlit as st

from cxcore.commands import Command
from cxcore.edit import siblings
from cxcore.errors import CxError
from cxcore.exchange.tables import Refused
from cxcore.model import Evidence
from cxlive.ids import new_id
from cxlive.limits import CLOSE_SECONDS
from cxui import tab
from cxui.plain import plain
from cxui.views.bring_in import refused_table
from cxui.widgets.bring_in_draft import Draft


def say_refused(taken: int, refused: Sequence[Refused]) -> None:
    """Say how many rows are taken, and name each one that is not."""
    if not refused:
        st.caption(f"All {taken:,} rows can be taken.")
        return
    rows = "1 row" if len(refused) == 1 else f"{len(refused):,} rows"
    st.warning(
        f"{rows} cannot be taken, {taken:,} can. You can go on with these, or mend "
        "the file and choose it again."
    )
    with st.expander(f"{rows} not taken", expanded=True):
        st.dataframe(refused_table(refused), hide_index=True)


def take(
    here: tab.Here,
    draft: Draft,
    label: str,
    make: Callable[[str], Command],
    added: str,
) -> None:
    """Offer to add it; it is one change of whoever adds it.

    Args:
        here: the workshop.
        draft: the file.
        label: what the button says.
        make: makes the command, given the evidence behind which it goes.
        added: what is said once it is done.
    """
    if not st.button(label, type="primary", key=draft.key("add")):
        return
    row = siblings(here.room.snapshot.workshop, Evidence.kind, None)
    command = make(row[-1].id if row else "")
    try:
        here.room.submit(here.seat, command, new_id()).result(CLOSE_SECONDS)
    except CxError as error:
        st.error(plain(str(error)))
        return
    tab.begin(Draft(added=added))
    st.rerun()
