"""What Streamlit runs for each tab: the frame, and the pages in it."""

import streamlit as st

from cxui import doors, tab

_SIDEBAR_WIDTH = 200
# Streamlit has no setting for it, and a journey needs the width.
_NARROW_MARGINS = """
<style>
  [data-testid="stMainBlockContainer"] { padding-inline: clamp(0.75rem, 1.4vw, 3rem); }
</style>
"""

st.set_page_config(
    page_title="Journey studio",
    page_icon="🧭",
    layout="wide",
    initial_sidebar_state=_SIDEBAR_WIDTH,
)
st.html(_NARROW_MARGINS)
tab.keep_room_in_address()
st.navigation(doors.all_pages()).run()
