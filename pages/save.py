"""Keep the workshop as a file, open it again, and the way over paper."""

import streamlit as st

from cxui import tab
from cxui.widgets import bring_in_link, nothing_open, on_paper, open_file, save_file

st.title("Save and open")
here = tab.here()
if here is None:
    nothing_open.show()
else:
    save_file.show(here)
    on_paper.show(here)
    bring_in_link.show(here)
st.subheader("Open a file")
open_file.show()
