"""What needs work first, how firmly that holds, and what to ask next."""

from cxui.widgets import live_page

live_page.show("matters")
