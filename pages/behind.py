"""What happens behind the scenes, and who does it."""

from cxui.widgets import department_graph, live_page

live_page.show("behind", below=department_graph.show)
