"""Two states of the journey side by side."""

from cxui.widgets import live_page

live_page.show("compare")
