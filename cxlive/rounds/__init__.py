"""How a room is led: private rounds, and what only a facilitator may switch.

Nothing here is part of the document. What people say in an open round stays in a
table of its own until the reveal writes it into the workshop (docs/decisions/0011).
"""
