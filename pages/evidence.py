"""What the team knows, and where from."""

from cxui.widgets import live_page

live_page.show("evidence")
