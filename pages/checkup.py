"""The questions that the check-up asks the room."""

from cxui.widgets import live_page

live_page.show("checkup")
