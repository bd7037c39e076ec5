"""Copy what somebody has ticked on a rating sheet of paper."""

import streamlit as st

from cxui import tab
from cxui.widgets import nothing_open, type_sheet

st.title("Type in a sheet")
here = tab.here()
if here is None:
    nothing_open.show()
else:
    type_sheet.show(here)
