"""The live channel: sockets, what they say, and all tabs of a room kept up to date."""
