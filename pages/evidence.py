"""What the team knows, and where from; and what moves customers."""

from cxui.widgets import drivers, live_page

live_page.show("evidence", below=drivers.show)
