"""What Streamlit runs for each tab: the frame, and the pages in it."""

import streamlit as st

from cxui import tab

st.set_page_config(page_title="Journey studio", page_icon="🧭", layout="wide")
tab.keep_room_in_address()
page = st.navigation(
    [
        st.Page(
            "../pages/welcome.py",
            title="Welcome",
            icon=":material/waving_hand:",
            default=True,
        ),
        st.Page("../pages/journey.py", title="Journey", icon=":material/show_chart:"),
        st.Page(
            "../pages/save.py",
            title="Save and open",
            icon=":material/save:",
        ),
    ]
)
page.run()
