"""What Streamlit runs for each tab: the frame, and the pages in it."""

import streamlit as st

from cxui import doors, looks, tab
from cxui.components.follower import follower
from cxui.widgets import menu as side_menu

_SIDEBAR_WIDTH = 220

st.set_page_config(
    page_title="Journey studio",
    page_icon="🧭",
    layout="wide",
    initial_sidebar_state=_SIDEBAR_WIDTH,
)
arrived = tab.keep_room_in_address()
here = tab.here()
takes_part = here is not None and not here.leads
is_screen = here is not None and here.is_screen

menu = doors.all_pages(is_open=here is not None, takes_part=takes_part)
pages = {name: page for section in menu.values() for name, page in section.items()}
page = st.navigation(list(pages.values()), position="hidden")
name = next(key for key, each in pages.items() if each == page)
st.html(looks.styles(takes_part=takes_part, is_screen=is_screen))
if not is_screen and not (here is not None and here.waits):
    side_menu.show(menu)

# A link leads to the journey at once, and whoever takes part stays in the workshop.
came_to_welcome = arrived and name == doors.WELCOME
if here is not None and (came_to_welcome or (takes_part and name not in doors.LIVE)):
    st.switch_page(pages[doors.JOURNEY], query_params=tab.address())
if here is not None and not is_screen:
    brought = follower(here.room.id, name, tab.place())
    if brought in pages and brought != name:
        st.switch_page(pages[brought])
page.run()
