"""Where everything begins: a new workshop, a file, a sample, or a recent one."""

import streamlit as st

from cxui import tab
from cxui.widgets import open_file, recent, sample_cards, start_new

st.title("Journey studio")
st.markdown(
    "Draw the journey together, drag how it feels, and see at once what needs work "
    "first, and why."
)
st.subheader("Try a sample")
sample_cards.show()
left, right = st.columns(2, gap="large")
with left:
    st.subheader("Start your own")
    start_new.show()
with right:
    st.subheader("Open a file")
    open_file.show()
recent.show(tab.recent())
