"""Bring in what customers have answered or complained about, out of a file."""

import streamlit as st

from cxui import tab
from cxui.widgets import bring_in, nothing_open

st.title("Bring in answers")
here = tab.here()
if here is None:
    nothing_open.show()
else:
    bring_in.show(here)
