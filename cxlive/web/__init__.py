"""What the server answers over plain HTTP, and the gate before everything."""
