"""A workshop while people edit it: rooms, their store, seats, and the live channel.

Knows nothing of pages and widgets; whoever serves people imports this.
"""
