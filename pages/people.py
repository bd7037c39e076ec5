"""The personas: who they are, and how we know."""

from cxui.widgets import copy_persona, live_page

live_page.show("people", below=copy_persona.show)
