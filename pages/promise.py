"""The promise, and what follows from it for every moment."""

from cxui.widgets import live_page

live_page.show("promise")
