"""Who may sit where: devices, seats, and the lobby that knows all rooms."""
