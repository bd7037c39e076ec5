"""The journey: drag how it feels, and see what needs work first."""

import streamlit as st

from cxui import tab
from cxui.widgets import journey_board, nothing_open, reading_report

here = tab.here()
if here is None:
    nothing_open.show()
    st.stop()
if here.leads and not here.is_screen:
    reading_report.show()
journey_board.show(here)
