"""What happens behind the scenes, and who does it."""

from cxui.widgets import live_page

live_page.show("behind")
