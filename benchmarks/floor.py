"""The floor: an otherwise empty Streamlit app with its default settings."""

import streamlit as st

st.session_state.setdefault("runs", 0)


def _again() -> None:
    st.session_state.runs += 1


st.button("Again", on_click=_again)
st.text(f"run {st.session_state.runs}")
