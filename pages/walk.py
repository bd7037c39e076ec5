"""The journey as a diary, for whoever walks it."""

from cxui.widgets import live_page

live_page.show("walk")
