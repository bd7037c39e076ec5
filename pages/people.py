"""The personas: who they are, and how we know."""

from cxui.widgets import live_page

live_page.show("people")
