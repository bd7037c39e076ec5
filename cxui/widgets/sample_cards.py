"""The samples, each one tap away."""

import streamlit as st

from cxui import doors, opening, tab
from cxui.plain import plain
from cxui.samples import Sample, samples


def show() -> None:
    """Show a card for each sample; opening one makes a copy of its own."""
    for column, sample in zip(st.columns(len(samples())), samples(), strict=True):
        card = column.container(
            border=True, height="stretch", vertical_alignment="distribute"
        )
        with card:
            _card(sample)


def _card(sample: Sample) -> None:
    with st.container(gap="small"):
        st.markdown(f"**{plain(sample.name)}**")
        st.caption(plain(sample.notice))
    with st.container(gap="small"):
        st.caption(f"{sample.people} people · {sample.touchpoints} moments")
        if st.button("Open", key=f"welcome.sample.{sample.slug}", width="stretch"):
            tab.enter(opening.open_sample(sample.slug))
            st.switch_page(doors.journey())
