"""What Streamlit runs for each tab: the frame, and the pages in it."""

import streamlit as st

from cxui import doors, tab

_SIDEBAR_WIDTH = 200
# Streamlit has no setting for these: a journey needs the width, and small text a
# contrast of 4.5 (it comes with 4.2).
_MARGINS_AND_CAPTIONS = """
<style>
  [data-testid="stMainBlockContainer"] { padding-inline: clamp(0.75rem, 1.4vw, 3rem); }
  [data-testid="stCaptionContainer"] { opacity: 0.76; }
</style>
"""

st.set_page_config(
    page_title="Journey studio",
    page_icon="🧭",
    layout="wide",
    initial_sidebar_state=_SIDEBAR_WIDTH,
)
st.html(_MARGINS_AND_CAPTIONS)
tab.keep_room_in_address()
st.navigation(doors.all_pages()).run()
