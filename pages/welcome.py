"""Where everything begins: a code, a sample, a new workshop, or a file."""

import streamlit as st

from cxui import tab
from cxui.plain import plain
from cxui.widgets import join_by_code, open_file, recent, sample_cards, start_new

st.title("Journey studio")
st.markdown(
    "Draw the journey together, drag how it feels, and see at once what needs work "
    "first, and why."
)
reason = tab.why_not()
if reason is not None:
    st.info(plain(reason))
join_by_code.show()
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
