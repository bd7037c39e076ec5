"""The floor of a redraw: an empty app whose fragment has as many parts as ours."""

import streamlit as st


@st.fragment
def _part() -> None:
    st.button("Again")
    st.caption("The first")
    st.caption("The second")


_part()
